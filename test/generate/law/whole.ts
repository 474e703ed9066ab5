// Documents with a name for every schema of a body, so that the law of types covers unnamed ones.
import type { Json, JsonObject } from "../../../scripts/contract/document/document.ts";
import { isObject, refOf } from "../../../scripts/contract/document/pointer.ts";
import { walkDocument } from "../../../scripts/contract/document/walk.ts";
import { schemasOf } from "./candidates.ts";

/** Returns the document with the inline schemas of its bodies added to the components. */
export function withBodies(root: JsonObject): JsonObject {
  const found: [string, Json][] = [];
  walkDocument(root, ({ type, node }) => {
    if (type !== "mediaType" || !isObject(node)) return;
    const { schema } = node;
    if (isObject(schema) && refOf(schema) === undefined) found.push([`Body${found.length}`, schema]);
  });
  const components = isObject(root["components"]) ? root["components"] : {};
  const schemas = { ...Object.fromEntries(found), ...Object.fromEntries(schemasOf(root)) };
  return { ...root, components: { ...components, schemas } };
}

/** Returns the document with some of its schemas, and those that they reference. */
export function withSchemas(root: JsonObject, names: readonly string[]): JsonObject {
  const all = new Map(schemasOf(root));
  const kept = new Map<string, Json>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const schema = all.get(name);
    if (schema === undefined || kept.has(name)) continue;
    kept.set(name, schema);
    for (const [, referred = ""] of JSON.stringify(schema).matchAll(/"#\/components\/schemas\/([^"/]+)/g))
      waiting.push(referred.replaceAll("~1", "/").replaceAll("~0", "~"));
  }
  const schemas = Object.fromEntries([...all].filter(([name]) => kept.has(name)));
  return { ...root, paths: {}, webhooks: {}, components: { schemas } };
}
