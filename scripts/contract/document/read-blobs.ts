// Reads any number of files of one commit through one git process.
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { DocumentError } from "./document.ts";
import { maxBytes, tooLarge } from "./read-text.ts";

/** A request that waits for git's response. */
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
  /**
   * Bytes of the next response's content and its final line feed; undefined until its first line is complete.
   */
  #wanted: number | undefined;
  #isBlob = false;

  constructor(commit: string, cwd: string) {
    this.#commit = commit;
    this.#child = spawn("git", ["cat-file", "--batch", "--follow-symlinks"], { cwd });
    this.#child.stdout.on("data", (chunk: Buffer) => this.#take(chunk));
    this.#child.on("error", (cause) => this.#fail(cause)).on("close", () => this.#fail(undefined));
    this.#child.stdin.on("error", (cause) => this.#fail(cause));
  }

  /**
   * Reads a file by its path from the top of the repository; undefined if it does not exist. Symbolic links
   * within the commit are followed.
   */
  read(path: string): Promise<Uint8Array | undefined> {
    // A line is a request, so a path with a line feed cannot be requested; paths that leave the repository
    // are not found.
    if (path.includes("\n") || /^(\.{0,2}\/|\.{0,2}$)/.test(path)) return Promise.resolve(undefined);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ path, resolve, reject });
      this.#child.stdin.write(`${this.#commit}:${path}\n`);
    });
  }

  /** Ends the git process. */
  close(): void {
    this.#child.stdin.end();
    this.#child.kill();
  }

  #take(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    while (this.#answer());
  }

  /** Processes the received bytes. Returns true if a header or a content was complete. */
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
