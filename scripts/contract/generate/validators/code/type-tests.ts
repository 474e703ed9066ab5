// The conditions that test for JSON Schema's types, as code.
import { type Code, emit, joinCode } from "../../code.ts";
import { printString } from "../../literal.ts";

const tests: Readonly<Record<string, (data: Code) => readonly [right: Code, wrong: Code]>> = {
  object: (data) => [emit`isObject(${data})`, emit`!isObject(${data})`],
  array: (data) => [emit`Array.isArray(${data})`, emit`!Array.isArray(${data})`],
  integer: (data) => [emit`Number.isInteger(${data})`, emit`!Number.isInteger(${data})`],
  null: (data) => [emit`${data} === null`, emit`${data} !== null`],
  string: byTypeof("string"),
  // A text such as 1e400 becomes an infinite number, which JSON cannot represent.
  number: (data) => [emit`Number.isFinite(${data})`, emit`!Number.isFinite(${data})`],
  boolean: byTypeof("boolean"),
};

function byTypeof(type: "string" | "boolean"): (data: Code) => readonly [right: Code, wrong: Code] {
  return (data) => [
    emit`typeof ${data} === ${printString(type)}`,
    emit`typeof ${data} !== ${printString(type)}`,
  ];
}

/** Whether a `type` is a type of JSON Schema, or a list of them. */
export function isType(type: unknown): type is string | readonly string[] {
  const list: readonly unknown[] = Array.isArray(type) ? type : [type];
  return list.every((one) => typeof one === "string" && Object.hasOwn(tests, one));
}

/** Returns the condition that a value is of one of the types. */
export function ofTypes(types: readonly string[], data: Code): Code {
  return joinCode(
    types.map((type) => tests[type]?.(data)[0] ?? emit`false`),
    emit` || `,
  );
}

/** Returns the condition that a value is of none of the types. */
export function ofOtherTypes(types: readonly string[], data: Code): Code {
  return joinCode(
    types.map((type) => tests[type]?.(data)[1] ?? emit`true`),
    emit` && `,
  );
}
