// Selects what runtime-compiled validators check of a document, and which schemas cannot be compiled.
import type { JsonObject } from "../document/document.ts";
import { addAll } from "../document/long-lists.ts";
import { checksFormat } from "../generate/validators/formats.ts";
import { SchemaUnits, type Unit } from "../generate/validators/schema-units.ts";
import { malformedKeyword } from "../generate/validators/write-schema.ts";
import { linearProgram } from "../schema/patterns/linear-program.ts";
import { readPattern } from "../schema/patterns/read-pattern.ts";
import { slownessOf } from "../schema/patterns/slow-pattern.ts";
import type { FormatChecks } from "./formats.ts";

/**
 * Returns the units of a document, still empty. @param formats  the formats that are checked; all others are
 * annotations
 */
export function checkedUnits(root: JsonObject, formats: FormatChecks): SchemaUnits {
  return new SchemaUnits(root, {
    format: (format, schema) => Object.hasOwn(formats, format) && checksFormat(format, schema),
    pattern: isChecked,
  });
}

/**
 * A pattern that is not valid in ECMA-262 accepts every text; `anchored-patterns` and `linear-patterns`
 * report it.
 */
function isChecked(source: string): boolean {
  const pattern = readPattern(source);
  return (
    !("foreign" in pattern) && (slownessOf(pattern) === undefined || linearProgram(pattern) !== undefined)
  );
}

/** Returns the units that JSON Schema does not allow, and those that reference them, with the reason. */
export function brokenUnits(units: ReadonlyMap<string, Unit>): ReadonlyMap<string, string> {
  const referrers = new Map<string, string[]>();
  for (const { key, refs } of units.values())
    for (const ref of refs) {
      const known = referrers.get(ref);
      if (known === undefined) referrers.set(ref, [key]);
      else known.push(key);
    }
  const broken = new Map<string, string>();
  for (const { key, schema, path } of units.values()) {
    const keyword = malformedKeyword(schema);
    if (keyword === undefined) continue;
    const reason = `${keyword} in ${path} has a value that JSON Schema does not allow`;
    for (const open = [key]; open.length > 0;) {
      const next = open.pop()!;
      if (broken.has(next)) continue;
      broken.set(next, reason);
      addAll(open, referrers.get(next) ?? []);
    }
  }
  return broken;
}
