// The states of work that a resource shows in its status: from a value for "in progress" to a value for its
// end.
import type { Kind } from "./model.ts";
import type { Schemas } from "./schemas.ts";

/** The property, its value while work is in progress, and its value at the end. */
export interface Course {
  readonly property: string;
  readonly begin: string;
  readonly end: string;
}

const going =
  /^(pending|queued|processing|in_?progress|running|created|creating|provisioning|scheduled|starting|submitted|building|new|open|accepted)$/i;
const ended = /^(completed?|succeeded|success(ful)?|done|finished|ready|active|available|closed)$/i;

/** Returns the states; undefined if no property shows them. */
export function courseOf(schemas: Schemas, kind: Kind): Course | undefined {
  for (const [property, node] of Object.entries(schemas.properties(kind.schema))) {
    const values = schemas.follow(node)["enum"];
    if (!/status|state|phase/i.test(property) || !Array.isArray(values)) continue;
    const words = values.filter((value): value is string => typeof value === "string");
    const begin = words.find((word) => going.test(word));
    const end = words.find((word) => ended.test(word));
    if (begin !== undefined && end !== undefined) return { property, begin, end };
  }
  return undefined;
}
