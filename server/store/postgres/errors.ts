// Classifies errors of PostgreSQL and of the connection to it, as far as the store needs it.
import { DatabaseError } from "pg";
import { StoreUnavailableError } from "../store.ts";

/**
 * Classes and codes of SQLSTATE that report a temporary condition of the server and not an error of the
 * query, so the request can be retried.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const conditions = [
  "080", // connection exception, except 08P01, an error of the program
  "25006", // read-only: the other side of a failover
  "25P03", // idle in a transaction for too long: this process was stalled
  "40", // rolled back: serialization failure, deadlock
  "53", // insufficient resources: disk full, too many connections
  "55P03", // lock timeout
  "57", // shut down, restarting, statement timeout
  "58", // system error
];

/** Codes of failures after which the same transaction may succeed if it is run again at once. */
const transient = ["40001", "40P01"];

/**
 * True if the server has responded with an error; otherwise the connection failed and the outcome is unknown.
 */
function isResponse(error: unknown): error is DatabaseError & { readonly code: string } {
  return error instanceof DatabaseError && error.code !== undefined;
}

/** True if the same transaction should be retried at once. */
export function isTransient(error: unknown): boolean {
  return isResponse(error) && transient.includes(error.code);
}

/** True if one of several writes caused the error, so that the others may succeed without it. */
export function isAboutOneWrite(error: unknown): boolean {
  return isResponse(error) && (error.code === "55P03" || !isCondition(error));
}

/**
 * Errors of the program. A lost connection, in contrast, is reported by Node and `pg` as a plain `Error` (or
 * an `AggregateError`).
 */
const mistakes = [TypeError, RangeError, ReferenceError, SyntaxError];

/** Converts an error of a query or of connecting to the error that the store's caller gets. */
export function asStoreError(error: unknown): unknown {
  if (error instanceof StoreUnavailableError || mistakes.some((kind) => error instanceof kind)) return error;
  if (isResponse(error) && !isCondition(error)) return error;
  return new StoreUnavailableError(`PostgreSQL cannot be used now: ${errorText(error)}`, { cause: error });
}

/**
 * The message of an error on one line. Node's `AggregateError`, for several addresses that refused a
 * connection, has no message of its own.
 */
export function errorText(error: unknown): string {
  if (error instanceof AggregateError && error.message === "") return error.errors.map(errorText).join("; ");
  return error instanceof Error ? error.message : String(error);
}

function isCondition({ code }: { readonly code: string }): boolean {
  return conditions.some((condition) => code.startsWith(condition));
}
