// Parses a range of revisions in one argument, in git's syntax: `main...HEAD`, `v1.0.0..main`.
import { DocumentError } from "../document/document.ts";
import { git, resolveRevision } from "../document/git.ts";

/** Both sides of a comparison, as revisions. */
export interface RevisionRange {
  readonly base: string;
  readonly head: string;
}

/**
 * Resolves a range: `main...HEAD` compares with the merge base of main and HEAD, `main..HEAD` with main
 * itself; an omitted side is HEAD. Undefined for a text that is not a range of revisions.
 *
 * @throws DocumentError for an unknown revision, and if the two have no commit in common
 */
export async function locateRange(text: string, cwd: string): Promise<RevisionRange | undefined> {
  const match = /^([^:]*?)(\.{2,3})(?!\.)([^:/\\]*(?:\/[^:./\\][^:\\]*)*)$/.exec(text);
  // `../old.yaml` and similar texts are files.
  if (match === null || /^\.|\.(ya?ml|json)$/i.test(text)) return undefined;
  const [base = "HEAD", dots, head = "HEAD"] = [match[1] || undefined, match[2], match[3] || undefined];
  const [from, to] = await Promise.all([resolveRevision(base, cwd), resolveRevision(head, cwd)]);
  if (dots === "..") return { base, head };
  const found = await git(["merge-base", from, to], cwd);
  if (!found.failed) return { base: found.text().trim().slice(0, 12), head };
  const shallow = (await git(["rev-parse", "--is-shallow-repository"], cwd)).text().trim() === "true";
  throw new DocumentError(`${base} and ${head} have no commit in common`, {
    fix: shallow
      ? "this clone is shallow: run git fetch --unshallow, or check out with fetch-depth: 0"
      : `compare them as they are: contract diff ${base}..${head}`,
  });
}
