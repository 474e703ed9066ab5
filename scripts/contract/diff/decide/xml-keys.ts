// Rewrites a receiver's XML schema to its sender's keys: in XML a property travels under its XML name, and
// its key is not visible.
import type { Json, JsonObject, OpenApiDocument } from "../../document/document.ts";
import { childPointer, isArray, isObject, parsePointer, resolvePointer } from "../../document/pointer.ts";
import { readApi } from "../../exchange/api.ts";
import { type XmlName, xmlNames, xmlLocation } from "../../exchange/xml-shape.ts";
import type { ContentPair } from "./decide-contents.ts";
import { NeutralValues } from "./neutral-value.ts";
import type { Flow, OperationPair, Context } from "./context.ts";

/** A property to be renamed in the schema that holds it. */
interface Renaming {
  /** Pointer of the schema with the `properties`. */
  readonly pointer: string;
  readonly from: string;
  readonly to: string;
  /** The XML Object that preserves the XML name. */
  readonly xml: JsonObject;
}

/** The input of a decision. */
export interface DecidedWith {
  readonly context: Context;
  readonly pair: OperationPair;
  readonly contents: ContentPair;
}

/**
 * Returns the same comparison with the receiver's document rewritten: if a key changed but its XML name,
 * namespace and kind did not, the receiver's property gets the sender's key. Without such a key, returns
 * `given`.
 */
export function underSenderKeys(given: DecidedWith, flow: Flow): DecidedWith {
  const { context, pair, contents } = given;
  const { receiver } = contents;
  if (receiver?.schema.pointer === undefined) return given;
  const sent = xmlNames(pair[flow.sender].root, contents.sender.schema);
  const renamings = renamed(sent, xmlNames(pair[flow.receiver].root, receiver.schema));
  if (renamings.length === 0) return given;
  const api = context[flow.receiver];
  const root = renamings.reduce<Json>(
    (at, one) => rewritten(at, parsePointer(one.pointer), one),
    api.document.root,
  );
  const document: OpenApiDocument = {
    ...api.document,
    root: root as JsonObject,
    locate: (pointer) => api.document.locate(pointer),
  };
  const again = readApi(document);
  const operation = again.operations[api.operations.indexOf(pair[flow.receiver])];
  const schema = resolvePointer(root, receiver.schema.pointer);
  if (operation === undefined || schema === undefined) return given;
  return {
    context: { ...context, [flow.receiver]: again, memos: new Map(), neutral: new NeutralValues() },
    pair: { ...pair, [flow.receiver]: operation },
    contents: { ...contents, receiver: { ...receiver, schema: { ...receiver.schema, schema } } },
  };
}

type Names = ReadonlyMap<string, XmlName>;

/** Returns the renamings, outermost first; `sent` and `read` are walked together. */
function renamed(sent: Names, read: Names): Renaming[] {
  const found = new Map<string, Renaming>();
  const rejected = new Set<string>();
  const open = [{ sent: "", read: "" }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [theirs, own] = [childrenOf(sent, next.sent), childrenOf(read, next.read)];
    for (const [key, child] of own) {
      const twin = theirs.get(key) ?? twinOf(child, theirs, own);
      if (twin === undefined) continue;
      open.push({ sent: twin.place, read: child.place });
      const [from, to] = [child.steps.at(-1), twin.steps.at(-1)];
      if (from === undefined || to === undefined || from === to || child.pointer === undefined) continue;
      const renaming = { pointer: parentOf(child.pointer), from, to, xml: xmlObject(child) };
      const known = found.get(child.pointer);
      // One schema used at two locations that need different keys.
      if (known !== undefined && known.to !== to) rejected.add(child.pointer);
      found.set(child.pointer, renaming);
    }
  }
  return [...found].filter(([pointer]) => !rejected.has(pointer)).map(([, renaming]) => renaming);
}

/** Lists that are not wrapped have no name of their own. */
const named: ReadonlySet<XmlName["kind"]> = new Set(["element", "attribute"]);

function xmlObject({ kind, name, namespace, prefix }: XmlName): JsonObject {
  return {
    name: prefix === undefined ? name : name.slice(prefix.length + 1),
    ...(prefix === undefined ? {} : { prefix }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(kind === "attribute" ? { attribute: true } : { wrapped: true }),
  };
}

/** Returns the children of a location by key; `*` for the items of a list. */
function childrenOf(names: Names, place: string): Map<string, XmlName> {
  const depth = (names.get(place)?.steps.length ?? 0) + 1;
  const own = [...names.values()].filter(
    ({ steps }) => steps.length === depth && xmlLocation(steps.slice(0, -1)) === place,
  );
  return new Map(own.map((one) => [one.steps.at(-1) ?? "*", one]));
}

/** Returns the sender's property of the same XML name, with a key that the receiver does not declare. */
function twinOf(
  child: XmlName,
  theirs: Map<string, XmlName>,
  own: Map<string, XmlName>,
): XmlName | undefined {
  if (!named.has(child.kind)) return undefined;
  const twins = [...theirs].filter(
    ([key, { kind, name, namespace, steps }]) =>
      !own.has(key) &&
      steps.at(-1) !== undefined &&
      kind === child.kind &&
      name === child.name &&
      namespace === child.namespace,
  );
  return twins.length === 1 ? twins[0]?.[1] : undefined;
}

/** `/components/schemas/A/properties/b` → `/components/schemas/A`. */
function parentOf(pointer: string): string {
  return childPointer("", ...parsePointer(pointer).slice(0, -2));
}

function rewritten(at: Json, [step, ...rest]: readonly string[], renaming: Renaming): Json {
  if (step === undefined) return isObject(at) ? withKey(at, renaming) : at;
  if (isArray(at))
    return at.map((item, index) => (String(index) === step ? rewritten(item, rest, renaming) : item));
  if (!isObject(at)) return at;
  return mapped(at, (key, value) => [key, key === step ? rewritten(value, rest, renaming) : value]);
}

function withKey(schema: JsonObject, { from, to, xml }: Renaming): JsonObject {
  return mapped(schema, (keyword, value) => {
    if (keyword === "properties" && isObject(value))
      return [
        keyword,
        mapped(value, (key, member) => (key === from ? [to, withXml(member, xml)] : [key, member])),
      ];
    if (keyword === "required" && isArray(value))
      return [keyword, value.map((key) => (key === from ? to : key))];
    return [keyword, value];
  });
}

function withXml(member: Json, xml: JsonObject): Json {
  return isObject(member) ? { ...member, xml } : member === true ? { xml } : member;
}

function mapped(
  object: JsonObject,
  entry: (key: string, value: Json) => readonly [string, Json],
): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => entry(key, value ?? null)));
}
