// Converts the state of a tenant to data, and back.
import { own, setOwn } from "../wire-value.ts";
import { courseOf } from "./course.ts";
import { isOfTemplate } from "./fitting-data.ts";
import type { TenantData, WorkData } from "./state-data.ts";
import type { TenantState } from "./tenant-state.ts";
import type { Joining } from "./state-rules.ts";
import type { Resource } from "./resources.ts";

/** Returns all data as JSON values. Values are shared with the state; callers must copy them. */
export function tenantData({ resources, work, made, gone }: TenantState): TenantData {
  const collections = [...resources.collections()].map(
    ([path, all]): [string, TenantData["collections"][string]] => [
      path,
      [...all.values()].map(({ id, value, version, order, foundBy }) => ({
        id,
        value,
        version,
        order,
        foundBy: valuesByName(foundBy),
      })),
    ],
  );
  const collectionOf = (entry: Resource): string =>
    collections.find(([path]) => resources.get(path, entry.id) === entry)?.[0] ?? "";
  const underWay = [...work.told.values()].map(({ startedBy, entry, joins, looksLeft, began }): WorkData => ({
    startedBy: startedBy.operationId,
    collection: collectionOf(entry),
    id: entry.id,
    looksLeft,
    began,
    joins: joins.map(({ list, ...rest }) => ({ ...rest, list: list.operation.operationId })),
  }));
  const members = Object.fromEntries([...resources.joined()].map(([path, ids]) => [path, [...ids]]));
  const begun = [...work.begun].map(([entry, { looksLeft, began }]) => {
    return { collection: collectionOf(entry), id: entry.id, looksLeft, began };
  });
  return {
    made,
    collections: Object.fromEntries(collections),
    members,
    work: underWay,
    begun,
    gone: [...gone],
  };
}

function valuesByName(found: Resource["foundBy"] = []): Record<string, string[]> {
  const all: Record<string, string[]> = {};
  for (const { name, value } of found) setOwn(all, name, [...(own(all, name) ?? []), value]);
  return all;
}

/** Replaces the state by data. Work of operations that the document no longer has is omitted. */
export function restoreTenant(
  state: TenantState,
  { made, collections, members, work, begun = [], gone = [] }: TenantData,
): void {
  const { operations, model } = state.rules;
  state.resources.clear();
  state.work.clear();
  state.gone.clear();
  for (const one of gone) state.gone.add(one);
  state.made = made;
  const all = Object.entries(collections).flatMap(([path, list]) =>
    list.map((resource) => ({ path, resource })),
  );
  for (const { path, resource } of all.sort((one, other) => one.resource.order - other.resource.order)) {
    const entry = state.resources.add(path, resource.id, { ...resource.value }, resource.order);
    entry.version = resource.version;
    const found = Object.entries(resource.foundBy).flatMap(([name, values]) =>
      values.map((value) => ({ name, value })),
    );
    if (found.length > 0) entry.foundBy = found;
  }
  for (const [path, ids] of Object.entries(members))
    for (const id of ids) state.resources.members(path).add(id);
  for (const { collection, id, looksLeft, began } of begun) {
    const entry = state.resources.get(collection, id);
    const kind = model.kinds.find((one) => isOfTemplate(one.collection, collection));
    const course = kind && state.rules.schemas.about(kind, courseOf);
    if (entry !== undefined && course !== undefined)
      state.work.begun.set(entry, { course, looksLeft, began });
  }
  for (const { startedBy, collection, id, joins, looksLeft, began = 0 } of work) {
    const operation = own(operations, startedBy);
    const link = operation && model.workLinks.get(operation);
    const entry = state.resources.get(collection, id);
    if (operation === undefined || link === undefined || entry === undefined) continue;
    const known = joins.flatMap((join): Joining[] => {
      const list = model.lists.find((one) => one.operation.operationId === join.list);
      return list === undefined ? [] : [{ ...join, list }];
    });
    state.work.told.set(entry, { startedBy: operation, link, entry, joins: known, looksLeft, began });
  }
}
