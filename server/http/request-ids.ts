// Request ids for responses, logs and problem documents: unique across processes, and cheap to generate.
import { randomBytes } from "node:crypto";

const radix = 36;

/**
 * Creates a generator of ids such as `k3x9q0aZ-1a`: random characters per process, then a counter in base 36.
 */
export function createRequestIds(): () => string {
  const prefix = `${randomBytes(6).toString("base64url")}-`;
  let count = 0;
  return () => prefix + (++count).toString(radix);
}
