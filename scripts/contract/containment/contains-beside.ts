// Finds the `contains` whose matches count as evaluated for an `unevaluatedItems` beside them.
import { keywordsOf } from "./keywords.ts";
import { inner, inPlace, referred, type SchemaNode } from "./schema-node.ts";

/**
 * Returns the `contains` that always apply together with `node`; undefined if there are others that apply
 * conditionally.
 */
export function containsBeside(node: SchemaNode): SchemaNode[] | undefined {
  const found: SchemaNode[] = [];
  const seen = new Set<string>();
  const open: { node: SchemaNode; always: boolean }[] = [{ node, always: true }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node: part, always } = next;
    if (typeof part.schema === "boolean" || seen.has(`${String(always)}${part.key}`)) continue;
    seen.add(`${String(always)}${part.key}`);
    const { words, single, lists } = keywordsOf(part.schema);
    if (single.contains !== undefined && !always) return undefined;
    if (single.contains !== undefined) found.push(inner(part, single.contains, "contains"));
    const target = words.$ref === undefined ? undefined : referred(part, words.$ref);
    if (target) open.push({ node: target, always });
    for (const [name, schemas] of Object.entries(lists)) {
      if (name === "prefixItems") continue;
      for (const schema of schemas) {
        open.push({ node: inPlace(part, schema, name), always: always && name === "allOf" });
      }
    }
    for (const name of ["if", "then", "else"] as const) {
      if (single[name] !== undefined) open.push({ node: inPlace(part, single[name], name), always: false });
    }
  }
  return found;
}
