// JSON text that keeps every number as its document writes it.
import { randomUUID } from "node:crypto";
import { ExactNumber } from "./exact-number.ts";

/** Around numbers until they are written out; no document can hold it. */
const mark = randomUUID();
const marked = new RegExp(`"${mark}([^"]*)"`, "g");

/** `JSON.stringify`, and numbers that no double says are numbers, too. */
export function jsonText(value: unknown, indent?: number): string {
  const kept: ExactNumber[] = [];
  const text = JSON.stringify(
    value,
    function keep(this: Record<string, unknown>, name: string, member: unknown): unknown {
      // What the replacer is handed has become a text already.
      const { [name]: own } = this;
      if (!(own instanceof ExactNumber)) return member;
      kept.push(own);
      return mark + own.text;
    },
    indent,
  );
  return kept.length > 0 ? text.replace(marked, "$1") : text;
}
