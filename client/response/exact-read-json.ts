// Parses the JSON of a response without rounding integers. Takes the place of `read-json.ts` in packages that
// are generated with `--int64 bigint` or `--int64 string`.
import type { Operation } from "../operation.ts";
import { type CallSite, UnexpectedResponseError } from "./errors.ts";
import { parseExactly } from "./exact-integers.ts";

/** Parses the JSON of a response. For malformed JSON, the thrown error has a cause. */
export function readJson(
  text: string,
  site: CallSite,
  response: Response,
  dates: Operation["dates"],
): unknown {
  const failed = (problem: string, cause?: unknown): Error =>
    new UnexpectedResponseError(site, `${response.status} ${problem}`, response, cause);
  let parsed: ReturnType<typeof parseExactly>;
  try {
    parsed = parseExactly(text, dates, response);
  } catch (error) {
    throw failed("is not JSON", error);
  }
  if (parsed.rounded !== undefined) throw failed(`holds ${parsed.rounded}, too large for a number`);
  return parsed.value;
}
