// The fingerprint of a finding: stable under reworded messages, moved lines and renamed operationIds.
import { createHash } from "node:crypto";

/**
 * Returns twelve hexadecimal characters derived from operation (method and path), side, location and rule.
 */
export function fingerprint(of: { operation: string; side: string; place: string; rule: string }): string {
  const text = JSON.stringify([of.operation, of.side, of.place, of.rule]);
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
