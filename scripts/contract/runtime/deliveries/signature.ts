// Signatures of deliveries, as in Standard Webhooks:
// https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
import { createHmac } from "node:crypto";

/**
 * Returns the signature field of a message.
 *
 * @param secret  `whsec_` and base64
 */
export function signatureOf(
  secret: string,
  { id, at, body }: { readonly id: string; readonly at: number; readonly body: Uint8Array },
): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signed = createHmac("sha256", key).update(`${id}.${at}.`).update(body).digest("base64");
  return `v1,${signed}`;
}

/** Returns whether a text is a secret of Standard Webhooks: 24 to 64 bytes. */
export function isSecret(text: string): boolean {
  const [, base64] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? [];
  const length = base64 === undefined ? 0 : Buffer.from(base64, "base64").length;
  return length >= 24 && length <= 64;
}
