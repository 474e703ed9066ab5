// Runs the bundled tests, three files at a time: `npm test [-- FILE …]`, where FILE is a part of a name such
// as `test/client/page.test.ts`. Prints TAP, or a line per file on a terminal, and keeps the output of each
// file in .tap/test-results/, and the times of all in .tap/times.txt.
//
// Three processes (lanes) run the files one after the other. A file with a comment `@own-process`, and the
// reason, has a process of its own, and so has a file that imports a module with one.
import { fork } from "node:child_process";
import { createWriteStream, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PassThrough, Writable } from "node:stream";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const bundled = join(root, "dist", "test");
const results = join(root, ".tap", "test-results");
/** Seconds that a file may take unless it states otherwise; `TAP_TIMEOUT` is for busy machines. */
const seconds = Number(process.env.TAP_TIMEOUT ?? (process.env.CHECK_LONG === undefined ? 120 : 3600));
/** Seconds after which a file that does not end is ended, and a lane that stays open without a file. */
const grace = Math.min(20, seconds);

const library = pathToFileURL(join(bundled, "node_modules", "tap", "index.js")).href;
/** @type {unknown} */
const tap = await import(library);
const { default: t, TapFile } = /** @type {typeof import("tap")} */ (tap);

/** @typedef {import("./test-lane.js").Ended} Ended */

/** A process for test files, of which it runs one at a time. */
class Lane {
  #child = fork(join(root, "scripts", "test-lane.js"), [], {
    cwd: root,
    env: { ...process.env, TAP_TIMEOUT: String(seconds) },
    execArgv: ["--enable-source-maps"],
    stdio: ["ignore", process.stderr, process.stderr, "ipc"],
  });
  /** What its files left open: `file: kind, kind`. */
  #left = /** @type {string[]} */ ([]);

  /**
   * Runs a file.
   *
   * @param {string} name
   * @param {{ text: (tap: string) => void, timeout: (milliseconds: number) => void }} on
   * @returns {Promise<Ended | string>} a string if the process ended before the file did
   */
  run(name, on) {
    const child = this.#child;
    return new Promise((done) => {
      /** @type {(code: number | null, signal: string | null) => void} */
      const onExit = (code, signal) => {
        done(`its process ended with ${signal ?? `exit code ${code}`}`);
      };
      const onMessage = (/** @type {{ text?: string, timeout?: number, ended?: Ended }} */ message) => {
        if (message.text !== undefined) on.text(message.text);
        if (message.timeout !== undefined) on.timeout(message.timeout);
        if (message.ended === undefined) return;
        child.off("message", onMessage).off("exit", onExit);
        if (message.ended.left.length > 0) this.#left.push(`${name}: ${message.ended.left.join(", ")}`);
        done(message.ended);
      };
      child.on("message", onMessage).once("exit", onExit);
      child.send(name);
    });
  }

  kill() {
    this.#child.kill("SIGKILL");
  }

  /**
   * Ends it once its files have closed what they opened.
   *
   * @returns {Promise<string | undefined>} a message if something stays open, or the exit code is not 0
   */
  end() {
    const child = this.#child;
    if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(undefined);
    return new Promise((done) => {
      const timer = setTimeout(() => {
        child.kill("SIGKILL");
        done(`a process stays open; left after its files:\n${this.#left.join("\n")}`);
      }, grace * 1000);
      child.once("exit", (code, signal) => {
        clearTimeout(timer);
        done(code === 0 || signal === "SIGKILL" ? undefined : `a process ended with ${signal ?? code}`);
      });
      child.send("end");
    });
  }
}

/** @type {Lane[]} */
const idle = [];
/** @type {Promise<void>[]} */
const ends = [];
/** @type {{ name: string, processor: number, wall: number }[]} */
const times = [];

/**
 * @typedef {object} TestFile
 * @property {string} name     of the bundled file, relative to the project
 * @property {boolean} own     it needs a process of its own
 * @property {number} longest  its longest stated timeout, in milliseconds
 */

/** @type {unknown} */
const listed = JSON.parse(readFileSync(join(bundled, "files.json"), "utf8"));
const files = /** @type {TestFile[]} */ (listed);
const wanted = process.argv.slice(2).map((name) => name.replace(/^(dist\/)?/, "").replace(/\.[tj]s$/, "."));
const chosen = files
  .filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  // Those that state a long timeout first, so that the lanes end together.
  .sort((a, b) => b.longest - a.longest || (a.name < b.name ? -1 : 1));

rmSync(results, { recursive: true, force: true });
// One more than processors, of which two are usual: files also wait, for programs and for timeouts.
t.jobs = 3;
t.setTimeout(0);
if (process.stdout.isTTY) t.pipe(new Writable({ write: (_text, _encoding, done) => done() }));
if (chosen.length === 0) t.fail(`no test is named ${process.argv.slice(2).join(" or ")}`);

/** A test file, which starts when it is its turn. */
class FileInLane extends TapFile {
  /** @type {Lane | undefined} */
  #lane;
  #output;
  #file;

  /** @param {ConstructorParameters<typeof TapFile>[0] & { file: TestFile }} options */
  constructor(options) {
    const { file, ...rest } = options;
    const output = new PassThrough({ encoding: "utf8" });
    super({ ...rest, tapStream: output });
    this.#output = output;
    this.#file = file;
  }

  /**
   * @override
   * @param {() => void} done
   */
  main(done) {
    const path = join(results, `${this.name}.tap`);
    mkdirSync(dirname(path), { recursive: true });
    this.#output.pipe(createWriteStream(path));
    super.main(done);
    void this.#run();
  }

  async #run() {
    const { name, own } = this.#file;
    const started = performance.now();
    const lane = (own ? undefined : idle.pop()) ?? new Lane();
    this.#lane = lane;
    const ended = await lane.run(name, {
      text: (text) => {
        this.#output.write(text);
      },
      // A file that reaches its own limit says where.
      timeout: (limit) => {
        this.setTimeout(limit === 0 ? 0 : limit + grace * 1000);
      },
    });
    if (typeof ended === "string") {
      this.#output.end(`\nnot ok - ${name}: ${ended}\n`);
      return;
    }
    const { ok, processor, changed } = ended;
    const wall = (performance.now() - started) / 1000;
    times.push({ name, processor, wall });
    if (changed.length > 0 && !own)
      t.fail(`${name} leaves the process changed: ${changed.join(", ")}; restore it, or use @own-process`);
    // What has failed may still be running.
    if (own || !ok || changed.length > 0) ends.push(endLane(lane));
    else idle.push(lane);
    this.#output.end(`# time=${(wall * 1000).toFixed(0)}ms processor=${(processor * 1000).toFixed(0)}ms\n`);
  }

  /**
   * @override
   * @param {Parameters<InstanceType<typeof TapFile>["timeout"]>[0]} [options]
   */
  timeout(options) {
    this.#lane?.kill();
    super.timeout(options);
  }
}

/** @param {Lane} lane */
async function endLane(lane) {
  const complaint = await lane.end();
  if (complaint !== undefined) t.fail(complaint);
}

const tests = chosen.map((file) => {
  const options = { file, name: file.name, buffered: true, timeout: (seconds + grace) * 1000 };
  const test = t.sub(FileInLane, options);
  return test.then((ended) => {
    const path = join(results, `${file.name}.tap`);
    if (process.stdout.isTTY) console.log(ended?.ok === true ? `✓ ${file.name}` : `✗ ${file.name}: ${path}`);
  });
});
await Promise.all(tests);
await Promise.all([...ends, ...idle.map(endLane)]);
times.sort((a, b) => b.processor - a.processor);
const lines = times.map(({ name, processor, wall }) =>
  [processor.toFixed(2).padStart(8), wall.toFixed(2).padStart(8), name].join("  "),
);
mkdirSync(results, { recursive: true });
writeFileSync(
  join(root, ".tap", "times.txt"),
  `processor      wall  seconds of each file\n${lines.join("\n")}\n`,
);
