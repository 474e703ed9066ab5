// Explores the server before any case runs: reads the lists of the document.
import type { Kind } from "../../runtime/state/model.ts";
import { parametersOf } from "../../runtime/state/operation-parts.ts";
import { idOf, walk } from "./list-resources.ts";
import type { RunContext } from "./run-context.ts";
import type { PathValues, Resource } from "./known-resources.ts";

/** Maximum number of resources of one list that are recorded. */
const mostKept = 3;

/**
 * Lists every kind, parents first, below one resource of each parent kind.
 *
 * @param isOver  called before each list
 */
export async function explore(context: RunContext, isOver: () => boolean): Promise<void> {
  const { model, knownResources } = context.parts;
  const kinds = [...model.model.kinds].sort(
    (one, other) => parametersOf(one.collection).length - parametersOf(other.collection).length,
  );
  for (const kind of kinds) {
    if (isOver()) return;
    if (kind.isSingle === true || kind.isElsewhere === true) continue;
    const list = model.listOf(kind);
    const above = list && pathAbove(context, kind);
    if (list === undefined || above === undefined) continue;
    const found = await walk(context, list, "the existing entries", { path: above, mostPages: 1 });
    for (const entry of (found?.entries ?? []).slice(0, mostKept)) {
      const id = idOf(list, entry);
      if (id !== undefined)
        knownResources.add({ kind, path: { ...above, [kind.parameter]: id }, isOwn: false, value: entry });
    }
  }
}

/**
 * Returns the path values of a kind's collection, from a resource of the parent kind; undefined if there is
 * none.
 */
export function pathAbove(
  { parts: { knownResources, model } }: RunContext,
  kind: Kind,
  ownOnly = false,
): PathValues | undefined {
  const names = parametersOf(kind.collection);
  if (names.length === 0) return {};
  const parents = model.model.kinds
    .filter(({ template, isSingle }) => isSingle !== true && kind.collection.startsWith(`${template}/`))
    .sort((one, other) => other.template.length - one.template.length);
  const resources = parents.flatMap((parent): readonly Resource[] => knownResources.of(parent));
  const own = resources.filter(({ isOwn }) => isOwn || !ownOnly);
  const resource = own.find(({ isOwn }) => isOwn) ?? own[0];
  return resource !== undefined && names.every((name) => resource.path[name] !== undefined)
    ? resource.path
    : undefined;
}
