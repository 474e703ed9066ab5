// Parses the JSON object of a control request: unknown fields are rejected, and all problems are reported at
// once.
import { invalidRequest, type RequestProblem } from "../boundary/problem.ts";

/** Reads one field: returns its value, or a sentence that describes a valid value. */
export type FieldReader<Value> = (given: unknown) => { readonly value: Value } | { readonly problem: string };

type Readers = Readonly<Record<string, FieldReader<unknown>>>;

/** The values of an object's fields; fields that were not sent are absent. */
export type Fields<Of extends Readers> = {
  readonly [Name in keyof Of]?: Of[Name] extends FieldReader<infer Value> ? Value : never;
};

/**
 * Reads the fields of an object. Throws the 400 that lists all problems.
 *
 * @param given  the body; undefined if none was sent
 */
export function readFields<Of extends Readers>(given: unknown, readers: Of): Fields<Of> {
  if (given !== undefined && (typeof given !== "object" || given === null || Array.isArray(given)))
    throw invalidRequest([{ in: "body", pointer: "", detail: "must be object" }]);
  const problems: RequestProblem[] = [];
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given ?? {})) {
    const read = Object.hasOwn(readers, name) ? readers[name] : undefined;
    const result = read?.(value) ?? { problem: `is unknown; known are ${Object.keys(readers).join(", ")}` };
    if ("value" in result) fields[name] = result.value;
    else
      problems.push({
        in: "body",
        pointer: `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`,
        detail: result.problem,
      });
  }
  if (problems.length > 0) throw invalidRequest(problems);
  return fields as Fields<Of>; // Each field was read by the reader of its type.
}

/** Reads one of the given strings. */
export function oneOf<const Values extends readonly string[]>(values: Values): FieldReader<Values[number]> {
  return (given) => {
    const value = values.find((one) => one === given);
    return value === undefined ? { problem: `must be one of ${values.join(", ")}` } : { value };
  };
}

/** Reads an integer in a range, both ends included. */
export function wholeNumber(least: number, most: number): FieldReader<number> {
  return (given) =>
    typeof given === "number" && Number.isInteger(given) && given >= least && given <= most
      ? { value: given }
      : { problem: `must be a whole number from ${least} to ${most}` };
}

/** Reads a non-empty string. */
export const text: FieldReader<string> = (given) =>
  typeof given === "string" && given !== ""
    ? { value: given }
    : { problem: "must be a text that is not empty" };

/** Reads any value. */
export const anything: FieldReader<unknown> = (value) => ({ value });

/** Reads an object with members of any type. */
export const members: FieldReader<Readonly<Record<string, unknown>>> = (given) =>
  typeof given === "object" && given !== null && !Array.isArray(given)
    ? { value: given as Readonly<Record<string, unknown>> }
    : { problem: "must be object" };
