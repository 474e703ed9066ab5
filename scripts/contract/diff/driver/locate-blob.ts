// Finds where a file that git shows came from: only there are the other files of the same revision.
import { isAbsolute } from "node:path";
import { git } from "../../document/git.ts";
import type { GitCommand } from "./read-git-command.ts";

/** A file of one side, as git hands it to a driver. */
export interface DrivenFile {
  /** What git calls it; with `--relative`, without the folder. */
  readonly path: string;
  /** Where its content lies: the file itself, or a temporary one. */
  readonly file: string;
  /** The blob's name; zeros for a file of the working tree. */
  readonly hex: string;
}

/** A tree, and the file's whole path in it. */
export interface BlobLocation {
  /** The working tree, the index, or a commit. */
  readonly tree: "worktree" | "index" | { readonly commit: string };
  readonly path: string;
}

/** The revisions that git was asked for come first, then what git compares without being told. */
export async function locateBlob(
  driven: DrivenFile,
  command: GitCommand,
  cwd: string,
): Promise<BlobLocation> {
  const { path, file, hex } = driven;
  // Temporary files have absolute paths; those of the working tree begin at its top.
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

/** The newest commit that brought the content in. */
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

/** The path of a blob in what `ls-tree` or `ls-files --stage` lists: `mode (type) name\tpath`, or `mode name stage\tpath`. */
function pathOf(listed: string, { path, hex }: DrivenFile): string | undefined {
  const entries = listed.split("\0").flatMap((entry) => {
    const [facts = "", name] = entry.split("\t");
    return name !== undefined && facts.split(" ").includes(hex) ? [name] : [];
  });
  return entries.find((name) => name === path) ?? entries.find((name) => name.endsWith(`/${path}`));
}
