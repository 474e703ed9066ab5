// Reads XML into values, by the names that their schema declares.
import type { Json, JsonObject } from "../document/document.ts";
import { setOwn } from "../runtime/wire-value.ts";
import type { SchemaPart } from "../containment/schema-part.ts";
import { readingsOf } from "./interpret.ts";
import { parseXml, type XmlElement } from "./parse-xml.ts";
import type { Wire } from "./serialise.ts";
import { type XmlName, xmlLocation, xmlNames } from "./xml-shape.ts";

/** A location in a body, with what is below it. */
interface Location extends XmlName {
  /** By their keys. */
  readonly members: Map<string, Location>;
  items?: Location;
}

/** Reads the XML bodies of one schema. */
export class XmlReader {
  readonly #root: JsonObject;
  readonly #schema: SchemaPart;
  readonly #top: Location | undefined;

  constructor(root: JsonObject, schema: SchemaPart) {
    this.#root = root;
    this.#schema = schema;
    this.#top = locations(xmlNames(root, schema));
  }

  /**
   * Returns every value that a document may represent, the likeliest first. Throws a SyntaxError for a text
   * that is not well-formed, and for a root element of another name than the declared one.
   */
  read(text: string): readonly Json[] {
    const element = parseXml(text);
    const top = this.#top;
    if (top?.kind === "element" && top.name !== "" && local(top.name) !== local(element.name))
      throw new SyntaxError(`the root element is <${element.name}>, not ${top.written}`);
    return readingsOf(this.#root, this.#schema, wireOf(element, top));
  }
}

/** Returns the tree of the locations; undefined for a schema without any. */
function locations(names: ReadonlyMap<string, XmlName>): Location | undefined {
  const all = new Map<string, Location>();
  for (const [place, name] of names) {
    const location: Location = { ...name, members: new Map() };
    all.set(place, location);
    if (name.steps.length === 0) continue;
    const above = all.get(xmlLocation(name.steps.slice(0, -1)));
    const step = name.steps.at(-1);
    if (step === undefined) {
      if (above !== undefined) above.items = location;
    } else above?.members.set(step, location);
  }
  return all.get("");
}

/** Prefixes are chosen by the writer of a document. */
function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function isNamed({ name }: XmlElement, key: string, { name: own }: XmlName): boolean {
  return local(name) === local(own === "" ? key : own);
}

function wireOf(element: XmlElement, location: Location | undefined): Wire {
  const { items, members } = location ?? { members: new Map<string, Location>() };
  if (items !== undefined) return element.elements.map((one) => wireOf(one, items));
  const fields = [...element.attributes].filter(([name]) => !/^(xmlns|xsi|xml)(:|$)/.test(name));
  if (members.size === 0 && element.elements.length === 0 && fields.length === 0) return element.text;
  const wire: Record<string, Wire> = {};
  const left = new Set(element.elements);
  addMembers(wire, { element, left }, members);
  for (const [name, value] of fields) {
    const [key = local(name)] = [...members].flatMap(([key, one]) =>
      one.kind === "attribute" && local(one.name === "" ? key : one.name) === local(name) ? [key] : [],
    );
    setOwn(wire, key, value);
  }
  addUnknown(wire, left);
  return wire;
}

/** Adds the declared members, and removes their elements from what is left. */
function addMembers(
  wire: Record<string, Wire>,
  parts: { readonly element: XmlElement; readonly left: Set<XmlElement> },
  members: ReadonlyMap<string, Location>,
): void {
  const take = (key: string, location: Location): readonly XmlElement[] => {
    const taken = [...parts.left].filter((one) => isNamed(one, key, location));
    for (const one of taken) parts.left.delete(one);
    return taken;
  };
  for (const [key, location] of members) {
    if (location.kind === "attribute") continue;
    if (location.kind === "text") setOwn(wire, key, parts.element.text);
    else if (location.kind === "element") {
      const taken = take(key, location).map((one) => wireOf(one, location));
      // A value that is repeated, but not declared as a list, stays one: the schema decides.
      const [first] = taken;
      if (first !== undefined) setOwn(wire, key, taken.length === 1 ? first : taken);
    } else if (location.items === undefined) {
      const inner: Record<string, Wire> = {};
      addMembers(inner, parts, location.members);
      if (Object.keys(inner).length > 0) setOwn(wire, key, inner);
    } else {
      const { items } = location;
      const taken = take(key, items).map((one) => wireOf(one, items));
      if (taken.length > 0) setOwn(wire, key, taken);
    }
  }
}

/** Adds elements that the schema does not name: repeated ones as a list. */
function addUnknown(wire: Record<string, Wire>, elements: Iterable<XmlElement>): void {
  const byName = new Map<string, Wire[]>();
  for (const element of elements) {
    const key = local(element.name);
    const before = byName.get(key) ?? [];
    byName.set(key, before);
    before.push(wireOf(element, undefined));
  }
  for (const [key, values] of byName) {
    const [first = ""] = values;
    if (!Object.hasOwn(wire, key)) setOwn(wire, key, values.length === 1 ? first : values);
  }
}
