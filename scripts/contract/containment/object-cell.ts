// The collected facts about an object: constraints per name, and required, allowed and forbidden names.
import type { Atom, Declaration, Literal, PropertyLayer, SomeProperty } from "./formula.ts";
import { matches, patternOf } from "./pattern.ts";

/** The combined facts about an object. */
export interface ObjectCell {
  readonly min: number;
  readonly max: number;
  readonly layers: readonly PropertyLayer[];
  readonly present: ReadonlySet<string>;
  readonly absent: ReadonlySet<string>;
  /** Property name → literals its value must satisfy besides the layers. */
  readonly values: ReadonlyMap<string, readonly Literal[]>;
  readonly wishes: readonly SomeProperty[];
  /** The literals that every name must satisfy. */
  readonly names: readonly Literal[];
  /**
   * For each closed side, the sets of names of all its declarations: no other names are allowed. Uniting the
   * sets would cost more than it saves.
   */
  readonly closed: readonly (readonly ReadonlySet<string>[])[];
  /** True if a closed side would allow fewer names without explicit openness. */
  readonly hasPromise: boolean;
}

/** Options for reading the facts about an object. */
export interface CellReading {
  /** Whether explicit openness counts. */
  readonly keepsPromises: boolean;
  /** True if all branches are chosen; otherwise a later branch may still open what is closed so far. */
  readonly isSettled: boolean;
}

/** Collects `atoms` into a cell. */
export function objectCellOf(atoms: readonly Atom[], reading: CellReading): ObjectCell {
  let [min, max] = [0, Infinity];
  const layers: PropertyLayer[] = [];
  const [present, absent] = [new Set<string>(), new Set<string>()];
  const values = new Map<string, readonly Literal[]>();
  const wishes: SomeProperty[] = [];
  const names: Literal[] = [];
  const declarations: Declaration[] = [];
  for (const atom of atoms) {
    if (atom.is === "size") [min, max] = [Math.max(min, atom.min), Math.min(max, atom.max)];
    else if (atom.is === "properties") layers.push(atom.layer);
    else if (atom.is === "present") present.add(atom.name);
    else if (atom.is === "absent") absent.add(atom.name);
    else if (atom.is === "someProperty") wishes.push(atom.some);
    else if (atom.is === "names") names.push(atom.literal);
    else if (atom.is === "declares") declarations.push(atom.declaration);
    else if (atom.is === "property") values.set(atom.name, [...(values.get(atom.name) ?? []), atom.literal]);
  }
  const closed = closedNames(declarations, reading);
  const hasPromise = declarations.some(isPromise);
  return { min, max, layers, present, absent, values, wishes, names, closed, hasPromise };
}

/**
 * True if a declaration opens an object explicitly. Patterns of a branch that does not apply count as
 * explicitly open as the branch itself.
 */
const isPromise = ({ openness, applies }: Declaration): boolean =>
  openness === "promise" || (openness === "patterns" && !applies);

/** True if later branches decide whether patterns open the object. */
export const mayOpen = (atoms: readonly Atom[]): boolean =>
  atoms.some((atom) => atom.is === "declares" && isPromise(atom.declaration));

/** Returns the declared names of each closed side that lists properties and does not allow further ones. */
function closedNames(
  declarations: readonly Declaration[],
  { keepsPromises, isSettled }: CellReading,
): (readonly ReadonlySet<string>[])[] {
  const groups = new Map<number, Declaration[]>();
  for (const declaration of declarations) {
    const group = groups.get(declaration.group);
    if (group === undefined) groups.set(declaration.group, [declaration]);
    else group.push(declaration);
  }
  const isOpen = (declaration: Declaration): boolean =>
    isPromise(declaration)
      ? keepsPromises || (declaration.openness === "patterns" && !isSettled)
      : declaration.openness === "patterns";
  return [...groups.values()]
    .filter((group) => lists(group) && !group.some(isOpen))
    .map((group) => [...new Set(group.map(namesOf))]);
}

const nameSets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Returns the names of a declaration as a set, for look-ups. */
export function namesOf({ names }: Declaration): ReadonlySet<string> {
  const known = nameSets.get(names);
  if (known !== undefined) return known;
  const made = new Set(names);
  nameSets.set(names, made);
  return made;
}

/** True if all closed sides know a name. */
export function isKnown({ closed }: ObjectCell, name: string): boolean {
  return closed.every((sets) => sets.some((names) => names.has(name)));
}

/**
 * True if properties are listed: by the declarations that apply to this value, or by those of other branches
 * if there are none, and none may come.
 */
function lists(group: readonly Declaration[]): boolean {
  const own = group.filter(({ applies }) => applies);
  if (own.length === 0 && group.some(({ isOpen }) => isOpen)) return false;
  return (own.length > 0 ? own : group).some((declaration) => declaration.lists);
}

/** Returns the literals that the value of `name` must satisfy. */
export function propertyLiterals(cell: ObjectCell, name: string): Literal[] {
  const found: Literal[] = [];
  for (const layer of cell.layers) {
    const own = layer.patterns.length === 0 ? (layer.properties.get(name) ?? layer.rest) : undefined;
    if (own !== undefined) found.push(own);
    if (layer.patterns.length === 0) continue;
    for (const one of layerLiterals(layer, name, (source) => matches(patternOf(source), name) ?? false)) {
      found.push(one);
    }
  }
  for (const value of cell.values.get(name) ?? []) found.push(value);
  return found;
}

/**
 * Returns the literals of one layer for the value of a name that matches the patterns for which `matches`
 * holds.
 */
export function layerLiterals(
  layer: PropertyLayer,
  name: string | undefined,
  matches: (source: string) => boolean,
): Literal[] {
  const own = name === undefined ? undefined : layer.properties.get(name);
  const byPattern = layer.patterns.filter(([source]) => matches(source)).map(([, literal]) => literal);
  if (own || byPattern.length > 0) return own ? [own, ...byPattern] : byPattern;
  return layer.rest ? [layer.rest] : [];
}

/** Returns every name that some schema mentions. */
export function mentioned(cell: ObjectCell): Set<string> {
  const all = [
    ...cell.layers.map(({ properties }) => properties.keys()),
    ...cell.closed.flat(),
    cell.present,
    cell.values.keys(),
    cell.absent,
    ...cell.wishes.map(({ except }) => except),
  ];
  const found = new Set<string>();
  for (const names of all) for (const name of names) found.add(name);
  return found;
}

/** Returns the patterns that distinguish names. */
export function patternsIn(cell: ObjectCell, wishes: readonly SomeProperty[]): string[] {
  const sources = [
    ...cell.layers.flatMap(({ patterns }) => patterns.map(([source]) => source)),
    ...wishes.flatMap(({ matching, unlike }) => [...matching, ...unlike]),
  ];
  return [...new Set(sources)];
}
