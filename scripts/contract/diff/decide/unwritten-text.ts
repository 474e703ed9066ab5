// Describes which parts of a witness its sender would not send as shown, in text that every format prints.
import type { Witness } from "../comparison.ts";

/** Returns undefined if everything is written out, except for the part the witness itself is about. */
export function unwrittenText({ exchange: { request, response }, rejection }: Witness): string | undefined {
  const [first = ""] = rejection;
  const places = [
    ...(request.unwritten ?? []).map((place) => (response === undefined ? place : `the request's ${place}`)),
    ...(response?.unwritten ?? []),
  ].filter((place) => !first.startsWith(`${place} `));
  if (places.length === 0) return undefined;
  return `no value could be written down for ${places.join(", ")}, which the rest does not depend on`;
}
