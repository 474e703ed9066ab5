// Where the body of a page has its metadata: the next token, the total, whether there are more pages.
import { nestedNames, type PageFactName, pageFactName } from "./page-names.ts";
import type { Schemas } from "./schemas.ts";

/**
 * Returns the pointers of a page's metadata: `next` → `/meta/next`. `count` is not a total, since it may
 * count only the items of the page.
 */
export function pagePointers(
  schemas: Schemas,
  schema: unknown,
  above: readonly string[] = [],
): Map<PageFactName, string> {
  const found = new Map<PageFactName, string>();
  for (const [name, node] of Object.entries(schemas.properties(schema))) {
    const { type, format } = schemas.follow(node);
    const at = [...above, name];
    const fact = pageFactName(name, { types: [type].flat(), format });
    const isDoubtful = fact === "total" && !/^(total|numfound)/i.test(name);
    if (nestedNames.test(name) && above.length < 3 && Object.keys(schemas.properties(node)).length > 0)
      for (const [inner, place] of pagePointers(schemas, node, at))
        found.set(inner, found.get(inner) ?? place);
    else if (fact !== undefined && !isDoubtful && type !== undefined)
      found.set(fact, found.get(fact) ?? pointerOf(at));
  }
  return found;
}

export function pointerOf(place: readonly string[]): string {
  return `/${place.map((key) => key.replaceAll("~", "~0").replaceAll("/", "~1")).join("/")}`;
}
