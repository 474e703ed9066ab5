// Whether a comparison ends with exit code 0.
import { jsonText } from "../document/json-text.ts";
import type { FailOn } from "./format/formatter.ts";
import type { Sides } from "./read-sides.ts";
import type { Review } from "./review.ts";

/** Whether nothing was found that `--fail-on` names. */
export function isClean({ open, idle, version, comparison: { counts } }: Review, failOn: FailOn): boolean {
  if (failOn !== "breaking" && counts.undecided > 0) return false;
  if ((failOn === "notice" || failOn === "any") && counts.notice > 0) return false;
  return open.length === 0 && idle.length === 0 && version?.enough !== false;
}

/** Whether both documents say the same. */
export function isSame({ before, after }: Sides): boolean {
  return jsonText(before.root) === jsonText(after.root);
}
