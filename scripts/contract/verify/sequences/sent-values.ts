// Compares the values of a request with those of a resource.
import type { Json, JsonObject } from "../../document/document.ts";
import { isObject } from "../../document/pointer.ts";
import { deepEqual } from "../../runtime/deep-equal.ts";
import { allCombinations } from "../plan/trial-values.ts";
import type { ModelledOperation } from "../run/document-model.ts";
import { memberOf } from "../run/response-json.ts";
import type { Kind } from "../../runtime/state/model.ts";
import type { RunContext } from "../run/run-context.ts";

/** Returns the body with the most members. */
export function fullBody(context: RunContext, { operation }: ModelledOperation): JsonObject {
  const [slot] = context.slots(operation).bodies;
  const bodies = slot === undefined ? [] : allCombinations(slot.at).map(({ value }) => value);
  return bodies
    .filter(isObject)
    .reduce<JsonObject>((most, one) => (Object.keys(one).length > Object.keys(most).length ? one : most), {});
}

/** Returns the members that both have with different values. */
export function differences(sent: Json | undefined, found: unknown): string[] {
  if (!isObject(sent)) return [];
  return Object.keys(sent).filter((name) => {
    const there = memberOf(found, name);
    return there !== undefined && !has(there, sent[name]);
  });
}

/**
 * Returns whether a value contains another one: a sent object may be merged into the stored one (RFC 7396).
 */
function has(found: unknown, sent: Json | undefined): boolean {
  if (!isObject(sent)) return deepEqual(sent, found);
  return (
    typeof found === "object" && Object.keys(sent).every((name) => has(memberOf(found, name), sent[name]))
  );
}

export function textOf(value: unknown): string {
  return (value === undefined ? "nothing" : JSON.stringify(value)).slice(0, 120);
}

/** Returns a body with the id that the resource has: its URL names it, whatever the body says. */
export function withOwnId(body: Json, { id }: Kind, resource: unknown): Json {
  const own = memberOf(resource, id);
  const isOther = isObject(body) && Object.hasOwn(body, id) && own !== undefined;
  return isOther ? { ...body, [id]: own as Json } : body;
}
