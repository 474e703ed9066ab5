// Shortens values for people: what is long and dull is said by its length.
import type { Json } from "../../document/document.ts";
import { isArray, isObject } from "../../document/pointer.ts";

const longestString = 40;
const mostItems = 4;

/** JSON in which long strings become `aaaa…(129)` and long arrays `[1,2,3,4,…(1001)]`. */
export function elidedJson(value: Json): string {
  if (typeof value === "string") return JSON.stringify(elidedString(value));
  if (isArray(value)) {
    const shown = value.slice(0, value.length > mostItems + 1 ? mostItems : value.length).map(elidedJson);
    return `[${[...shown, ...(shown.length < value.length ? [`…(${value.length})`] : [])].join(",")}]`;
  }
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value);
  const shown = members.slice(0, members.length > mostItems * 3 ? mostItems * 2 : members.length);
  const texts = shown.map(
    ([name, member]) => `${JSON.stringify(elidedString(name))}:${elidedJson(member ?? null)}`,
  );
  return `{${[...texts, ...(shown.length < members.length ? [`…(${members.length})`] : [])].join(",")}}`;
}

/** `aaaa…(129)`; lengths count code points. */
export function elidedString(text: string): string {
  const characters = Array.from(text);
  if (characters.length <= longestString) return text;
  return `${characters.slice(0, 4).join("")}…(${characters.length})`;
}

/** A URL whose long runs of one character are said by their length. */
export function elidedUrl(url: string): string {
  return url.replaceAll(/(.)\1{15,}/g, (run, one: string) => `${one.repeat(4)}…(${run.length})`);
}

/** Text cut to a width, with an ellipsis where something is missing. */
export function cut(text: string, width: number): string {
  const characters = Array.from(text);
  return characters.length <= width ? text : `${characters.slice(0, Math.max(0, width - 1)).join("")}…`;
}
