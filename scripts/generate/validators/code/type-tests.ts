// The conditions that tell JSON Schema's types, as code.

const tests: Readonly<Record<string, (data: string) => readonly [right: string, wrong: string]>> = {
  object: (data) => [`isObject(${data})`, `!isObject(${data})`],
  array: (data) => [`Array.isArray(${data})`, `!Array.isArray(${data})`],
  integer: (data) => [`Number.isInteger(${data})`, `!Number.isInteger(${data})`],
  null: (data) => [`${data} === null`, `${data} !== null`],
  string: byTypeof("string"),
  // A text such as 1e400 becomes an infinite number, which no JSON text can say again.
  number: (data) => [`Number.isFinite(${data})`, `!Number.isFinite(${data})`],
  boolean: byTypeof("boolean"),
};

function byTypeof(type: string): (data: string) => readonly [right: string, wrong: string] {
  return (data) => [`typeof ${data} === "${type}"`, `typeof ${data} !== "${type}"`];
}

/** Whether a `type` is one of JSON Schema's, or a list of them. */
export function isType(type: unknown): type is string | readonly string[] {
  const list: readonly unknown[] = Array.isArray(type) ? type : [type];
  return list.every((one) => typeof one === "string" && Object.hasOwn(tests, one));
}

/** The condition under which a value is of one of the types. */
export function ofTypes(types: readonly string[], data: string): string {
  return types.map((type) => tests[type]?.(data)[0] ?? "false").join(" || ");
}

/** The condition under which a value is of none of the types. */
export function ofOtherTypes(types: readonly string[], data: string): string {
  return types.map((type) => tests[type]?.(data)[1] ?? "true").join(" && ");
}
