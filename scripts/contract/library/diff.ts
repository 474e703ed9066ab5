// `…/diff`: the effects of a change of an OpenAPI document on the API's clients, with a proof for each
// breaking change.
import { compareWithCallers } from "../diff/compare-sides.ts";
import type { Comparison, CompareOptions } from "../diff/comparison.ts";
import { asWritten } from "../diff/side-location.ts";
import { type GivenDocument, readGiven, type ReadingOptions } from "./given-document.ts";

export type {
  Comparison,
  CompareOptions,
  Counts,
  ExchangeSide,
  Finding,
  FindingLocation,
  Protection,
  Verdict,
  Witness,
} from "../diff/comparison.ts";
export type { Json, JsonObject, SourceLocation } from "../document/document.ts";
export type { Credential, Exchange, HttpBody, HttpRequest, HttpResponse } from "../exchange/http.ts";
export type { GivenDocument, ReadingOptions } from "./given-document.ts";

/** Options for reading and comparing. */
export interface DiffOptions extends CompareOptions, ReadingOptions {}

/**
 * Compares two documents by containment: every request of base's clients must be accepted under head, and
 * every response under head must be allowed by base. Each finding whose verdict is `breaking` carries one
 * exchange, confirmed on both sides.
 *
 * Rejects with an error with `place` and `fix` if one of the documents cannot be read.
 *
 * @example
 * const { findings, counts } = await diff("HEAD~1:openapi.yaml", "openapi.yaml");
 * for (const { verdict, operation, place, witness } of findings) console.log(verdict, operation, place, witness?.rejection);
 */
export async function diff(
  base: GivenDocument,
  head: GivenDocument,
  options: DiffOptions = {},
): Promise<Comparison> {
  const [before, after] = await Promise.all([
    readGiven(base, options, asWritten),
    readGiven(head, options, asWritten),
  ]);
  return compareWithCallers({ before, after }, options);
}
