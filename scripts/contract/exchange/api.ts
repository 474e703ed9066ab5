// Reads a document as a list of operations, each with everything that its requests and responses may consist
// of.
import type { Json, JsonObject, OpenApiDocument } from "../document/document.ts";
import {
  callbacksOf,
  type CallbackOperation,
  type Operation,
  operationsOf,
  Targets,
  webhooksOf,
} from "../document/operations.ts";
import { isEventStream, isStreamType } from "../runtime/boundary/media-type.ts";
import { childPointer, follow, isObject, type Located, parsePointer } from "../document/pointer.ts";
import type { SchemaPart } from "../containment/schema-part.ts";
import { mediaKind, mediaRange, type MediaRange } from "./media-range.ts";
import { type PathTemplate, pathTemplate } from "./path-template.ts";
import { type Alternative, alternativesOf } from "./security-alternative.ts";
import { serverUrls } from "./server-url.ts";
import { besideOthers, wireHeader, type WireParameter, wireParameter } from "./wire-parameter.ts";

/** One media type of a body, with its schema. */
export interface ApiContent {
  readonly range: MediaRange;
  readonly pointer: string;
  readonly node: JsonObject;
  readonly schema: SchemaPart;
}

/** One declared response. */
export interface ApiResponse {
  readonly status: string;
  readonly pointer: string;
  readonly node: JsonObject;
  readonly headers: readonly WireParameter[];
  readonly contents: readonly ApiContent[];
}

/** One operation, webhook or callback. */
export interface ApiOperation {
  readonly root: JsonObject;
  readonly source: Operation;
  /** The sender of the request: the client, or, for webhooks and callbacks, the provider. */
  readonly caller: "client" | "provider";
  /** The operationId, or else method and path. */
  readonly label: string;
  /**
   * Method and path with positions instead of parameter names; the key by which operations of two documents
   * are aligned.
   */
  readonly key: string;
  readonly template: PathTemplate;
  readonly parameters: readonly WireParameter[];
  readonly body:
    | { readonly pointer: string; readonly required: boolean; readonly contents: readonly ApiContent[] }
    | undefined;
  readonly responses: readonly ApiResponse[];
  readonly security: readonly Alternative[];
  readonly servers: readonly string[];
}

/** A document and its operations. */
export interface Api {
  readonly document: OpenApiDocument;
  readonly operations: readonly ApiOperation[];
}

/**
 * Reads all operations, webhooks and callbacks.
 *
 * @throws DocumentError for references that do not resolve
 */
export function readApi(document: OpenApiDocument): Api {
  const { root } = document;
  const targets = new Targets(root);
  const shared: Shared = { root, targets, headers: new Map(), contents: new Map() };
  const read = (kind: "path" | "webhook" | "callback") => (source: Operation | CallbackOperation) =>
    apiOperation(shared, source, kind);
  const [paths, webhooks] = [operationsOf(root, targets), webhooksOf(root, targets)];
  return {
    document,
    operations: [
      ...paths.map(read("path")),
      ...webhooks.map(read("webhook")),
      ...callbacksOf(root, [...paths, ...webhooks], targets).map(read("callback")),
    ],
  };
}

/** What operations of one document have in common; headers and contents by the pointer of what holds them. */
interface Shared {
  readonly root: JsonObject;
  readonly targets: Targets;
  readonly headers: Map<string, readonly WireParameter[]>;
  readonly contents: Map<string, readonly ApiContent[]>;
}

function apiOperation(
  shared: Shared,
  source: Operation | CallbackOperation,
  kind: "path" | "webhook" | "callback",
): ApiOperation {
  const { root } = shared;
  const security = kind === "path" ? alternativesOf(root, source.security) : [[]];
  const template = pathTemplate(kind === "path" ? source.path : "");
  let body: { readonly read: ApiOperation["body"] } | undefined;
  let results: ApiOperation["responses"] | undefined;
  return {
    root,
    source,
    caller: kind === "path" ? "client" : "provider",
    label: source.operationId ?? `${source.method} ${source.path}`,
    key: keyOf(source, kind, template),
    template,
    parameters: besideOthers(
      root,
      [...source.parameters, ...undeclaredParameters(source, template)]
        .map(wireParameter)
        .filter((parameter) => parameter !== undefined)
        .filter((parameter) => !isIgnored(parameter)),
      security
        .flat()
        .flatMap(({ scheme }) => (scheme.startsWith(inQuery) ? [scheme.slice(inQuery.length)] : [])),
    ),
    // Most operations are the same in both documents of a comparison, and their contents are never read.
    get body() {
      return (body ??= { read: bodyOf(shared, source) }).read;
    },
    get responses() {
      return (results ??= source.responses.map((response) => responseOf(shared, response)));
    },
    security,
    servers: kind === "path" ? serverUrls(source.servers) : ["/"],
  };
}

const inQuery = "apiKey query ";

/**
 * Returns the alignment key: a callback is identified by the operation that declares it and by its own path.
 */
function keyOf(source: Operation | CallbackOperation, kind: string, template: PathTemplate): string {
  if (kind === "path") return `${source.method} ${template.key}`;
  if (!("parent" in source)) return `webhook ${source.path} ${source.method}`;
  const parent = parsePointer(source.parent).map((segment) => pathTemplate(segment).key);
  return `callback ${parent.join(" ")} ${source.name} ${source.path} ${source.method}`;
}

/**
 * Returns parameters for names in a path that no parameter describes, as they occur in real documents: they
 * accept any text.
 */
function undeclaredParameters(
  { parameters, pointer }: Operation,
  { names }: PathTemplate,
): Located<JsonObject>[] {
  const declared = new Set(
    parameters.filter(({ node }) => node["in"] === "path").map(({ node }) => node["name"]),
  );
  return names
    .filter((name) => !declared.has(name))
    .map((name) => ({ pointer, node: { name, in: "path", required: true, schema: { type: "string" } } }));
}

/**
 * OpenAPI, Parameter Object: parameters for these headers are ignored, because other fields describe them.
 */
function isIgnored({ place, name }: WireParameter): boolean {
  return place === "header" && ["accept", "content-type", "authorization"].includes(name);
}

function bodyOf(shared: Shared, { requestBody }: Operation): ApiOperation["body"] {
  if (requestBody === undefined) return undefined;
  const { pointer, node } = requestBody;
  return { pointer, required: node["required"] === true, contents: contentsOf(shared, requestBody) };
}

function responseOf(
  shared: Shared,
  { status, pointer, node }: Located<JsonObject> & { status: string },
): ApiResponse {
  const at = { pointer, node };
  return { status, pointer, node, headers: headersOf(shared, at), contents: contentsOf(shared, at) };
}

function headersOf({ targets, headers }: Shared, { pointer, node }: Located<JsonObject>) {
  const known = headers.get(pointer);
  if (known !== undefined) return known;
  const map = isObject(node["headers"]) ? Object.entries(node["headers"]) : [];
  const read = map.flatMap(([name, header]): WireParameter[] => {
    const at = targets.at(childPointer(pointer, "headers"), name, header);
    // OpenAPI, Response Object: a header named Content-Type is ignored.
    return at === undefined || name.toLowerCase() === "content-type" ? [] : [wireHeader(at, name)];
  });
  headers.set(pointer, read);
  return read;
}

function contentsOf({ root, targets, contents }: Shared, { pointer, node }: Located<JsonObject>) {
  const known = contents.get(pointer);
  if (known !== undefined) return known;
  const map = isObject(node["content"]) ? Object.entries(node["content"]) : [];
  const read = map.flatMap(([type, media]): ApiContent[] => {
    const at = targets.at(childPointer(pointer, "content"), type, media);
    const range = mediaRange(type);
    return at === undefined ? [] : [{ range, ...at, schema: contentSchema(root, at, range) }];
  });
  contents.set(pointer, read);
  return read;
}

/**
 * Returns the schema of a content. A stream is treated as the array of its items, which `itemSchema` (OpenAPI
 * 3.2) describes, or `schema` if that is not a list, as in generated clients. Content that is not structured
 * data, such as an image, is a string of bytes, whether declared as one or not.
 */
function contentSchema(
  root: JsonObject,
  { pointer, node }: Located<JsonObject>,
  range: MediaRange,
): SchemaPart {
  const { schema, itemSchema } = node;
  const at = schema === undefined ? {} : { pointer: childPointer(pointer, "schema") };
  if (schema === undefined && itemSchema !== undefined)
    return { schema: { type: "array", items: itemSchema } };
  if (schema !== undefined && isLines(range) && !isList(root, schema))
    return { schema: { type: "array", items: schema } };
  const opaque = ["text", "binary"].includes(mediaKind(range)) && !range.text.includes("*");
  if (!opaque || !saysNothing(schema)) return { schema: schema ?? true, ...at };
  return { schema: { ...(isObject(schema) ? schema : {}), type: "string" }, ...at };
}

function isLines({ type, subtype }: MediaRange): boolean {
  const name = `${type}/${subtype}`;
  return isStreamType(name) && !isEventStream(name);
}

function isList(root: JsonObject, schema: Json): boolean {
  const { node } = follow(root, { pointer: "", node: schema });
  return isObject(node) && node["type"] === "array" && node["items"] !== undefined;
}

function saysNothing(schema: Json | undefined): boolean {
  if (schema === undefined || schema === true) return true;
  return isObject(schema) && Object.keys(schema).every((key) => annotations.has(key) || key.startsWith("x-"));
}

const annotations = new Set(
  "title description example examples default deprecated contentMediaType contentEncoding contentSchema".split(
    " ",
  ),
);
