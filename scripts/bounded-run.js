// Runs a program in a thread with limited memory, stack and processor time, so that reading an untrusted
// document ends with an error message instead of exhausting the machine.
import { SHARE_ENV, Worker } from "node:worker_threads";
import { fileURLToPath } from "node:url";
import { isWatched, ProgressLine } from "./progress-line.js";

/**
 * Memory and stack in MiB, together 2 GB with the process's other memory; seconds of processor time of the
 * whole process.
 *
 * @typedef {{ memory: number, stack: number, seconds: number }} Limits
 */

/**
 * The message of `scripts/contract/document/announce-size.ts`.
 *
 * @typedef {{ name: string, length: number, longest?: { pointer: string, members: number } }} FileSize
 */

/** Size of V8's young generation in MiB; a third of it is for new objects. */
const young = 192;

/** @type {Readonly<Limits>} */
const usual = { memory: 1440, stack: 256, seconds: 120 };

/**
 * Runs a program with this process's arguments.
 *
 * @param {string} program  the URL of its module
 * @param {Partial<Limits>} [limits]
 * @returns {Promise<number>} its exit code; 2, after three lines on stderr, if it exceeds a limit
 */
export function runBounded(program, limits = {}) {
  const { memory, stack, seconds } = { ...usual, ...limits };
  const { argv, stdout, stderr } = process;
  for (const stream of [stdout, stderr]) stream.on("error", ignoreEnd);
  const isShown = isWatched(stderr, argv, process.env);
  const worker = new Worker(fileURLToPath(new URL("bounded-program.js", import.meta.url)), {
    argv: argv.slice(2),
    env: SHARE_ENV,
    // If a progress line is shown, this thread writes the program's output, to clear the line first.
    stdout: isShown,
    stderr: isShown,
    workerData: { program, isShown, terminal: { isTTY: stdout.isTTY, columns: stdout.columns } },
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: young, stackSizeMb: stack },
  });
  const progress = isShown ? showProgress(worker, stderr, stdout) : undefined;
  return new Promise((resolve, reject) => {
    /** @type {string | undefined} */
    let exceeded;
    /** @type {Map<string, FileSize>} */
    const read = new Map();
    worker.on("message", (/** @type {FileSize | { phase: import("./progress-line.js").Phase }} */ told) => {
      if ("phase" in told) progress?.tell(told.phase);
      else read.set(told.name, told);
    });
    const watch = setInterval(() => {
      const { user, system } = process.cpuUsage();
      if (user + system < seconds * 1e6) return;
      exceeded ??= `${seconds} seconds of a processor's time`;
      void worker.terminate();
    }, 200);
    worker.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") exceeded ??= `${memory} MB of memory`;
      else reject(error);
    });
    worker.on("exit", (code) => {
      clearInterval(watch);
      progress?.end();
      if (exceeded !== undefined) stderr.write(tooLarge(argv.slice(2), exceeded, [...read.values()]));
      resolve(exceeded === undefined ? code : 2);
    });
  });
}

/**
 * @param {Worker} worker
 * @param {NodeJS.WriteStream} stderr
 * @param {NodeJS.WriteStream} stdout
 */
function showProgress(worker, stderr, stdout) {
  const progress = new ProgressLine(stderr);
  for (const [from, to] of /** @type {const} */ ([
    [worker.stdout, stdout],
    [worker.stderr, stderr],
  ])) {
    from.on("data", (/** @type {Buffer} */ chunk) => {
      progress.clear();
      to.write(chunk);
    });
  }
  progress.start();
  return progress;
}

/**
 * Returns the error message for an exceeded limit.
 *
 * @param {readonly string[]} args
 * @param {string} limit
 * @param {readonly FileSize[]} read  the large files that it has read
 */
function tooLarge(args, limit, read) {
  const words = args.map(word);
  return [
    `what contract ${words.join(" ")} reads is too large${read.length === 0 ? "" : `: ${read.slice(-3).map(sizeText).join("; ")}`}`,
    `expected that it takes at most ${limit}, got that it takes more`,
    "fix: split the document, or leave out what need not be in it",
    "",
  ].join("\n");
}

/** @param {FileSize} size */
function sizeText({ name, length, longest }) {
  const text = `${word(name)} has ${(length / 1e6).toFixed(1)} MB`;
  if (longest === undefined) return text;
  return `${text}, and ${longest.pointer === "" ? "its root" : word(longest.pointer)} ${longest.members} members`;
}

/**
 * Quotes an argument for display: plain, or in quotes with its controls escaped.
 *
 * @param {string} text
 */
function word(text) {
  if (/^[\w./:@=^~,-]+$/.test(text)) return text;
  const short = text.length > 300 ? `${text.slice(0, 300)}…` : text;
  return JSON.stringify(short).replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/**
 * Ignores EPIPE: a reader that closes the pipe early does not change the exit code.
 *
 * @param {NodeJS.ErrnoException} error
 */
function ignoreEnd(error) {
  if (error.code !== "EPIPE") throw error;
}
