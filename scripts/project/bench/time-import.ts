// Process of the client benchmark: imports a module, and reports the duration in milliseconds.
import { pathToFileURL } from "node:url";

/** Durations in milliseconds. */
export interface ImportTimes {
  readonly processor: number;
  readonly wall: number;
}

const [, , module = ""] = process.argv;
const url = pathToFileURL(module).href;
const before = process.cpuUsage();
const start = performance.now();
await import(url);
const wall = performance.now() - start;
const { user, system } = process.cpuUsage(before);
const times: ImportTimes = { processor: (user + system) / 1000, wall };
process.send?.(times, () => process.exit(0));
