// The facts about an object, gathered: what each name asks for, which names there must, may and must not be.
import type { Atom, Declaration, Literal, PropertyLayer, SomeProperty } from "./formula.ts";
import { matches, patternOf } from "./pattern.ts";

/** An object's cell. */
export interface ObjectCell {
  readonly min: number;
  readonly max: number;
  readonly layers: readonly PropertyLayer[];
  readonly present: ReadonlySet<string>;
  readonly absent: ReadonlySet<string>;
  /** What the values of single names have to meet besides the layers. */
  readonly values: ReadonlyMap<string, readonly Literal[]>;
  readonly wishes: readonly SomeProperty[];
  /** What every name has to meet. */
  readonly names: readonly Literal[];
  /** The only names allowed by each closed side: the sets of all its declarations. Uniting them would cost more than it saves. */
  readonly closed: readonly (readonly ReadonlySet<string>[])[];
  /** Whether a closed side would allow fewer names if promises did not count. */
  readonly hasPromise: boolean;
}

/** How the facts about an object are read. */
export interface CellReading {
  /** Whether explicit openness counts. */
  readonly keepsPromises: boolean;
  /** Whether all branches are chosen; if not, those to come may still open what is closed so far. */
  readonly isSettled: boolean;
}

/** Gathers `atoms`. */
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

/** Patterns of a branch that is not taken promise no more than the branch itself. */
const isPromise = ({ openness, applies }: Declaration): boolean =>
  openness === "promise" || (openness === "patterns" && !applies);

/** Whether the branches to come decide if patterns open the object. */
export const mayOpen = (atoms: readonly Atom[]): boolean =>
  atoms.some((atom) => atom.is === "declares" && isPromise(atom.declaration));

/** For each closed side that lists properties and does not say that more may come: the names it declares. */
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

/** The names of a declaration, to look one up. */
export function namesOf({ names }: Declaration): ReadonlySet<string> {
  const known = nameSets.get(names);
  if (known !== undefined) return known;
  const made = new Set(names);
  nameSets.set(names, made);
  return made;
}

/** Whether all closed sides know a name. */
export function isKnown({ closed }: ObjectCell, name: string): boolean {
  return closed.every((sets) => sets.some((names) => names.has(name)));
}

/** What is said of this very value tells whether it lists properties; other branches do where nothing is. */
function lists(group: readonly Declaration[]): boolean {
  const own = group.filter(({ applies }) => applies);
  return (own.length > 0 ? own : group).some((declaration) => declaration.lists);
}

/** What the value of `name` has to meet. */
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

/** What one layer asks of the value of a name that matches the patterns for which `matches` holds. */
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

/** Every name that some schema says something about. */
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

/** The patterns that tell names apart. */
export function patternsIn(cell: ObjectCell, wishes: readonly SomeProperty[]): string[] {
  const sources = [
    ...cell.layers.flatMap(({ patterns }) => patterns.map(([source]) => source)),
    ...wishes.flatMap(({ matching, unlike }) => [...matching, ...unlike]),
  ];
  return [...new Set(sources)];
}
