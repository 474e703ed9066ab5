// Runs a program in a thread of its own, whose memory, stack and processor time are limited. What reads documents of others ends with
// a message, whatever they ask for, and never takes the machine along.
import { SHARE_ENV, Worker } from "node:worker_threads";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { isWatched, ProgressLine } from "./progress-line.js";

/**
 * Memory and stack in MiB, together 2 GB with what lies beside them; seconds of processor time of the whole process.
 *
 * @typedef {{ memory: number, stack: number, seconds: number }} Limits
 */

/**
 * As `scripts/contract/document/announce-size.ts` tells it.
 *
 * @typedef {{ name: string, length: number, longest?: { pointer: string, members: number } }} FileSize
 */

/** In MiB; V8 takes a third of it for new objects. */
const young = 192;

/**
 * How much a function has run before the compiler optimises it, in V8's units; some eight times what is usual. Most commands end before that is
 * worth it: half of what a comparison took was the compiler. What runs for seconds is optimised a little later. Since Node 22 the compiler
 * waits by itself, and has another flag.
 */
const budget = 1_000_000;

/** @type {Readonly<Limits>} */
const usual = { memory: 1440, stack: 256, seconds: 120 };

/**
 * The exit code of the program, which gets this process's arguments; 2 after three lines on stderr, when it asks for more.
 *
 * @param {string} program  the URL of its module
 * @param {Partial<Limits>} [limits]
 * @returns {Promise<number>}
 */
export function runBounded(program, limits = {}) {
  const { memory, stack, seconds } = { ...usual, ...limits };
  const { argv, stdout, stderr } = process;
  if (process.versions.node.startsWith("20.")) setFlagsFromString(`--interrupt-budget=${budget}`);
  for (const stream of [stdout, stderr]) stream.on("error", ignoreEnd);
  const isShown = isWatched(stderr, argv, process.env);
  const worker = new Worker(fileURLToPath(new URL("bounded-program.js", import.meta.url)), {
    argv: argv.slice(2),
    env: SHARE_ENV,
    // Where a line of progress is on the terminal, this thread writes what the program prints.
    stdout: isShown,
    stderr: isShown,
    workerData: { program, isShown, terminal: { isTTY: stdout.isTTY, columns: stdout.columns } },
    // Most commands end before the first collection of so large a space for new objects.
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
 * A word of a command line as it can be read: plain, or in quotes with its controls escaped.
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
 * A reader that leaves early changes no exit code.
 * @param {NodeJS.ErrnoException} error
 */
function ignoreEnd(error) {
  if (error.code !== "EPIPE") throw error;
}
