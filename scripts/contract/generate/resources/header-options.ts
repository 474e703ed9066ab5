// Header and cookie parameters as options of a call.
import { type Code, emit } from "../code.ts";
import { inheritedNames, lowerFirst, toIdentifier, UniqueNames } from "../names.ts";
import type { PlannedOperation, PlannedParameter } from "../plan.ts";

/** Names of options that every call has, and names that every object inherits. */
const taken = [
  "signal",
  "timeout",
  "maxAttempts",
  "baseUrl",
  "headers",
  "contentType",
  "silence",
  ...inheritedNames,
];

/** A parameter and the option that sets it. */
export interface HeaderOption {
  readonly option: Code;
  readonly parameter: PlannedParameter;
}

/** Returns the options: `ifMatch` for `If-Match`; with the suffix `Header` if that option exists already. */
export function headerOptions({ parameters }: PlannedOperation): HeaderOption[] {
  const names = new UniqueNames();
  return parameters
    .filter(({ place }) => place === "header" || place === "cookie")
    .map((parameter) => {
      const option = lowerFirst(
        toIdentifier(parameter.name.replace(/^[A-Z]+(?![a-z])/, (word) => word.toLowerCase())),
      );
      return { option: names.take(taken.includes(option) ? emit`${option}Header` : option), parameter };
    });
}
