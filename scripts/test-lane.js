// A process that runs bundled test files one after the other, started by `run-tests.js`: shared code is
// loaded and compiled once, not once per file. In the files, `import t from "tap"` is a test of their own;
// its TAP is sent to the starter.
//
// Messages to it: the path of a file, or "end". Messages from it: `text` with TAP, `timeout` if a file sets
// its own, and `ended` after a file.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/**
 * @typedef {object} Ended
 * @property {boolean} ok
 * @property {number} processor  processor time in seconds, with that of processes that the file started
 * @property {string[]} changed  what the file changed in the process that later files would see
 * @property {string[]} left     what it left open, which may close later
 */

const library = new URL("../dist/test/node_modules/tap/index.js", import.meta.url).href;
const seconds = Number(process.env["TAP_TIMEOUT"]);
// The root test of this process has no timeout, and no assertions.
process.env["TAP_TIMEOUT"] = "0";
/** @type {unknown} */
const tap = await import(library);
/** @typedef {typeof import("tap") & { useTest: (test: object) => void }} LaneTap */
const { Test, useTest } = /** @type {LaneTap} */ (tap);
process.env["TAP_TIMEOUT"] = String(seconds);

const root = fileURLToPath(new URL("..", import.meta.url));
const send = (/** @type {object} */ message) => void process.send?.(message);

process.on("message", (message) => {
  if (message === "end") process.disconnect();
  else void runFile(String(message));
});

/** @param {string} name  relative to the project */
async function runFile(name) {
  const path = resolve(root, name);
  const before = processState();
  const open = process.getActiveResourcesInfo();
  const started = processorTime();
  // tap names folders of tests after it.
  process.argv[1] = path;
  const test = new Test({
    name,
    timeout: seconds * 1000,
    cb: async () => {
      await import(pathToFileURL(path).href);
    },
  });
  const setTimeout = test.setTimeout.bind(test);
  test.setTimeout = (milliseconds) => {
    send({ timeout: milliseconds });
    setTimeout(milliseconds);
  };
  useTest(test);
  test.on("data", (text) => {
    send({ text });
  });
  await new Promise((/** @type {(value?: undefined) => void} */ done) => {
    test.on("end", () => {
      done();
    });
    test.runMain(() => undefined);
  });
  setTimeout(0);
  const after = processState();
  const keys = Object.keys({ ...before, ...after });
  const changed = keys.filter((key) => !Object.is(after[key], before[key]));
  const left = process.getActiveResourcesInfo();
  for (const kind of open) left.splice(left.indexOf(kind) >>> 0, 1);
  send({ ended: { ok: test.passing(), processor: processorTime() - started, changed, left } });
}

/** Globals that tests replace; to read all of them would load what Node loads when it is used. */
const replaced = ["Date", "Function", "Math", "Promise", "console", "eval", "fetch", "performance"].concat([
  "setImmediate",
  "setInterval",
  "setTimeout",
  "clearInterval",
  "clearTimeout",
  "queueMicrotask",
]);

/** @returns {Record<string, unknown>} what later files would see, by name */
function processState() {
  /** @type {Record<string, unknown>} */
  const state = { "exit code": process.exitCode, "working directory": process.cwd() };
  for (const event of ["uncaughtException", "unhandledRejection", "SIGINT", "SIGTERM", "SIGHUP", "message"])
    state[`listeners of ${event}`] = process.listenerCount(event);
  for (const [name, value] of Object.entries(process.env)) state[`variable ${name}`] = value;
  // A package of the tests defines some when it is loaded.
  const globals = Object.getOwnPropertyNames(globalThis).filter((name) => !name.startsWith("__zod_"));
  for (const name of globals) state[`global ${name}`] = "defined";
  for (const name of replaced) state[`value of ${name}`] = Reflect.get(globalThis, name);
  return state;
}

/** @returns {number} in seconds; on Linux with that of ended child processes */
function processorTime() {
  try {
    const text = readFileSync("/proc/self/stat", "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    // utime, stime, cutime and cstime, in hundredths of a second: proc_pid_stat(5).
    return fields.slice(11, 15).reduce((sum, field) => sum + Number(field) / 100, 0);
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  }
}
