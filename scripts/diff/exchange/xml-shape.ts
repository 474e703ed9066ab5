// What the values of a schema are called in XML (OpenAPI, XML Object).
import type { Json, JsonObject } from "../../document/document.ts";
import { isObject } from "../../document/pointer.ts";
import { conjuncts, keywordIn, partAt, type SchemaPart } from "../explain/schema-part.ts";

/** One place in a body, `""` for all of it, and how it is written: `<size>`, `@id`, `<n:size xmlns=…>`, `<list> of <item>`. */
export interface XmlName {
  readonly place: string;
  readonly written: string;
  readonly pointer: string | undefined;
}

/** Deeper than this, nothing is looked at. */
const deepest = 12;

/** The names of everything that a schema describes, by place. The root has one only where it is written down. */
export function xmlNames(root: JsonObject, schema: SchemaPart): Map<string, XmlName> {
  const found = new Map<string, XmlName>();
  const seen = new Set<Json>();
  const visit = (part: SchemaPart, place: string, name: string, depth: number) => {
    const said = conjuncts(root, [part]);
    const [own] = said.slice(-1);
    if (depth > deepest || own === undefined) return;
    found.set(place, { place, written: writtenAs(said, name), pointer: part.pointer });
    if (seen.has(own.schema)) return;
    seen.add(own.schema);
    for (const one of said) {
      const { properties, items } = isObject(one.schema) ? one.schema : {};
      for (const [member, value] of Object.entries(isObject(properties) ? properties : {})) {
        const at = partAt(one, value ?? true, "properties", member);
        visit(at, place === "" ? member : `${place}/${member}`, member, depth + 1);
      }
      if (isObject(items)) visit(partAt(one, items, "items"), `${place}/*`, name, depth + 1);
    }
    seen.delete(own.schema);
  };
  visit(schema, "", "", 0);
  return found;
}

function writtenAs(said: readonly SchemaPart[], name: string): string {
  const xml = keywordIn(said, "xml")?.value;
  const { name: own, prefix, namespace, attribute, wrapped, nodeType } = isObject(xml) ? xml : {};
  const isList = said.some(({ schema }) => isObject(schema) && schema["type"] === "array");
  const local = `${typeof prefix === "string" ? `${prefix}:` : ""}${typeof own === "string" ? own : name}`;
  if (attribute === true || nodeType === "attribute") return `@${local}`;
  // A list that is not wrapped has no element of its own.
  if (isList && wrapped !== true && nodeType !== "element") return "its items";
  return `<${local}${typeof namespace === "string" ? ` xmlns=${namespace}` : ""}>`;
}
