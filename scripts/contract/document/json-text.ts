// Serializes JSON and prints every number exactly as its document writes it.
import { randomUUID } from "node:crypto";
import { ExactNumber } from "./exact-number.ts";

/**
 * Marks numbers until they are printed; random, so that no document can contain it. Created with the first
 * such number, because most documents have none.
 */
let mark: string | undefined;

/** `JSON.stringify` that prints an `ExactNumber` as a number. */
export function jsonText(value: unknown, indent?: number): string {
  const kept: ExactNumber[] = [];
  const text = JSON.stringify(
    value,
    function keep(this: Record<string, unknown>, name: string, member: unknown): unknown {
      // The replacer receives the value after `toJSON`, which is already a string.
      const { [name]: own } = this;
      if (!(own instanceof ExactNumber)) return member;
      kept.push(own);
      return (mark ??= randomUUID()) + own.text;
    },
    indent,
  );
  return mark === undefined || kept.length === 0
    ? text
    : text.replace(new RegExp(`"${mark}([^"]*)"`, "g"), "$1");
}
