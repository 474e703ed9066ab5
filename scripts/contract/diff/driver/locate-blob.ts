// Finds the revision of a file that git shows: only there are the other files of the same revision.
import { isAbsolute } from "node:path";
import { git } from "../../document/git.ts";
import type { GitCommand } from "./read-git-command.ts";

/** A file of one side, as git passes it to a driver. */
export interface DrivenFile {
  /** Git's path; with `--relative`, without the folder. */
  readonly path: string;
  /** The file with its content: the file itself, or a temporary one. */
  readonly file: string;
  /** The blob's object name; zeros for a file of the working tree. */
  readonly hex: string;
  /** 100644, or 100755 for an executable file. */
  readonly mode: string;
}

/** A tree, and the file's full path in it. */
export interface BlobLocation {
  /** The working tree, the index, or a commit. */
  readonly tree: "worktree" | "index" | { readonly commit: string };
  readonly path: string;
}

/** Searches the revisions on git's command line first, then what git compares by default. */
export async function locateBlob(
  driven: DrivenFile,
  command: GitCommand,
  cwd: string,
): Promise<BlobLocation> {
  const { path, file, hex } = driven;
  // Temporary files have absolute paths; those of the working tree are relative to its root.
  const isReal = !isAbsolute(file) && (file === path || file.endsWith(`/${path}`));
  const worktree: BlobLocation = { tree: "worktree", path: isReal ? file : path };
  if (/^0*$/.test(hex)) return worktree;
  for (const revision of await namedCommits(command, cwd)) {
    const found = await inCommit(revision, driven, cwd);
    if (found !== undefined) return found;
  }
  if (isReal && !command.cached) return worktree;
  return (
    (await inIndex(driven, cwd)) ??
    (await inCommit("HEAD", driven, cwd)) ??
    (await inHistory(driven, cwd)) ??
    worktree
  );
}

async function namedCommits({ revisions }: GitCommand, cwd: string): Promise<string[]> {
  const names = revisions.flatMap((word) => {
    const [from = "", to] = word.split(/\.{2,3}/);
    return to === undefined ? [word] : [from || "HEAD", to || "HEAD"];
  });
  const bases = revisions
    .filter((word) => word.includes("..."))
    .map(async (word) => {
      const [from = "", to = ""] = word.split("...");
      return (await git(["merge-base", from || "HEAD", to || "HEAD"], cwd)).text().trim();
    });
  return [...(await Promise.all(bases)), ...names].filter((name) => name !== "");
}

async function inCommit(
  revision: string,
  driven: DrivenFile,
  cwd: string,
): Promise<BlobLocation | undefined> {
  const commit = await git(
    ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`],
    cwd,
  );
  if (commit.failed) return undefined;
  const name = commit.text().trim();
  const listed = await git(["ls-tree", "-r", "--full-tree", "-z", name], cwd);
  const path = pathOf(listed.text(), driven);
  return path === undefined ? undefined : { tree: { commit: name }, path };
}

async function inIndex(driven: DrivenFile, cwd: string): Promise<BlobLocation | undefined> {
  const listed = await git(["ls-files", "--stage", "--full-name", "-z", "--", ":/"], cwd);
  const path = pathOf(listed.text(), driven);
  return path === undefined ? undefined : { tree: "index", path };
}

/** Returns the newest commit that introduced the content. */
async function inHistory(driven: DrivenFile, cwd: string): Promise<BlobLocation | undefined> {
  const logged = await git(
    ["log", "--all", "--format=%H", `--find-object=${driven.hex}`, "--max-count=8"],
    cwd,
  );
  for (const commit of logged
    .text()
    .split("\n")
    .filter((line) => line !== "")) {
    const found = await inCommit(commit, driven, cwd);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Returns the path of a blob in the output of `ls-tree` or `ls-files --stage`: `mode (type) name\tpath`, or
 * `mode name stage\tpath`.
 */
function pathOf(listed: string, { path, hex }: DrivenFile): string | undefined {
  const entries = listed.split("\0").flatMap((entry) => {
    const [facts = "", name] = entry.split("\t");
    return name !== undefined && facts.split(" ").includes(hex) ? [name] : [];
  });
  return entries.find((name) => name === path) ?? entries.find((name) => name.endsWith(`/${path}`));
}
