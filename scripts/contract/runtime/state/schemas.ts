// Schemas of the document, and values made from them.
import { own } from "../wire-value.ts";
import { isRecord } from "./record.ts";

type SchemaNode = Readonly<Record<string, unknown>>;

/** What a node of the document says, references followed; its own members go before those of what it refers to. */
export class Schemas {
  private readonly identities = new WeakMap<object, string>();
  private readonly propertiesOf = new WeakMap<object, Readonly<Record<string, unknown>>>();
  private readonly document: unknown;
  private readonly now: () => Date;

  constructor(document: unknown, now: () => Date = () => new Date()) {
    this.document = document;
    this.now = now;
  }

  /** The node at a JSON pointer (RFC 6901). */
  at(pointer: string): SchemaNode {
    const place = pointer.split("/").slice(1);
    const found = place.reduce<unknown>((node, key) => {
      const name = key.replaceAll("~1", "/").replaceAll("~0", "~");
      return Array.isArray(node) ? (node[Number(name)] as unknown) : own(this.follow(node), name);
    }, this.document);
    return this.follow(found);
  }

  follow(node: unknown): SchemaNode {
    if (!isRecord(node)) return {};
    const { $ref } = node;
    if (typeof $ref !== "string" || !$ref.startsWith("#")) return node;
    return { ...this.at(decodeURIComponent($ref.slice(1))), ...node, $ref: undefined };
  }

  /** What tells one schema from another: where it is, or what it says. */
  identity(node: unknown): string {
    if (!isRecord(node)) return "";
    if (typeof node["$ref"] === "string") return node["$ref"];
    const known = this.identities.get(node) ?? JSON.stringify(node);
    this.identities.set(node, known);
    return known;
  }

  /** The properties of an object's schema, with those of `allOf`. */
  properties(node: unknown): Readonly<Record<string, unknown>> {
    if (!isRecord(node)) return {};
    const known = this.propertiesOf.get(node);
    if (known !== undefined) return known;
    // In place before its parts are looked at: they may refer to it.
    this.propertiesOf.set(node, {});
    const { properties, allOf } = this.follow(node);
    const inherited = Array.isArray(allOf) ? allOf.map((part: unknown) => this.properties(part)) : [];
    // An assignment would take a property `__proto__` for the prototype.
    const all = Object.fromEntries(
      [...inherited, isRecord(properties) ? properties : {}].flatMap(Object.entries<unknown>),
    );
    this.propertiesOf.set(node, all);
    return all;
  }

  required(node: unknown): readonly string[] {
    const { required, allOf } = this.follow(node);
    const inherited = Array.isArray(allOf) ? allOf.flatMap((part: unknown) => this.required(part)) : [];
    return [...inherited, ...(Array.isArray(required) ? required.map(String) : [])];
  }

  format(node: unknown): string | undefined {
    const { format } = this.follow(node);
    return typeof format === "string" ? format : undefined;
  }

  /** The first example that a node carries. */
  example(node: unknown): unknown {
    const { example, examples } = this.follow(node);
    if (example !== undefined) return example;
    if (Array.isArray(examples)) return examples[0];
    const [first] = isRecord(examples) ? Object.values(examples) : [];
    return this.follow(first)["value"];
  }

  /** A value that a schema allows, with as little in it as it may have. */
  minimal(node: unknown): unknown {
    const schema = this.follow(node);
    const { const: constant, default: usual, enum: values, type, anyOf, oneOf, items, minItems } = schema;
    if (constant !== undefined) return constant;
    if (usual !== undefined) return usual;
    const types: unknown[] = Array.isArray(type) ? type : [type];
    if (types.includes("null")) return null;
    if (Array.isArray(values)) return values[0];
    const choices: unknown = anyOf ?? oneOf;
    if (Array.isArray(choices)) {
      return choices.some((choice) => this.follow(choice)["type"] === "null")
        ? null
        : this.minimal(choices[0]);
    }
    if (types.includes("string")) return this.text(schema);
    if (types.includes("integer") || types.includes("number")) return numberOf(schema);
    if (types.includes("boolean")) return false;
    if (types.includes("array")) {
      return Array.from({ length: Number(minItems ?? 0) }, () => this.minimal(items));
    }
    const properties = this.properties(schema);
    return Object.fromEntries(
      this.required(schema).map((name) => [name, this.minimal(own(properties, name))]),
    );
  }

  private text(schema: SchemaNode): unknown {
    const { minLength = 0, pattern, format } = schema;
    if (format === "date-time") return this.now().toISOString();
    if (minLength === 0 && pattern === undefined && format === undefined) return "";
    return (
      this.example(schema) ??
      own(textsOfFormats, String(format)) ??
      "x".repeat(Math.max(1, Number(minLength)))
    );
  }
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
