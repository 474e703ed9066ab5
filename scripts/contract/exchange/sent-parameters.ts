// Selects the parameters of an operation that are relevant to a message: of ten thousand optional ones a
// request carries a few.
import type { JsonObject } from "../document/document.ts";
import type { RawParameters } from "./check-parameters.ts";
import { cookies, decode, splitQuery } from "./parse-wire.ts";
import { shapesOf, type WireParameter } from "./wire-parameter.ts";

interface Index {
  /** Positions of required parameters, and of those that are read from names other than their own. */
  readonly always: readonly number[];
  /** Location and name → positions of all other parameters. */
  readonly named: ReadonlyMap<string, readonly number[]>;
}

const indexes = new WeakMap<readonly WireParameter[], Index>();

/**
 * Returns the parameters that are required or may be present, in their order; all others are optional and
 * absent.
 */
export function sentParameters(
  root: JsonObject,
  parameters: readonly WireParameter[],
  raw: RawParameters,
): readonly WireParameter[] {
  const { always, named } = indexOf(root, parameters);
  const pairs = (place: string, all: readonly (readonly [string, string])[]) =>
    all.map(([name]) => `${place} ${decode(name)}`);
  const keys = new Set([
    ...raw.headers.map(([name]) => `header ${name.toLowerCase()}`),
    ...pairs("query", splitQuery(raw.query)),
    ...pairs("cookie", cookies(raw)),
  ]);
  const sent = [...keys].flatMap((key) => named.get(key) ?? []);
  return [...always, ...sent]
    .sort((one, other) => one - other)
    .flatMap((position) => parameters[position] ?? []);
}

function indexOf(root: JsonObject, parameters: readonly WireParameter[]): Index {
  const known = indexes.get(parameters);
  if (known !== undefined) return known;
  const always: number[] = [];
  const named = new Map<string, number[]>();
  for (const [position, parameter] of parameters.entries()) {
    if (parameter.required || !hasOwnName(root, parameter)) {
      always.push(position);
      continue;
    }
    const key = `${parameter.place} ${parameter.name}`;
    const others = named.get(key);
    if (others === undefined) named.set(key, [position]);
    else others.push(position);
  }
  const index = { always, named };
  indexes.set(parameters, index);
  return index;
}

/** Returns true if a parameter is sent under its own name for every value. */
function hasOwnName(root: JsonObject, { place, style, explode, media, schema }: WireParameter): boolean {
  if (place === "header") return true;
  if (place !== "query" && place !== "cookie") return false;
  if (media !== undefined) return true;
  return !(explode || style === "deepObject") || !shapesOf(root, schema).includes("object");
}
