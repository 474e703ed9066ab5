// The headers of one call that result from its operation and its options.
import type { CallOptions } from "../call-options.ts";
import type { Operation } from "../operation.ts";
import type { HeaderValues } from "./build-request.ts";
import { wireText } from "./wire-text.ts";

/** The header by which a server recognises a retry (draft-ietf-httpapi-idempotency-key-header). */
const idempotencyKey = "Idempotency-Key";

/**
 * Returns the headers of a call. Header parameters come from the options of the same name; if the document
 * declares an idempotency key and none is given, a new one is generated.
 */
export function requestHeaders(operation: Operation, options: CallOptions, body: unknown): HeaderValues {
  const headers: Record<string, string> = {
    // A response without a body adds an empty element, which recipients must ignore (RFC 9110, section
    // 5.6.1).
    Accept: [...Object.values(operation.answers), "application/problem+json"].join(", "),
  };
  if (body !== undefined && operation.body) headers["Content-Type"] = operation.body;
  if (operation.keyed) headers[idempotencyKey] = randomKey();
  const given = Object.entries(operation.headers ?? {}).flatMap(([option, name]) => {
    const value: unknown = Reflect.get(options, option);
    return value === undefined ? [] : [[name, wireText(option, value)] as const];
  });
  return { ...headers, ...Object.fromEntries(given), ...operation.moreHeaders?.(options) };
}

/** True if the server recognises a retry: the document declares the key, and the request has one. */
export function isKeyed(operation: Operation, headers: Headers): boolean {
  return !!operation.keyed && headers.has(idempotencyKey);
}

/** Returns 128 random bits as text. `crypto.randomUUID` is missing on pages without TLS. */
function randomKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join("-");
}
