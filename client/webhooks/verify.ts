// Whether a message is from the one who knows the secret: Standard Webhooks on Web Crypto.
// https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md

/** The content of a message is not to be trusted, or not what the document says. */
export class WebhookError extends Error {
  /** What a server responds to it: 401 where the signature is wrong, 400 where the content is. */
  readonly status: 400 | 401;

  constructor(status: 400 | 401, message: string) {
    super(message);
    this.name = "WebhookError";
    this.status = status;
  }
}

/** Header fields, in any form that a server has them in. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/** Whether a message is genuine, by the document's own scheme. */
export type VerifyWebhook = (body: Uint8Array<ArrayBuffer>, headers: Headers) => boolean | Promise<boolean>;

/** `whsec_` and base64; several during a rotation; or a function for another scheme. */
export type WebhookSecret = string | readonly string[] | VerifyWebhook;

/** Throws a WebhookError of status 401 for what is not genuine, or older than `tolerance` seconds. */
export async function verify(
  body: Uint8Array<ArrayBuffer>,
  headers: Headers,
  secret: WebhookSecret,
  tolerance: number,
): Promise<void> {
  if (typeof secret === "function") {
    if (!(await secret(body, headers))) throw new WebhookError(401, "the message is not genuine");
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
      // Compares in constant time (Web Cryptography, section 31.4.2, "in a timing-safe manner").
      if (version === "v1" && (await crypto.subtle.verify("HMAC", key, bytesOf(text), signed))) return;
    }
  }
  throw new WebhookError(401, "no signature of webhook-signature is right");
}

/** Nothing for a text that is no base64, unless it is the caller's own. */
function bytesOf(base64: string, own?: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
  } catch {
    if (own !== undefined) throw new TypeError(`${own} must be whsec_ and base64`);
    return new Uint8Array();
  }
}
