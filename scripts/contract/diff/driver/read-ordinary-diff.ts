// Returns git's own diff of a file.
import { execFile } from "node:child_process";
import type { DrivenFile } from "./locate-blob.ts";

const nothing = "/dev/null";

/** Returns the patch, whose header names the file and not the temporary one; undefined if git makes none. */
export function readOrdinaryDiff(
  before: DrivenFile,
  after: DrivenFile,
  at: { readonly colour: boolean; readonly cwd: string },
): Promise<string | undefined> {
  const args = [
    ...["diff", "--no-index", "--no-ext-diff", `--color=${at.colour ? "always" : "never"}`],
    ...["--", before.file, after.file],
  ];
  return new Promise((resolve) => {
    execFile("git", args, { cwd: at.cwd, maxBuffer: 256 * 1024 * 1024 }, (error, stdout) => {
      // 1: there are differences.
      const isPatch = error === null || error.code === 1;
      resolve(isPatch ? withHeader(stdout, before, after) : undefined);
    });
  });
}

/** Writes the header that git prints for files of a repository. */
function withHeader(patch: string, before: DrivenFile, after: DrivenFile): string {
  const lines = patch.split("\n");
  const body = lines.findIndex((line) => /^(?:\u001b\[[\d;]*m)*(?:@@|Binary)/.test(line));
  const [old, young] = [`a/${before.path}`, `b/${after.path}`];
  return [
    `diff --git ${old} ${young}`,
    ...modeLines(before, after),
    ...renameLines(before, after),
    // A file that was only renamed, or given another mode, has no changed lines.
    ...(body === -1 ? [] : contentLines(before, after, [old, young], lines.slice(body))),
  ]
    .join("\n")
    .trimEnd();
}

function contentLines(
  before: DrivenFile,
  after: DrivenFile,
  [old, young]: readonly [string, string],
  body: readonly string[],
): string[] {
  return [
    `index ${before.hex.slice(0, 10)}..${after.hex.slice(0, 10)}`,
    `--- ${before.file === nothing ? nothing : old}`,
    `+++ ${after.file === nothing ? nothing : young}`,
    ...body,
  ];
}

/** The temporary files have modes of their own: git's arguments name those of the revisions. */
function modeLines(before: DrivenFile, after: DrivenFile): string[] {
  if (before.file === nothing) return [`new file mode ${after.mode}`];
  if (after.file === nothing) return [`deleted file mode ${before.mode}`];
  return before.mode === after.mode ? [] : [`old mode ${before.mode}`, `new mode ${after.mode}`];
}

function renameLines(before: DrivenFile, after: DrivenFile): string[] {
  return before.path === after.path ? [] : [`rename from ${before.path}`, `rename to ${after.path}`];
}
