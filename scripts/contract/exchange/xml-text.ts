// Serialises a value as XML, with the names that its schema declares.
import type { Json, JsonObject } from "../document/document.ts";
import { isArray, isObject } from "../document/pointer.ts";
import type { SchemaPart } from "../containment/schema-part.ts";
import { leafText, scalarText } from "./scalar-text.ts";
import { rootName, type XmlName, xmlNames, xmlLocation } from "./xml-shape.ts";

type Names = ReadonlyMap<string, XmlName>;

/**
 * Returns one XML document; a list without an element of its own is wrapped in one with the name of the root.
 */
export function xmlText(value: Json, described: { root: JsonObject; schema: SchemaPart }): string {
  const names = xmlNames(described.root, described.schema);
  const root = rootName(described.root, described.schema);
  if (names.get("")?.kind !== "inside") return content(names, [], root, value);
  return `<${root}>${content(names, [], root, value)}</${root}>`;
}

/** Returns the elements of a value; `fallback` is its name if none is declared. */
function content(names: Names, steps: XmlName["steps"], fallback: string, value: Json): string {
  const own = names.get(xmlLocation(steps));
  if (own?.kind === "text") return escaped(leafText(value));
  const called = own === undefined || own.name === "" ? fallback : own.name;
  if (isArray(value)) {
    const items = value.map((item) => content(names, [...steps, undefined], called, item)).join("");
    return own?.kind === "element" ? element(own, called, "", items) : items;
  }
  if (!isObject(value)) return element(own, called, "", escaped(scalarText(value) ?? ""));
  const members = Object.entries(value).map(([name, member]) => ({
    name,
    value: member ?? null,
    at: names.get(xmlLocation([...steps, name])),
  }));
  const attributes = members.flatMap(({ name, value: member, at }) =>
    at?.kind === "attribute" ? ` ${at.name || name}="${escapedValue(leafText(member))}"` : [],
  );
  const inner = members.flatMap(({ name, value: member, at }) =>
    at?.kind === "attribute" ? [] : content(names, [...steps, name], name, member),
  );
  return own?.kind === "inside" ? inner.join("") : element(own, called, attributes.join(""), inner.join(""));
}

function element(own: XmlName | undefined, name: string, attributes: string, inner: string): string {
  const { namespace, prefix } = own ?? {};
  const space =
    namespace === undefined
      ? ""
      : ` xmlns${prefix === undefined ? "" : `:${prefix}`}="${escapedValue(namespace)}"`;
  return `<${name}${space}${attributes}>${inner}</${name}>`;
}

/** Escapes a text; a carriage return as a reference, since readers normalise line ends (XML 1.0, 2.11). */
function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;")
    .replaceAll("]]>", "]]&gt;")
    .replaceAll("\r", "&#13;");
}

/** Escapes the value of an attribute, in which readers make a space of every tab and line end (3.3.3). */
function escapedValue(text: string): string {
  return escaped(text).replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}
