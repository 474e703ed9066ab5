// Schemas of the document, and example values for them.
import { own, setOwn } from "../wire-value.ts";
import { isRecord } from "./record.ts";

/** Returns whether a text matches a pattern. */
export type PatternTest = (pattern: string, text: string) => boolean;

type SchemaNode = Readonly<Record<string, unknown>>;

/**
 * Resolves nodes of the document; members next to a `$ref` override those of its target. A document does not
 * change, so all results are cached.
 */
export class Schemas {
  readonly #places = new Map<string, SchemaNode>();
  readonly #followed = new WeakMap<object, SchemaNode>();
  readonly #makers = new WeakMap<object, () => unknown>();
  readonly #facts = new Map<unknown, WeakMap<object, { readonly fact: unknown }>>();
  readonly #identities = new WeakMap<object, string>();
  readonly #propertiesOf = new WeakMap<object, Readonly<Record<string, unknown>>>();
  readonly #document: unknown;
  readonly #moment: () => string;
  /** Number of values that may still be part of the current minimal value, and depth of the next one. */
  #left = 0;
  #depth = 0;

  /** Whether a text matches a pattern of the document. */
  readonly matches: PatternTest;
  readonly #patterned: ((schema: SchemaNode) => string | undefined) | undefined;

  /**
   * @param moment  returns the value of the format `date-time`
   * @param patterned  returns a text of a schema with a pattern that has no example
   */
  constructor(
    document: unknown,
    moment: () => string,
    matches: PatternTest = matchesPattern,
    patterned?: (schema: SchemaNode) => string | undefined,
  ) {
    this.#document = document;
    this.#moment = moment;
    this.matches = matches;
    this.#patterned = patterned;
  }

  /** Returns the node at a JSON pointer (RFC 6901). */
  at(pointer: string): SchemaNode {
    const known = this.#places.get(pointer);
    if (known !== undefined) return known;
    const place = pointer.split("/").slice(1);
    const found = place.reduce<unknown>((node, key) => {
      const name = key.replaceAll("~1", "/").replaceAll("~0", "~");
      return Array.isArray(node) ? (node[Number(name)] as unknown) : own(this.follow(node), name);
    }, this.#document);
    const node = this.follow(found);
    this.#places.set(pointer, node);
    return node;
  }

  follow(node: unknown): SchemaNode {
    if (!isRecord(node)) return {};
    const { $ref } = node;
    if (typeof $ref !== "string" || !$ref.startsWith("#")) return node;
    const known = this.#followed.get(node);
    if (known !== undefined) return known;
    const all = { ...this.at(decodeURIComponent($ref.slice(1))), ...node, $ref: undefined };
    this.#followed.set(node, all);
    return all;
  }

  /**
   * Returns the result of a function of a part of the document, or of a model of it, cached for each part.
   */
  about<Part extends object, Fact>(part: Part, find: (schemas: Schemas, part: Part) => Fact): Fact {
    let facts = this.#facts.get(find);
    if (facts === undefined) this.#facts.set(find, (facts = new WeakMap()));
    const known = facts.get(part);
    if (known !== undefined) return known.fact as Fact; // The result of `find`.
    const fact = find(this, part);
    facts.set(part, { fact });
    return fact;
  }

  /** Returns a key that identifies a schema: its location, or its text. */
  identity(node: unknown): string {
    if (!isRecord(node)) return "";
    if (typeof node["$ref"] === "string") return node["$ref"];
    const known = this.#identities.get(node) ?? JSON.stringify(node);
    this.#identities.set(node, known);
    return known;
  }

  /** Returns the properties of an object's schema, including those of `allOf` and of alternatives. */
  properties(node: unknown): Readonly<Record<string, unknown>> {
    if (!isRecord(node)) return {};
    const known = this.#propertiesOf.get(node);
    if (known !== undefined) return known;
    // Cached before its parts are resolved: they may refer to it.
    this.#propertiesOf.set(node, {});
    const { properties, allOf, oneOf, anyOf } = this.follow(node);
    // If a name is declared twice, the later declaration counts.
    const inherited = [oneOf, anyOf, allOf].flatMap((list) =>
      Array.isArray(list) ? list.map((part: unknown) => this.properties(part)) : [],
    );
    // Assignment would treat a property `__proto__` as the prototype.
    const all = Object.fromEntries(
      [...inherited, isRecord(properties) ? properties : {}].flatMap(Object.entries<unknown>),
    );
    this.#propertiesOf.set(node, all);
    return all;
  }

  required(node: unknown): readonly string[] {
    return isRecord(node) ? this.about(node, requiredIn) : [];
  }

  format(node: unknown): string | undefined {
    const { format } = this.follow(node);
    return typeof format === "string" ? format : undefined;
  }

  /** Returns the first example of a node. */
  example(node: unknown): unknown {
    const { example, examples } = this.follow(node);
    if (example !== undefined) return example;
    if (Array.isArray(examples)) return examples[0];
    const [first] = isRecord(examples) ? Object.values(examples) : [];
    return this.follow(first)["value"];
  }

  /** Returns a minimal valid value of a schema; an incomplete one if all are too large or too deep. */
  minimal(node: unknown): unknown {
    this.#left = mostValues;
    this.#depth = 0;
    return this.#maker(node)();
  }

  /**
   * Returns a function that creates minimal values: a new one for each call, because callers may change it.
   */
  #maker(node: unknown): () => unknown {
    const key = isRecord(node) ? node : emptySchema;
    const known = this.#makers.get(key);
    if (known !== undefined) return known;
    // Cached before its parts are resolved: they may refer to it.
    this.#makers.set(key, () => made());
    const made = this.#makerOf(this.follow(node));
    this.#makers.set(key, made);
    return made;
  }

  #makerOf(schema: SchemaNode): () => unknown {
    const { const: constant, default: usual, enum: values, type, anyOf, oneOf, items, minItems } = schema;
    const always = (value: unknown) => (): unknown => value;
    if (constant !== undefined) return always(constant);
    if (usual !== undefined) return always(usual);
    const types: unknown[] = Array.isArray(type) ? type : [type];
    if (types.includes("null")) return always(null);
    if (Array.isArray(values)) return always(values[0]);
    const choices: unknown = anyOf ?? oneOf;
    if (Array.isArray(choices)) {
      if (choices.some((choice) => this.follow(choice)["type"] === "null")) return always(null);
      const first = this.#maker(choices[0]);
      const beside = this.#membersOf(schema);
      return () => {
        const value = first();
        return isRecord(value) ? { ...beside(), ...value } : value;
      };
    }
    if (types.includes("string"))
      return schema["format"] === "date-time" ? this.#moment : this.#textMaker(schema);
    if (types.includes("integer") || types.includes("number")) return always(numberOf(schema));
    if (types.includes("boolean")) return always(false);
    if (types.includes("array")) {
      const item = this.#maker(items);
      const least = Number(minItems ?? 0);
      return () => Array.from({ length: Math.min(least, this.#left) }, this.#bounded(item));
    }
    return this.#bounded(this.#membersOf(schema));
  }

  /** Limits a function that creates a part of a minimal value: it returns undefined if nothing is left. */
  #bounded(make: () => unknown): () => unknown {
    return () => {
      if (this.#left <= 0 || this.#depth >= deepest) return undefined;
      this.#left -= 1;
      this.#depth += 1;
      const value = make();
      this.#depth -= 1;
      return value;
    };
  }

  /** Returns a function that creates an object with the properties that a schema itself requires. */
  #membersOf(schema: SchemaNode): () => Record<string, unknown> {
    const properties = this.properties(schema);
    const members = this.required(schema).map((name) => [name, this.#maker(own(properties, name))] as const);
    return () => {
      const value: Record<string, unknown> = {};
      for (const [name, make] of members) setOwn(value, name, make());
      return value;
    };
  }

  #textMaker(schema: SchemaNode): () => unknown {
    const text = this.#text(schema);
    const values = typeof text === "string" ? Math.floor(text.length / lengthOfValue) : 0;
    return () => {
      this.#left -= values;
      return text;
    };
  }

  #text(schema: SchemaNode): unknown {
    const { minLength = 0, pattern, format } = schema;
    if (minLength === 0 && pattern === undefined && format === undefined) return "";
    return (
      this.example(schema) ??
      (pattern === undefined ? undefined : this.#patterned?.(schema)) ??
      own(textsOfFormats, String(format)) ??
      "x".repeat(Math.min(longestText, Math.max(1, Number(minLength))))
    );
  }
}

/** For documents whose patterns are trusted: some patterns take exponential time. */
function matchesPattern(pattern: string, text: string): boolean {
  return new RegExp(pattern, "u").test(text);
}

const emptySchema: SchemaNode = {};

/** Limits of a minimal value, in values, levels and code units: a schema may demand a billion items. */
const mostValues = 100_000;
const deepest = 100;
const longestText = 1_000_000;
/** Number of code units that count as one value. */
const lengthOfValue = 64;

function requiredIn(schemas: Schemas, node: object): readonly string[] {
  const { required, allOf } = schemas.follow(node);
  const inherited = Array.isArray(allOf) ? allOf.flatMap((part: unknown) => schemas.required(part)) : [];
  return [...inherited, ...(Array.isArray(required) ? required.map(String) : [])];
}

const textsOfFormats: Readonly<Record<string, string>> = {
  date: "2024-01-15",
  time: "09:30:00Z",
  email: "somebody@example.com",
  hostname: "example.com",
  uri: "https://example.com/",
  "uri-reference": "/",
  uuid: "00000000-0000-4000-8000-000000000000",
};

function numberOf({ minimum, exclusiveMinimum }: SchemaNode): number {
  if (typeof minimum === "number") return Math.max(0, Math.ceil(minimum));
  return typeof exclusiveMinimum === "number" ? Math.max(0, Math.floor(exclusiveMinimum) + 1) : 0;
}
