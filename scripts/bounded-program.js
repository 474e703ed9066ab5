// What `runBounded` starts: the thread in which a program runs.
import { subscribe } from "node:diagnostics_channel";
import { parentPort, workerData } from "node:worker_threads";

/** @type {unknown} */
const given = workerData;
const { program, isShown, terminal } =
  /** @type {{ program: string, isShown: boolean, terminal: { isTTY: boolean | undefined, columns: number | undefined } }} */ (
    given
  );

// A thread's own stream does not know where what is written to it ends up.
Object.assign(process.stdout, terminal);
// What large files it reads, for a message about them once this thread is over (scripts/contract/document/announce-size.ts).
subscribe("contract:file-size", (size) => parentPort?.postMessage(size));
// What it is at, for a terminal (scripts/contract/document/announce-progress.ts).
if (isShown) subscribe("contract:phase", (phase) => parentPort?.postMessage({ phase }));
await import(program);
