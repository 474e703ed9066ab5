// Something wrong with one response, before it is known to be the first of its kind.
import type { Check } from "./checks.ts";

export interface Problem {
  readonly check: Check;
  /** Of the exchange: `body/name`, `200/body/senderPools/*`, `401/header/www-authenticate`. */
  readonly place: string;
  readonly expected: string;
  readonly got: string;
  /** Where the document says what was expected; the operation where it is left out. */
  readonly pointer?: string | undefined;
}
