// The few ways in which rules put a change into words.
import type { Json } from "../../document/document.ts";
import { isArray } from "../../document/pointer.ts";
import type { Action, Change } from "./rule.ts";

interface Description {
  readonly action: Action;
  readonly detail: string;
}

/** Any value, from what to what. */
export function changed({ base, head }: Change): Description {
  if (base === undefined) return { action: "added", detail: brief(head) };
  if (head === undefined) return { action: "removed", detail: brief(base) };
  return { action: "changed", detail: `${brief(base)} → ${brief(head)}` };
}

/** A number that went up or down. */
export function bound(change: Change): Description {
  const { base, head } = change;
  if (typeof base !== "number" || typeof head !== "number" || base === head) return changed(change);
  return { action: head > base ? "raised" : "lowered", detail: `${base} → ${head}` };
}

/** A set of values that gained or lost members. */
export function members({ base, head }: Change): Description {
  if (base === undefined || head === undefined) return changed({ base, head });
  const [before, after] = [listed(base), listed(head)];
  const gained = after.filter((value) => !before.includes(value));
  const lost = before.filter((value) => !after.includes(value));
  const detail = [...lost.map((value) => `−${value}`), ...gained.map((value) => `+${value}`)].join(" ");
  if (gained.length === 0 && lost.length > 0) return { action: "narrowed", detail };
  if (lost.length === 0 && gained.length > 0) return { action: "widened", detail };
  return { action: "changed", detail };
}

/** Something that is there or not, or says something else: too long to print. */
export function presence({ base, head }: Change): Description {
  if (base === undefined) return { action: "added", detail: "" };
  return { action: head === undefined ? "removed" : "changed", detail: "" };
}

/** A value in few words. */
export function brief(value: Json | undefined): string {
  if (value === undefined) return "";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function listed(value: Json): string[] {
  return (isArray(value) ? value : [value]).map((member) => brief(member));
}
