// One line on a terminal that says what a command is at, once it has taken a second. It is gone before anything else is written.

/**
 * As `scripts/contract/document/announce-progress.ts` tells it.
 *
 * @typedef {{ name: string, done?: number, all?: number }} Phase
 */

import { subscribe } from "node:diagnostics_channel";

/** How long nothing is shown, and how often the line is written anew, in milliseconds. */
const [patience, interval] = [1000, 100];
const signs = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const bar = 20;

/**
 * Whether somebody watches: a terminal that can rewrite a line, no CI, and nobody who wants quiet.
 *
 * @param {{ isTTY?: boolean | undefined }} stream
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string | undefined>>} env
 */
export function isWatched(stream, args, env) {
  const isCi = !["", "0", "false"].includes(env["CI"] ?? "");
  return stream.isTTY === true && env["TERM"] !== "dumb" && !isCi && !args.includes("--quiet");
}

export class ProgressLine {
  #stream;
  #from = Date.now();
  #turn = 0;
  #isShown = false;
  /** @type {Phase | undefined} */
  #phase;
  /** @type {NodeJS.Timeout | undefined} */
  #timer;

  /** @param {{ write(text: string): unknown, readonly columns?: number | undefined }} stream */
  constructor(stream) {
    this.#stream = stream;
  }

  /** Shows what is told from now on. It keeps no process from ending. */
  start() {
    this.#timer = setInterval(() => {
      this.#show();
    }, interval);
    this.#timer.unref();
  }

  /** @param {Phase} phase */
  tell(phase) {
    this.#phase = phase;
  }

  /** For what cannot wait for a timer: work that lets none run. @param {Phase} phase */
  showNow(phase) {
    this.#phase = phase;
    this.#show();
  }

  /** Takes the line away, so that something else can be written. */
  clear() {
    if (!this.#isShown) return;
    this.#stream.write("\r\u001b[2K");
    this.#isShown = false;
  }

  end() {
    clearInterval(this.#timer);
    this.clear();
  }

  /** A terminal that says nothing of its width has 80. */
  #columns() {
    const { columns = 0 } = this.#stream;
    return columns > 10 ? columns : 80;
  }

  #show() {
    const took = Date.now() - this.#from;
    if (took < patience || this.#phase === undefined) return;
    if (this.#phase.name === "") {
      this.clear();
      return;
    }
    const sign = signs[this.#turn++ % signs.length] ?? "";
    const text = `${sign} ${progressText(this.#phase)}  ${Math.floor(took / 1000)} s`;
    // A line that is wider than the terminal would not be taken away whole.
    const shown = Array.from(text)
      .slice(0, this.#columns() - 1)
      .join("");
    this.#stream.write(`\r\u001b[2K${shown}`);
    this.#isShown = true;
  }
}

/**
 * `compare operations  ████████░░░░░░░░░░░░  480 of 1200`
 * @param {Phase} phase
 */
function progressText({ name, done, all }) {
  // Names of files are in it: nothing of them moves what stands beside it.
  const text = name.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "?");
  if (done === undefined || all === undefined || all === 0) return text;
  const full = Math.round((bar * Math.min(done, all)) / all);
  return `${text}  ${"█".repeat(full)}${"░".repeat(bar - full)}  ${done} of ${all}`;
}

/**
 * Shows what this process itself is at, as far as it is told: its own work lets no timer run.
 *
 * @param {NodeJS.Process} process
 * @returns {() => void} takes the line away
 */
export function showPhases({ stderr, argv, env }) {
  if (!isWatched(stderr, argv, env)) return () => undefined;
  const progress = new ProgressLine(stderr);
  subscribe("contract:phase", (phase) => {
    progress.showNow(/** @type {Phase} */ (phase));
  });
  return () => {
    progress.end();
  };
}
