// Reads files of one commit through one git process, however many there are.
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { DocumentError } from "./document.ts";
import { maxBytes, tooLarge } from "./read-text.ts";

/** A question that waits for its answer. */
interface Waiting {
  readonly path: string;
  readonly resolve: (bytes: Uint8Array | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** `git cat-file --batch --follow-symlinks`: https://git-scm.com/docs/git-cat-file */
export class BlobReader {
  readonly #commit: string;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #waiting: Waiting[] = [];
  #chunks: Buffer[] = [];
  #length = 0;
  /** Bytes that the next answer takes; undefined until all of its first line is there. */
  #wanted: number | undefined;
  #isBlob = false;

  constructor(commit: string, cwd: string) {
    this.#commit = commit;
    this.#child = spawn("git", ["cat-file", "--batch", "--follow-symlinks"], { cwd });
    this.#child.stdout.on("data", (chunk: Buffer) => this.#take(chunk));
    this.#child.on("error", (cause) => this.#fail(cause)).on("close", () => this.#fail(undefined));
    this.#child.stdin.on("error", (cause) => this.#fail(cause));
  }

  /** A file, by its path from the top of the repository; undefined when it is not there. Links within the commit are followed. */
  read(path: string): Promise<Uint8Array | undefined> {
    // A line is a question; what leads out of the repository is none.
    if (path.includes("\n") || /^(\.{0,2}\/|\.{0,2}$)/.test(path)) return Promise.resolve(undefined);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ path, resolve, reject });
      this.#child.stdin.write(`${this.#commit}:${path}\n`);
    });
  }

  /** Ends the process. */
  close(): void {
    this.#child.stdin.end();
    this.#child.kill();
  }

  #take(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    while (this.#answer());
  }

  /** Whether something was understood of what has come. */
  #answer(): boolean {
    if (this.#wanted === undefined) {
      if (!this.#chunks.some((chunk) => chunk.includes("\n"))) return false;
      const all = Buffer.concat(this.#chunks);
      const end = all.indexOf("\n");
      this.#keep(all.subarray(end + 1));
      const [, kind = "", size] = /^(?:.* )?(\w+) (\d+)$/s.exec(all.toString("utf8", 0, end)) ?? [];
      if (size === undefined) return this.#settle((next) => next.resolve(undefined));
      this.#isBlob = kind === "blob";
      this.#wanted = Number(size) + 1;
      if (Number(size) <= maxBytes) return true;
      const [next] = this.#waiting;
      this.close();
      this.#fail(tooLarge(next?.path ?? ""));
      return false;
    }
    if (this.#length < this.#wanted) return false;
    const all = Buffer.concat(this.#chunks);
    const bytes = this.#isBlob ? all.subarray(0, this.#wanted - 1) : undefined;
    this.#keep(all.subarray(this.#wanted));
    this.#wanted = undefined;
    return this.#settle((next) => next.resolve(bytes));
  }

  #keep(rest: Buffer): void {
    this.#chunks = [rest];
    this.#length = rest.length;
  }

  #settle(settle: (next: Waiting) => void): boolean {
    const next = this.#waiting.shift();
    if (next !== undefined) settle(next);
    return true;
  }

  #fail(cause: unknown): void {
    const error =
      cause instanceof DocumentError
        ? cause
        : new DocumentError("git ended before it had handed over all files", { fix: "run git fsck", cause });
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }
}
