// Errors that end a request with a problem document.
import { HttpError, type RequestProblem } from "../../generated/boundary.ts";
import type { components } from "../../generated/types.ts";
import { StoreUnavailableError } from "../store/store.ts";
import type { Log } from "../system/log.ts";
import { errorKind, type ErrorName, errorOfStatus } from "./errors.ts";
import { countProblems } from "./problem.ts";

/** One error of a request, as the contract lists it. */
export type ProblemError = components["schemas"]["ProblemError"];

interface ApiProblemOptions {
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
 * @example throw new ApiProblem("notFound", { detail: "The sender pool does not exist." });
 */
export class ApiProblem extends HttpError {
  override readonly name = "ApiProblem";
  readonly kind: ErrorName;
  declare readonly errors: readonly ProblemError[];

  constructor(kind: ErrorName, options: ApiProblemOptions = {}) {
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
 * Converts any thrown value to an `ApiProblem`, and logs errors that are the server's own.
 *
 * @param exchange  the log fields that identify the request
 */
export function problemFromError(
  error: unknown,
  log: Log,
  exchange: Readonly<Record<string, string | undefined>>,
): ApiProblem {
  if (error instanceof ApiProblem) return error;
  const known = error instanceof HttpError ? problemFromBoundary(error) : undefined;
  if (known !== undefined) return known;
  if (error instanceof StoreUnavailableError) {
    log.warn({ ...exchange, reason: error.message }, "the store cannot be reached");
    return new ApiProblem("unavailable", { cause: error });
  }
  log.error({ ...exchange, err: error }, "a request failed");
  return new ApiProblem("internal", { cause: error });
}

/**
 * Converts an error of the generated server to the catalogue's; undefined if it is not the request's fault.
 */
function problemFromBoundary(error: HttpError): ApiProblem | undefined {
  const kind = errorOfStatus(error.statusCode);
  const { message: detail, cause } = error;
  switch (kind) {
    case undefined:
    case "internal":
      return undefined;
    case "unauthorized":
      // Which of the account's credentials failed is not disclosed.
      return new ApiProblem(kind, { cause: error });
    case "invalid": {
      const errors = error.errors.map(problemOfContract);
      return new ApiProblem(kind, {
        detail: errors.length === 0 ? detail : countProblems(errors.length),
        errors,
        cause,
      });
    }
    default:
      return new ApiProblem(kind, { detail, headers: plainFields(error.headers), cause });
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
