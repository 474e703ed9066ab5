// Schemas of the document in the form that other libraries take (https://standardschema.dev): tRPC, TanStack Form and others.
import type { BodyProblem } from "../../generated/validation-problems.ts";

/** A schema that tells what is wrong with a value. What is right stays as it is. */
export interface StandardSchema<Value> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "contract";
    readonly validate: (value: unknown) => StandardResult<Value>;
    /** For compilers only. */
    readonly types?: { readonly input: Value; readonly output: Value } | undefined;
  };
}

export type StandardResult<Value> =
  { readonly value: Value; readonly issues?: undefined } | { readonly issues: readonly StandardIssue[] };

export interface StandardIssue {
  readonly message: string;
  readonly path: readonly (string | number)[];
}

/** @param problemsOf  everything that is wrong with a value */
export function standardOf<Value>(
  problemsOf: (value: unknown) => readonly BodyProblem[],
): StandardSchema<Value> {
  const validate = (value: unknown): StandardResult<Value> => {
    const problems = problemsOf(value);
    // Nothing is wrong with it.
    if (problems.length === 0) return { value: value as Value };
    return {
      issues: problems.map(({ pointer, detail }) => ({ message: detail, path: pathOf(value, pointer) })),
    };
  };
  return { "~standard": { version: 1, vendor: "contract", validate } };
}

/** A JSON pointer as keys: of lists, numbers. */
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
