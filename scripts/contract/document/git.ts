// Read-only git commands: resolve revisions, and read files of a commit.
import { execFile } from "node:child_process";
import { posix } from "node:path";
import { promisify } from "node:util";
import { DocumentError } from "./document.ts";

/** The output of a git command. */
export interface GitResult {
  readonly failed: boolean;
  readonly bytes: Uint8Array;
  text(): string;
}

let remembered: Map<string, Promise<GitResult>> | undefined;
let running = 0;

/**
 * Runs a command that only reads a repository: each git command runs once, however many parts need its result
 * (the folder's path in the repository, the commit of a revision).
 */
export async function rememberGit<Result>(command: () => Promise<Result>): Promise<Result> {
  remembered ??= new Map();
  running++;
  try {
    return await command();
  } finally {
    running--;
    if (running === 0) remembered = undefined;
  }
}

/**
 * Runs git, once in a command that {@link rememberGit} runs. If git reports an error, the result is `failed`.
 *
 * @throws DocumentError only if git is not installed
 */
export function git(args: readonly string[], cwd: string): Promise<GitResult> {
  const key = JSON.stringify([cwd, ...args]);
  const result = remembered?.get(key) ?? runGit(args, cwd);
  remembered?.set(key, result);
  return result;
}

async function runGit(args: readonly string[], cwd: string): Promise<GitResult> {
  try {
    const { stdout } = await promisify(execFile)("git", args, {
      cwd,
      encoding: "buffer",
      maxBuffer: 256 * 1024 * 1024,
    });
    return { failed: false, bytes: stdout, text: () => stdout.toString("utf8") };
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") {
      throw new DocumentError("git cannot be run", {
        fix: "install git, or name two files instead of revisions",
        cause,
      });
    }
    return { failed: true, bytes: new Uint8Array(), text: () => "" };
  }
}

/**
 * Returns the commit that a revision names.
 *
 * @throws DocumentError for an unknown revision; the message says so if the clone is shallow
 */
export async function resolveRevision(revision: string, cwd: string): Promise<string> {
  // --end-of-options: text that begins with a dash is read as a revision, not as an option.
  const result = await git(
    ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`],
    cwd,
  );
  if (!result.failed) return result.text().trim();
  if ((await git(["rev-parse", "--is-inside-work-tree"], cwd)).failed) {
    throw new DocumentError(`${JSON.stringify(revision)} is not read: ${cwd} is in no git repository`, {
      fix: "run it inside a clone, or name two files",
    });
  }
  const shallow = (await git(["rev-parse", "--is-shallow-repository"], cwd)).text().trim() === "true";
  throw new DocumentError(`git finds no revision ${JSON.stringify(revision)}`, {
    fix: shallow
      ? "this clone is shallow: run git fetch --unshallow, or check out with fetch-depth: 0"
      : "run git fetch, and check the name with git log --oneline",
  });
}

/** Converts a path relative to `cwd` to one relative to the top of the repository, as git names files. */
export async function pathInRepository(path: string, cwd: string): Promise<string> {
  const prefix = (await git(["rev-parse", "--show-prefix"], cwd)).text().trim();
  return posix.join(prefix, path);
}

/**
 * The path of a folder from the top of its repository, with a slash at its end; empty at the top, outside any
 * repository and without git.
 */
export async function folderInRepository(cwd: string): Promise<string> {
  return git(["rev-parse", "--show-prefix"], cwd).then(
    (result) => result.text().trim(),
    () => "",
  );
}

/**
 * Reads a file of a commit; undefined if it does not exist. `path` is relative to the top of the repository.
 */
export async function readBlob(commit: string, path: string, cwd: string): Promise<Uint8Array | undefined> {
  const result = await git(["cat-file", "blob", `${commit}:${path}`], cwd);
  return result.failed ? undefined : result.bytes;
}
