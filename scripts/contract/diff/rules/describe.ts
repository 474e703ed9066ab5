// The shared forms in which rules describe a change.
import type { Json } from "../../document/document.ts";
import { isNumeric } from "../../document/exact-number.ts";
import { jsonText } from "../../document/json-text.ts";
import { child, isArray, isObject } from "../../document/pointer.ts";
import { compare, rationalOf } from "../../containment/rational.ts";
import type { Action, Change } from "./rule.ts";

interface Description {
  readonly action: Action;
  readonly detail: string;
}

/** Describes any change as old and new value. */
export function changed({ base, head }: Change): Description {
  if (base === undefined) return { action: "added", detail: brief(head) };
  if (head === undefined) return { action: "removed", detail: brief(base) };
  return { action: "changed", detail: `${brief(base)} → ${brief(head)}` };
}

/** Describes a number that was raised or lowered. */
export function bound(change: Change): Description {
  const { base, head } = change;
  if (!isNumeric(base) || !isNumeric(head) || base === head) return changed(change);
  const order = compare(rationalOf(head), rationalOf(base));
  return { action: order > 0 ? "raised" : "lowered", detail: `${String(base)} → ${String(head)}` };
}

/** Describes a set of values that gained or lost members. */
export function members({ base, head }: Change): Description {
  if (base === undefined || head === undefined) return changed({ base, head });
  const [before, after] = [listed(base), listed(head)];
  const gained = [...after].filter((value) => !before.has(value));
  const lost = [...before].filter((value) => !after.has(value));
  const detail = [...signed("−", lost), ...signed("+", gained)].join(" ");
  if (gained.length === 0 && lost.length > 0) return { action: "narrowed", detail };
  if (lost.length === 0 && gained.length > 0) return { action: "widened", detail };
  return { action: "changed", detail };
}

/** Describes something that was added, removed or changed, and is too long to print. */
export function presence({ base, head }: Change): Description {
  if (base === undefined) return { action: "added", detail: "" };
  return { action: head === undefined ? "removed" : "changed", detail: "" };
}

const longest = 60;
/** Maximum number of listed members of each kind. */
const mostMembers = 20;

/** Returns a short text of a value. */
export function brief(value: Json | undefined): string {
  if (value === undefined) return "";
  const text = typeof value === "string" ? value : beginningOf(value, longest + 1);
  return text.length > longest ? `${text.slice(0, longest - 3)}…` : text;
}

/** Returns up to `length` characters of a value's JSON text, however large or deep the value is. */
function beginningOf(value: Json, length: number): string {
  if (!isArray(value) && !isObject(value)) {
    return jsonText(typeof value === "string" ? value.slice(0, length) : value);
  }
  const isList = isArray(value);
  let text = isList ? "[" : "{";
  for (const name of Object.keys(value)) {
    if (text.length > length) return text;
    const member = child(value, name) ?? null;
    const before = (text.length > 1 ? "," : "") + (isList ? "" : `${JSON.stringify(name)}:`);
    text += before + beginningOf(member, length - text.length - before.length);
  }
  return `${text}${isList ? "]" : "}"}`;
}

function listed(value: Json): ReadonlySet<string> {
  return new Set((isArray(value) ? value : [value]).map((member) => brief(member)));
}

function signed(sign: string, values: readonly string[]): string[] {
  const shown = values.slice(0, mostMembers).map((value) => `${sign}${value}`);
  return values.length > mostMembers ? [...shown, `${sign}… (${values.length})`] : shown;
}
