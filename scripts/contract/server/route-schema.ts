// Converts an operation of the document to the `schema` of a Fastify route.
import type { Json, JsonObject } from "../document/document.ts";
import { child, follow, isObject, type Located } from "../document/pointer.ts";
import type { Literal } from "../generate/literal.ts";
import type {
  ParameterLocation,
  Plan,
  PlannedContent,
  PlannedOperation,
  PlannedResponse,
} from "../generate/plan.ts";
import { ownServers } from "./exact-operation.ts";

/** The statuses that Fastify accepts. */
const statusPattern = /^(?:[1-5](?:\d{2}|XX)|default)$/i;

/**
 * Returns the schema. References remain those of the document, `#/components/schemas/Pet`: tools that read
 * route schemas have its components.
 */
export function routeSchema(plan: Plan, planned: PlannedOperation): { [key: string]: Literal | undefined } {
  const { root } = plan.document;
  const { source, body, responses } = planned;
  const { operation } = source;
  const extensions = Object.entries(operation).filter(([key]) => key.startsWith("x-"));
  const part = (place: ParameterLocation, isClosed = false): Literal | undefined =>
    parametersSchema(root, planned, { place, isClosed });
  return {
    operationId: planned.id,
    tags: operation["tags"],
    summary: operation["summary"],
    description: operation["description"],
    deprecated: operation["deprecated"],
    externalDocs: operation["externalDocs"],
    security: source.security,
    servers: ownServers(plan, planned),
    ...Object.fromEntries(extensions),
    params: part("path") ?? { type: "object", properties: {} },
    querystring: part("query", true) ?? { type: "object", properties: {}, additionalProperties: false },
    headers: part("header"),
    cookies: part("cookie"),
    body:
      body === undefined || body.content.length === 0
        ? undefined
        : {
            description: text(source.requestBody?.node["description"]),
            content: contentSchema(body.content),
          },
    response: Object.fromEntries(
      responses
        .filter(({ status }) => statusPattern.test(status))
        .map((response): [string, Literal] => [response.status, responseSchema(root, response)]),
    ),
  };
}

/** Returns the schema of the parameters in one location; undefined if there are none. */
function parametersSchema(
  root: JsonObject,
  { parameters }: PlannedOperation,
  { place, isClosed }: { readonly place: ParameterLocation; readonly isClosed: boolean },
): Literal | undefined {
  const here = parameters.filter((parameter) => parameter.place === place);
  if (here.length === 0) return undefined;
  const required = here.filter((parameter) => parameter.required).map(({ name }) => name);
  const properties = here.map(({ name, schema, source, mediaType }): [string, Literal] => [
    name,
    {
      ...objectSchema(schema),
      ...(mediaType === undefined ? {} : { "x-consume": mediaType }),
      ...described(source.node),
    },
  ]);
  // The properties of an exploded object are parameters themselves, and their names may be undeclared.
  const isOpen = here.some((parameter) => parameter.explode && holdsMembers(root, parameter.schema));
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    ...(required.length === 0 ? {} : { required }),
    ...(isClosed && !isOpen ? { additionalProperties: false } : {}),
  };
}

function holdsMembers(root: JsonObject, schema: Located | undefined): boolean {
  const node = schema && follow(root, schema).node;
  return isObject(node) && (node["type"] === "object" || node["properties"] !== undefined);
}

function contentSchema(content: readonly PlannedContent[]): Literal {
  return Object.fromEntries(
    content.map(({ mediaType, schema }) => [mediaType, { schema: objectSchema(schema) }]),
  );
}

function responseSchema(root: JsonObject, { source, content, headers }: PlannedResponse): Literal {
  const description = text(source.node["description"]) ?? "";
  const fields = headers.map(({ name, schema }): [string, Literal] => [
    name,
    { ...objectSchema(schema), ...described(headerNode(root, source, name)) },
  ]);
  return {
    description,
    ...(fields.length === 0 ? {} : { headers: Object.fromEntries(fields) }),
    // A response without content is null, as @fastify/swagger expects.
    ...(content.length === 0 ? { type: "null" } : { content: contentSchema(content) }),
  };
}

function headerNode(
  root: JsonObject,
  { pointer, node }: Located<JsonObject>,
  name: string,
): Json | undefined {
  const header = child(child(node, "headers"), name);
  return header === undefined ? undefined : follow(root, { pointer, node: header }).node;
}

function described(node: Json | undefined): { [key: string]: Literal } {
  const description = text(child(node, "description"));
  return description === undefined ? {} : { description };
}

/** Fastify's content does not accept boolean schemas. */
function objectSchema(schema: Located | undefined): JsonObject {
  const node = schema?.node;
  if (isObject(node)) return node;
  return node === false ? { not: {} } : {};
}

function text(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
