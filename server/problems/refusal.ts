// Errors that end a request with a problem document.
import { HttpError, type RequestProblem } from "../../generated/boundary.ts";
import type { components } from "../../generated/types.ts";
import { StoreUnavailableError } from "../store/store.ts";
import type { Log } from "../system/log.ts";
import { errorKind, type ErrorName, errorOfStatus } from "./errors.ts";
import { countProblems } from "./problem.ts";

/** One error of a request, as the contract lists it. */
export type ProblemError = components["schemas"]["ProblemError"];

interface RefusalOptions {
  /** Describes the error and its remedy; the catalogue's text by default. */
  readonly detail?: string;
  readonly errors?: readonly ProblemError[];
  /** Header fields that belong to this error, such as `Retry-After` (seconds). */
  readonly headers?: Readonly<Record<string, string | number>>;
  readonly cause?: unknown;
}

/**
 * Ends a request with an error of the catalogue.
 *
 * @example throw new Refusal("notFound", { detail: "The sender pool does not exist." });
 */
export class Refusal extends HttpError {
  override readonly name = "Refusal";
  readonly kind: ErrorName;
  declare readonly errors: readonly ProblemError[];

  constructor(kind: ErrorName, options: RefusalOptions = {}) {
    const { status, detail, headers } = errorKind(kind);
    super(status, options.detail ?? detail, {
      errors: options.errors ?? [],
      headers: { ...headers, ...options.headers },
      cause: options.cause,
    });
    this.kind = kind;
  }
}

/**
 * Converts any thrown value to a `Refusal`, and logs errors that are the server's own.
 *
 * @param exchange  the log fields that identify the request
 */
export function refusalOf(
  error: unknown,
  log: Log,
  exchange: Readonly<Record<string, string | undefined>>,
): Refusal {
  if (error instanceof Refusal) return error;
  const known = error instanceof HttpError ? refusalOfBoundary(error) : undefined;
  if (known !== undefined) return known;
  if (error instanceof StoreUnavailableError) {
    log.warn({ ...exchange, reason: error.message }, "the store cannot be reached");
    return new Refusal("unavailable", { cause: error });
  }
  log.error({ ...exchange, err: error }, "a request failed");
  return new Refusal("internal", { cause: error });
}

/**
 * Converts an error of the generated server to the catalogue's; undefined if it is not the request's fault.
 */
function refusalOfBoundary(error: HttpError): Refusal | undefined {
  const kind = errorOfStatus(error.statusCode);
  const { message: detail, cause } = error;
  switch (kind) {
    case undefined:
    case "internal":
      return undefined;
    case "unauthorized":
      // Which of the account's credentials failed is not disclosed.
      return new Refusal(kind, { cause: error });
    case "invalid": {
      const errors = error.errors.map(problemOfContract);
      return new Refusal(kind, {
        detail: errors.length === 0 ? detail : countProblems(errors.length),
        errors,
        cause,
      });
    }
    default:
      return new Refusal(kind, { detail, headers: plainFields(error.headers), cause });
  }
}

/** Converts a problem to the contract's schema, which has no location for cookies. */
function problemOfContract({ in: place, name = "", pointer = "", detail }: RequestProblem): ProblemError {
  if (place === "body") return { in: place, pointer, detail };
  return { in: place === "path" || place === "query" ? place : "header", name, detail };
}

function plainFields(fields: HttpError["headers"]): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value]),
  );
}
