// Compares two sides and puts everything a reviewer asks for beside the findings.
import { isObject } from "../document/pointer.ts";
import type { OpenApiDocument } from "../document/document.ts";
import { applyAcceptedChanges } from "./accept/apply-accepted-changes.ts";
import { parseAcceptedChanges } from "./accept/parse-accepted-changes.ts";
import { compare } from "./compare.ts";
import type { Comparison, CompareOptions } from "./comparison.ts";
import { findRefusedExamples } from "./old-callers/refused-examples.ts";
import type { Sides } from "./read-sides.ts";
import { type Review, reviewOf, type Versions } from "./review.ts";
import { pathBeside, readBeside } from "./side-location.ts";
import { differenceOf } from "./version/prose-only.ts";

/** `compare`, and with `--protect sdk` the judgement of TypeScript on old callers and of each document on the other's examples. */
export async function compareWithCallers(
  { before, after }: Pick<Sides, "before" | "after">,
  options: CompareOptions,
): Promise<Comparison> {
  const comparison = compare(before, after, options);
  if (options.protect?.includes("sdk") !== true || options.operation !== undefined) return comparison;
  // Loaded here: few comparisons ask for it.
  const { findBrokenCallers } = await import("./old-callers/old-callers.ts");
  const broken = [...findBrokenCallers(before, after), ...findRefusedExamples(before, after)];
  return {
    ...comparison,
    findings: [...comparison.findings, ...broken],
    counts: { ...comparison.counts, breaking: comparison.counts.breaking + broken.length },
  };
}

export interface ReviewOptions {
  readonly accepted: string | undefined;
  readonly checkVersion: boolean;
  readonly compare: CompareOptions;
  readonly today: Date;
  readonly cwd: string;
}

/** A review of what `compare` found; accepted changes are read from head's side. */
export async function reviewSides(
  sides: Sides,
  comparison: Comparison,
  options: ReviewOptions,
): Promise<Review> {
  const path = options.accepted ?? pathBeside(sides.head, "accepted-changes.yaml");
  const text = (await readBeside(sides.head, path, options.cwd)) ?? "";
  const acceptance = applyAcceptedChanges(comparison, parseAcceptedChanges(text, path), options.today);
  return reviewOf(
    comparison,
    // Looking at one operation says nothing about entries for the others.
    options.compare.operation === undefined ? acceptance : { ...acceptance, idle: [] },
    options.checkVersion ? versionsOf(sides) : undefined,
  );
}

/** What the two documents say of their version, and how far they differ. */
export function versionsOf({ before, after }: Pick<Sides, "before" | "after">): Versions {
  return {
    base: versionOf(before),
    head: versionOf(after),
    difference: differenceOf(before.root, after.root),
  };
}

function versionOf({ root }: OpenApiDocument): string {
  const info = root["info"];
  const version = isObject(info) ? info["version"] : undefined;
  return typeof version === "string" ? version : "";
}
