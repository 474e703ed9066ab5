// Finds breaks that a change excuses itself: they are breaks under base's config and Overlays, but not under
// the change's own.
import type { CommandArgs, CommandIo, ConfigInForce } from "../cli/command.ts";
import { readingOf } from "../cli/reading-options.ts";
import { DocumentError } from "../document/document.ts";
import { isUrl } from "../document/uri.ts";
import { mayAccept } from "./accept/acceptors.ts";
import type { Finding } from "./comparison.ts";
import { type ConfigEdit, configEdit, textAt } from "./config-at-base.ts";
import { readDiffRequest } from "./diff-options.ts";
import { compareWithCallers, reviewSides } from "./compare-sides.ts";
import { readSides, type Sides } from "./read-sides.ts";
import type { Review } from "./review.ts";
import type { SideLocation } from "./side-location.ts";
import { readSupported } from "./versions/read-supported.ts";

/** The input of a comparison, and the config in force. */
export interface ComparisonInput {
  readonly args: CommandArgs;
  readonly config: ConfigInForce | undefined;
  readonly today: Date;
}

/**
 * Returns the review with the breaks that the change excuses itself, by an edit of the config or of an
 * Overlay; they are open breaks unless an authorised person approved the edit. If base is not a revision, or
 * neither the config nor an Overlay differs from base's, the review is unchanged. Otherwise the comparison
 * runs a second time, with the config and Overlays of base.
 */
export async function withExcused(
  sides: Sides,
  review: Review,
  input: ComparisonInput,
  io: CommandIo,
): Promise<Review> {
  const edit = await configEdit(sides, input.config, io.cwd);
  const by = [
    ...(edit === undefined ? [] : [edit.path]),
    ...(await editedOverlays(sides, input.args, io.cwd)),
  ];
  if (by.length === 0) return review;
  const { open, acceptors } = await underBase(sides, input, { edit, io });
  const here = new Set(review.open.map(({ fingerprint }) => fingerprint));
  const excused = open.filter(({ fingerprint }) => !here.has(fingerprint));
  if (excused.length === 0) return review;
  // Who may approve it is not for the change to decide either.
  if (await mayAccept(acceptors, by, sides.base, io.cwd)) {
    return { ...review, excused: excused.map((finding) => ({ finding, by })) };
  }
  return withBreaks(review, excused, `${by.join(", ")} of this change differs, and base's version applies`);
}

/** Returns the review with these breaks open, however it graded them. */
function withBreaks(review: Review, breaks: readonly Finding[], why: string): Review {
  const names = new Set(breaks.map(({ fingerprint }) => fingerprint));
  const excusedFindings = breaks.map((finding) => ({
    ...finding,
    reason: finding.reason === undefined ? why : `${finding.reason}; ${why}`,
  }));
  const { comparison, accepted, open, ignored = [] } = review;
  const others = comparison.findings.filter(({ fingerprint }) => !names.has(fingerprint));
  const findings = [...excusedFindings, ...others];
  const count = (verdict: Finding["verdict"]) =>
    findings.filter((finding) => finding.verdict === verdict).length;
  const counts = {
    operations: comparison.counts.operations,
    breaking: count("breaking"),
    undecided: count("undecided"),
    notice: count("notice"),
    compatible: count("compatible"),
  };
  return {
    ...review,
    comparison: { ...comparison, findings, counts },
    open: [...excusedFindings, ...open],
    accepted: new Map([...accepted].filter(([fingerprint]) => !names.has(fingerprint))),
    ignored: ignored.filter(({ finding }) => !names.has(finding.fingerprint)),
  };
}

/**
 * Returns the Overlays in force that are missing in base or differ from base's, and that are those of head.
 */
async function editedOverlays(
  { base, head }: Pick<Sides, "base" | "head">,
  args: CommandArgs,
  cwd: string,
): Promise<string[]> {
  if (base.kind !== "revision") return [];
  const worktree: SideLocation = { kind: "file", path: head.path, named: false };
  const edited: string[] = [];
  for (const path of new Set(args.values("overlay").filter((one) => !isUrl(one)))) {
    const text = await textAt(worktree, path, cwd);
    // If base's files are checked out, head's files are not in force, and what is new in base is not an edit
    // of the change.
    const isOfHead = head.kind === "file" || (await textAt(head, path, cwd)) === text;
    if (isOfHead && (await textAt(base, path, cwd)) !== text) edited.push(path);
  }
  return edited;
}

/**
 * Returns what would be open if the change had not edited the config and the Overlays, and who may accept it.
 */
async function underBase(
  { base }: Sides,
  { args, config, today }: ComparisonInput,
  { edit, io }: { readonly edit: ConfigEdit | undefined; readonly io: CommandIo },
) {
  const before = config === undefined || edit === undefined ? args : argsUnderBase(config, edit);
  const overlays: string[] = [];
  for (const path of before.values("overlay"))
    if (isUrl(path) || (await textAt(base, path, io.cwd)) !== undefined) overlays.push(path);
  const reading = {
    ...readingOf(before, { err: () => undefined }),
    overlays,
    readOverlay: async (path: string) => (await textAt(base, path, io.cwd)) ?? "",
  };
  const request = readDiffRequest(before, today);
  const { base: from, head, document } = readDiffRequest(args, today);
  const again = await readSides(from, head, document, io.cwd, reading);
  const comparison = await compareWithCallers(again, request.compare, await readSupported(before, io));
  const review = await reviewSides(again, comparison, { ...request, today, cwd: io.cwd });
  return { open: review.open, acceptors: request.acceptors };
}

/** Returns the arguments under base's config; a config of base that cannot be read adds none. */
function argsUnderBase(config: ConfigInForce, { atBase }: ConfigEdit): CommandArgs {
  try {
    return config.under(atBase);
  } catch (error) {
    if (error instanceof DocumentError) return config.under(undefined);
    throw error;
  }
}
