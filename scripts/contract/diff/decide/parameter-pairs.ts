// Parameters of one operation in both documents, aligned: by place and name, in paths by position.
import {
  type Shape,
  shapesOf,
  type WireParameter,
  type WireLocation,
} from "../../exchange/wire-parameter.ts";
import { alike } from "./split-parameter.ts";
import { byRevision, flowOf, type OperationPair } from "./settings.ts";

export interface ParameterPair {
  /** `query/limit`, `path/0`: equal in both documents. */
  readonly key: string;
  readonly place: WireLocation;
  /** What a reader sees: the name that head uses, else base. */
  readonly name: string;
  readonly base: WireParameter | undefined;
  readonly head: WireParameter | undefined;
}

/** Every parameter of either document, with what reads the same place and name in the other. */
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

/** Whether one travels under names of its members and the other under its own: nothing of one is read as the other. */
function areApart({ base, head }: OperationPair, before: WireParameter, after: WireParameter): boolean {
  const [a, b] = [shapesOf(base.root, before.schema), shapesOf(head.root, after.schema)];
  const spread = (one: WireParameter, shapes: readonly Shape[]) =>
    one.media === undefined &&
    (one.place === "query" || one.place === "cookie") &&
    (one.explode || one.style === "deepObject") &&
    shapes.every((shape) => shape === "object");
  return (spread(before, a) && !b.includes("object")) || (spread(after, b) && !a.includes("object"));
}

/** How errors about a parameter begin: members of an exploded object are errors of the object. */
export function errorLocation({ place, name, owner }: WireParameter): string {
  return owner === undefined ? `${place}/${name}` : `${owner.place}/${owner.name}`;
}

/** The key of a parameter within its operation. */
export function parameterKey(parameter: WireParameter, names: readonly string[]): string {
  const { place, name } = parameter;
  // There is one query string, whatever it is called.
  if (place === "querystring") return place;
  return place === "path" ? `path/${names.indexOf(name)}` : `${place}/${name}`;
}

function keyed(parameters: readonly WireParameter[], names: readonly string[]): Map<string, WireParameter> {
  return new Map(parameters.map((parameter) => [parameterKey(parameter, names), parameter]));
}
