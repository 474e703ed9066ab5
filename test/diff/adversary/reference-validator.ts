// JSON Schema 2020-12 implemented literally and without a library: the reference that witnesses are validated
// against.
import type { Json, JsonObject } from "../../../scripts/contract/document/document.ts";
import {
  type Check,
  holds,
  type Inner,
  isList,
  isObject,
  listChecks,
  newSeen,
  objectChecks,
  restChecks,
  type Says,
  scalarChecks,
  Unknown,
} from "./reference-keywords.ts";

export function isValid(root: JsonObject, schema: Json, value: Json): boolean {
  return validatorOf(root, schema)(value);
}

/** Returns a validator for one schema of a document, prepared for many values. */
export function validatorOf(root: JsonObject, schema: Json): (value: Json) => boolean {
  const check = innerOf(root)(schema);
  return (value) => check(value, undefined, 0);
}

const compiled = new WeakMap<JsonObject, Inner>();

/** Prepares each schema of a document once, on first use. */
function innerOf(root: JsonObject): Inner {
  const known = compiled.get(root);
  if (known !== undefined) return known;
  const checks = new Map<Json, Check>();
  const inner: Inner = (schema) => {
    let check = checks.get(schema);
    if (check !== undefined) return check;
    let ready: Check | undefined;
    check = (value, seen, depth) => (ready ??= checkOf(root, schema, inner))(value, seen, depth);
    checks.set(schema, check);
    return check;
  };
  compiled.set(root, inner);
  return inner;
}

export function resolve(root: JsonObject, reference: string): Json {
  const steps = reference.slice(2).split("/");
  let at: Json = root;
  for (const step of steps) {
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    at = isObject(at) && Object.hasOwn(at, name) ? (at[name] ?? true) : true;
  }
  return at;
}

function checkOf(root: JsonObject, schema: Json, inner: Inner): Check {
  if (!isObject(schema)) return () => schema !== false;
  const says = (keyword: string): Json | undefined =>
    Object.hasOwn(schema, keyword) ? schema[keyword] : undefined;
  // The unevaluated* checks run last.
  const checks = [
    ...scalarChecks(says),
    ...inPlaceChecks(root, says, inner),
    ...objectChecks(says, inner),
    ...listChecks(says, inner),
    ...restChecks(says, inner),
  ];
  const looksAtRest = says("unevaluatedProperties") !== undefined || says("unevaluatedItems") !== undefined;
  return (value, seen, depth) => {
    if (depth > 60) throw new Unknown("depth");
    const own = seen ?? (looksAtRest ? newSeen() : undefined);
    for (const check of checks) if (!check(value, own, depth)) return false;
    return true;
  };
}

function inPlaceChecks(root: JsonObject, says: Says, inner: Inner): Check[] {
  const checks: Check[] = [];
  const reference = says("$ref");
  if (typeof reference === "string") {
    const target = inner(resolve(root, reference));
    checks.push((value, seen, depth) => holds(target, value, seen, depth));
  }
  const list = (keyword: string, fits: (valid: number, all: number) => boolean): void => {
    const said = says(keyword);
    if (!isList(said)) return;
    const branches = said.map(inner);
    checks.push((value, seen, depth) => {
      let valid = 0;
      for (const branch of branches) if (holds(branch, value, seen, depth)) valid += 1;
      return fits(valid, branches.length);
    });
  };
  list("allOf", (valid, all) => valid === all);
  list("anyOf", (valid) => valid > 0);
  list("oneOf", (valid) => valid === 1);
  const not = says("not");
  if (not !== undefined) {
    const check = inner(not);
    checks.push((value, _, depth) => !check(value, undefined, depth + 1));
  }
  const condition = says("if");
  if (condition !== undefined) {
    const [first, yes, no] = [condition, says("then") ?? true, says("else") ?? true].map(inner);
    checks.push((value, seen, depth) =>
      holds(holds(first!, value, seen, depth) ? yes! : no!, value, seen, depth),
    );
  }
  return checks;
}
