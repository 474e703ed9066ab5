// Pairs of parameters: any location, style and type against any other that an edit may produce.
import type { Json, JsonObject } from "../../../scripts/contract/document/document.ts";
import { Random } from "./random.ts";
import type { StyledParameter } from "./wire-reader.ts";

/** The parameter in base and in head. */
export type ParameterPair = readonly [base: StyledParameter, head: StyledParameter];

const styles: Readonly<Record<StyledParameter["in"], readonly string[]>> = {
  path: ["simple", "simple", "label", "matrix"],
  query: ["form", "form", "form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form"],
};

/** Returns the pair for a seed. */
export function parameterPair(seed: number): ParameterPair {
  const random = new Random(seed);
  const base = parameter(random, random.pick(["path", "query", "query", "header", "cookie"]));
  const roll = random.next();
  if (roll < 0.25) return [base, allowed({ ...base, schema: schema(random) })];
  if (roll < 0.45) return [base, allowed({ ...base, schema: edited(random, base.schema) })];
  if (roll < 0.6) return [base, allowed({ ...base, explode: !base.explode })];
  if (roll < 0.7) return [base, allowed({ ...base, style: random.pick(styles[base.in]) })];
  if (roll < 0.8) return [base, allowed({ ...base, isJson: !base.isJson })];
  // A path parameter stays in the path, since the template holds its name.
  const others = base.in === "path" ? (["path"] as const) : (["query", "header", "cookie"] as const);
  return [base, parameter(random, random.pick(others))];
}

function parameter(random: Random, place: StyledParameter["in"]): StyledParameter {
  return allowed({
    name: "p",
    in: place,
    style: random.pick(styles[place]),
    explode: random.chance(0.5),
    required: place === "path" || random.chance(0.5),
    isJson: random.chance(0.1),
    schema: schema(random),
  });
}

/**
 * Restricts a parameter to what OpenAPI defines: deepObject for objects, and delimiters for arrays and
 * objects.
 */
function allowed(made: StyledParameter): StyledParameter {
  const type = made.schema["type"];
  const isObject = type === "object";
  const isPlain = !isObject && type !== "array";
  if (made.in === "cookie") return { ...made, explode: false };
  if (made.style === "deepObject") return isObject ? { ...made, explode: true } : { ...made, style: "form" };
  if (isPlain && made.style.endsWith("Delimited")) return { ...made, style: "form" };
  return made.style.endsWith("Delimited") ? { ...made, explode: false } : made;
}

function schema(random: Random): JsonObject {
  const roll = random.next();
  if (roll < 0.45) return scalar(random);
  if (roll < 0.75) {
    const limit: Record<string, Json> = random.chance(0.4)
      ? { [random.pick(["minItems", "maxItems"])]: 1 + random.below(2) }
      : {};
    return {
      type: "array",
      items: scalar(random),
      ...limit,
      ...(random.chance(0.1) ? { uniqueItems: true } : {}),
    };
  }
  const made: Record<string, Json> = { type: "object", properties: properties(random) };
  if (random.chance(0.4)) made["required"] = random.some(["a", "b"], 1, 1);
  if (random.chance(0.3)) made["additionalProperties"] = random.pick<Json>([false, scalar(random)]);
  return made;
}

const properties = (random: Random): JsonObject =>
  Object.fromEntries(random.some(["a", "b"], 1, 2).map((name) => [name, scalar(random)]));

function scalar(random: Random): JsonObject {
  const limit = random.below(4);
  return random.pick<() => JsonObject>([
    () => ({ type: "string" }),
    () => ({ type: "string", maxLength: limit + 1 }),
    () => ({ type: "string", minLength: limit }),
    () => ({ type: "string", pattern: random.pick(["^[a-z]+$", "^[0-9]+$", "a", "^[^,]*$"]) }),
    () => ({ type: "integer" }),
    () => ({ type: "integer", minimum: limit }),
    () => ({ type: "number" }),
    () => ({ type: "number", maximum: limit }),
    () => ({ type: "boolean" }),
    () => ({ enum: random.some<Json>(["a", "abcd", "1", 1, true], 1, 3) }),
    () => ({ const: random.pick<Json>(["a", 1, "true"]) }),
    () => ({ type: ["integer", "boolean"] }),
  ])();
}

function edited(random: Random, old: JsonObject): JsonObject {
  if (old["type"] === "array") {
    const rest = without(old, "minItems");
    return random.pick<() => JsonObject>([
      () => ({ ...old, items: scalar(random) }),
      () => ({ ...old, maxItems: 1 + random.below(2) }),
      () => rest,
      () => scalar(random),
    ])();
  }
  if (old["type"] === "object") {
    const rest = without(old, "required");
    return random.pick<() => JsonObject>([
      () => ({ ...old, properties: properties(random) }),
      () => ({ ...old, required: ["a"] }),
      () => ({ ...old, additionalProperties: false }),
      () => rest,
    ])();
  }
  return random.chance(0.3) ? { type: "array", items: old } : scalar(random);
}

const without = (schema: JsonObject, keyword: string): JsonObject =>
  Object.fromEntries(Object.entries(schema).filter(([name]) => name !== keyword));
