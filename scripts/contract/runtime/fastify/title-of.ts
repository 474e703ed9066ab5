// Reason phrases.
import { STATUS_CODES } from "node:http";
import type { HttpError } from "../boundary/problem.ts";

/** Returns the reason phrase of an error's status. */
export function titleOf({ statusCode }: Pick<HttpError, "statusCode">): string {
  return STATUS_CODES[statusCode] ?? "Error";
}
