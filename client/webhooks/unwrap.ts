// Converts a verified webhook to an event that the document declares.
import { isRecord } from "../is-record.ts";
import { verify, WebhookError, type WebhookHeaders, type WebhookSecret } from "./verify.ts";

/** An event; `name` determines the type of `body`. */
export type WebhookEventOf<Events> = {
  [Name in keyof Events]: {
    /** The event's name in the document. */
    readonly name: Name;
    /** The message's id (`webhook-id`), the same for each retry; empty if there is none. */
    readonly id: string;
    readonly body: Events[Name];
  };
}[keyof Events];

/** Options for reading a message. */
export interface UnwrapOptions<Name extends PropertyKey = string> {
  /** The event's name if the address of the message determines it: `orderPaid`. */
  readonly name?: Name | undefined;
  /** Maximum difference between `webhook-timestamp` and now in seconds. Default 300. */
  readonly tolerance?: number | undefined;
}

/** One event of the document. */
export interface EventRules {
  readonly name: string;
  /** The declared properties of the body. */
  readonly properties: readonly string[];
  readonly check: Check;
}

/** A generated validator. */
export interface Check {
  (value: unknown): boolean;
  errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
}

/**
 * Verifies a message and returns its event. Rejects with a WebhookError for a message that is not authentic,
 * and for one that matches no event of the document.
 */
export async function unwrapEvent(
  rules: readonly EventRules[],
  rawBody: string | ArrayBuffer | Uint8Array,
  headers: WebhookHeaders,
  secret: WebhookSecret,
  { name, tolerance = 300 }: UnwrapOptions = {},
): Promise<{ readonly name: string; readonly id: string; readonly body: unknown }> {
  const bytes = typeof rawBody === "string" ? new TextEncoder().encode(rawBody) : new Uint8Array(rawBody);
  const fields = headers instanceof Headers ? headers : headersOf(headers);
  await verify(bytes, fields, secret, tolerance);
  const body = parsed(bytes);
  const possible = rules.filter((rule) => name === undefined || rule.name === name);
  const [best] = possible
    .filter(({ check }) => check(body))
    .sort((one, other) => knownIn(other, body) - knownIn(one, body));
  if (best !== undefined) return { name: best.name, id: fields.get("webhook-id") ?? "", body };
  const [only, ...others] = possible;
  const problems = others.length === 0 && only !== undefined ? `: ${problemsOf(only, body)}` : "";
  throw new WebhookError(
    400,
    `the message is not a valid ${possible.map((rule) => rule.name).join(", ")}${problems}`,
  );
}

function headersOf(given: Exclude<WebhookHeaders, Headers>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(given)) {
    // Pseudo-header fields of HTTP/2 (RFC 9113, section 8.3), which Node lists among the fields.
    if (name.startsWith(":")) continue;
    for (const one of typeof value === "string" ? [value] : (value ?? [])) headers.append(name, one);
  }
  return headers;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new WebhookError(400, "the message is not JSON");
  }
}

/**
 * Counts the body's properties that an event declares: of several events that a body matches, the one that
 * declares most is chosen.
 */
function knownIn({ properties }: EventRules, body: unknown): number {
  return isRecord(body) ? properties.filter((name) => Object.hasOwn(body, name)).length : 0;
}

function problemsOf({ check }: EventRules, body: unknown): string {
  check(body);
  return (check.errors ?? [])
    .slice(0, 8)
    .map(({ instancePath, message = "" }) => `${instancePath || "/"} ${message}`)
    .join("; ");
}
