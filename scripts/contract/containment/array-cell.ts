// The facts about an array, gathered: what each place asks for, how long it is, and what has to be somewhere in it.
import type { Atom, ItemLayer, Literal } from "./formula.ts";
import { greatest } from "../document/long-lists.ts";

/** An array's cell; places from `tail` on all ask for the same. */
export interface ArrayCell {
  readonly min: number;
  readonly max: number;
  readonly layers: readonly ItemLayer[];
  readonly at: ReadonlyMap<number, readonly Literal[]>;
  readonly somewhere: readonly { readonly from: number; readonly literal: Literal }[];
  readonly counts: readonly { readonly literal: Literal; readonly min: number; readonly max: number }[];
  readonly distinct: boolean;
  readonly repeats: boolean;
  /** Two places that hold the same value. */
  readonly twins?: readonly [number, number];
}

/** Gathers `atoms`. */
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

/** Counts of the same schema are one count. */
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

/** The first place from which on all places ask for the same. */
export function tailOf({ layers, at }: ArrayCell): number {
  const last = greatest(at.keys(), -1);
  return greatest(
    layers.map(({ prefix }) => prefix.length),
    last + 1,
  );
}

/** What the item at `place` has to meet. */
export function itemLiterals({ layers, at }: ArrayCell, place: number): Literal[] {
  const fromLayers = layers.map(({ prefix, rest }) => prefix[place] ?? rest);
  return [...fromLayers.filter((literal) => literal !== undefined), ...(at.get(place) ?? [])];
}

/** The same cell with one more literal at `place`, which then has to exist. */
export function withItem(cell: ArrayCell, place: number, literals: readonly Literal[]): ArrayCell {
  const at = new Map(cell.at).set(place, [...(cell.at.get(place) ?? []), ...literals]);
  return { ...cell, at, min: Math.max(cell.min, place + 1) };
}
