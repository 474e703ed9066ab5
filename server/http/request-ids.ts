// Names for exchanges, in answers, logs and problem documents: unlike any other process's, and cheap.
import { randomBytes } from "node:crypto";

const radix = 36;

/** Makes a generator of ids such as `k3x9q0aZ-1a`: some random characters a process, then a counter. */
export function createRequestIds(): () => string {
  const prefix = `${randomBytes(6).toString("base64url")}-`;
  let count = 0;
  return () => prefix + (++count).toString(radix);
}
