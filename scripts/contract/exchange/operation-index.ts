// Indexes operations by segments of their paths, to find candidates without inspecting each of many
// thousands.
import type { Api, ApiOperation } from "./api.ts";
import { hasQuery } from "./path-template.ts";

/** The operations of one method: by a literal segment of the path, and those whose path has none. */
interface MethodIndex {
  readonly bySegment: ReadonlyMap<string, readonly ApiOperation[]>;
  readonly others: readonly ApiOperation[];
  /** Path templates by each of their prefixes that end in a slash. */
  readonly byStart: ReadonlyMap<string, readonly string[]>;
  /** Cache of `segmentsBehind`. */
  readonly behind: Map<string, readonly string[]>;
}

const indexes = new WeakMap<Api, Map<string, MethodIndex>>();

/**
 * Returns the operations of a method that clients call, except those with a literal segment that is not in
 * `segments`.
 */
export function candidates(api: Api, method: string, segments: readonly string[]): ApiOperation[] {
  const index = methodsOf(api).get(method);
  if (index === undefined) return [];
  return [
    ...index.others,
    ...[...new Set(segments)].flatMap((segment) => index.bySegment.get(segment) ?? []),
  ];
}

/**
 * Returns the literal texts, up to the next slash, that follow a prefix of path templates (`/pools/`,
 * `/{}/x-`).
 */
export function segmentsBehind(api: Api, method: string, before: string): readonly string[] {
  const index = methodsOf(api).get(method);
  if (index === undefined) return [];
  const known = index.behind.get(before);
  if (known !== undefined) return known;
  const keys = index.byStart.get(before.slice(0, before.lastIndexOf("/") + 1)) ?? [];
  const segments = keys
    .filter((key) => key.startsWith(before))
    .map((key) => key.slice(before.length).split("/")[0] ?? "")
    .filter((segment) => segment !== "" && !segment.includes("{}"));
  const distinct = [...new Set(segments)];
  index.behind.set(before, distinct);
  return distinct;
}

function methodsOf(api: Api): Map<string, MethodIndex> {
  let index = indexes.get(api);
  if (index === undefined) indexes.set(api, (index = indexOf(api)));
  return index;
}

function indexOf({ operations }: Api): Map<string, MethodIndex> {
  const called = operations.filter(({ caller }) => caller === "client");
  const counts = new Map<string, number>();
  for (const segment of called.flatMap(literalSegments)) counts.set(segment, (counts.get(segment) ?? 0) + 1);
  const groups = new Map<string, ApiOperation[]>();
  for (const operation of called) {
    const group = groups.get(operation.source.method);
    if (group === undefined) groups.set(operation.source.method, [operation]);
    else group.push(operation);
  }
  return new Map([...groups].map(([method, group]) => [method, methodIndex(group, counts)]));
}

/** Indexes each operation by its rarest segment, because all paths may begin alike. */
function methodIndex(group: readonly ApiOperation[], counts: ReadonlyMap<string, number>): MethodIndex {
  const bySegment = new Map<string, ApiOperation[]>();
  const others: ApiOperation[] = [];
  const rarity = (segment: string): number => counts.get(segment) ?? 0;
  for (const operation of group) {
    const [rarest] = literalSegments(operation).sort((one, other) => rarity(one) - rarity(other));
    const list = rarest === undefined ? others : (bySegment.get(rarest) ?? []);
    list.push(operation);
    if (rarest !== undefined) bySegment.set(rarest, list);
  }
  return { bySegment, others, byStart: byStart(group), behind: new Map() };
}

function byStart(group: readonly ApiOperation[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { template } of group) {
    for (let end = template.key.indexOf("/"), at = ""; ; end = template.key.indexOf("/", end + 1)) {
      const list = found.get(at);
      if (list === undefined) found.set(at, [template.key]);
      else list.push(template.key);
      if (end === -1) break;
      at = template.key.slice(0, end + 1);
    }
  }
  return found;
}

/** The text before the first slash of a path belongs to a segment of the server's URL. */
function literalSegments({ template }: ApiOperation): string[] {
  if (hasQuery(template)) return [];
  const [, ...segments] = template.key.split("/");
  return segments.filter((segment) => segment !== "" && !/[{}]/.test(segment));
}
