// Generates readable values for schemas: the author's examples, else values by keyword. Callers validate
// them, since not every keyword of JSON Schema is considered here.
import type { Json, JsonObject } from "../../document/document.ts";
import { isArray, isObject } from "../../document/pointer.ts";
import { bare, conjuncts, isHidden, partAt, type SchemaPart } from "../../containment/schema-part.ts";
import { mergedSchema } from "../../exchange/merged-schema.ts";
import { choose } from "./dice.ts";
import { makeNumber } from "./make-number.ts";
import { makeText } from "./make-text.ts";

/** Options of the value maker. */
export interface MakeOptions {
  readonly seed: number;
  /** Whether optional properties are included. */
  readonly optional: boolean;
  /** Direction of the values: responses have no `writeOnly` properties, requests no `readOnly` ones. */
  readonly view: "request" | "response";
}

interface Location {
  /** The property that has the value. */
  readonly name: string;
  readonly depth: number;
  readonly index: number;
  /** The schemas of the enclosing values. */
  readonly around: readonly Json[];
}

/**
 * Depths of nesting: below `optionalDepth` only required properties are generated, below `deepest` nothing.
 */
const optionalDepth = 3;
const deepest = 12;

/** Maximum number of values in one value: a schema may demand a billion items. */
const mostValues = 100_000;

/** Number of characters that count as one value. */
const lengthOfValue = 64;

/** Generates values for the schemas of one document. */
export class ValueMaker {
  readonly #root: JsonObject;
  readonly #options: MakeOptions;
  /** Number of values that may still be generated. */
  #left = 0;

  constructor(root: JsonObject, options: MakeOptions) {
    this.#root = root;
    this.#options = options;
  }

  /**
   * Generates a value.
   *
   * `index`: counts up if several different values are required
   */
  make(
    part: SchemaPart,
    { name = "", index = 0 }: { readonly name?: string; readonly index?: number } = {},
  ): Json {
    this.#left = mostValues;
    return this.#value(part, { name, index, depth: 0, around: [] }) ?? null;
  }

  /** Undefined if the schema recurses without end, accepts nothing, or only values that are too large. */
  #value(given: SchemaPart, place: Location): Json | undefined {
    this.#left -= 1;
    if (this.#left < 0) return undefined;
    const part = bare(this.#root, given);
    if (place.depth > deepest) return undefined;
    if (!isObject(part.schema)) return part.schema === false ? undefined : place.name;
    if (place.around.filter((schema) => schema === part.schema).length > 1) return undefined;
    const { schema } = mergedSchema(this.#reading, part);
    if (schema === false) return undefined;
    const inner = { ...place, around: [...place.around, part.schema] };
    return (
      stated(schema, this.#options.seed, place) ??
      this.#branch(part, schema, inner) ??
      this.#plain(part, schema, inner)
    );
  }

  get #reading() {
    return { root: this.#root, view: this.#options.view, closed: false } as const;
  }

  /** Generates a value for a branch of `oneOf` or `anyOf`, combined with the sibling keywords. */
  #branch(part: SchemaPart, schema: JsonObject, place: Location): Json | undefined {
    const keyword = isArray(schema["oneOf"]) ? "oneOf" : "anyOf";
    const branches = schema[keyword];
    if (!isArray(branches) || branches.length === 0) return undefined;
    const others = Object.fromEntries(
      Object.entries(schema).filter(([name]) => name !== keyword && name !== "discriminator"),
    );
    const first = choose(this.#options.seed, `${part.pointer ?? ""} ${place.name}`, branches.length);
    const order = [...branches.slice(first), ...branches.slice(0, first)];
    const named = order.filter((branch) => !this.#isNull(branch));
    for (const branch of [...named, ...order]) {
      const isAlone = Object.keys(others).every((name) => annotations.has(name));
      const both: SchemaPart = isAlone ? { schema: branch } : { schema: { allOf: [others, branch] } };
      const value = this.#value(both, { ...place, depth: place.depth + 1 });
      if (value !== undefined) return this.#discriminated(schema, branch, value);
    }
    return undefined;
  }

  #isNull(branch: Json): boolean {
    return conjuncts(this.#root, [{ schema: branch }]).some(
      ({ schema }) => isObject(schema) && schema["type"] === "null",
    );
  }

  /** Sets the discriminator property to the name of the branch (OpenAPI 3.1, section 4.8.25). */
  #discriminated({ discriminator }: JsonObject, branch: Json, value: Json): Json {
    if (!isObject(discriminator) || !isObject(value) || !isObject(branch)) return value;
    const { propertyName, mapping } = discriminator;
    const reference = branch["$ref"];
    if (typeof propertyName !== "string" || typeof reference !== "string") return value;
    const short = reference.slice(reference.lastIndexOf("/") + 1);
    const named = Object.entries(isObject(mapping) ? mapping : {}).find(
      ([, target]) => target === reference || target === short,
    )?.[0];
    const known = conjuncts(this.#root, [{ schema: branch }]).some(({ schema }) => {
      const property =
        isObject(schema) && isObject(schema["properties"]) ? schema["properties"][propertyName] : undefined;
      return isObject(property) && (property["const"] !== undefined || property["enum"] !== undefined);
    });
    return known && named === undefined ? value : { ...value, [propertyName]: named ?? short };
  }

  #plain(part: SchemaPart, schema: JsonObject, place: Location): Json | undefined {
    switch (typeOf(schema)) {
      case "string":
        return this.#text(schema, place);
      case "integer":
      case "number":
        return makeNumber(schema, place.index);
      case "boolean":
        return place.index % 2 === 0;
      case "array":
        return this.#list(part, schema, place);
      case "object":
        return this.#object(part, schema, place);
      default:
        return null;
    }
  }

  #text(schema: JsonObject, { name, index }: Location): string {
    const text = makeText(schema, { name, seed: this.#options.seed, index });
    this.#left -= Math.floor(text.length / lengthOfValue);
    return text;
  }

  #list(part: SchemaPart, schema: JsonObject, place: Location): Json | undefined {
    const { items, prefixItems, minItems, maxItems, contains } = schema;
    const least = typeof minItems === "number" ? minItems : 0;
    const most = typeof maxItems === "number" ? maxItems : Number.POSITIVE_INFINITY;
    const first = isArray(prefixItems) ? prefixItems : [];
    const isWanted = this.#options.optional && place.depth <= optionalDepth;
    const length = Math.min(
      Math.max(least, first.length > 0 || contains !== undefined || isWanted ? Math.max(1, first.length) : 0),
      most,
    );
    const list: Json[] = [];
    for (let at = 0; at < length; at++) {
      const item = first[at] ?? (at === first.length && contains !== undefined ? contains : items);
      const value = this.#value(partAt(part, item ?? true, "items"), {
        ...place,
        index: at,
        depth: place.depth + 1,
      });
      if (value === undefined) return at >= least ? list : undefined;
      list.push(value);
    }
    return list;
  }

  #object(part: SchemaPart, schema: JsonObject, place: Location): Json | undefined {
    const properties = isObject(schema["properties"]) ? schema["properties"] : {};
    const required = isArray(schema["required"])
      ? schema["required"].filter((name) => typeof name === "string")
      : [];
    const isFull = this.#options.optional && place.depth <= optionalDepth;
    const made: [string, Json][] = [];
    for (const name of new Set([...Object.keys(properties), ...required])) {
      const isNeeded = required.includes(name);
      const property = partAt(part, properties[name] ?? further(schema) ?? true, "properties", name);
      if (!isNeeded && (!isFull || (place.index > 0 && place.depth > 2))) continue;
      if (isHidden(this.#reading, property)) continue;
      const value = this.#value(property, { ...place, name, depth: place.depth + 1 });
      if (value !== undefined) made.push([name, value]);
      else if (isNeeded) return undefined;
    }
    const least = typeof schema["minProperties"] === "number" ? schema["minProperties"] : 0;
    for (let count = 1; made.length < least && count <= least; count++) {
      const value = this.#value(
        { schema: further(schema) ?? true },
        { ...place, name: `key${count}`, depth: place.depth + 1 },
      );
      if (value === undefined) break;
      made.push([`key${count}`, value]);
    }
    return Object.fromEntries(made);
  }
}

/** Keywords that do not change what a schema accepts. */
const annotations: ReadonlySet<string> = new Set([
  "title",
  "description",
  "nullable",
  "deprecated",
  "readOnly",
  "writeOnly",
  "externalDocs",
  "xml",
  "examples",
  "example",
  "default",
  "$comment",
]);

/** Returns a value that the author wrote: `const`, `enum`, an example or a default. */
function stated(schema: JsonObject, seed: number, { name, index }: Location): Json | undefined {
  const { const: only, enum: values, examples, example } = schema;
  if (only !== undefined) return only;
  if (isArray(values) && values.length > 0) {
    const meant = values.filter((value) => value !== null);
    const from = meant.length > 0 ? meant : values;
    return from[(choose(seed, name, from.length) + index) % from.length];
  }
  // In an array of different items, an example is used once.
  if (index > 0) return undefined;
  if (isArray(examples) && examples.length > 0) return examples[choose(seed, name, examples.length)];
  return example ?? schema["default"];
}

function further(schema: JsonObject): Json | undefined {
  const { additionalProperties } = schema;
  return isObject(additionalProperties) ? additionalProperties : undefined;
}

const keywordTypes: readonly (readonly [string, string])[] = [
  ["properties", "object"],
  ["additionalProperties", "object"],
  ["required", "object"],
  ["items", "array"],
  ["prefixItems", "array"],
  ["pattern", "string"],
  ["format", "string"],
  ["minLength", "string"],
  ["maxLength", "string"],
  ["minimum", "number"],
  ["maximum", "number"],
  ["multipleOf", "number"],
];

/**
 * Returns the type to generate: the first declared one that is not null, else the one that the keywords
 * imply.
 */
function typeOf(schema: JsonObject): string {
  const { type } = schema;
  const types = (isArray(type) ? type : [type]).filter((one) => typeof one === "string");
  const named = types.find((one) => one !== "null") ?? types[0];
  return named ?? keywordTypes.find(([keyword]) => schema[keyword] !== undefined)?.[1] ?? "string";
}
