// What is thrown when a request is not answered as asked: it ends as a problem document.
import type { components } from "../../generated/types.ts";
import { errorKind, type ErrorName } from "./errors.ts";

/** One thing that is wrong with a request, as the contract lists it. */
export type ProblemError = components["schemas"]["ProblemError"];

interface RefusalOptions {
  /** What went wrong here and what to do; the catalogue's sentence by default. */
  readonly detail?: string;
  readonly errors?: readonly ProblemError[];
  /** Header fields that belong to this error, such as `Retry-After` (seconds). */
  readonly headers?: Readonly<Record<string, string | number>>;
  readonly cause?: unknown;
}

/**
 * Ends a request with an error of the catalogue.
 *
 * @example throw new Refusal("notFound", { detail: "There is no such sender pool." });
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly kind: ErrorName;
  readonly errors: readonly ProblemError[];
  readonly headers: Readonly<Record<string, string | number>>;

  constructor(kind: ErrorName, options: RefusalOptions = {}) {
    super(options.detail ?? errorKind(kind).detail, { cause: options.cause });
    this.kind = kind;
    this.errors = options.errors ?? [];
    this.headers = { ...errorKind(kind).headers, ...options.headers };
  }
}
