// The XML names of a schema's values (OpenAPI, XML Object).
import type { Json, JsonObject } from "../document/document.ts";
import { isObject, parsePointer } from "../document/pointer.ts";
import { bare, conjuncts, keywordIn, partAt, type SchemaPart } from "../containment/schema-part.ts";

/**
 * How a value is represented: as an element, as an attribute or text of the enclosing element, or only by its
 * content.
 */
export type XmlKind = "element" | "attribute" | "text" | "inside";

/** One location in a body (`""` is the root), and how it is written in XML. */
export interface XmlName {
  readonly place: string;
  /** The path to the location; undefined for the items of a list. */
  readonly steps: readonly (string | undefined)[];
  /** For messages: `<size>`, `@id`, `<n:size xmlns=…>`, `its items`. */
  readonly written: string;
  readonly kind: XmlKind;
  /** With its prefix; `""` if the root has no name. */
  readonly name: string;
  readonly namespace: string | undefined;
  readonly prefix: string | undefined;
  readonly pointer: string | undefined;
}

/** Maximum depth of the schema that is inspected. */
const deepest = 12;

/**
 * Returns the names of everything that a schema describes, by location. The root has one only if it is
 * declared.
 */
export function xmlNames(root: JsonObject, schema: SchemaPart): Map<string, XmlName> {
  const found = new Map<string, XmlName>();
  const seen = new Set<Json>();
  const visit = (part: SchemaPart, steps: XmlName["steps"], name: string) => {
    const parts = conjuncts(root, [part]);
    const [own] = parts.slice(-1);
    if (steps.length > deepest || own === undefined) return;
    const written = writtenAs(parts, name);
    const place = xmlLocation(steps);
    found.set(place, { ...written, place, steps, pointer: part.pointer });
    if (seen.has(own.schema)) return;
    seen.add(own.schema);
    for (const one of parts) {
      const { properties, items } = isObject(one.schema) ? one.schema : {};
      for (const [member, value] of Object.entries(isObject(properties) ? properties : {})) {
        visit(partAt(one, value ?? true, "properties", member), [...steps, member], member);
      }
      if (isObject(items)) visit(partAt(one, items, "items"), [...steps, undefined], name);
    }
    seen.delete(own.schema);
  };
  visit(schema, [], "");
  return found;
}

/** `a/b`, with `*` for the items of a list. */
export function xmlLocation(steps: XmlName["steps"]): string {
  return steps.map((step) => step ?? "*").join("/");
}

/** Returns the name of a root without a declared one: that of the schema's component, or else `value`. */
export function rootName(root: JsonObject, schema: SchemaPart): string {
  const segments = parsePointer(bare(root, schema).pointer ?? "");
  return segments[0] === "components" && segments.length === 3 ? (segments[2] ?? "value") : "value";
}

function writtenAs(
  said: readonly SchemaPart[],
  name: string,
): Pick<XmlName, "written" | "kind" | "name" | "namespace" | "prefix"> {
  const xml = keywordIn(said, "xml")?.value;
  const { name: own, prefix, namespace, attribute, wrapped, nodeType } = isObject(xml) ? xml : {};
  const isList = said.some(({ schema }) => isObject(schema) && schema["type"] === "array");
  const before = typeof prefix === "string" ? prefix : undefined;
  const local = `${before === undefined ? "" : `${before}:`}${typeof own === "string" ? own : name}`;
  const space = typeof namespace === "string" ? namespace : undefined;
  const named = { name: local, namespace: space, prefix: before };
  if (attribute === true || nodeType === "attribute")
    return { ...named, kind: "attribute", written: `@${local}` };
  if (nodeType === "text" || nodeType === "cdata") return { ...named, kind: "text", written: "text" };
  // An unwrapped list has no element of its own.
  if (isList && wrapped !== true && nodeType !== "element")
    return { ...named, kind: "inside", written: "its items" };
  if (nodeType === "none") return { ...named, kind: "inside", written: "its members" };
  const written = `<${local}${space === undefined ? "" : ` xmlns=${space}`}>`;
  return { ...named, kind: "element", written };
}
