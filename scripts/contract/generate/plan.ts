// The plan: everything to generate, read from the document once, so that types, validators and tables are
// consistent.
import type { Json, JsonObject, OpenApiDocument } from "../document/document.ts";
import { type Operation, operationsOf } from "../document/operations.ts";
import { childPointer, isArray, isObject, localPointer, type Located } from "../document/pointer.ts";
import type { Code } from "./code.ts";
import { headerOf } from "./header.ts";
import { nameOfOperation, toIdentifier, UniqueNames } from "./names.ts";
import { usualTypes, type ValueTypes } from "./value-types.ts";
import { headersOf, membersOf, parametersOf, schemaAt } from "./plan-values.ts";

/**
 * The input of the emitters.
 *
 * @example
 * { header: "Generated from openapi.yaml by …",
 *   schemas: [{ name: "Pool", pointer: "/components/schemas/Pool", … }],
 *   operations: [{ id: "fetchPool", identifier: "fetchPool", tag: "Pools", body: undefined,
 *     parameters: [{ name: "id", place: "path", required: true, style: "simple", … }],
 *     responses: [{ status: "200", … }], … }], … }
 */
export interface Plan {
  readonly document: OpenApiDocument;
  /** The first line of every generated file that can have a comment, without comment marks; constant. */
  readonly header: string;
  readonly operations: readonly PlannedOperation[];
  /** `components/schemas`, in source order. */
  readonly schemas: readonly NamedSchema[];
  /** The types of values in clients. */
  readonly values: ValueTypes;
}

/** A schema of `components/schemas`. */
export interface NamedSchema extends Located {
  readonly name: string;
}

/** One operation under `paths`. */
export interface PlannedOperation {
  /**
   * The operationId; derived from method and path if the document has none, or declares the same one twice.
   */
  readonly id: string;
  /** The id as a JavaScript identifier, unique in the document. */
  readonly identifier: Code;
  readonly source: Operation;
  /** The first tag. */
  readonly tag: string | undefined;
  /** Without the headers that OpenAPI ignores here: `Accept`, `Content-Type`, `Authorization`. */
  readonly parameters: readonly PlannedParameter[];
  readonly body: PlannedBody | undefined;
  readonly responses: readonly PlannedResponse[];
  /**
   * If this is one of two methods of an operation with a field that switches streaming on: that field, and
   * which of the two.
   */
  readonly switch?: { readonly field: string; readonly on: boolean };
}

/** The `in` of a parameter. */
export type ParameterLocation = "path" | "query" | "header" | "cookie";
/** How a parameter's value is serialized; `whole` is a parameter that is the whole query or cookie. */
export type ParameterStyle =
  | "simple"
  | "label"
  | "matrix"
  | "form"
  | "spaceDelimited"
  | "pipeDelimited"
  | "deepObject"
  | "cookie"
  | "whole";

/** One parameter, with OpenAPI's defaults filled in. */
export interface PlannedParameter {
  readonly name: string;
  readonly place: ParameterLocation;
  readonly required: boolean;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  /** Reserved characters, including a literal `+`, are not percent-encoded. */
  readonly allowReserved: boolean;
  /** The Parameter Object. */
  readonly source: Located<JsonObject>;
  /** `schema`, or the schema of `content`. */
  readonly schema: Located | undefined;
  /** The media type, if the parameter is described by `content`. */
  readonly mediaType: string | undefined;
}

/** The request body of an operation. */
export interface PlannedBody {
  readonly required: boolean;
  readonly content: readonly PlannedContent[];
}

/** One media type of a body, with its schema. */
export interface PlannedContent {
  readonly mediaType: string;
  readonly schema: Located | undefined;
  /** The options of `x-sdk.stream`. */
  readonly stream?: JsonObject;
}

/** One declared response. */
export interface PlannedResponse {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly source: Located<JsonObject>;
  readonly content: readonly PlannedContent[];
  readonly headers: readonly PlannedHeader[];
  readonly links: readonly PlannedLink[];
}

/** One header of a response. */
export interface PlannedHeader {
  readonly name: string;
  readonly required: boolean;
  /** `schema`, or the schema of `content`. */
  readonly schema: Located | undefined;
  /** The media type, if the header is described by `content`. */
  readonly mediaType: string | undefined;
  readonly explode: boolean;
  /** The text that is its only value, if its schema has one. */
  readonly constant: string | undefined;
  /** Whether its schema is a text and nothing else. */
  readonly isText: boolean;
}

/** One link of a response (OpenAPI, Link Object). */
export interface PlannedLink extends Located<JsonObject> {
  readonly name: string;
  /** The `id` of the linked operation; undefined if it is not in this document. */
  readonly operationId: string | undefined;
}

/** Parses a document into the plan of everything that is generated from it. */
export function planOf(document: OpenApiDocument, values = usualTypes): Plan {
  const { root } = document;
  const sources = operationsOf(root);
  const declared = sources.flatMap(({ operationId }) => operationId ?? []);
  const ids = new UniqueNames();
  const identifiers = new UniqueNames();
  const named = sources.map((source) => {
    const id =
      source.operationId === undefined
        ? derivedId(ids, declared, nameOfOperation(source.method, source.path))
        : ids.take(source.operationId);
    return { id, identifier: identifiers.take(toIdentifier(id)), source };
  });
  const links = linkTargets(named);
  return {
    document,
    header: headerOf(document.name),
    operations: named.map(({ id, identifier, source }) => ({
      id,
      identifier,
      source,
      tag: firstString(source.operation["tags"]),
      parameters: parametersOf(source),
      body: bodyOf(root, source.requestBody),
      responses: source.responses.map((response) => ({
        status: response.status,
        source: { pointer: response.pointer, node: response.node },
        // These have no content, whatever they declare (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5).
        content: /^(204|205|304)$/.test(response.status) ? [] : contentOf(root, response),
        headers: headersOf(root, response),
        links: membersOf(root, response, "links").map(([name, link]) => ({
          ...link,
          name,
          operationId: links(link.node),
        })),
      })),
    })),
    schemas: schemasOf(root),
    values,
  };
}

/** Returns an id that is neither taken nor declared by the author for another operation. */
function derivedId(ids: UniqueNames, declared: readonly string[], name: string): string {
  const free = new UniqueNames(declared).take(name);
  return ids.take(free);
}

function schemasOf(root: JsonObject): NamedSchema[] {
  const components = root["components"];
  const schemas = isObject(components) ? components["schemas"] : undefined;
  if (!isObject(schemas)) return [];
  return Object.entries(schemas).flatMap(([name, node]) =>
    node === undefined ? [] : [{ name, node, pointer: childPointer("/components/schemas", name) }],
  );
}

function linkTargets(
  named: readonly { readonly id: string; readonly source: Operation }[],
): (link: JsonObject) => string | undefined {
  const byId = new Map(named.map(({ id }) => [id, id]));
  const byRef = new Map(named.map(({ id, source }) => [source.pointer, id]));
  return ({ operationId, operationRef }) => {
    if (typeof operationId === "string") return byId.get(operationId);
    const pointer = typeof operationRef === "string" ? localPointer(operationRef) : undefined;
    return pointer === undefined ? undefined : byRef.get(pointer);
  };
}

function bodyOf(root: JsonObject, body: Located<JsonObject> | undefined): PlannedBody | undefined {
  return body && { required: body.node["required"] === true, content: contentOf(root, body) };
}

/** Returns the media types of a body. */
export function contentOf(root: JsonObject, owner: Located<JsonObject>): PlannedContent[] {
  return membersOf(root, owner, "content").map(([mediaType, media]) => ({
    mediaType,
    schema: schemaAt(media),
    ...streamOf(media.node["x-sdk"]),
  }));
}

function streamOf(sdk: Json | undefined): { stream?: JsonObject } {
  return isObject(sdk) && isObject(sdk["stream"]) ? { stream: sdk["stream"] } : {};
}

function firstString(list: Json | undefined): string | undefined {
  const first = isArray(list) ? list[0] : undefined;
  return typeof first === "string" ? first : undefined;
}
