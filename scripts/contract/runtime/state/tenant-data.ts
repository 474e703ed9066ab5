// The state of a tenant as data, and back.
import { own } from "../wire-value.ts";
import { workLinkOf } from "./links.ts";
import type { TenantData, WorkData } from "./state-data.ts";
import type { TenantState } from "./tenant-state.ts";
import type { Joining } from "./state-rules.ts";
import type { Thing } from "./things.ts";

/** All of it, as JSON says it. Values are those of the state: a copy is the caller's to make. */
export function tenantData({ things, work, made }: TenantState): TenantData {
  const collections = [...things.collections()].map(
    ([path, all]): [string, TenantData["collections"][string]] => [
      path,
      [...all.values()].map(({ id, value, version, order, foundBy }) => ({
        id,
        value,
        version,
        order,
        foundBy: Object.fromEntries([...foundBy].map(([name, values]) => [name, [...values]])),
      })),
    ],
  );
  const collectionOf = (entry: Thing): string =>
    collections.find(([path]) => things.get(path, entry.id) === entry)?.[0] ?? "";
  const underWay = [...work.values()].map(({ startedBy, entry, joins, looksLeft }): WorkData => ({
    startedBy: startedBy.operationId,
    collection: collectionOf(entry),
    id: entry.id,
    looksLeft,
    joins: joins.map(({ list, ...rest }) => ({ ...rest, list: list.operation.operationId })),
  }));
  const members = Object.fromEntries([...things.joined()].map(([path, ids]) => [path, [...ids]]));
  return { made, collections: Object.fromEntries(collections), members, work: underWay };
}

/** Puts data in place of what there is. Work that belongs to an operation which the document no longer has is left out. */
export function restoreTenant(state: TenantState, { made, collections, members, work }: TenantData): void {
  const { operations, model } = state.rules;
  state.things.clear();
  state.work.clear();
  state.made = made;
  const all = Object.entries(collections).flatMap(([path, list]) => list.map((thing) => ({ path, thing })));
  for (const { path, thing } of all.sort((one, other) => one.thing.order - other.thing.order)) {
    const entry = state.things.add(path, thing.id, { ...thing.value }, thing.order);
    entry.version = thing.version;
    for (const [name, values] of Object.entries(thing.foundBy)) entry.foundBy.set(name, new Set(values));
  }
  for (const [path, ids] of Object.entries(members)) for (const id of ids) state.things.members(path).add(id);
  for (const { startedBy, collection, id, joins, looksLeft } of work) {
    const operation = own(operations, startedBy);
    const link = operation && workLinkOf(operation, model);
    const entry = state.things.get(collection, id);
    if (operation === undefined || link === undefined || entry === undefined) continue;
    const known = joins.flatMap((join): Joining[] => {
      const list = model.lists.find((one) => one.operation.operationId === join.list);
      return list === undefined ? [] : [{ ...join, list }];
    });
    state.work.set(entry, { startedBy: operation, link, entry, joins: known, looksLeft });
  }
}
