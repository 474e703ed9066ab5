// Shows one line on a terminal with the current phase of a command, once it has taken a second. It is cleared
// before other output is written.

/**
 * The message of `scripts/contract/document/announce-progress.ts`.
 *
 * @typedef {{ name: string, done?: number, all?: number }} Phase
 */

import { subscribe } from "node:diagnostics_channel";

/** Delay before the line is shown, and its refresh interval, in milliseconds. */
const [patience, interval] = [1000, 100];
const signs = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const bar = 20;

/**
 * True if progress should be shown: on a terminal that can rewrite a line, not in CI, and not with a quiet
 * option.
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

  /** Starts to show the reported phase. It does not keep the process alive. */
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

  /** Shows a phase at once, for synchronous work, during which no timer runs. @param {Phase} phase */
  showNow(phase) {
    this.#phase = phase;
    this.#show();
  }

  /** Clears the line before other output. */
  clear() {
    if (!this.#isShown) return;
    this.#stream.write("\r\u001b[2K");
    this.#isShown = false;
  }

  end() {
    clearInterval(this.#timer);
    this.clear();
  }

  /** The terminal's width; 80 if it is unknown. */
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
    // A line that is wider than the terminal could not be cleared completely.
    const shown = Array.from(text)
      .slice(0, this.#columns() - 1)
      .join("");
    this.#stream.write(`\r\u001b[2K${shown}`);
    this.#isShown = true;
  }
}

/**
 * Formats a phase: `compare operations  ████████░░░░░░░░░░░░  480 of 1200`.
 *
 * @param {Phase} phase
 */
function progressText({ name, done, all }) {
  // The name may contain file names: control and format characters are replaced.
  const text = name.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "?");
  if (done === undefined || all === undefined || all === 0) return text;
  const full = Math.round((bar * Math.min(done, all)) / all);
  return `${text}  ${"█".repeat(full)}${"░".repeat(bar - full)}  ${done} of ${all}`;
}

/**
 * Shows the phases of this process itself as they are reported, since its own work lets no timer run.
 *
 * @param {NodeJS.Process} process
 * @returns {() => void} clears the line
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
