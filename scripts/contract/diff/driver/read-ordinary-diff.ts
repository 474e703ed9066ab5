// Returns git's own diff of a file.
import { execFile } from "node:child_process";
import type { DrivenFile } from "./locate-blob.ts";

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

function withHeader(patch: string, before: DrivenFile, after: DrivenFile): string {
  const lines = patch.split("\n");
  const body = lines.findIndex((line) => /^(?:\u001b\[[\d;]*m)*(?:@@|Binary)/.test(line));
  if (body === -1) return patch.trimEnd();
  const header = lines
    .slice(0, body)
    .filter((line) => !/^(?:\u001b\[[\d;]*m)*(?:diff|index|similarity|rename|copy|---|\+\+\+) /.test(line));
  const [old, young] = [`a/${before.path}`, `b/${after.path}`];
  const nothing = "/dev/null";
  return [
    `diff --git ${old} ${young}`,
    ...header,
    `index ${before.hex.slice(0, 10)}..${after.hex.slice(0, 10)}`,
    `--- ${before.file === nothing ? nothing : old}`,
    `+++ ${after.file === nothing ? nothing : young}`,
    ...lines.slice(body),
  ]
    .join("\n")
    .trimEnd();
}
