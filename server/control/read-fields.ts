// Reads the JSON object that a control request carries: closed, and with everything that is wrong said at once.
import { isUtf8 } from "node:buffer";
import { readJson } from "../../generated/boundary.ts";
import { countProblems, enoughProblems } from "../problems/problem.ts";
import { type ProblemError, Refusal } from "../problems/refusal.ts";

/** Reads one field: its value, or the sentence that says what it must be. */
export type FieldReader<Value> = (given: unknown) => { readonly value: Value } | { readonly problem: string };

type Readers = Readonly<Record<string, FieldReader<unknown>>>;

/** What the readers make of an object; a field that was not sent is missing. */
export type Fields<Of extends Readers> = {
  readonly [Name in keyof Of]?: Of[Name] extends FieldReader<infer Value> ? Value : never;
};

/** Throws the 400 that lists every problem. */
export function readFields<Of extends Readers>(body: Buffer, readers: Of, maxDepth: number): Fields<Of> {
  const problems: ProblemError[] = [];
  const given = objectIn(body, maxDepth, problems);
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    const read = Object.hasOwn(readers, name) ? readers[name] : undefined;
    const result = read?.(value) ?? { problem: `is unknown; known are ${Object.keys(readers).join(", ")}` };
    if ("value" in result) fields[name] = result.value;
    else problems.push({ in: "body", pointer: `/${escaped(name)}`, detail: result.problem });
  }
  if (problems.length > 0) {
    throw new Refusal("invalid", { detail: countProblems(problems.length), errors: problems });
  }
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

function objectIn(body: Buffer, depth: number, problems: ProblemError[]): object {
  if (!isUtf8(body)) {
    problems.push({ in: "body", pointer: "", detail: "must be UTF-8" });
    return {};
  }
  const reading = readJson(body.toString(), { depth, problems: enoughProblems, nul: false });
  for (const problem of reading.problems) problems.push({ in: "body", ...problem });
  const value = reading.wellFormed ? reading.value : undefined;
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  if (problems.length === 0) problems.push({ in: "body", pointer: "", detail: "must be object" });
  return {};
}

function escaped(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
