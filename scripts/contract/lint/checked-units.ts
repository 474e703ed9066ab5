// What validators that are made in this process check of a document, and what no validator can be made of.
import type { JsonObject } from "../document/document.ts";
import { addAll } from "../document/long-lists.ts";
import { checksFormat } from "../generate/validators/formats.ts";
import { SchemaUnits, type Unit } from "../generate/validators/schema-units.ts";
import { malformedKeyword } from "../generate/validators/write-schema.ts";
import { linearProgram } from "../schema/patterns/linear-program.ts";
import { readPattern } from "../schema/patterns/read-pattern.ts";
import { slownessOf } from "../schema/patterns/slow-pattern.ts";
import type { FormatChecks } from "./formats.ts";

/** Units of a document, none of them added yet. @param formats  those that are checked; all others are annotations */
export function checkedUnits(root: JsonObject, formats: FormatChecks): SchemaUnits {
  return new SchemaUnits(root, {
    format: (format, schema) => Object.hasOwn(formats, format) && checksFormat(format, schema),
    pattern: isChecked,
  });
}

/** A pattern that nobody can read accepts every text, as `anchored-patterns` and `linear-patterns` say. */
function isChecked(source: string): boolean {
  const pattern = readPattern(source);
  return (
    !("foreign" in pattern) && (slownessOf(pattern) === undefined || linearProgram(pattern) !== undefined)
  );
}

/** The units that JSON Schema does not allow, and those that refer to them, with the reason. */
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
