// Moves the inline schemas of server-sent events to components, so that the data of each event has a named
// type. The media type `text/event-stream` lists the events' names parallel to the branches of its schema:
// `x-sdk: { stream: { events: [delta, done] } }` with `schema: { anyOf: [{…}, {…}] }`.
import type { Json, JsonObject, OpenApiDocument } from "../document/document.ts";
import { follow, isArray, isObject, toRef, toPointer } from "../document/pointer.ts";
import { replaceNodes } from "../document/replace-nodes.ts";
import { walkDocument } from "../document/walk.ts";
import { toIdentifier, UniqueNames, upperFirst } from "../generate/names.ts";
import { isEventStream } from "../runtime/boundary/media-type.ts";

/**
 * Returns the document with a component for each inline schema of a named event (`DoneEvent` for the event
 * `done`); the same object if there is none.
 */
export function nameEventSchemas(document: OpenApiDocument): OpenApiDocument {
  const { root } = document;
  const components = isObject(root["components"]) ? root["components"] : {};
  const schemas = isObject(components["schemas"]) ? components["schemas"] : {};
  const names = new UniqueNames(Object.keys(schemas));
  const named = new Map<JsonObject, string>();
  walkDocument(root, ({ node, type, key }) => {
    if (type !== "mediaType" || !isEventStream(key) || !isObject(node)) return;
    for (const [event, schema] of inlineEvents(root, node))
      if (!named.has(schema)) named.set(schema, names.take(upperFirst(toIdentifier(`${event} event`))));
  });
  if (named.size === 0) return document;
  const linked = replaceNodes(root, (node) => {
    const name = named.get(node);
    return name === undefined ? undefined : { $ref: toRef(toPointer(["components", "schemas", name])) };
  });
  const added = Object.fromEntries([...named].map(([schema, name]) => [name, schema]));
  // Read again: references to the new components may be inside the existing ones.
  const { components: linkedComponents = {} } = linked as { readonly components?: JsonObject };
  const linkedSchemas = isObject(linkedComponents["schemas"]) ? linkedComponents["schemas"] : {};
  return {
    ...document,
    root: { ...linked, components: { ...linkedComponents, schemas: { ...linkedSchemas, ...added } } },
  };
}

/** Returns the names of events whose data is an inline object schema, with these schemas. */
function inlineEvents(root: JsonObject, media: JsonObject): [string, JsonObject][] {
  const sdk = isObject(media["x-sdk"]) ? media["x-sdk"] : {};
  const stream = isObject(sdk["stream"]) ? sdk["stream"] : {};
  const { events = null } = stream;
  const { node } = follow(root, { pointer: "", node: media["schema"] ?? null });
  const branches: Json = isObject(node) ? (node["anyOf"] ?? node["oneOf"] ?? null) : null;
  if (!isArray(events) || !isArray(branches)) return [];
  return events.flatMap((event, index): [string, JsonObject][] => {
    const branch = branches[index];
    const isInline = isObject(branch) && branch["type"] === "object" && branch["$ref"] === undefined;
    return typeof event === "string" && isInline ? [[event, branch]] : [];
  });
}
