// Sequence: a traversal with small pages returns the same entries as large pages, each once; filters restrict
// the list.
import type { Json } from "../../document/document.ts";
import { deepEqual } from "../../runtime/deep-equal.ts";
import type { ListOf } from "../../runtime/state/model.ts";
import { linksOf } from "../../runtime/state/links.ts";
import { schemaOf } from "../../runtime/state/page-style.ts";
import { parametersOf } from "../../runtime/state/operation-parts.ts";
import { createResource } from "../run/create-resource.ts";
import { pathAbove } from "../run/explore.ts";
import { sizeParameterOf } from "../../runtime/state/page-style.ts";
import { entriesOf, type Walked, walk } from "../run/list-resources.ts";
import { memberOf } from "../run/response-json.ts";
import type { RunContext } from "../run/run-context.ts";
import type { PathValues } from "../run/known-resources.ts";
import { dateFilters } from "./date-filters.ts";
import { report } from "./sequence.ts";

/** Minimum length of a list for a conclusive traversal. */
const wantedPages = 4;
const smallPage = 2;
const mostSmallPages = 60;

export async function pages(context: RunContext, list: ListOf): Promise<void> {
  const { model, coverage } = context.parts;
  const name = `pages of ${list.operation.operationId}`;
  const found = model.byId(list.operation.operationId);
  const path = pathOf(context, list);
  if (found === undefined || path === undefined) {
    coverage.other("sequences", name, "no resource is known that its path needs");
    return;
  }
  const size = sizeParameterOf(list);
  const first = await walk(context, list, "list", { path, mostPages: 1 });
  if (first === undefined) {
    coverage.other("sequences", name, "the list could not be read");
    return;
  }
  for (
    let count = first.ids.length;
    count < wantedPages && list.kind.collection === list.operation.path;
    count += 1
  )
    if ((await createResource(context, list.kind)) === undefined) break;
  await filters(context, list, path);
  await dateFilters(context, list, path);
  if (size === undefined) {
    coverage.other("sequences", name, "it has no parameter for the size of a page");
    return;
  }
  await walkBoth(context, list, { path, size, name });
}

/** Traverses the list with small pages, and with the server's default page size. */
export async function walkBoth(
  context: RunContext,
  list: ListOf,
  { path, size, name }: { readonly path: PathValues; readonly size: string; readonly name: string },
): Promise<void> {
  const { model, coverage } = context.parts;
  const found = model.byId(list.operation.operationId);
  const whole = await walk(context, list, "list", { path });
  const small = await walk(context, list, "list in small pages", {
    path,
    query: { [size]: smallPage },
    mostPages: mostSmallPages,
  });
  if (found === undefined || whole === undefined || small === undefined) return;
  if (isStill(context, list, whole, small)) {
    coverage.other("sequences", name, "every page is the same, regardless of the parameters");
    return;
  }
  const tooLong = small.pages.find((page) => (entriesOf(list, page)?.length ?? 0) > smallPage);
  if (tooLong !== undefined)
    report(
      context,
      found.operation,
      {
        check: "page-size-ignored",
        place: `query/${size}`,
        expected: `at most ${smallPage} entries`,
        got: `${entriesOf(list, tooLong)?.length ?? 0}`,
      },
      [tooLong],
    );
  if (
    (small.pages.length < 2 && whole.ids.length <= smallPage) ||
    small.ids.length !== small.entries.length
  ) {
    coverage.other("sequences", name, "it has one page only");
    return;
  }
  coverage.other("sequences", name);
  if (!whole.isWhole && small.pages.length < 2) {
    coverage.other("sequences", name, "nothing points to the next page");
    return;
  }
  const repeated = small.ids.filter((id, at) => small.ids.indexOf(id) !== at);
  const walkedFar = new Set(small.ids);
  const wanted = small.isWhole ? whole.ids : whole.ids.slice(0, small.ids.length);
  const missing = wanted.filter((id) => !walkedFar.has(id));
  if (repeated.length > 0 || missing.length > 0)
    report(
      context,
      found.operation,
      {
        check: "pages-incomplete",
        place: `query/${size}`,
        expected: `${wanted.length} resources, each once`,
        got: `${repeated.length} twice, ${missing.length} not at all`,
      },
      [...whole.pages.slice(-1), ...small.pages.slice(0, 3)],
    );
  await backToPage(context, list, path, { size, pages: small.pages.length });
}

/**
 * Returns whether a list is static: it contains no resource that this run created, and is the same on each
 * read, like an example. Its pages are inconclusive.
 */
function isStill(
  { parts: { knownResources } }: RunContext,
  list: ListOf,
  whole: Walked,
  small: Walked,
): boolean {
  const own = knownResources
    .of(list.kind)
    .filter(({ isOwn }) => isOwn)
    .map(({ path }) => String(path[list.kind.parameter]));
  if (whole.ids.some((id) => own.includes(String(id)))) return false;
  const [first, second] = small.pages.map((page) => JSON.stringify(entriesOf(list, page)));
  const isLinked = linksOf(list.operation).some(
    ({ operationId }) => operationId === list.operation.operationId,
  );
  const sameSize = JSON.stringify(entriesOf(list, whole.pages[0])) === first;
  return !isLinked && sameSize && (second === undefined || second === first);
}

/** Checks that the same page has the same entries again. */
async function backToPage(
  context: RunContext,
  list: ListOf,
  path: PathValues,
  { size, pages: count }: { readonly size: string; readonly pages: number },
): Promise<void> {
  const again = await walk(context, list, "list again", {
    path,
    query: { [size]: smallPage },
    mostPages: Math.min(count, 3),
  });
  const once = await walk(context, list, "list again", {
    path,
    query: { [size]: smallPage },
    mostPages: Math.min(count, 3),
  });
  const found = context.parts.model.byId(list.operation.operationId);
  if (found === undefined || again === undefined || once === undefined || deepEqual(again.ids, once.ids))
    return;
  report(
    context,
    found.operation,
    { check: "pages-incomplete", place: "order", expected: "the same order again", got: "another" },
    [again.pages.at(-1), once.pages.at(-1)],
  );
}

/** Tests parameters with the name of a property: the list then has only entries with this value. */
async function filters(context: RunContext, list: ListOf, path: PathValues): Promise<void> {
  const { model } = context.parts;
  const found = model.byId(list.operation.operationId);
  if (found === undefined) return;
  const properties = model.schemas.properties(list.kind.schema);
  for (const { in: place, name } of list.operation.parameters) {
    if (place !== "query" || !Object.hasOwn(properties, name)) continue;
    const { enum: declared } = schemaOf(model.schemas, list.operation, name);
    const values = Array.isArray(declared) ? (declared as Json[]).slice(0, 4) : [];
    // Only entries with other values show that a filter is ignored.
    if (list.kind.collection === list.operation.path)
      for (const value of values.slice(0, 2))
        await createResource(context, list.kind, { more: { [name]: value } });
    for (const value of values) {
      const filtered = await walk(context, list, `filter by ${name}`, {
        path,
        query: { [name]: value },
        mostPages: 1,
      });
      const other = filtered?.entries.find((entry) => {
        const own = memberOf(entry, name);
        return own !== undefined && !deepEqual(own, value);
      });
      if (other === undefined || filtered === undefined) continue;
      const unfiltered = await walk(context, list, "list", { path, mostPages: 1 });
      if (unfiltered !== undefined && isStill(context, list, unfiltered, filtered)) continue;
      report(
        context,
        found.operation,
        {
          check: "filter-ignored",
          place: `query/${name}`,
          expected: `${name} ${JSON.stringify(value)}`,
          got: JSON.stringify(memberOf(other, name)),
        },
        filtered.pages,
      );
    }
  }
}

/** Returns path values for a list. */
function pathOf(context: RunContext, list: ListOf): PathValues | undefined {
  const names = parametersOf(list.operation.path);
  if (names.length === 0) return {};
  if (list.kind.collection === list.operation.path) return pathAbove(context, list.kind);
  const { knownResources, model } = context.parts;
  const kind = model.model.kinds
    .filter(({ template }) => list.operation.path.startsWith(`${template}/`))
    .sort((one, other) => other.template.length - one.template.length)[0];
  const resource = kind && (knownResources.of(kind).find(({ isOwn }) => isOwn) ?? knownResources.of(kind)[0]);
  return resource?.path;
}
