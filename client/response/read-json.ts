// Parses the JSON of a response, with its date-times.
import { roundedInteger } from "../../generated/rounded-integer.ts";
import type { Operation } from "../operation.ts";
import { type CallSite, UnexpectedResponseError } from "./errors.ts";
import { reviveDates } from "./revive-dates.ts";

/** Parses the JSON of a response. For malformed JSON, the thrown error has a cause. */
export function readJson(
  text: string,
  site: CallSite,
  response: Response,
  dates: Operation["dates"],
): unknown {
  const rounded = roundedInteger(text);
  if (rounded)
    throw new UnexpectedResponseError(
      site,
      `${response.status} holds ${rounded}, too large for a number`,
      response,
    );
  try {
    const data: unknown = JSON.parse(text);
    return dates ? reviveDates(data, dates, response) : data;
  } catch (error) {
    throw new UnexpectedResponseError(site, `${response.status} is not JSON`, response, error);
  }
}
