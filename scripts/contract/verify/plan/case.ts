// A test case: the operation, the tested property and the expected response.
import type { Json } from "../../document/document.ts";
import type { ApiContent, ApiOperation } from "../../exchange/api.ts";
import type { MediaRange } from "../../exchange/media-range.ts";
import type { Check } from "../judge/checks.ts";
import type { Constraint } from "./constraint.ts";

/**
 * - `accepted`: the request is valid by the document.
 * - `refused`: it is invalid for exactly one reason.
 * - `unauthorized`: the credentials are missing or wrong.
 * - `no-method`: the path does not have the method.
 */
export type Expectation = "accepted" | "refused" | "unauthorized" | "no-method";

/** A request body: a value with a media type, or text that cannot be parsed as one. */
export interface CaseBody {
  readonly content: ApiContent;
  readonly media: MediaRange;
  readonly value: Json;
  /** Text to send instead of the serialised value. */
  readonly text?: string;
  /** Bytes to send instead of the text. */
  readonly bytes?: Uint8Array;
}

/**
 * One planned request. A body `{ "name": "" }` for `minLength: 1`, for example:
 *
 * @example { expects: "refused", place: "body/name", what: "0 characters", constraints: [minLength], … }
 */
export interface Case {
  readonly operation: ApiOperation;
  readonly expects: Expectation;
  /** Location that the case tests: `body/name`, `query/pageSize`, `credentials`, `method`. */
  readonly place: string;
  /** What is special about the value there: `0 characters`, `an unknown property`; empty if nothing is. */
  readonly what: string;
  /**
   * Constraints that the case tests: in a rejected request the violated one, in an accepted request every one
   * whose bound the value reaches. A later equal value adds its constraint here instead of a second case.
   */
  readonly constraints: readonly Constraint[];
  /** Values of parameters by `place/name`; undefined omits one. Other required parameters are filled in. */
  readonly parameters: ReadonlyMap<string, Json | undefined>;
  /** `null`: no body. Omitted: the smallest value, if a body is required. */
  readonly body?: CaseBody | null;
  /** The check that acceptance of a `refused` request violates. Default: `accepts-invalid`. */
  readonly violates?: Check;
  /** Method instead of the operation's. */
  readonly method?: string;
  readonly headers?: readonly (readonly [string, string])[];
  /** Text appended to the query verbatim. */
  readonly moreQuery?: string;
  /**
   * Index of the operation's security alternative whose credentials are sent; by default the first. Or
   * `none`; `wrong`: generated ones; `nearly`: the right ones with another last character.
   */
  readonly credentials?: number | "none" | "wrong" | "nearly";
}

/** Returns the location that a case tests, in the form that findings use: without array indices. */
export function locationOf({ place }: Pick<Case, "place">): string {
  return place.replaceAll(/\/\d+(?=\/|$)/g, "/*");
}

/** Returns the key of a parameter in cases. */
export function parameterKey({ place, name }: { readonly place: string; readonly name: string }): string {
  return `${place}/${name}`;
}
