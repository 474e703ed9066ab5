// Names the inline schemas of events, so that the data of each kind of event has a type of its own.
import type { Json, JsonObject, OpenApiDocument } from "../document/document.ts";
import { follow, isArray, isObject, toRef, toPointer } from "../document/pointer.ts";
import { replaceNodes } from "../document/replace-nodes.ts";
import { walkDocument } from "../document/walk.ts";
import { toIdentifier, UniqueNames, upperFirst } from "../generate/names.ts";
import { isEventStream } from "../runtime/boundary/media-type.ts";

/**
 * Returns the document with a component for each inline schema of an event with a name (`DoneEvent` for
 * `done`); the same object if there are none.
 */
export function nameEventSchemas(document: OpenApiDocument): OpenApiDocument {
  const { root } = document;
  const components = isObject(root["components"]) ? root["components"] : {};
  const schemas = isObject(components["schemas"]) ? components["schemas"] : {};
  const names = new UniqueNames(Object.keys(schemas));
  const named = new Map<JsonObject, string>();
  walkDocument(root, ({ node, type, key }) => {
    if (type !== "mediaType" || !isEventStream(key) || !isObject(node)) return;
    for (const [event, schema] of kindsOf(root, node))
      if (!named.has(schema)) named.set(schema, names.take(upperFirst(toIdentifier(`${event} event`))));
  });
  if (named.size === 0) return document;
  const linked = replaceNodes(root, (node) => {
    const name = named.get(node);
    return name === undefined ? undefined : { $ref: toRef(toPointer(["components", "schemas", name])) };
  });
  const own = Object.fromEntries([...named].map(([schema, name]) => [name, schema]));
  const { components: others = {} } = linked as { readonly components?: JsonObject };
  const known = isObject(others["schemas"]) ? others["schemas"] : {};
  return {
    ...document,
    root: { ...linked, components: { ...others, schemas: { ...known, ...own } } },
  };
}

/** Returns the names of events whose data is an inline object schema, with these schemas. */
function kindsOf(root: JsonObject, media: JsonObject): [string, JsonObject][] {
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
