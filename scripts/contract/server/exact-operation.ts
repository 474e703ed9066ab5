// Finds the operations that @fastify/swagger cannot reproduce from the schemas of their routes, and returns
// them as declared.
import type { Json, JsonObject } from "../document/document.ts";
import { child, follow, isArray, isObject } from "../document/pointer.ts";
import type { Plan, PlannedOperation, PlannedParameter } from "../generate/plan.ts";

/**
 * The fields of each object that the plugin supports. It drops all others, or emits them in the form of
 * OpenAPI 3.0.
 */
const known = {
  operation:
    "operationId tags summary description deprecated externalDocs security servers parameters requestBody responses",
  parameter: "name in required schema description",
  body: "required content",
  media: "schema",
  response: "description headers content links",
  header: "schema description",
};

/** Keywords of a schema that the plugin changes or drops. */
const lossyKeywords = new Set([
  "$id",
  "$schema",
  "$defs",
  "definitions",
  "patternProperties",
  "contentEncoding",
  "nullable",
  "example",
]);

/**
 * Returns the operation as in the document, if its route schema cannot express it: the plugin supports a
 * single style for all parameters of a location, only required bodies, no encodings, no required response
 * headers, and no siblings of a `$ref`.
 */
export function exactOperation(plan: Plan, planned: PlannedOperation): JsonObject | undefined {
  const { root } = plan.document;
  const { source, body, parameters, responses } = planned;
  const names = credentialNames(root);
  const isTold =
    source.operationId === planned.id &&
    has(source.operation, known.operation) &&
    parameters.length === source.parameters.length &&
    parameters.every((parameter) => isPlain(parameter, names)) &&
    (body === undefined || (body.required && body.content.length > 0)) &&
    has(source.requestBody?.node, known.body) &&
    hasPlainContent(source.requestBody?.node["content"]) &&
    responses.length > 0 &&
    responses.every(({ status, source: { node } }) => isStatus(status) && isPlainResponse(root, node)) &&
    !isLossy([source.parameters.map(({ node }) => node), source.requestBody?.node ?? null]) &&
    !isLossy(responses.map(({ source: { node } }) => node));
  if (isTold) return undefined;
  const own = ownServers(plan, planned);
  return {
    ...source.operation,
    ...(source.parameters.length === 0 ? {} : { parameters: source.parameters.map(({ node }) => node) }),
    security: source.security,
    ...(own === undefined ? {} : { servers: own }),
  };
}

/** Returns the servers of an operation that overrides those of the document. */
export function ownServers(
  { document: { root } }: Plan,
  { source }: PlannedOperation,
): readonly JsonObject[] | undefined {
  const { servers = [] } = root;
  return JSON.stringify(source.servers) === JSON.stringify(servers) ? undefined : source.servers;
}

/**
 * Whether an object has no other fields than these, except for extensions; the plugin drops extensions of
 * everything but operations.
 */
function has(node: Json | undefined, fields: string): boolean {
  const names = fields.split(" ");
  return Object.keys(isObject(node) ? node : {}).every(
    (name) => names.includes(name) || (fields === known.operation && name.startsWith("x-")),
  );
}

const defaultStyles = { path: "simple", query: "form", header: "simple", cookie: "form" };

function isPlain(parameter: PlannedParameter, taken: ReadonlySet<string>): boolean {
  const { name, place, style, explode, source, schema } = parameter;
  return (
    has(source.node, known.parameter) &&
    style === defaultStyles[place] &&
    explode === (style === "form") &&
    isObject(schema?.node) &&
    // A description would be a sibling of the reference.
    (child(schema.node, "$ref") === undefined || source.node["description"] === undefined) &&
    !taken.has(`${JSON.stringify(place)} ${JSON.stringify(name)}`)
  );
}

/** Returns the names of API keys: the plugin omits parameters with the same name. */
function credentialNames(root: JsonObject): Set<string> {
  const schemes = child(child(root, "components"), "securitySchemes");
  return new Set(
    Object.values(isObject(schemes) ? schemes : {}).map((scheme) =>
      [child(scheme, "in"), child(scheme, "name")].map((part) => JSON.stringify(part)).join(" "),
    ),
  );
}

function isStatus(status: string): boolean {
  return /^(?:[1-5](?:\d{2}|XX)|default)$/.test(status);
}

function hasPlainContent(content: Json | undefined): boolean {
  return Object.values(isObject(content) ? content : {}).every(
    (media) => has(media, known.media) && isObject(child(media, "schema")),
  );
}

function isPlainResponse(root: JsonObject, response: JsonObject): boolean {
  const headers = response["headers"];
  return (
    has(response, known.response) &&
    hasPlainContent(response["content"]) &&
    Object.values(isObject(headers) ? headers : {}).every((header) => {
      const node = header === undefined ? undefined : follow(root, { pointer: "", node: header }).node;
      return has(node, known.header) && isObject(child(node, "schema"));
    })
  );
}

/** Whether a schema contains a keyword that the plugin does not keep, or a reference with siblings. */
function isLossy(node: Json | undefined): boolean {
  if (isArray(node)) return node.some(isLossy);
  if (!isObject(node)) return false;
  const keys = Object.keys(node);
  if (keys.some((key) => lossyKeywords.has(key))) return true;
  if (typeof node["$ref"] === "string" && keys.length > 1) return true;
  return Object.values(node).some(isLossy);
}
