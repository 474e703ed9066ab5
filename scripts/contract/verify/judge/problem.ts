// A problem of one response, before it is deduplicated.
import type { Check } from "./checks.ts";

/**
 * One violation in one response.
 *
 * @example { check: "response-body", place: "200/body/name", expected: "string", got: "42" }
 */
export interface Problem {
  readonly check: Check;
  /** Location in the exchange: `body/name`, `200/body/senderPools/*`, `401/header/www-authenticate`. */
  readonly place: string;
  readonly expected: string;
  readonly got: string;
  /** Pointer to the violated rule in the document. Default: the operation. */
  readonly pointer?: string | undefined;
}
