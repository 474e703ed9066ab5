// A process of the client's bench: imports a module, and tells how many milliseconds that took.
import { pathToFileURL } from "node:url";

/** In milliseconds. */
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
