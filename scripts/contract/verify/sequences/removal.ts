// Sequence: a removed resource is gone: by its id, from its list, and with everything below it.
import type { Kind } from "../../runtime/state/model.ts";
import { call } from "../run/call.ts";
import type { Created } from "../run/create-thing.ts";
import { idOf, walk } from "../run/list-things.ts";
import { isDone } from "../run/response-json.ts";
import type { RunContext } from "../run/run-context.ts";
import type { Thing } from "../run/world.ts";
import type { Sent } from "../send/sender.ts";
import { findsAnything } from "./never-was.ts";
import { isAbsent, report, statusText } from "./sequence.ts";

/** Removes a resource, and checks that it is gone everywhere. */
export async function removeThing(
  context: RunContext,
  kind: Kind,
  { thing, sent }: Created,
  last: Sent | undefined,
): Promise<void> {
  const { model, world } = context.parts;
  const removal = model.onThing(kind, "DELETE");
  if (removal === undefined) return;
  const removed = await call(context, removal.operation, "remove", { path: thing.path });
  if (!isDone(removed?.response)) {
    if (removed?.response !== undefined && removed.response.status < 500)
      report(
        context,
        removal.operation,
        {
          check: "rejects-valid",
          place: "sequence",
          expected: "what was just created is removed",
          got: statusText(removed),
        },
        [sent, removed],
      );
    return;
  }
  world.remove(thing);
  await isGone(context, kind, thing, [sent, last, removed]);
}

async function isGone(
  context: RunContext,
  kind: Kind,
  thing: Thing,
  before: readonly (Sent | undefined)[],
): Promise<void> {
  const { model } = context.parts;
  const removal = model.onThing(kind, "DELETE");
  const removed = before.at(-1);
  if (removal === undefined) return;
  const fetch = model.fetchOf(kind);
  const again =
    fetch && (await call(context, fetch.operation, "fetch what was removed", { path: thing.path }));
  const isFound = again?.response !== undefined && again.response.status < 400;
  if (isFound && !(await findsAnything(context, fetch?.operation ?? removal.operation, thing)))
    report(
      context,
      removal.operation,
      { check: "removed-still-there", place: "fetch", expected: "404", got: statusText(again) },
      [removed, again],
    );
  const list = model.listOf(kind);
  const found = list && (await walk(context, list, "list after removal", { path: thing.path }));
  if (
    list !== undefined &&
    found?.entries.some((entry) => String(idOf(list, entry)) === String(thing.path[kind.parameter])) === true
  )
    report(
      context,
      removal.operation,
      { check: "removed-still-there", place: "list", expected: "not in its list", got: "in its list" },
      [removed, found.pages.at(-1)],
    );
  for (const { operation, described } of model.operations) {
    if (described.method !== "GET" || !described.path.startsWith(`${kind.template}/`)) continue;
    const below = await call(context, operation, "below what was removed", { path: thing.path });
    if (below?.response === undefined || isAbsent(below) || below.response.status >= 400) continue;
    if (await findsAnything(context, operation, thing)) continue;
    report(
      context,
      operation,
      { check: "removed-still-there", place: "below", expected: "404", got: statusText(below) },
      [removed, below],
    );
  }
}
