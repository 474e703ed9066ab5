// Converts schemas of the document to Standard Schema (https://standardschema.dev), which tRPC, TanStack Form
// and others accept.
import type { BodyProblem } from "../../generated/validation-problems.ts";

/** A schema that reports the errors of a value. A valid value is returned unchanged. */
export interface StandardSchema<Value> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "contract";
    readonly validate: (value: unknown) => StandardResult<Value>;
    /** For type inference only; undefined at run time. */
    readonly types?: { readonly input: Value; readonly output: Value } | undefined;
  };
}

/** The valid value, or the issues of an invalid one. */
export type StandardResult<Value> =
  { readonly value: Value; readonly issues?: undefined } | { readonly issues: readonly StandardIssue[] };

/** One error, with the keys that lead to its location. */
export interface StandardIssue {
  readonly message: string;
  readonly path: readonly (string | number)[];
}

/**
 * Creates a Standard Schema.
 *
 * @param problemsOf  returns all errors of a value
 */
export function standardOf<Value>(
  problemsOf: (value: unknown) => readonly BodyProblem[],
): StandardSchema<Value> {
  const validate = (value: unknown): StandardResult<Value> => {
    const problems = problemsOf(value);
    if (problems.length === 0) return { value: value as Value };
    return {
      issues: problems.map(({ pointer, detail }) => ({ message: detail, path: pathOf(value, pointer) })),
    };
  };
  return { "~standard": { version: 1, vendor: "contract", validate } };
}

/** Converts a JSON pointer to keys; indexes of arrays are numbers. */
function pathOf(value: unknown, pointer: string): (string | number)[] {
  let node: unknown = value;
  return pointer
    .split("/")
    .slice(1)
    .map((segment) => {
      const name = segment.replaceAll("~1", "/").replaceAll("~0", "~");
      const key = Array.isArray(node) ? Number(name) : name;
      node = Reflect.get(Object(node) as object, key);
      return key;
    });
}
