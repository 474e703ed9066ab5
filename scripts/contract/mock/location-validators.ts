// Validators of single places of a document, made in this process.
import type { JsonObject } from "../document/document.ts";
import type { Located } from "../document/pointer.ts";
import { brokenUnits, checkedUnits } from "../lint/checked-units.ts";
import { knownFormats } from "../lint/formats.ts";
import { runUnits } from "../lint/run-units.ts";
import type { Validator } from "../runtime/validator-types.ts";

/**
 * One for each place, for values that the API sends; undefined where there is no place, or JSON Schema does not allow what is there, so that
 * nothing can be checked.
 */
export function locationValidators(
  root: JsonObject,
  places: readonly (Located | undefined)[],
): (Validator | undefined)[] {
  const formats = knownFormats();
  const units = checkedUnits(root, formats);
  const keys = places.map((place) => place && units.add(place, "response"));
  const broken = brokenUnits(units.all);
  const sound = new Map([...units.all].filter(([key]) => !broken.has(key)));
  const wanted = new Set(keys.flatMap((key) => (key === undefined || broken.has(key) ? [] : key)));
  const validators = runUnits(sound, wanted, formats);
  return keys.map((key) => validators.get(key ?? ""));
}
