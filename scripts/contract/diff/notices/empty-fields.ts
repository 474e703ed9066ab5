// Notices of fields without a value, which both sides of a comparison read as empty.
import { parsePointer } from "../../document/pointer.ts";
import type { Draft } from "../decide/draft.ts";
import type { Context } from "../decide/context.ts";
import { ruleOf } from "../rules/table.ts";

/** Returns one notice for each location, whichever document it is in. */
export function emptyFields({ base, head }: Context): Draft[] {
  const [before, after] = [base, head].map(({ document }) => new Set(document.emptied));
  return [...new Set([...(before ?? []), ...(after ?? [])])].map((pointer) => {
    const [inBase, inHead] = [before?.has(pointer) === true, after?.has(pointer) === true];
    return {
      verdict: "notice",
      side: "request",
      place: parsePointer(pointer).join("/"),
      part: "body",
      rule: ruleOf("empty-field"),
      change: { base: inBase ? true : undefined, head: inHead ? true : undefined },
      pointers: { base: inBase ? pointer : undefined, head: inHead ? pointer : undefined },
    };
  });
}
