// Reads a document as one side of `git diff` has it, with its other files from the same tree.
import type { OpenApiDocument } from "../../document/document.ts";
import { DocumentError } from "../../document/document.ts";
import { git } from "../../document/git.ts";
import { readDocument } from "../../document/read-document.ts";
import { diskReader, readDisk } from "../../document/read-disk.ts";
import { decodeText } from "../../document/read-text.ts";
import { asWritten } from "../side-location.ts";
import { type DrivenFile, locateBlob } from "./locate-blob.ts";
import type { GitCommand } from "./read-git-command.ts";

/** Reads the document; `side` names it in locations, as in git: `a` or `b`. */
export async function readDrivenDocument(
  driven: DrivenFile,
  side: "a" | "b",
  at: { readonly command: GitCommand; readonly cwd: string },
): Promise<OpenApiDocument> {
  const { tree, path } = await locateBlob(driven, at.command, at.cwd);
  const top = (await git(["rev-parse", "--show-toplevel"], at.cwd)).text().trim();
  const readWorktree = diskReader(path, { directory: top });
  return readDocument(path, {
    ...asWritten,
    nameOf: (name) => `${side}/${name}`,
    readText: async (name) => {
      // The content that git passed: no other file is certainly that of this side.
      if (name === path) return readDisk(driven.file, at.cwd);
      if (tree === "worktree") return readWorktree(name);
      const object = tree === "index" ? `:0:${name}` : `${tree.commit}:${name}`;
      const blob = await git(["cat-file", "blob", object], at.cwd);
      if (!blob.failed) return decodeText(blob.bytes, `${side}/${name}`);
      throw new DocumentError(`${side}/${name} is not in that revision`, { fix: "correct the $ref" });
    },
  });
}
