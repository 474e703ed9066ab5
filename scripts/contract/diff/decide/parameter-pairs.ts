// Aligns the parameters of one operation in both documents: by `in` and name, path parameters by position.
import {
  type Shape,
  shapesOf,
  type WireParameter,
  type WireLocation,
} from "../../exchange/wire-parameter.ts";
import { alike } from "./split-parameter.ts";
import { byRevision, flowOf, type OperationPair } from "./context.ts";

/** One parameter in both documents; undefined on the side that does not have it. */
export interface ParameterPair {
  /** `query/limit`, `path/0`: equal in both documents. */
  readonly key: string;
  readonly place: WireLocation;
  /** The displayed name: that of head, otherwise of base. */
  readonly name: string;
  readonly base: WireParameter | undefined;
  readonly head: WireParameter | undefined;
}

/**
 * Returns every parameter of either document, with the one that reads the same `in` and name in the other.
 */
export function parameterPairs(pair: OperationPair): readonly ParameterPair[] {
  const known = pairs.get(pair);
  if (known !== undefined) return known;
  const made = makePairs(pair);
  pairs.set(pair, made);
  return made;
}

const pairs = new WeakMap<OperationPair, ParameterPair[]>();

function makePairs(pair: OperationPair): ParameterPair[] {
  const flow = flowOf(pair, "request");
  const { base: before, head: after } = byRevision(flow, alike(pair[flow.sender], pair[flow.receiver]));
  const base = keyed(before, pair.base.template.names);
  const head = keyed(after, pair.head.template.names);
  return [...new Set([...base.keys(), ...head.keys()])].flatMap((key): ParameterPair[] => {
    const [before, after] = [base.get(key), head.get(key)];
    if (before !== undefined && after !== undefined && areApart(pair, before, after)) {
      return [pairOf(`${key} `, before, undefined), pairOf(key, undefined, after)].flat();
    }
    return pairOf(key, before, after);
  });
}

function pairOf(
  key: string,
  base: WireParameter | undefined,
  head: WireParameter | undefined,
): ParameterPair[] {
  const either = head ?? base;
  return either === undefined ? [] : [{ key, place: either.place, name: either.name, base, head }];
}

/**
 * True if one travels under the names of its members and the other under its own: neither is read as the
 * other.
 */
function areApart({ base, head }: OperationPair, before: WireParameter, after: WireParameter): boolean {
  const [a, b] = [shapesOf(base.root, before.schema), shapesOf(head.root, after.schema)];
  const spread = (one: WireParameter, shapes: readonly Shape[]) =>
    one.media === undefined &&
    (one.place === "query" || one.place === "cookie") &&
    (one.explode || one.style === "deepObject") &&
    shapes.every((shape) => shape === "object");
  return (spread(before, a) && !b.includes("object")) || (spread(after, b) && !a.includes("object"));
}

/** Returns the prefix of errors about a parameter: members of an exploded object are errors of the object. */
export function errorLocation({ place, name, owner }: WireParameter): string {
  return owner === undefined ? `${place}/${name}` : `${owner.place}/${owner.name}`;
}

/** Returns the key of a parameter within its operation. */
export function parameterKey(parameter: WireParameter, names: readonly string[]): string {
  const { place, name } = parameter;
  // There is only one query string, whatever its name.
  if (place === "querystring") return place;
  return place === "path" ? `path/${names.indexOf(name)}` : `${place}/${name}`;
}

function keyed(parameters: readonly WireParameter[], names: readonly string[]): Map<string, WireParameter> {
  return new Map(parameters.map((parameter) => [parameterKey(parameter, names), parameter]));
}
