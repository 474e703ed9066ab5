// Finds documents that a change removes from the config or replaces: they are compared all the same, so that
// none is hidden.
import { resolve } from "node:path";
import type { ConfigInForce, ConfiguredRun } from "../cli/command.ts";
import { DocumentError } from "../document/document.ts";
import { isUrl } from "../document/uri.ts";
import { type ConfigEdit, configEdit } from "./config-at-base.ts";
import { readDiffRequest } from "./diff-options.ts";
import { documentOf } from "./document-option.ts";
import { locateSides, renamesBetween, type Sides } from "./read-sides.ts";
import { readBeside, type SideLocation } from "./side-location.ts";

/** A comparison that only base's config requests. */
export interface DroppedRun extends ConfiguredRun {
  /** The document that the change names instead. */
  readonly inPlace: string;
}

/**
 * Returns the comparisons of the same command line under base's config that are missing under that of the
 * change. A document that git considers renamed to a compared one is not included: the move itself is a
 * finding.
 */
export async function droppedRuns(runs: readonly ConfiguredRun[], cwd: string): Promise<DroppedRun[]> {
  const [first] = runs;
  if (first === undefined) return [];
  const { base, head, document } = readDiffRequest(first.args, new Date());
  const [from, to] = await locateSides(base, head, document, cwd);
  const edit = await configEdit({ base: from, head: to }, first.config, cwd);
  if (edit === undefined || from.kind !== "revision") return [];
  const compared = new Map(runs.map((run) => [fullPath(documentOf(run.args), cwd), run]));
  const dropped: DroppedRun[] = [];
  for (const run of runsUnderBase(first.config, edit)) {
    const path = documentOf(run.args);
    const isCompared = isUrl(path) || compared.has(fullPath(path, cwd));
    if (isCompared || (await readBeside(from, path, cwd)) === undefined) continue;
    if (await isRenamed(path, { from, to, compared, cwd })) continue;
    const other = runs.find(({ name }) => name !== "" && name === run.name);
    dropped.push({ ...run, inPlace: other?.document ?? `nothing in ${edit.path}` });
  }
  return dropped;
}

/**
 * Returns both sides of such a comparison: that the check no longer reads the document is a finding beside
 * the changes in it.
 */
export function inPlaceOf(sides: Sides, inPlace: string | undefined): Sides {
  if (inPlace === undefined || sides.moved !== undefined) return sides;
  const { path } = sides.base;
  return {
    ...sides,
    moved: { from: path, to: inPlace, head: sides.after.name },
    note: `this change's config names ${inPlace} instead of ${path}`,
  };
}

/** Returns no runs for a config of base that cannot be read. */
function runsUnderBase(config: ConfigInForce, { atBase }: ConfigEdit): readonly ConfiguredRun[] {
  try {
    return config.runsUnder(atBase);
  } catch (error) {
    if (error instanceof DocumentError) return [];
    throw error;
  }
}

interface Renaming {
  readonly from: SideLocation & { readonly kind: "revision" };
  readonly to: SideLocation;
  readonly compared: ReadonlyMap<string, unknown>;
  readonly cwd: string;
}

async function isRenamed(path: string, { from, to, compared, cwd }: Renaming): Promise<boolean> {
  if ((await readBeside(to, path, cwd)) !== undefined) return false;
  const renames = await renamesBetween(from, to, cwd);
  return renames.some(({ before, after }) => before === path && compared.has(fullPath(after, cwd)));
}

function fullPath(path: string, cwd: string): string {
  return isUrl(path) ? path : resolve(cwd, path);
}
