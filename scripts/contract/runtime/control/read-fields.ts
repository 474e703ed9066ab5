// Reads the JSON object that a control request carries: closed, and with everything that is wrong said at once.
import { invalidRequest, type RequestProblem } from "../boundary/problem.ts";

/** Reads one field: its value, or the sentence that says what it must be. */
export type FieldReader<Value> = (given: unknown) => { readonly value: Value } | { readonly problem: string };

type Readers = Readonly<Record<string, FieldReader<unknown>>>;

/** What the readers make of an object; a field that was not sent is missing. */
export type Fields<Of extends Readers> = {
  readonly [Name in keyof Of]?: Of[Name] extends FieldReader<infer Value> ? Value : never;
};

/** @param given  undefined where no body came. Throws the 400 that lists every problem. */
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
  return fields as Fields<Of>; // Each field was read by the reader that gives its type.
}

/** One of a few texts. */
export function oneOf<const Values extends readonly string[]>(values: Values): FieldReader<Values[number]> {
  return (given) => {
    const value = values.find((one) => one === given);
    return value === undefined ? { problem: `must be one of ${values.join(", ")}` } : { value };
  };
}

/** A whole number in a range, both ends included. */
export function wholeNumber(least: number, most: number): FieldReader<number> {
  return (given) =>
    typeof given === "number" && Number.isInteger(given) && given >= least && given <= most
      ? { value: given }
      : { problem: `must be a whole number from ${least} to ${most}` };
}

/** A text that is not empty. */
export const text: FieldReader<string> = (given) =>
  typeof given === "string" && given !== ""
    ? { value: given }
    : { problem: "must be a text that is not empty" };

/** Any value. */
export const anything: FieldReader<unknown> = (value) => ({ value });

/** An object with members of any kind. */
export const members: FieldReader<Readonly<Record<string, unknown>>> = (given) =>
  typeof given === "object" && given !== null && !Array.isArray(given)
    ? { value: given as Readonly<Record<string, unknown>> }
    : { problem: "must be object" };
