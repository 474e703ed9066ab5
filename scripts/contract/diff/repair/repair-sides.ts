// Writes a repair into the text of head's files, and as an Overlay. The files are read again before they are
// printed.
import { posix } from "node:path";
import { DocumentError, type JsonObject, type OpenApiDocument } from "../../document/document.ts";
import { parseJson } from "../../document/parse-json.ts";
import { parseYaml } from "../../document/parse-yaml.ts";
import { isObject } from "../../document/pointer.ts";
import { readDocument, type Reading } from "../../document/read-document.ts";
import { isAbsoluteUri } from "../../document/uri.ts";
import { compare } from "../compare.ts";
import type { CompareOptions } from "../comparison.ts";
import type { Sides } from "../read-sides.ts";
import type { Review } from "../review.ts";
import { asWritten, readBeside } from "../side-location.ts";
import type { ReadVersion } from "../versions/read-supported.ts";
import { hasEnded } from "../versions/supported-version.ts";
import { withStepsInText } from "./edit-text.ts";
import { StepWriter, type WrittenStep } from "./written-steps.ts";
import { overlayText } from "./overlay-text.ts";
import { repair, type Repair } from "./repair.ts";

/** The text of a file, before and after a repair. */
export interface EditedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** A repair as edits of files, and as an Overlay if it can be one. */
export interface WrittenRepair extends Repair {
  /** The edited files: the document, and those that it references. Empty if they cannot be edited so. */
  readonly files: readonly EditedFile[];
  /** An Overlay with the same edits; undefined if there is none. */
  readonly overlay: string | undefined;
  /** Why there is no patch; undefined if there is one, or nothing to edit. */
  readonly why?: string;
  /** Why there is no Overlay beside a patch. */
  readonly whyNoOverlay?: string;
}

/** Repairs the open breaks of a review. */
export async function repairSides(
  sides: Sides,
  { open }: Review,
  options: {
    readonly compare: CompareOptions;
    readonly versions: readonly ReadVersion[];
    readonly today: Date;
    readonly reading: Reading;
    readonly cwd: string;
  },
): Promise<WrittenRepair> {
  const supported = options.versions.filter((version) => !hasEnded(version, options.today));
  const bases = [sides.before, ...supported.map(({ document }) => document)];
  const wanted = new Set(open.map(({ fingerprint }) => fingerprint));
  const repaired = repair(bases, sides.after, { ...options.compare, wanted });
  const nothing = { ...repaired, files: [], overlay: undefined };
  if (repaired.steps.length === 0) return nothing;
  const path = sides.after.writtenAt?.("").path ?? posix.normalize(sides.head.path);
  const read = (file: string) => readBeside(sides.head, file, options.cwd);
  const text = await read(path);
  const root = text === undefined ? undefined : writtenRoot(text, path);
  if (root === undefined) return { ...nothing, why: `${path} cannot be edited` };
  // The edits are of the converted document, which has other fields.
  if (root["swagger"] !== undefined)
    return { ...nothing, why: `${path} is Swagger 2.0: convert it to OpenAPI 3 first, or edit it by hand` };
  const writer = new StepWriter(sides.after, { path, root });
  const edits = repaired.repaired.map(({ edit }) => ({ does: edit.does, steps: writer.write(edit.steps) }));
  const files = await editedFiles(
    edits.flatMap(({ steps }) => steps),
    read,
  );
  if (files === undefined) return { ...nothing, why: "it would change what is written by an alias" };
  if (!(await isMended(files, sides, repaired, options)))
    return { ...nothing, why: "what it changes is not written as it is read: edit it by hand" };
  const elsewhere = files.find((file) => file.path !== path);
  if (elsewhere !== undefined)
    return {
      ...repaired,
      files,
      overlay: undefined,
      whyNoOverlay: `an Overlay changes ${path} only, and ${elsewhere.path} must be edited`,
    };
  const overlay = overlayText(root, edits, `What keeps ${sides.before.name} compatible`);
  return { ...repaired, files, overlay };
}

/** Returns the files that steps change; undefined if a step cannot be made in its text. */
export async function editedFiles(
  steps: readonly WrittenStep[],
  read: (path: string) => Promise<string | undefined>,
): Promise<EditedFile[] | undefined> {
  const files: EditedFile[] = [];
  for (const path of new Set(steps.map((step) => step.path))) {
    const before = isAbsoluteUri(path) ? undefined : await read(path);
    const after =
      before &&
      withStepsInText(
        before,
        steps.filter((step) => step.path === path),
      );
    if (before === undefined || after === undefined) return undefined;
    files.push({ path, before, after });
  }
  return files;
}

/** True if the edited files, read again, have no more breaks than the edited document. */
async function isMended(
  files: readonly EditedFile[],
  sides: Sides,
  { document: expected }: Repair,
  { compare: comparing, reading, cwd }: Parameters<typeof repairSides>[2],
): Promise<boolean> {
  const { head, before } = sides;
  const edited = new Map(files.map(({ path, after }) => [posix.normalize(path), after]));
  try {
    const document = await readDocument(head.path, {
      ...asWritten,
      ...reading,
      directory: cwd,
      readText: async (path) =>
        edited.get(posix.normalize(path)) ?? (await readBeside(head, path, cwd)) ?? "",
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
