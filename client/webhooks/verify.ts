// Verifies signatures of webhooks: Standard Webhooks on Web Crypto.
// https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md

/** A message that is not authentic, or whose content violates the document. */
export class WebhookError extends Error {
  /** Status of the response: 401 for a wrong signature, 400 for invalid content. */
  readonly status: 400 | 401;

  constructor(status: 400 | 401, message: string) {
    super(message);
    this.name = "WebhookError";
    this.status = status;
  }
}

/** Header fields, in the form of any server framework. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/** Verifies a message with a custom scheme; returns true if it is authentic. */
export type VerifyWebhook = (body: Uint8Array<ArrayBuffer>, headers: Headers) => boolean | Promise<boolean>;

/** A secret (`whsec_` and base64), several during a rotation, or a function for another scheme. */
export type WebhookSecret = string | readonly string[] | VerifyWebhook;

/**
 * Verifies a message. Throws a WebhookError of status 401 for one that is not authentic, or older than
 * `tolerance` seconds.
 */
export async function verify(
  body: Uint8Array<ArrayBuffer>,
  headers: Headers,
  secret: WebhookSecret,
  tolerance: number,
): Promise<void> {
  if (typeof secret === "function") {
    if (!(await secret(body, headers))) throw new WebhookError(401, "the verification of the message failed");
    return;
  }
  const field = (name: string): string => {
    const value = headers.get(name);
    if (value === null) throw new WebhookError(401, `the header field ${name} is missing`);
    return value;
  };
  const [id, timestamp, signatures] = [
    field("webhook-id"),
    field("webhook-timestamp"),
    field("webhook-signature"),
  ];
  const age = Date.now() / 1000 - (/^\d{1,12}$/.test(timestamp) ? Number(timestamp) : Number.NaN);
  if (!(Math.abs(age) <= tolerance))
    throw new WebhookError(401, `webhook-timestamp is more than ${tolerance} s from now`);
  const head = new TextEncoder().encode(`${id}.${timestamp}.`);
  const signed = new Uint8Array(head.length + body.length);
  signed.set(head);
  signed.set(body, head.length);
  for (const one of [secret].flat()) {
    const key = await crypto.subtle.importKey(
      "raw",
      bytesOf(one.replace(/^whsec_/, ""), "secret"),
      { name: "HMAC", hash: "SHA-256" },
      false,
      ["verify"],
    );
    for (const signature of signatures.split(" ")) {
      const [version, text = ""] = signature.split(",");
      // `verify` compares in constant time (Web Cryptography, section 31.4.2, "in a timing-safe manner").
      if (version === "v1" && (await crypto.subtle.verify("HMAC", key, bytesOf(text), signed))) return;
    }
  }
  throw new WebhookError(401, "no signature in webhook-signature is valid");
}

/** Decodes base64. Invalid text decodes to no bytes, but throws if it is the caller's own secret. */
function bytesOf(base64: string, own?: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
  } catch {
    if (own !== undefined) throw new TypeError(`${own} must be whsec_ and base64`);
    return new Uint8Array();
  }
}
