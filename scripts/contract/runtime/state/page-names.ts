// The meaning of pagination parameter and property names, for mocks and clients alike.

/** Parameters that take the position after the previous page. */
export const cursorNames =
  /^(cursor|page_?token|next_?token|after|starting_?after|since_?id|marker|continuation(_?token)?|page_?cursor|start_?cursor|last_?evaluated_?key|exclusive_?start_?key)$/i;
/** Of these, those that take the id of its last item. */
export const idNames = /^(starting_?after|since_?id|after_?id|marker)$/i;
export const offsetNames = /^(\$?skip|offset|start|start_?index|start_?at|from)$/i;
export const pageNames = /^(page|page_?(number|no|num|index)|p|current_?page|page\[number\])$/i;
/** Parameters for the page size. */
export const sizeNames =
  /^(\$?(limit|top)|size|count|(max_?)?page_?(size|limit)|page\[(size|limit)\]|batch_?size|((items|results|records)_?)?per_?page|max_?(results|items|records|keys))$/i;

/** Objects that hold the metadata of a page. */
export const nestedNames =
  /^(meta|metadata|pagination|paging|page|page_?info|links|_links|cursors?|response_?metadata)$/i;

/** The meanings of page properties. */
export type PageFactName =
  | "total"
  | "page"
  | "size"
  | "offset"
  | "pages"
  | "nextPage"
  | "previousPage"
  | "hasNext"
  | "hasPrevious"
  | "isLast"
  | "firstId"
  | "lastId"
  | "nextUrl"
  | "next"
  | "previous"
  | "self";

const numberFacts: readonly (readonly [PageFactName, RegExp])[] = [
  [
    "total",
    /^(total(count|items|results|elements|entries|records|rows|hits|size)?|totalhits|count|resultcount|numfound)$/,
  ],
  ["page", /^(page|pagenumber|currentpage|pageindex|number)$/],
  ["size", /^(perpage|limit|pagesize|size|itemsperpage)$/],
  ["offset", /^(offset|skip|start|startindex|startat)$/],
  ["pages", /^(pages|totalpages|pagecount|lastpage)$/],
  ["nextPage", /^nextpage$/],
  ["previousPage", /^(prev|previous)page$/],
];
const truthFacts: readonly (readonly [PageFactName, RegExp])[] = [
  ["hasNext", /^(hasmore|hasnext(page)?|more|truncated|istruncated|incomplete)$/],
  ["hasPrevious", /^(hasprev(ious)?(page)?)$/],
  ["isLast", /^(last|islast)$/],
];
const textFacts: readonly (readonly [PageFactName, RegExp])[] = [
  ["firstId", /^(firstid)$/],
  ["lastId", /^(lastid)$/],
  ["next", /^(next.*|cursor|after|endcursor)$/],
  ["previous", /^prev/],
];

/** Returns the meaning; undefined for a property that is not about pages. */
export function pageFactName(
  name: string,
  { types, format }: { readonly types: readonly unknown[]; readonly format: unknown },
): PageFactName | undefined {
  const plain = name.toLowerCase().replace(/[^a-z]/g, "");
  const isNumber = types.includes("integer") || types.includes("number");
  const table = isNumber ? numberFacts : types.includes("boolean") ? truthFacts : textFacts;
  const found = table.find(([, names]) => names.test(plain))?.[0];
  if (table !== textFacts) return found;
  const isUrl = format === "uri" || /url$|uri$|href$|link$/.test(plain);
  if (found === "next" && isUrl) return "nextUrl";
  return found ?? (/^(self|url)$/.test(plain) && isUrl ? "self" : undefined);
}
