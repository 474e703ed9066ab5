// Reads the commits between two revisions that touched a contract, with the document at each.
import { posix } from "node:path";
import { DocumentError, type OpenApiDocument } from "../../document/document.ts";
import { git, pathInRepository, resolveRevision } from "../../document/git.ts";
import type { Reading } from "../../document/read-document.ts";
import { readSide } from "../side-location.ts";

/** A commit that may have changed the contract. */
export interface Step {
  /** Abbreviated hash; empty for uncommitted changes. */
  readonly commit: string;
  /** The author date. */
  readonly date: string;
  readonly author: string;
  readonly subject: string;
  readonly document: OpenApiDocument;
}

/** The document of the first revision, and that of each later commit that touches it. */
export interface Steps {
  readonly first: OpenApiDocument;
  /** Oldest first. */
  readonly steps: readonly Step[];
  /** Commits without a readable document. */
  readonly unread: readonly { readonly commit: string; readonly why: string }[];
}

/** Maximum number of commits. */
export const mostSteps = 400;

/**
 * Reads the steps. `to` undefined: up to the working tree. A merge is one step, as users of the branch see
 * it.
 *
 * @throws DocumentError for an unknown revision, and if there are too many commits
 */
export async function readSteps(
  {
    from,
    to,
    document,
  }: { readonly from: string; readonly to: string | undefined; readonly document: string },
  cwd: string,
  reading: Reading = {},
): Promise<Steps> {
  const read = (revision: string) =>
    readSide({ kind: "revision", revision, path: document, named: true }, cwd, reading);
  const [start, end] = [await resolveRevision(from, cwd), await resolveRevision(to ?? "HEAD", cwd)];
  const commits = await commitsOf(start, end, document, cwd);
  if (commits.length > mostSteps)
    throw new DocumentError(
      `${from}..${to ?? "HEAD"} has ${commits.length} commits that touch the contract`,
      {
        fix: `name a shorter range: up to ${mostSteps} are walked`,
      },
    );
  const first = await read(start);
  const steps: Step[] = [];
  const unread: { commit: string; why: string }[] = [];
  for (const commit of commits) {
    try {
      steps.push({ ...commit, document: await read(commit.commit) });
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      unread.push({ commit: commit.commit, why: error.message });
    }
  }
  if (to === undefined) {
    const worktree = await readSide({ kind: "file", path: document, named: true }, cwd, reading);
    const lastText = JSON.stringify((steps.at(-1)?.document ?? first).root);
    const nobody = { commit: "", date: "", author: "", subject: "not committed yet" };
    if (JSON.stringify(worktree.root) !== lastText) steps.push({ ...nobody, document: worktree });
  }
  return { first, steps, unread };
}

async function commitsOf(from: string, to: string, document: string, cwd: string) {
  const path = await pathInRepository(posix.normalize(document), cwd);
  const folder = posix.dirname(path);
  // A contract may consist of several files, beside it or below.
  const paths = folder === "." ? [path] : [folder];
  const listed = await git(
    [
      "log",
      "--first-parent",
      "-m",
      "--reverse",
      "-z",
      "--format=%h%x1f%as%x1f%an%x1f%s",
      `${from}..${to}`,
      "--",
      ...paths.map((one) => `:(top)${one}`),
    ],
    cwd,
  );
  const records = listed
    .text()
    .split("\0")
    .filter((record) => record.trim() !== "");
  return records.map((record) => {
    const [commit = "", date = "", author = "", subject = ""] = record.trim().split("\x1f");
    return { commit, date, author, subject };
  });
}
