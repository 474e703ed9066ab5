// One request to try: of which operation, what is particular about it, and what is expected of the response.
import type { Json } from "../../document/document.ts";
import type { ApiContent, ApiOperation } from "../../exchange/api.ts";
import type { MediaRange } from "../../exchange/media-range.ts";
import type { Constraint } from "./constraint.ts";

/**
 * - `accepted`: the document says that the request is right.
 * - `refused`: it says that it is wrong, for one reason.
 * - `unauthorized`: the credentials are missing or wrong.
 * - `no-method`: the path does not have the method.
 */
export type Expectation = "accepted" | "refused" | "unauthorized" | "no-method";

/** A body: a value in a media type, or a text that stands for none. */
export interface CaseBody {
  readonly content: ApiContent;
  readonly media: MediaRange;
  readonly value: Json;
  /** What is sent in place of the value's own text. */
  readonly text?: string;
}

export interface Case {
  readonly operation: ApiOperation;
  readonly expects: Expectation;
  /** What the case is about: `body/name`, `query/pageSize`, `credentials`, `method`. */
  readonly place: string;
  readonly what: string;
  /** What it tries: the one that is broken, or all whose corner its value is. More may come to be known later. */
  readonly constraints: readonly Constraint[];
  /** Values of parameters by `place/name`; undefined leaves one out. The rest is filled in where it is required. */
  readonly parameters: ReadonlyMap<string, Json | undefined>;
  /** `null`: none. Left out: the smallest, where one is required. */
  readonly body?: CaseBody | null;
  /** In place of the operation's. */
  readonly method?: string;
  readonly headers?: readonly (readonly [string, string])[];
  /** Written behind the query, as it is. */
  readonly moreQuery?: string;
  /** Which of the operation's alternatives is shown, by its position; or none, made-up ones, or the right ones but for a character. */
  readonly credentials?: number | "none" | "wrong" | "nearly";
}

/** What a case is about, in the name that findings have for its place: without positions in lists. */
export function locationOf({ place }: Pick<Case, "place">): string {
  return place.replaceAll(/\/\d+(?=\/|$)/g, "/*");
}

/** How a parameter is named in cases. */
export function parameterKey({ place, name }: { readonly place: string; readonly name: string }): string {
  return `${place}/${name}`;
}
