// The plan: what will be generated, read from the document once, so that types, validators and tables cannot disagree.
import type { Json, JsonObject, OpenApiDocument } from "../document/document.ts";
import { type Operation, operationsOf } from "../document/operations.ts";
import { childPointer, follow, isArray, isObject, localPointer, type Located } from "../document/pointer.ts";
import type { Code } from "./code.ts";
import { headerOf } from "./header.ts";
import { nameOfOperation, toIdentifier, UniqueNames } from "./names.ts";

/** Everything the emitters read. */
export interface Plan {
  readonly document: OpenApiDocument;
  /** The constant first line of every generated file that can carry a comment, without comment marks. */
  readonly header: string;
  readonly operations: readonly PlannedOperation[];
  /** `components/schemas`, in source order. */
  readonly schemas: readonly NamedSchema[];
}

/** A schema of `components/schemas`. */
export interface NamedSchema extends Located {
  readonly name: string;
}

/** One operation under `paths`. */
export interface PlannedOperation {
  /** The operationId; derived from method and path where the document has none, or the same one twice. */
  readonly id: string;
  /** The id as a name that JavaScript takes, unique in the document. */
  readonly identifier: Code;
  readonly source: Operation;
  /** The first tag. */
  readonly tag: string | undefined;
  /** Without the headers that OpenAPI says to ignore here: `Accept`, `Content-Type`, `Authorization`. */
  readonly parameters: readonly PlannedParameter[];
  readonly body: PlannedBody | undefined;
  readonly responses: readonly PlannedResponse[];
  /** Where this is one of two methods of an operation that a field of its body switches to streaming: that field, and which of the two. */
  readonly switch?: { readonly field: string; readonly on: boolean };
}

export type ParameterPlace = "path" | "query" | "header" | "cookie";
export type ParameterStyle =
  "simple" | "label" | "matrix" | "form" | "spaceDelimited" | "pipeDelimited" | "deepObject" | "cookie";

export interface PlannedParameter {
  readonly name: string;
  readonly place: ParameterPlace;
  readonly required: boolean;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  /** Reserved characters, a literal `+` among them, stand for themselves. */
  readonly allowReserved: boolean;
  /** The Parameter Object. */
  readonly source: Located<JsonObject>;
  /** `schema`, or the schema of `content`. */
  readonly schema: Located | undefined;
  /** The media type, when the parameter is described by `content`. */
  readonly mediaType: string | undefined;
}

export interface PlannedBody {
  readonly required: boolean;
  readonly content: readonly PlannedContent[];
}

export interface PlannedContent {
  readonly mediaType: string;
  readonly schema: Located | undefined;
  /** What `x-sdk.stream` says of a stream. */
  readonly stream?: JsonObject;
}

export interface PlannedResponse {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly source: Located<JsonObject>;
  readonly content: readonly PlannedContent[];
  readonly headers: readonly PlannedHeader[];
  readonly links: readonly PlannedLink[];
}

export interface PlannedHeader {
  readonly name: string;
  readonly required: boolean;
  /** `schema`, or the schema of `content`. */
  readonly schema: Located | undefined;
  /** The media type, when the header is described by `content`. */
  readonly mediaType: string | undefined;
  readonly explode: boolean;
}

export interface PlannedLink extends Located<JsonObject> {
  readonly name: string;
  /** The `id` of the operation it leads to; undefined when that is not in this document. */
  readonly operationId: string | undefined;
}

const ignoredHeaders = new Set(["accept", "content-type", "authorization"]);
const styles: Readonly<Record<ParameterPlace, readonly ParameterStyle[]>> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form", "cookie"],
};

/** Reads a document into the plan of all that is made from it. */
export function planOf(document: OpenApiDocument): Plan {
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
      parameters: source.parameters.flatMap((parameter) => parameterOf(parameter)),
      body: bodyOf(root, source.requestBody),
      responses: source.responses.map((response) => ({
        status: response.status,
        source: { pointer: response.pointer, node: response.node },
        content: contentOf(root, response),
        headers: headersOf(root, response),
        links: membersOf(root, response, "links").map(([name, link]) => ({
          ...link,
          name,
          operationId: links(link.node),
        })),
      })),
    })),
    schemas: schemasOf(root),
  };
}

/** A derived name must not take one that another operation was given by its author. */
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

function parameterOf(source: Located<JsonObject>): PlannedParameter[] {
  const { node } = source;
  const { name, in: place } = node;
  if (typeof name !== "string" || !isPlace(place)) return [];
  if (place === "header" && ignoredHeaders.has(name.toLowerCase())) return [];
  const style = styles[place].find((known) => known === node["style"]) ?? styles[place][0];
  if (style === undefined) return [];
  return [
    {
      name,
      place,
      required: node["required"] === true || place === "path",
      style,
      explode:
        typeof node["explode"] === "boolean" ? node["explode"] : style === "form" || style === "cookie",
      allowReserved: node["allowReserved"] === true,
      source,
      ...valueOf(source),
    },
  ];
}

/** What a parameter or a header holds, and, where `content` describes it, as which media type it is written. */
function valueOf(source: Located<JsonObject>): Pick<PlannedParameter, "schema" | "mediaType"> {
  const { content } = source.node;
  const [only] = isObject(content) ? Object.entries(content) : [];
  if (only === undefined) return { schema: at(source, "schema"), mediaType: undefined };
  const [mediaType, media] = only;
  return { schema: schemaIn(childPointer(source.pointer, "content", mediaType), media), mediaType };
}

function isPlace(place: Json | undefined): place is ParameterPlace {
  return typeof place === "string" && Object.hasOwn(styles, place);
}

function bodyOf(root: JsonObject, body: Located<JsonObject> | undefined): PlannedBody | undefined {
  return body && { required: body.node["required"] === true, content: contentOf(root, body) };
}

/** The media types of a body. */
export function contentOf(root: JsonObject, owner: Located<JsonObject>): PlannedContent[] {
  return membersOf(root, owner, "content").map(([mediaType, media]) => ({
    mediaType,
    schema: at(media, "schema"),
    ...streamOf(media.node["x-sdk"]),
  }));
}

function streamOf(sdk: Json | undefined): { stream?: JsonObject } {
  return isObject(sdk) && isObject(sdk["stream"]) ? { stream: sdk["stream"] } : {};
}

function headersOf(root: JsonObject, response: Located<JsonObject>): PlannedHeader[] {
  return membersOf(root, response, "headers")
    .filter(([name]) => name.toLowerCase() !== "content-type")
    .map(([name, header]) => ({
      name,
      required: header.node["required"] === true,
      explode: header.node["explode"] === true,
      ...valueOf(header),
    }));
}

/** The members of a map below a node, each behind its `$ref`. */
function membersOf(
  root: JsonObject,
  owner: Located<JsonObject>,
  key: string,
): [string, Located<JsonObject>][] {
  const map = owner.node[key];
  if (!isObject(map)) return [];
  return Object.entries(map).flatMap(([name, node]): [string, Located<JsonObject>][] => {
    if (node === undefined || name.startsWith("x-")) return [];
    const target = follow(root, { pointer: childPointer(owner.pointer, key, name), node });
    return isObject(target.node) ? [[name, { pointer: target.pointer, node: target.node }]] : [];
  });
}

function schemaIn(pointer: string, media: Json | undefined): Located | undefined {
  return isObject(media) ? at({ pointer, node: media }, "schema") : undefined;
}

function at(owner: Located<JsonObject>, key: string): Located | undefined {
  const node = owner.node[key];
  return node === undefined ? undefined : { pointer: childPointer(owner.pointer, key), node };
}

function firstString(list: Json | undefined): string | undefined {
  const first = isArray(list) ? list[0] : undefined;
  return typeof first === "string" ? first : undefined;
}
