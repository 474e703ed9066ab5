// Determines whether a comparison ends with exit code 0.
import { jsonText } from "../document/json-text.ts";
import type { FailOn } from "./format/formatter.ts";
import type { Sides } from "./read-sides.ts";
import type { Review } from "./review.ts";

/** True if there is nothing that `--fail-on` selects. */
export function isClean({ open, idle, version, comparison: { counts } }: Review, failOn: FailOn): boolean {
  if (failOn !== "breaking" && counts.undecided > 0) return false;
  if ((failOn === "notice" || failOn === "any") && counts.notice > 0) return false;
  return open.length === 0 && idle.length === 0 && version?.enough !== false;
}

/** True if both documents are equal. */
export function isSame({ before, after }: Sides): boolean {
  return jsonText(before.root) === jsonText(after.root);
}
