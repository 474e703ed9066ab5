// Calls an operation in a sequence: with given values, known existing values, and the smallest values for the
// rest.
import type { Json } from "../../document/document.ts";
import type { ApiOperation } from "../../exchange/api.ts";
import { buildRequest } from "../plan/build-request.ts";
import { parameterKey } from "../plan/case.ts";
import type { Sent } from "../send/sender.ts";
import type { As, RunContext } from "./run-context.ts";

/** The given parts of a request; the rest is filled in. */
export interface CallParts {
  /** Path parameters by name. */
  readonly path?: Readonly<Record<string, Json>>;
  readonly query?: Readonly<Record<string, Json>>;
  /** Header fields, declared or not. */
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: Json;
  readonly method?: string;
  readonly as?: As;
}

/** Returns the exchange; undefined if the request cannot be written. */
export async function call(
  context: RunContext,
  operation: ApiOperation,
  what: string,
  { path = {}, query = {}, headers = [], body, method, as = "account" }: CallParts = {},
): Promise<Sent | undefined> {
  const slots = context.slots(operation);
  const declared = new Set(slots.parameters.map(({ parameter }) => parameterKey(parameter)));
  const given = [
    ...Object.entries(path).map(([name, value]) => [`path/${name}`, value] as const),
    ...Object.entries(query).map(([name, value]) => [`query/${name}`, value] as const),
  ].filter(([key]) => declared.has(key));
  const [content] = slots.bodies;
  const built = buildRequest(
    {
      operation,
      expects: "accepted",
      place: "sequence",
      what,
      constraints: [],
      parameters: new Map(given),
      headers,
      ...(method !== undefined && { method, body: null }),
      ...(body !== undefined &&
        content !== undefined && { body: { content: content.content, media: content.media, value: body } }),
    },
    slots,
    context.parts.knownResources.valuesFor(operation, context.isForOwnOnly(operation)),
  );
  if ("unwritten" in built) return undefined;
  return context.send(operation, built.request, what, as);
}
