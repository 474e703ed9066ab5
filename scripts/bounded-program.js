// The thread that `runBounded` starts, in which a program runs.
import { subscribe } from "node:diagnostics_channel";
import { setFlagsFromString } from "node:v8";
import { parentPort, workerData } from "node:worker_threads";
// Loaded before V8's flags change: Node's compiled code for its own modules is only valid for the flags
// that it was compiled with.
import "node:fs/promises";
import "node:vm";

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
optimizeLater();
await import(program);

/**
 * Sets V8's interrupt budget, how much a function runs before it is optimised, to about eight times the
 * default: most commands end before optimising pays off, and it took half the time of a comparison. Functions
 * that run for seconds are optimised only slightly later. Since Node 22 the compiler delays by itself, and
 * the flag has another name.
 */
function optimizeLater() {
  if (process.versions.node.startsWith("20.")) setFlagsFromString("--interrupt-budget=1000000");
}
