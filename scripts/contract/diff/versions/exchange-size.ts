// The size of a witness for a reader, to select the smallest of many.
import type { Witness } from "../comparison.ts";
import type { HttpBody } from "../../exchange/http.ts";

/** Returns the number of characters of an exchange; more than any exchange if there is no witness. */
export function exchangeSize(witness: Witness | undefined): number {
  if (witness === undefined) return Infinity;
  const { request, response } = witness.exchange;
  return (
    request.method.length +
    request.target.length +
    messageSize(request) +
    (response === undefined ? 0 : messageSize(response))
  );
}

function messageSize({
  headers,
  body,
}: {
  readonly headers: readonly (readonly [string, string])[];
  readonly body?: HttpBody;
}): number {
  const fields = headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  return fields + (body?.text.length ?? 0);
}
