// The types of all schemas of a document, and their positions in the text that openapi-typescript emits.
import type { Json, JsonObject } from "../../document/document.ts";
import { childPointer, isObject, parsePointer, resolvePointer } from "../../document/pointer.ts";
import { type Code, emit, joinCode, noCode } from "../code.ts";
import { printKey, printString } from "../literal.ts";
import { inheritedType, toIdentifier, UniqueNames } from "../names.ts";
import { type Direction, DirectedSchemas } from "../validators/directed-schemas.ts";
import type { ValueTypes } from "../value-types.ts";
import { annotationsOf, markSchemas } from "./mark-schemas.ts";
import { isCircular, withoutItself } from "./own-circles.ts";
import { printType } from "./print-type.ts";
import { SchemaTypes } from "./schema-types.ts";
import type { Type } from "./type.ts";

const directions: readonly Direction[] = ["response", "request"];

/** Names that the file declares already. */
const taken = [
  "paths",
  "webhooks",
  "components",
  "requests",
  "operations",
  "DateTime",
  "Binary",
  "Int64",
  "Int64Value",
  "WithRequired",
  "Record",
];

/** The schema that a mark represents. */
interface Mark {
  readonly schema: Json;
  readonly direction: Direction;
}

/** The types of one document. */
export class EmittedSchemas {
  /** The document, with marks instead of schemas. */
  readonly marked: JsonObject;
  readonly #root: JsonObject;
  readonly #directed: DirectedSchemas;
  readonly #types: Readonly<Record<Direction, SchemaTypes>>;
  readonly #marks: Mark[] = [];
  readonly #prefix: string;
  readonly #aliasNames = new UniqueNames(taken);
  /** Direction and pointer of recursive schemas, which need a declaration of their own → its name. */
  readonly #aliases = new Map<
    string,
    { readonly name: Code; readonly pointer: string; readonly direction: Direction }
  >();
  #usesRequired = false;

  constructor(root: JsonObject, values: ValueTypes) {
    this.#root = root;
    this.#directed = new DirectedSchemas(root);
    const typesOf = (direction: Direction) => new SchemaTypes(root, direction, this.#directed, values);
    this.#types = { response: typesOf("response"), request: typesOf("request") };
    // Chosen so that no text of the document can be mistaken for a mark.
    const text = JSON.stringify(root);
    let prefix = "$Schema";
    while (text.includes(prefix)) prefix += "$";
    this.#prefix = prefix;
    for (const direction of directions) {
      for (const pointer of this.#named(direction)) {
        const name = parsePointer(pointer).at(-1) ?? "";
        if (!isCircular(pointer, (one) => this.#types[direction].named(one), false)) continue;
        const alias = emit`${toIdentifier(name)}${direction === "request" ? emit`Request` : noCode}Schema`;
        this.#aliases.set(`${direction} ${pointer}`, {
          name: this.#aliasNames.take(alias),
          pointer,
          direction,
        });
      }
    }
    this.marked = markSchemas(root, (schema, direction) => {
      this.#marks.push({ schema, direction });
      return { type: "string", ...annotationsOf(schema), "x-mark": this.#marks.length - 1 };
    });
  }

  /**
   * Returns the name that represents a schema's type until `fill`; undefined for a node that is not a mark.
   */
  markIn(node: object): string | undefined {
    const mark: unknown = "x-mark" in node ? node["x-mark"] : undefined;
    return typeof mark === "number" ? `${this.#prefix}${mark}_` : undefined;
  }

  /** Returns the text with the types of schemas instead of their marks. */
  fill(text: string): string {
    const marks = new RegExp(`${this.#prefix.replaceAll("$", "\\$")}(\\d+)_`, "g");
    return text.replace(/^.*$/gm, (line) => {
      const blanks = line.search(/[^ ]|$/);
      const indent = joinCode(Array<Code>(blanks).fill(emit` `));
      return line.replace(marks, (mark, index: string) => {
        const found = this.#marks[Number(index)];
        if (found === undefined) return mark;
        const left = inheritedType(/^ *"?(\w+)"?\?: /.exec(line)?.[1] ?? "");
        return emit`${this.#filling(found, indent)}${left === undefined ? noCode : emit` | ${left}`}`;
      });
    });
  }

  #filling({ schema, direction }: Mark, indent: Code): Code {
    const pointer = this.#pointerOf(schema);
    if (pointer !== undefined) return this.#declared(pointer, direction, indent);
    return this.#print(this.#types[direction].of({ pointer: "", node: schema }), direction, indent);
  }

  /** Returns the declarations that the types need besides `components`. */
  declarations(): Code {
    const aliases = [...this.#aliases.values()].map(
      ({ name, pointer, direction }) => emit`type ${name} = ${this.#written(pointer, direction, noCode)};\n`,
    );
    const indent = emit`        `;
    const members = this.#named("request").map((pointer) => {
      const name = printKey(parsePointer(pointer).at(-1) ?? "");
      return emit`${indent}${name}: ${this.#declared(pointer, "request", indent)};\n`;
    });
    const body = members.length === 0 ? emit`{}` : emit`{\n${members}    }`;
    const interfaces = emit`/** The request variants of schemas that differ: properties that only the server writes may be omitted. */
export interface requests {
    schemas: ${body};
}
`;
    return emit`${interfaces}${aliases}${this.#usesRequired ? withRequired : noCode}`;
  }

  /** Components whose text is a schema itself. */
  #pointerOf(schema: Json): string | undefined {
    return isObject(schema) ? this.#components.get(schema) : undefined;
  }

  get #components(): ReadonlyMap<JsonObject, string> {
    this.#byNode ??= new Map(
      this.#named("response").flatMap((pointer): [JsonObject, string][] => {
        const node = resolvePointer(this.#root, pointer);
        return isObject(node) ? [[node, pointer]] : [];
      }),
    );
    return this.#byNode;
  }

  #byNode: Map<JsonObject, string> | undefined;

  #named(direction: Direction): string[] {
    const components = this.#root["components"];
    const schemas = isObject(components) && isObject(components["schemas"]) ? components["schemas"] : {};
    const pointers = Object.keys(schemas).map((name) => childPointer("", "components", "schemas", name));
    return direction === "response" ? pointers : pointers.filter((pointer) => this.#differs(pointer));
  }

  #differs(pointer: string): boolean {
    const node = resolvePointer(this.#root, pointer);
    return node !== undefined && this.#directed.differs({ pointer, node });
  }

  #declared(pointer: string, direction: Direction, indent: Code): Code {
    return this.#aliases.get(`${direction} ${pointer}`)?.name ?? this.#written(pointer, direction, indent);
  }

  /** Prints the type of a named schema, without parts that would make it a reference to itself only. */
  #written(pointer: string, direction: Direction, indent: Code): Code {
    const typeOf = (one: string): Type => this.#types[direction].named(one);
    const circular = (one: string): boolean => one === pointer || isCircular(one, typeOf, true);
    const type = isCircular(pointer, typeOf, true)
      ? withoutItself(typeOf(pointer), circular)
      : typeOf(pointer);
    return this.#print(type, direction, indent);
  }

  #print(type: Type, direction: Direction, indent: Code): Code {
    const text = printType(type, (pointer) => this.#reference(pointer, direction), indent);
    this.#usesRequired ||= text.includes("WithRequired<");
    return text;
  }

  #reference(pointer: string, direction: Direction): Code {
    const side = direction === "request" && this.#differs(pointer) ? "request" : "response";
    const alias = this.#aliases.get(`${side} ${pointer}`)?.name;
    const name = printString(parsePointer(pointer).at(-1) ?? "");
    return alias ?? emit`${side === "request" ? emit`requests` : emit`components`}["schemas"][${name}]`;
  }
}

const withRequired = emit`type WithRequired<T, K extends PropertyKey> = T extends object ? T & {
    [P in K]: P extends keyof T ? Exclude<T[P], undefined> : unknown;
} : T;
`;
