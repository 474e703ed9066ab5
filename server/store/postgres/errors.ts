// What PostgreSQL and the way to it can say, as far as the store cares.
import { DatabaseError } from "pg";
import { StoreUnavailableError } from "../store.ts";

/**
 * Classes and codes of SQLSTATE that tell of the server's condition and not of what was asked: it can pass, and the request can be repeated.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const conditions = [
  "080", // connection exception, but for 08P01, a mistake of the program
  "25006", // read-only: the other side of a failover
  "25P03", // idle in a transaction for too long: this process stood still
  "40", // rolled back: serialization failure, deadlock
  "53", // insufficient resources: disk full, too many connections
  "55P03", // lock timeout
  "57", // shut down, restarting, statement timeout
  "58", // system error
];

/** Failures that say: the same transaction may well succeed when it is run again at once. */
const transient = ["40001", "40P01"];

/** Whether the server has answered that it cannot run this; otherwise the way to the server is cut, and nothing is known. */
function isAnswer(error: unknown): error is DatabaseError & { readonly code: string } {
  return error instanceof DatabaseError && error.code !== undefined;
}

/** Whether running the same transaction again at once is what the server asks for. */
export function isTransient(error: unknown): boolean {
  return isAnswer(error) && transient.includes(error.code);
}

/** Whether one of several writes is to blame, so that the others may be done without it. */
export function isAboutOneWrite(error: unknown): boolean {
  return isAnswer(error) && (error.code === "55P03" || !isCondition(error));
}

/** Node and `pg` report a cut connection as a plain `Error` (or several as one); these are mistakes in the program. */
const mistakes = [TypeError, RangeError, ReferenceError, SyntaxError];

/** What a caller of the store gets to see of an error that came from a query or from connecting. */
export function asStoreError(error: unknown): unknown {
  if (error instanceof StoreUnavailableError || mistakes.some((kind) => error instanceof kind)) return error;
  if (isAnswer(error) && !isCondition(error)) return error;
  return new StoreUnavailableError(`PostgreSQL cannot be used now: ${errorText(error)}`, { cause: error });
}

/** One line. Node gives an error without a message when several addresses refused (`AggregateError`). */
export function errorText(error: unknown): string {
  if (error instanceof AggregateError && error.message === "") return error.errors.map(errorText).join("; ");
  return error instanceof Error ? error.message : String(error);
}

function isCondition({ code }: { readonly code: string }): boolean {
  return conditions.some((condition) => code.startsWith(condition));
}
