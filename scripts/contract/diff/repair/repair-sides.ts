// Writes a repair into the text of head's document, and as an Overlay. Both are parsed again before they are
// printed.
import { posix } from "node:path";
import { DocumentError, type JsonObject, type OpenApiDocument } from "../../document/document.ts";
import { parseJson } from "../../document/parse-json.ts";
import { parseYaml } from "../../document/parse-yaml.ts";
import { isObject } from "../../document/pointer.ts";
import { readDocument, type Reading } from "../../document/read-document.ts";
import { compare } from "../compare.ts";
import type { CompareOptions } from "../comparison.ts";
import type { Sides } from "../read-sides.ts";
import type { Review } from "../review.ts";
import { asWritten, readBeside } from "../side-location.ts";
import type { ReadVersion } from "../versions/read-supported.ts";
import { withStepsInText } from "./edit-text.ts";
import { overlayText } from "./overlay-text.ts";
import { repair, type Repair } from "./repair.ts";

export interface WrittenRepair extends Repair {
  /** The path of head's document. */
  readonly path: string;
  /** Its text before and after; undefined if the edits cannot be made in it, for the reason in `why`. */
  readonly text: { readonly before: string; readonly after: string } | undefined;
  /** An Overlay with the same edits; undefined if `text` is. */
  readonly overlay: string | undefined;
  readonly why?: string;
}

/** Repairs the open breaks of a review. */
export async function repairSides(
  sides: Sides,
  { open }: Review,
  options: {
    readonly compare: CompareOptions;
    readonly versions: readonly ReadVersion[];
    readonly reading: Reading;
    readonly cwd: string;
  },
): Promise<WrittenRepair> {
  const bases = [sides.before, ...options.versions.map(({ document }) => document)];
  const wanted = new Set(open.map(({ fingerprint }) => fingerprint));
  const repaired = repair(bases, sides.after, { ...options.compare, wanted });
  const { path } = sides.head;
  const before = await readBeside(sides.head, path, options.cwd);
  const nothing = { ...repaired, path, text: undefined, overlay: undefined };
  if (repaired.steps.length === 0 || before === undefined) return nothing;
  const after = withStepsInText(before, repaired.steps);
  const root = writtenRoot(before, path);
  if (after === undefined || root === undefined)
    return { ...nothing, why: "it would change what is written by an alias, or in another file" };
  if (!(await isMended(after, sides, repaired, options)))
    return { ...nothing, why: `what it changes is not written in ${path} as it is read: edit it by hand` };
  const edits = repaired.repaired.map(({ edit }) => edit);
  const overlay = overlayText(root, edits, `What keeps ${sides.before.name} compatible`);
  return { ...repaired, path, text: { before, after }, overlay };
}

/** True if the edited text, read again, has no more breaks than the edited document. */
async function isMended(
  text: string,
  sides: Sides,
  { document: expected }: Repair,
  { compare: comparing, reading, cwd }: Parameters<typeof repairSides>[2],
): Promise<boolean> {
  const { head, before } = sides;
  const entry = posix.normalize(head.path);
  try {
    const document = await readDocument(head.path, {
      ...asWritten,
      ...reading,
      directory: cwd,
      readText: async (path) =>
        posix.normalize(path) === entry ? text : ((await readBeside(head, path, cwd)) ?? ""),
    });
    const breaksIn = (one: OpenApiDocument) =>
      compare(before, one, comparing)
        .findings.filter(({ verdict }) => verdict === "breaking")
        .map(({ fingerprint }) => fingerprint);
    const left = new Set(breaksIn(expected));
    return breaksIn(document).every((fingerprint) => left.has(fingerprint));
  } catch (error) {
    if (error instanceof DocumentError) return false;
    throw error;
  }
}

/** Returns the document as in its file, without resolved references or conversions. */
function writtenRoot(text: string, path: string): JsonObject | undefined {
  const source = { path, name: path, text, exactNumbers: true };
  const { value } = /^\s*\{/.test(text) ? parseJson(source) : parseYaml(source);
  return isObject(value) ? value : undefined;
}
