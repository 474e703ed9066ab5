// Loops over the members of a value.
import { type Code, emit } from "../../code.ts";
import type { SchemaCode } from "./schema-code.ts";

/**
 * An array or object may have a million wrong members: after this many errors, nobody looks at the rest. A schema that is
 * tried counts its own: were it left because others have failed before it, it would seem to hold.
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
    // A loop that does nothing is none.
    if (code.length === before) code.dropAfter(inside);
  });
}
