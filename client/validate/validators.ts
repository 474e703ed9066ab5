// The generated validators, made when first needed: an import costs nothing.
import { createFormats } from "../../generated/formats.ts";
import { createValidators, type Formats, type Validators } from "../../generated/validators.js";

/** Those for the formats of nobody in particular. */
const usual: Partial<Formats> = {};
const made = new WeakMap<Partial<Formats>, Validators>();

/** The same ones each time for the same formats. */
export function validators(formats: Partial<Formats> = usual): Validators {
  const known = made.get(formats) ?? createValidators(createFormats(formats));
  made.set(formats, known);
  return known;
}
