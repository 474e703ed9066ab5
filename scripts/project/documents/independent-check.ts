// Validates responses against a document as its author wrote it, with a third-party validator: shares no code
// with the mock.
import { readFileSync } from "node:fs";
import "@hyperjump/json-schema/openapi-3-0";
import { registerSchema, type SchemaObject, validate } from "@hyperjump/json-schema/openapi-3-1";
import { setShouldValidateSchema } from "@hyperjump/json-schema";
import { parse } from "yaml";

// The registered resource is an OpenAPI document, which is not a schema; parts of it are.
setShouldValidateSchema(false);

type Node = Readonly<Record<string, unknown>>;

export interface SentResponse {
  /** As in the document: `/pets/{id}`. */
  readonly path: string;
  readonly method: string;
  readonly status: number;
  readonly contentType: string | null;
  readonly body: string;
}

let count = 0;

export class IndependentCheck {
  readonly #root: Node;
  readonly #address: string;
  readonly #validators = new Map<string, Promise<(value: never) => { readonly valid: boolean }>>();

  /** @param path  of an OpenAPI 3.0 or 3.1 document without references to other files */
  constructor(path: string) {
    const root = parse(readFileSync(path, "utf8"), { logLevel: "silent", uniqueKeys: false }) as Node;
    this.#root = root;
    this.#address = `https://document.example/${++count}`;
    const dialect = String(root["openapi"]).startsWith("3.0") ? "3.0/dialect" : "3.1/dialect/base";
    const whole = {
      paths: responseView(root["paths"], root),
      components: responseView(root["components"], root),
    };
    const { components, paths } = JSON.parse(JSON.stringify(whole)) as Node;
    registerSchema(
      { $schema: `https://spec.openapis.org/oas/${dialect}`, components, paths } as unknown as SchemaObject,
      this.#address,
    );
  }

  /** Returns the violation of a response; undefined if there is none. */
  async problem({ path, method, status, contentType, body }: SentResponse): Promise<string | undefined> {
    const operation = this.#follow(recordOf(recordOf(this.#root["paths"])[path]))[0][method.toLowerCase()];
    const responses = recordOf(recordOf(operation)["responses"]);
    const key = [String(status), `${String(status)[0]}XX`, "default"].find((one) =>
      Object.hasOwn(responses, one),
    );
    // Few documents declare the errors that frameworks generate.
    if (key === undefined) return status >= 400 ? undefined : `${status} is not declared`;
    const start = `/paths/${escaped(path)}/${method.toLowerCase()}/responses/${key}`;
    const [response, pointer] = this.#follow(recordOf(responses[key]), start);
    const content = recordOf(response["content"]);
    const type = (contentType ?? "").replace(/;.*/, "").trim().toLowerCase();
    const declared = Object.keys(content).find((one) => one.replace(/;.*/, "").trim().toLowerCase() === type);
    if (declared === undefined || !/json/.test(type)) return undefined;
    if (recordOf(content[declared])["schema"] === undefined) return undefined;
    try {
      const validator = await this.#validator(`${pointer}/content/${escaped(declared)}/schema`);
      return validator(JSON.parse(body) as never).valid
        ? undefined
        : `${status} ${type} is not valid: ${body.slice(0, 300)}`;
    } catch (error) {
      // The third-party validator has limits of its own, such as references that it does not follow.
      return `not checked: ${error instanceof Error ? error.message.slice(0, 200) : String(error)}`;
    }
  }

  #validator(pointer: string): Promise<(value: never) => { readonly valid: boolean }> {
    const known = this.#validators.get(pointer);
    if (known !== undefined) return known;
    const made = validate(`${this.#address}#${encodeURI(pointer)}`) as unknown as Promise<
      (value: never) => { readonly valid: boolean }
    >;
    this.#validators.set(pointer, made);
    return made;
  }

  #follow(node: Node, pointer = ""): [Node, string] {
    const reference = node["$ref"];
    if (typeof reference !== "string" || !reference.startsWith("#/")) return [node, pointer];
    const target = reference
      .slice(2)
      .split("/")
      .map((key) => decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~"))
      .reduce<Node>((at, key) => recordOf(at[key]), this.#root);
    return this.#follow(target, decodeURIComponent(reference.slice(1)));
  }
}

/**
 * Returns the schemas for responses: write-only properties are not required, and examples are not schemas.
 */
function responseView(node: unknown, root: Node, isMap = false): unknown {
  if (Array.isArray(node)) return (node as unknown[]).map((item) => responseView(item, root));
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(node).flatMap(([key, value]): [string, unknown][] => {
    if (!isMap && /^(examples?|default|x-.*|externalDocs|xml)$/.test(key)) return [];
    if (!isMap && key === "required" && Array.isArray(value)) {
      const properties = recordOf((node as Node)["properties"]);
      const isWritten = (name: unknown): boolean => recordOf(properties[String(name)])["writeOnly"] === true;
      return [[key, (value as unknown[]).filter((name) => !isWritten(name))]];
    }
    // OpenAPI 3.0 has its own formats, which JSON Schema validators do not know.
    if (!isMap && (key === "format" || key === "discriminator")) return [];
    return [
      [
        key,
        responseView(
          value,
          root,
          !isMap && /^(properties|patternProperties|schemas|responses|paths)$/.test(key),
        ),
      ],
    ];
  });
  return Object.fromEntries(entries);
}

function recordOf(value: unknown): Node {
  return typeof value === "object" && value !== null ? (value as Node) : {};
}

function escaped(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
