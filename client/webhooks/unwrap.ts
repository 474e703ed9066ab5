// From what a server sends of its own accord to an event that the document describes.
import { isRecord } from "../is-record.ts";
import { verify, WebhookError, type WebhookHeaders, type WebhookSecret } from "./verify.ts";

/** An event: `name` tells which, and with that what `body` is. */
export type WebhookEventOf<Events> = {
  [Name in keyof Events]: {
    /** As the document calls it. */
    readonly name: Name;
    /** The same for every time that it is sent (`webhook-id`); empty where there is none. */
    readonly id: string;
    readonly body: Events[Name];
  };
}[keyof Events];

/** How a message is read. */
export interface UnwrapOptions<Name extends PropertyKey = string> {
  /** Which event it is, where its address says so: `orderPaid`. */
  readonly name?: Name | undefined;
  /** Seconds that its `webhook-timestamp` may be from now. Default 300. */
  readonly tolerance?: number | undefined;
}

/** One event of the document. */
export interface EventRules {
  readonly name: string;
  /** The properties that the document names. */
  readonly properties: readonly string[];
  readonly check: Check;
}

/** A generated validator. */
export interface Check {
  (value: unknown): boolean;
  errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
}

/** The verified event. Rejects with a WebhookError for a message that is not genuine, and for one that the document does not describe. */
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
  throw new WebhookError(400, `the message is no ${possible.map((rule) => rule.name).join(", ")}${problems}`);
}

function headersOf(given: Exclude<WebhookHeaders, Headers>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(given))
    for (const one of typeof value === "string" ? [value] : (value ?? [])) headers.append(name, one);
  return headers;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new WebhookError(400, "the message is not JSON");
  }
}

/** Of events that a body is all of, it is the one that has most names for what is in it. */
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
