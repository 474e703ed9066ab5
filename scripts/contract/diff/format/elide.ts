// Shortens values for display: long repetitive parts are replaced by their length.
import type { Json } from "../../document/document.ts";
import { jsonText } from "../../document/json-text.ts";
import { isArray, isObject } from "../../document/pointer.ts";

const longestString = 40;
const longestArray = 60;
const mostMembers = 12;

/** Returns JSON in which long strings become `aaaa…(129)` and long arrays `[1,2,3,…(1001)]`. */
export function elidedJson(value: Json): string {
  if (typeof value === "string") return JSON.stringify(elidedString(value));
  if (isArray(value)) {
    const shown = shownItems(value.map(elidedJson));
    return `[${[...shown, ...(shown.length < value.length ? [`…(${value.length})`] : [])].join(",")}]`;
  }
  if (!isObject(value)) return jsonText(value);
  const members = Object.entries(value);
  const shown = members.slice(0, members.length > mostMembers ? mostMembers - 4 : members.length);
  const texts = shown.map(
    ([name, member]) => `${JSON.stringify(elidedString(name))}:${elidedJson(member ?? null)}`,
  );
  return `{${[...texts, ...(shown.length < members.length ? [`…(${members.length})`] : [])].join(",")}}`;
}

/** Returns all items of a short array, or the first few of a long one that fit in a line. */
function shownItems(items: readonly string[]): readonly string[] {
  if (items.join().length <= longestArray) return items;
  return items.slice(
    0,
    Math.max(
      1,
      items.findIndex((_, index) => items.slice(0, index + 1).join().length > longestArray),
    ),
  );
}

/**
 * Returns JSON no wider than `width` if possible: of a value that is too long, only the path to `focus` is
 * kept.
 *
 * @param focus the names and indices of the path to the relevant part
 */
export function focusedJson(value: Json, focus: readonly string[], width: number): string {
  const whole = elidedJson(value);
  return whole.length <= width ? whole : along(value, focus);
}

function along(value: Json, [step, ...rest]: readonly string[]): string {
  if (step === undefined || typeof value !== "object" || value === null) return elidedJson(value);
  if (isArray(value)) {
    const item = value[Number(step)];
    if (item === undefined) return elidedJson(value);
    const [before, after] = [Number(step) > 0 ? "…," : "", Number(step) < value.length - 1 ? ",…" : ""];
    return `[${before}${along(item, rest)}${after}]`;
  }
  if (!isObject(value)) return elidedJson(value);
  const member = Object.hasOwn(value, step) ? value[step] : undefined;
  if (member === undefined) return elidedJson(value);
  const others = Object.keys(value).length > 1 ? ",…" : "";
  return `{${JSON.stringify(elidedString(step))}:${along(member, rest)}${others}}`;
}

/** Returns `aaaa…(129)`; lengths count code points. */
export function elidedString(text: string): string {
  const characters = Array.from(text);
  if (characters.length <= longestString) return text;
  return `${characters.slice(0, 4).join("")}…(${characters.length})`;
}

/** Returns a URL whose long runs of one character are replaced by their length. */
export function elidedUrl(url: string): string {
  return url.replaceAll(/(.)\1{15,}/g, (run, one: string) => `${one.repeat(4)}…(${run.length})`);
}

/** Returns text cut to a width, with an ellipsis if something was removed. */
export function cut(text: string, width: number): string {
  const characters = Array.from(text);
  return characters.length <= width ? text : `${characters.slice(0, Math.max(0, width - 1)).join("")}…`;
}

/**
 * Returns a text without its middle, with the number of removed characters. Counts code points, so that no
 * character is split.
 */
export function elided(text: string, limit: number): string {
  const points = Array.from(text);
  if (points.length <= limit) return text;
  const kept = Math.floor(limit / 2);
  return `${points.slice(0, kept).join("")}…(${points.length - 2 * kept} characters)…${points.slice(-kept).join("")}`;
}
