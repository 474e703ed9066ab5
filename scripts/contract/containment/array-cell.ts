// The collected facts about an array: constraints per index, length, and the items it must contain.
import type { Atom, ItemLayer, Literal } from "./formula.ts";
import { greatest } from "../document/long-lists.ts";

/** The combined facts about an array; all indices from `tail` on have the same constraints. */
export interface ArrayCell {
  readonly min: number;
  readonly max: number;
  readonly layers: readonly ItemLayer[];
  readonly at: ReadonlyMap<number, readonly Literal[]>;
  readonly somewhere: readonly { readonly from: number; readonly literal: Literal }[];
  readonly counts: readonly { readonly literal: Literal; readonly min: number; readonly max: number }[];
  readonly distinct: boolean;
  readonly repeats: boolean;
  /** Two indices that must hold the same value. */
  readonly twins?: readonly [number, number];
}

/** Collects `atoms` into a cell. */
export function arrayCellOf(atoms: readonly Atom[]): ArrayCell {
  let [min, max, distinct, repeats] = [0, Infinity, false, false];
  const layers: ItemLayer[] = [];
  const at = new Map<number, readonly Literal[]>();
  const somewhere: { from: number; literal: Literal }[] = [];
  const counts: { literal: Literal; min: number; max: number }[] = [];
  for (const atom of atoms) {
    if (atom.is === "size") [min, max] = [Math.max(min, atom.min), Math.min(max, atom.max)];
    else if (atom.is === "items") layers.push(atom.layer);
    else if (atom.is === "someItem") somewhere.push(atom);
    else if (atom.is === "count") counts.push(atom);
    else if (atom.is === "distinct" && atom.holds) distinct = true;
    else if (atom.is === "distinct") repeats = true;
    else if (atom.is === "item") {
      min = Math.max(min, atom.at + 1);
      at.set(atom.at, [...(at.get(atom.at) ?? []), atom.literal]);
    }
  }
  return { min, max, layers, at, somewhere, counts: merged(counts), distinct, repeats };
}

/** Merges the counts of equal schemas into one. */
function merged(counts: ArrayCell["counts"]): ArrayCell["counts"] {
  const byKey = new Map<string, ArrayCell["counts"][number]>();
  for (const count of counts) {
    const held = byKey.get(count.literal.node.key);
    byKey.set(count.literal.node.key, {
      literal: count.literal,
      min: Math.max(count.min, held?.min ?? 0),
      max: Math.min(count.max, held?.max ?? Infinity),
    });
  }
  return [...byKey.values()];
}

/** Returns the first index from which on all indices have the same constraints. */
export function tailOf({ layers, at }: ArrayCell): number {
  const last = greatest(at.keys(), -1);
  return greatest(
    layers.map(({ prefix }) => prefix.length),
    last + 1,
  );
}

/** Returns the literals that the item at index `place` must satisfy. */
export function itemLiterals({ layers, at }: ArrayCell, place: number): Literal[] {
  const fromLayers = layers.map(({ prefix, rest }) => prefix[place] ?? rest);
  return [...fromLayers.filter((literal) => literal !== undefined), ...(at.get(place) ?? [])];
}

/** Returns the same cell with one more literal at index `place`; the array must then have an item there. */
export function withItem(cell: ArrayCell, place: number, literals: readonly Literal[]): ArrayCell {
  const at = new Map(cell.at).set(place, [...(cell.at.get(place) ?? []), ...literals]);
  return { ...cell, at, min: Math.max(cell.min, place + 1) };
}
