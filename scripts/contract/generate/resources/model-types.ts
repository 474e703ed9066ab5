// The named schemas as types of the client: for responses, and for requests if they differ.
import type { Json, JsonObject } from "../../document/document.ts";
import {
  child,
  follow,
  isArray,
  isObject,
  localPointer,
  type Located,
  refOf,
} from "../../document/pointer.ts";
import { type Code, emit, joinCode, noCode } from "../code.ts";
import { docComment, type DocTag, docTag } from "../comment.ts";
import { printKey, printString } from "../literal.ts";
import { toIdentifier, type UniqueNames, upperFirst } from "../names.ts";
import { DirectedSchemas } from "../validators/directed-schemas.ts";
import { literalPrefix } from "../pattern-prefix.ts";
import type { NamedSchema, Plan } from "../plan.ts";
import { isInt64 } from "../value-types.ts";
import { reachableSchemas, reachingSchemas } from "./reachable-schemas.ts";

/** Which of a schema's types: that of responses (`Output`), or of requests (`Input`). */
export type Direction = "Output" | "Input";

/** How a named schema is declared; undefined: not at all, because a string or number suffices. */
type Kind = "object" | "id" | "type";

/** The schemas that a client uses. */
export interface UsedSchemas {
  /** The schemas of all responses. */
  readonly outputs: readonly Located[];
  /** The schemas of all request bodies and parameters. */
  readonly inputs: readonly Located[];
  /**
   * The schemas of requests that the server sends: the client does not convert them, so date-times remain
   * strings.
   */
  readonly events: readonly Located[];
}

/** The exported types of a client's schemas. */
export class ModelTypes {
  readonly #root: JsonObject;
  readonly #schemas: readonly NamedSchema[];
  readonly #names: Readonly<Record<Direction, ReadonlyMap<string, Code>>>;
  readonly #directed: DirectedSchemas;
  readonly #isLooser: (schema: Located) => boolean;

  readonly #events: ReadonlySet<string>;

  /** `places`: where the schemas of the document are used */
  constructor(plan: Plan, names: UniqueNames, { outputs, inputs, events }: UsedSchemas) {
    this.#root = plan.document.root;
    this.#schemas = plan.schemas;
    this.#directed = new DirectedSchemas(this.#root);
    this.#isLooser = reachingSchemas(
      this.#root,
      (node) =>
        node["format"] === "date-time" ||
        (plan.values.int64 !== "number" && isInt64(node)) ||
        node["format"] === "binary" ||
        ["enum", "const", "contentMediaType", "patternProperties"].some((keyword) => keyword in node) ||
        isObject(node["additionalProperties"]) ||
        node["type"] === "array",
    );
    const arriving = reachableSchemas(this.#root, outputs);
    const leaving = reachableSchemas(this.#root, inputs);
    const eventSchemas = reachableSchemas(this.#root, events);
    this.#events = new Set(
      [...eventSchemas].filter((pointer) => !arriving.has(pointer) && !leaving.has(pointer)),
    );
    const output = new Map<string, Code>();
    const input = new Map<string, Code>();
    for (const schema of plan.schemas) {
      if (this.#kindOf(schema) === undefined) continue;
      const { pointer } = schema;
      const name = upperFirst(toIdentifier(schema.name));
      const both = arriving.has(pointer) && leaving.has(pointer);
      if (arriving.has(pointer) || (eventSchemas.has(pointer) && !leaving.has(pointer)))
        output.set(pointer, names.take(name));
      if (leaving.has(pointer)) {
        const same = both && !this.#differs(schema);
        input.set(
          pointer,
          same ? (output.get(pointer) ?? name) : names.take(both ? emit`${name}Input` : name),
        );
      }
    }
    this.#names = { Output: output, Input: input };
  }

  /** Returns the declarations in source order. */
  print(): Code[] {
    return this.#schemas.flatMap((schema) =>
      (["Output", "Input"] as const).flatMap((direction) => {
        const name = this.#names[direction].get(schema.pointer);
        const repeated = direction === "Input" && name === this.#names.Output.get(schema.pointer);
        return name === undefined || repeated ? [] : [this.#declaration(schema, name, direction)];
      }),
    );
  }

  /**
   * Returns the type of a schema: the name of a model, if the schema is one or a list of one; otherwise
   * undefined.
   */
  nameOf(schema: Located | undefined, direction: Direction): Code | undefined {
    const ref = refOf(schema?.node);
    const target = ref === undefined ? undefined : localPointer(ref);
    if (target !== undefined)
      return isAnnotated(schema?.node) ? this.#names[direction].get(target) : undefined;
    const items =
      isObject(schema?.node) && schema.node["type"] === "array" ? schema.node["items"] : undefined;
    const item = items === undefined ? undefined : this.nameOf({ pointer: "", node: items }, direction);
    if (item === undefined || direction === "Output") return item && emit`${item}[]`;
    return item.startsWith("readonly ") ? emit`readonly (${item})[]` : emit`readonly ${item}[]`;
  }

  /** Returns the model of the items of a list at a location within a schema. */
  itemName(schema: Located | undefined, place: readonly string[]): Code | undefined {
    if (schema === undefined) return undefined;
    const { node } = follow(this.#root, schema);
    const [key, ...rest] = place;
    const below = child(key === undefined ? node : (child(node, "properties") ?? {}), key ?? "items");
    const next = below === undefined ? undefined : { pointer: "", node: below };
    return key === undefined ? this.nameOf(next, "Output") : this.itemName(next, rest);
  }

  /** Returns members of an object type for those properties that are models themselves. */
  members(
    properties: readonly {
      name: string;
      required: boolean;
      schema: Located | undefined;
      description?: Json | undefined;
    }[],
    direction: Direction,
  ): Code {
    return joinCode(
      properties.map(({ name, required, schema, description }) => {
        const type = this.nameOf(schema, direction);
        if (type === undefined) return noCode;
        const comment = docComment([this.#description(schema, description), this.defaultOf(schema)], "  ");
        return emit`${comment}  ${printKey(name)}${required ? noCode : emit`?`}: ${type};\n`;
      }),
    );
  }

  #declaration(schema: NamedSchema, name: Code, direction: Direction): Code {
    const { node, pointer } = schema;
    const comment = docComment([this.#description(schema, undefined), `spec: ${pointer}`]);
    const schemas =
      direction === "Input" && this.#directed.differs(schema) ? emit`RequestSchemas` : emit`Schemas`;
    const source = emit`${printKey(direction)}<${schemas}[${printString(schema.name)}]>`;
    const kind = this.#kindOf(schema);
    if (this.#events.has(pointer))
      return emit`${comment}export type ${name} = Schemas[${printString(schema.name)}];\n`;
    if (kind === "id") return emit`${comment}export type ${name} = Id<${printString(name)}>;\n`;
    if (kind === "type" || !isObject(node)) {
      return emit`${comment}export type ${name} = ${this.nameOf({ pointer, node }, direction) ?? source};\n`;
    }
    const side = direction === "Input" ? "request" : "response";
    const required = new Set(this.#directed.requiredIn(side, schema));
    const properties = isObject(node["properties"]) ? Object.entries(node["properties"]) : [];
    const members = this.members(
      properties.flatMap(([key, property]) =>
        property === undefined
          ? []
          : [
              {
                name: key,
                required: required.has(key),
                schema: { pointer: "", node: property },
                description: child(property, "description"),
              },
            ],
      ),
      direction,
    );
    const body = members === "" ? emit`{}` : emit`{\n${members}}`;
    return emit`${comment}export interface ${name} extends ${source} ${body}\n`;
  }

  #kindOf({ pointer, node }: Located): Kind | undefined {
    const target = follow(this.#root, { pointer, node }).node;
    if (!isObject(target)) return undefined;
    if (["oneOf", "anyOf", "allOf", "not"].some((keyword) => keyword in target)) return "type";
    if (target["type"] === "object") return target === node && isPlainObject(target) ? "object" : "type";
    if (target["type"] === "array") return "type";
    if (target["type"] !== "string") return undefined;
    if (isArray(target["enum"]) || "const" in target) return "type";
    const { pattern } = target;
    return typeof pattern === "string" && literalPrefix(pattern) !== undefined ? "id" : undefined;
  }

  /**
   * Requests accept dates as strings, files as Blobs, and only known enum values: if a schema contains these,
   * it has two types.
   */
  #differs(schema: NamedSchema): boolean {
    return this.#directed.differs(schema) || this.#isLooser(schema);
  }

  /** Returns the default of a schema, or of the one that it references, for a comment. */
  defaultOf(schema: Located | undefined): DocTag | undefined {
    if (schema === undefined) return undefined;
    const standard = child(schema.node, "default") ?? child(follow(this.#root, schema).node, "default");
    return standard === undefined ? undefined : docTag("default", JSON.stringify(standard));
  }

  #description(schema: Located | undefined, own: Json | undefined): string | undefined {
    if (typeof own === "string") return own;
    if (schema === undefined) return undefined;
    const described = child(follow(this.#root, schema).node, "description");
    return typeof described === "string" ? described : undefined;
  }
}

/** Whether a reference has no sibling keywords that change the set of valid values. */
function isAnnotated(node: Json | undefined): boolean {
  const words =
    /^(\$ref|\$comment|title|description|default|examples?|deprecated|readOnly|writeOnly|externalDocs|x-.*)$/;
  return isObject(node) && Object.keys(node).every((key) => words.test(key));
}

/** Whether an interface can extend the type of a schema and redeclare its properties. */
function isPlainObject(schema: JsonObject): boolean {
  if (
    ["enum", "const", "if", "$ref", "patternProperties", "propertyNames"].some((keyword) => keyword in schema)
  )
    return false;
  return !isObject(schema["properties"]) || !isObject(schema["additionalProperties"]);
}
