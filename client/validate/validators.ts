// The generated validators, created on first use, so that importing the module is cheap.
import { createFormats } from "../../generated/formats.ts";
import { createValidators, type Formats, type Validators } from "../../generated/validators.js";

/** Cache key for the default formats. */
const usual: Partial<Formats> = {};
const made = new WeakMap<Partial<Formats>, Validators>();

/** Returns the validators for the formats; cached by the object. */
export function validators(formats: Partial<Formats> = usual): Validators {
  const known = made.get(formats) ?? createValidators(createFormats(formats));
  made.set(formats, known);
  return known;
}
