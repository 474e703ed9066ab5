// The thread that `runBounded` starts, in which a program runs.
import { subscribe } from "node:diagnostics_channel";
import { parentPort, workerData } from "node:worker_threads";

/** @type {unknown} */
const given = workerData;
const { program, isShown, terminal } =
  /** @type {{ program: string, isShown: boolean, terminal: { isTTY: boolean | undefined, columns: number | undefined } }} */ (
    given
  );

// A thread's own stdout does not know whether it is a terminal.
Object.assign(process.stdout, terminal);
// Forwards the sizes of large files for a message after this thread has ended
// (scripts/contract/document/announce-size.ts).
subscribe("contract:file-size", (size) => parentPort?.postMessage(size));
// Forwards the current phase, for a terminal (scripts/contract/document/announce-progress.ts).
if (isShown) subscribe("contract:phase", (phase) => parentPort?.postMessage({ phase }));
await import(program);
