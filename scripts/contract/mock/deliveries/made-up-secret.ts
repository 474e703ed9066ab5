// The signing secret of webhooks, for a mock that was started without one.
import { createHash, randomBytes } from "node:crypto";

/**
 * Generates a signing secret.
 *
 * @param seed  makes the secret predictable; undefined for a random one
 */
export function madeUpSecret(seed: number | undefined): string {
  const bytes =
    seed === undefined ? randomBytes(32) : createHash("sha256").update(`${seed} webhooks`).digest();
  return `whsec_${bytes.toString("base64")}`;
}
