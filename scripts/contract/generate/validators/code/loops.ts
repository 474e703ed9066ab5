// Loops over the members of a value.
import { type Code, emit } from "../../code.ts";
import type { SchemaCode } from "./schema-code.ts";

/**
 * Maximum number of errors per schema: an array or object may have a million invalid members, and the rest is
 * not checked. A schema that is tried counts its own errors: if it stopped because of earlier errors, it
 * would seem to be satisfied.
 */
export const errorLimit = 100;

/** Writes a loop over the keys of an object. */
export function forKeys({ is }: SchemaCode, body: (key: Code) => void): void {
  const { code, data } = is;
  const key = code.name(emit`key`);
  bounded(is, emit`for (const ${key} in ${data}) {`, () => {
    body(key);
  });
}

/** Writes a loop over the items of an array. */
export function forItems({ is }: SchemaCode, from: number | Code, body: (index: Code) => void): void {
  const { code, data } = is;
  const index = code.name(emit`i`);
  bounded(is, emit`for (let ${index} = ${from}; ${index} < ${data}.length; ${index}++) {`, () => {
    body(index);
  });
}

function bounded({ code, failures }: SchemaCode["is"], head: Code, body: () => void): void {
  code.block(head, () => {
    const inside = code.length;
    const { list } = failures;
    if (list !== undefined)
      code.lineIf(emit`${list} !== null && ${list}.length > ${errorLimit}`, emit`break;`);
    const before = code.length;
    body();
    // An empty loop is dropped.
    if (code.length === before) code.dropAfter(inside);
  });
}
