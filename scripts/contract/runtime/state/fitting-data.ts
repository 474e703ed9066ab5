// Selects the part of a tenant's data that fits another version of the document.
import type { Kind } from "./model.ts";
import type { TenantData, ResourceData } from "./state-data.ts";
import type { StateRules } from "./state-rules.ts";

/** Returns the part that fits, and a sentence for each path with data that does not. */
export function fittingData(
  { model, maker }: Pick<StateRules, "model" | "maker">,
  data: TenantData,
): { readonly data: TenantData; readonly lost: readonly string[] } {
  const lost: string[] = [];
  const kindAt = (path: string): Kind | undefined =>
    model.kinds.find((kind) =>
      isOfTemplate(kind.isSingle === true ? kind.template : kind.collection, path),
    ) ?? model.kinds.find((kind) => kind.isElsewhere !== true && kind.collection === path);
  const collections = Object.entries(data.collections).flatMap(
    ([path, resources]): [string, ResourceData[]][] => {
      const kind = kindAt(path);
      const kept =
        kind === undefined ? [] : resources.filter(({ value }) => maker?.isResource(kind, value) !== false);
      if (kept.length < resources.length)
        lost.push(
          kind === undefined
            ? `${resources.length} of ${path}: the document has no such resources any more`
            : `${resources.length - kept.length} of ${path}: they break the schema that it has now`,
        );
      return kept.length === 0 ? [] : [[path, kept]];
    },
  );
  const members = Object.entries(data.members).filter(([path, ids]) => {
    const isThere = model.lists.some((list) => list.members && isOfTemplate(list.operation.path, path));
    if (!isThere && ids.length > 0)
      lost.push(`${ids.length} of ${path}: the document has no such list any more`);
    return isThere;
  });
  return {
    data: { ...data, collections: Object.fromEntries(collections), members: Object.fromEntries(members) },
    lost,
  };
}

/** Whether a path, with percent-encoded values, matches a template. */
export function isOfTemplate(template: string, path: string): boolean {
  const segments = path.split("/");
  const wanted = template.split("/");
  return (
    wanted.length === segments.length &&
    wanted.every((segment, at) => (segment.includes("{") ? segments[at] !== "" : segment === segments[at]))
  );
}
