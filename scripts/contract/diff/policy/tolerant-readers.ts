// `--protect tolerant-readers`: readers are assumed to accept values they have not seen before.
import type { Draft } from "../decide/draft.ts";
import type { OpenApiDocument } from "../../document/document.ts";
import { parsePointer, resolvePointer, toPointer } from "../../document/pointer.ts";

/** Turns additional response values into notices, and everything that `x-extensible-enum` announces. */
export function tolerantReading(draft: Draft, base: OpenApiDocument): Draft {
  if (draft.verdict !== "breaking" || draft.side !== "response" || !isGainedValue(draft, base)) return draft;
  return { ...draft, verdict: "notice", reason: "a tolerant reader copes with values it has not seen" };
}

function isGainedValue({ rule, pointers }: Draft, base: OpenApiDocument): boolean {
  if (rule.id === "enum" || rule.id === "const") return true;
  if (pointers.base === undefined) return false;
  const holder = toPointer(parsePointer(pointers.base).slice(0, -1));
  return resolvePointer(base.root, `${holder}/x-extensible-enum`) !== undefined;
}
