// Validators of single locations of a document, compiled in this process.
import type { JsonObject } from "../document/document.ts";
import type { Located } from "../document/pointer.ts";
import { brokenUnits, checkedUnits } from "../lint/checked-units.ts";
import { knownFormats } from "../lint/formats.ts";
import { runUnits } from "../lint/run-units.ts";
import type { Validator } from "../runtime/validator-types.ts";

/**
 * Returns one validator for each location, for values in responses. A validator is undefined if there is no
 * location or its schema is not valid JSON Schema; such values are not validated.
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
