// Notices of subtypes that only a discriminator leads to: validation by the parent alone does not see them.
import type { Json, JsonObject } from "../../document/document.ts";
import { isArray, isObject, resolvePointer } from "../../document/pointer.ts";
import { mappedRefs } from "../equal-closure.ts";
import { conjuncts, type SchemaPart } from "../explain/schema-part.ts";
import { discriminator } from "../rules/discriminator.ts";
import type { SchemaNotice, SchemaPair } from "./schema-notices.ts";

/** One for each subtype that both documents map to, below `base` and `head`, and that is another schema now. */
export function subtypeNotices(pair: SchemaPair, base: SchemaPart, head: SchemaPart): SchemaNotice[] {
  const [before, after] = [mappedBelow(pair.base.root, base), mappedBelow(pair.head.root, head)];
  const changed = [...after].filter((pointer) => {
    const [was, is] = [resolvePointer(pair.base.root, pointer), resolvePointer(pair.head.root, pointer)];
    return before.has(pointer) && was !== undefined && is !== undefined && !pair.same(was, is);
  });
  return changed.map((pointer) => {
    const name = pointer.split("/").at(-1) ?? pointer;
    const change = { base: name, head: `${name}, which is another schema now` };
    return { rule: discriminator, place: `(${name})`, change, pointers: { base: pointer, head: pointer } };
  });
}

/** The pointers of all schemas that discriminators at or below a schema name. */
function mappedBelow(root: JsonObject, schema: SchemaPart): Set<string> {
  const found = new Set<string>();
  const seen = new Set<Json>();
  const open: SchemaPart[] = [schema];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    for (const { schema } of conjuncts(root, [part])) {
      if (!isObject(schema) || seen.has(schema)) continue;
      seen.add(schema);
      for (const ref of mappedRefs(schema)) found.add(ref.slice(1));
      for (const inner of innerSchemas(schema)) open.push({ schema: inner });
    }
  }
  return found;
}

function innerSchemas({ properties, items, additionalProperties, anyOf, oneOf }: JsonObject): Json[] {
  const lists = [anyOf, oneOf].flatMap((list) => (isArray(list) ? [...list] : []));
  const members = isObject(properties) ? Object.values(properties) : [];
  return [...members, items, additionalProperties, ...lists].filter((one) => one !== undefined);
}
