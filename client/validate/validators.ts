// The generated validators, made when first needed: an import costs nothing.
import { createFormats } from "../../generated/formats.ts";
import { createValidators, type Validators } from "../../generated/validators.js";

let made: Validators | undefined;

/** The same ones each time. */
export function validators(): Validators {
  made ??= createValidators(createFormats());
  return made;
}
