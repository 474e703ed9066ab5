// The headers of one call that follow from its operation and its options.
import type { CallOptions } from "../call-options.ts";
import type { Operation } from "../operation.ts";
import type { HeaderValues } from "./build-request.ts";
import { wireText } from "./wire-text.ts";

/** The header by which a server recognises a repetition (draft-ietf-httpapi-idempotency-key-header). */
const idempotencyKey = "Idempotency-Key";

/** Header parameters are options of the same meaning; where the document declares a key and none is given, it is a fresh one. */
export function requestHeaders(operation: Operation, options: CallOptions, body: unknown): HeaderValues {
  const headers: Record<string, string> = {
    // What is without a body adds an empty element, which RFC 9110 (section 5.6.1) lets recipients ignore.
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

/** Whether the server will recognise a repetition: it says that it looks at the key, and there is one. */
export function isKeyed(operation: Operation, headers: Headers): boolean {
  return operation.keyed === true && headers.has(idempotencyKey);
}

/** 128 random bits. `crypto.randomUUID` is missing on pages without TLS. */
function randomKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join("-");
}
