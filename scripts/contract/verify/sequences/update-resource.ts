// Sequence: update a resource, and check that what was sent is changed and nothing else.
import type { Json } from "../../document/document.ts";
import { isObject } from "../../document/pointer.ts";
import { deepEqual } from "../../runtime/deep-equal.ts";
import type { Kind } from "../../runtime/state/model.ts";
import { allCombinations } from "../plan/trial-values.ts";
import type { Sent } from "../send/sender.ts";
import { call } from "../run/call.ts";
import { type Created, richBody } from "../run/create-resource.ts";
import { isDone, jsonOf, memberOf } from "../run/response-json.ts";
import type { RunContext } from "../run/run-context.ts";
import { differences, textOf, withOwnId } from "./sent-values.ts";
import { report, statusText } from "./sequence.ts";

/** Changes one field after another, and checks that it changes and nothing else does. */
export async function updateResource(
  context: RunContext,
  kind: Kind,
  { resource }: Created,
  fetched: Sent | undefined,
): Promise<Sent | undefined> {
  const { model } = context.parts;
  const patch = model.onResource(kind, "PATCH") ?? model.onResource(kind, "PUT");
  const fetch = model.fetchOf(kind);
  if (patch === undefined || fetch === undefined || fetched === undefined) return undefined;
  const [slot] = context.slots(patch.operation).bodies;
  if (slot === undefined) return undefined;
  const bodies = [richBody(context, patch), ...allCombinations(slot.at).map(({ value }) => value)];
  let before = fetched;
  for (const one of bodies.filter((one) => one !== undefined).slice(0, mostUpdates)) {
    const body = withOwnId(one, kind, jsonOf(before.response));
    const changed = await call(context, patch.operation, "update", { path: resource.path, body });
    if (!isDone(changed?.response)) continue;
    const after = await call(context, fetch.operation, "fetch what was updated", { path: resource.path });
    if (!isDone(after?.response)) {
      report(
        context,
        patch.operation,
        {
          check: "update-lost",
          place: "fetch",
          expected: `${fetch.operation.label} finds it`,
          got: statusText(after),
        },
        [changed, after],
      );
      return undefined;
    }
    const now = jsonOf(after.response);
    for (const name of differences(body, now))
      report(
        context,
        patch.operation,
        {
          check: "update-lost",
          place: `body/${name}`,
          expected: textOf(memberOf(body, name)),
          got: textOf(memberOf(now, name)),
        },
        [changed, after],
      );
    if (patch.described.method === "PATCH")
      untouched(context, patch.operation, body, [before, changed, after]);
    before = after;
  }
  return before;
}

const mostUpdates = 6;

/** Checks that PATCH leaves omitted fields unchanged, except those that the server maintains. */
function untouched(
  context: RunContext,
  operation: Parameters<typeof report>[1],
  body: Json,
  [before, changed, after]: readonly [Sent, Sent, Sent],
): void {
  const [then, now] = [jsonOf(before.response), jsonOf(after.response)];
  const [slot] = context.slots(operation).bodies;
  const settable =
    slot === undefined
      ? []
      : allCombinations(slot.at).flatMap(({ value }) => (isObject(value) ? Object.keys(value) : []));
  for (const name of new Set(settable)) {
    if (isObject(body) && Object.hasOwn(body, name)) continue;
    const [old, fresh] = [memberOf(then, name), memberOf(now, name)];
    if (old === undefined || deepEqual(old, fresh)) continue;
    report(
      context,
      operation,
      {
        check: "update-lost",
        place: `kept/${name}`,
        expected: `${textOf(old)}, since it was left out`,
        got: textOf(fresh),
      },
      [before, changed, after],
    );
  }
}
