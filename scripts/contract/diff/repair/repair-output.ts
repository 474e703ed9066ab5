// Prints repairs alone: as one patch, as an Overlay, or as one review, also of several documents.
import { type Hunk, hunksOf, withHunks } from "./text-patch.ts";
import { readBeside } from "../side-location.ts";
import type { Sides } from "../read-sides.ts";
import { patchOf } from "./print-repair.ts";
import type { EditedFile, WrittenRepair } from "./repair-sides.ts";
import { reviewSuggestions } from "./review-suggestions.ts";

/** The forms in which a repair is printed alone. */
export const repairForms = ["patch", "overlay", "review"] as const;

/** A form in which repairs are printed. */
export type RepairForm = (typeof repairForms)[number];

/** The repair of one document, and the sides that it is of. */
export interface RepairedSides {
  readonly repair: WrittenRepair;
  readonly sides: Sides;
}

/**
 * Returns the text in a form. `notes` says what is not printed, and why. Documents may share a file: it is
 * edited once.
 */
export async function repairOutput(
  form: RepairForm,
  repairs: readonly RepairedSides[],
  cwd: string,
): Promise<{ readonly text: string; readonly notes: readonly string[] }> {
  const notes = repairs.flatMap(({ repair, sides }) => {
    const why = repair.why ?? (form === "overlay" ? repair.whyNoOverlay : undefined);
    return why === undefined ? [] : [`${sides.head.path} has no ${form}: ${why}`];
  });
  if (form === "overlay")
    return {
      text: repairs
        .map(({ repair }) => repair.overlay ?? "")
        .join("")
        .trimEnd(),
      notes,
    };
  const { files, lost } = joined(repairs.flatMap(({ repair }) => repair.files));
  const conflicts = lost.map(
    (path) => `${path} has two repairs of the same lines: apply these, and run again`,
  );
  const whole = { files, repaired: repairs.flatMap(({ repair }) => repair.repaired) };
  const text =
    form === "patch"
      ? patchOf(whole).trimEnd()
      : await reviewSuggestions(whole, (path) => readAtBase(path, repairs, cwd));
  return { text, notes: [...notes, ...conflicts] };
}

/** Reads a file at the base of the first document that has it. */
async function readAtBase(
  path: string,
  repairs: readonly RepairedSides[],
  cwd: string,
): Promise<string | undefined> {
  const found = repairs.find(({ repair }) => repair.files.some((file) => file.path === path));
  if (found === undefined) return undefined;
  const { base, moved } = found.sides;
  return readBeside(base, path === moved?.to ? moved.from : path, cwd);
}

/** Joins the edits of each file; of edits of the same lines that differ, the first is kept. */
function joined(files: readonly EditedFile[]): {
  readonly files: readonly EditedFile[];
  readonly lost: readonly string[];
} {
  const found = new Map<string, { readonly file: EditedFile; hunks: readonly Hunk[] }>();
  const lost = new Set<string>();
  for (const file of files) {
    const hunks = hunksOf(file.before, file.after);
    const known = found.get(file.path);
    if (known === undefined) {
      found.set(file.path, { file, hunks });
      continue;
    }
    const fresh = hunks.filter((hunk) => !known.hunks.some((one) => isEqual(one, hunk)));
    const apart = fresh.filter((hunk) => !known.hunks.some((one) => isTouching(one, hunk)));
    if (apart.length < fresh.length) lost.add(file.path);
    known.hunks = [...known.hunks, ...apart].sort((one, other) => one.start - other.start);
  }
  const whole = [...found.values()].map(({ file, hunks }) => ({
    ...file,
    after: withHunks(file.before, hunks),
  }));
  return { files: whole, lost: [...lost] };
}

function isEqual(one: Hunk, other: Hunk): boolean {
  return (
    one.start === other.start &&
    one.old.length === other.old.length &&
    one.young.join("\n") === other.young.join("\n")
  );
}

function isTouching(one: Hunk, other: Hunk): boolean {
  return one.start <= other.start + other.old.length && other.start <= one.start + one.old.length;
}
