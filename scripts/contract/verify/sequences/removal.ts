// Sequence: a removed resource is gone: by its id, from its list, and with everything below it.
import type { Kind } from "../../runtime/state/model.ts";
import { call } from "../run/call.ts";
import type { Created } from "../run/create-resource.ts";
import { idOf, walk } from "../run/list-resources.ts";
import { isDone } from "../run/response-json.ts";
import type { RunContext } from "../run/run-context.ts";
import type { Resource } from "../run/known-resources.ts";
import type { Sent } from "../send/sender.ts";
import { findsAnything } from "./never-was.ts";
import { isAbsent, report, statusText } from "./sequence.ts";

/** Removes a resource, and checks that it is gone everywhere. */
export async function removeResource(
  context: RunContext,
  kind: Kind,
  { resource, sent }: Created,
  last: Sent | undefined,
): Promise<void> {
  const { model, knownResources } = context.parts;
  const removal = model.onResource(kind, "DELETE");
  if (removal === undefined) return;
  const removed = await call(context, removal.operation, "remove", { path: resource.path });
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
  knownResources.remove(resource);
  await isGone(context, kind, resource, [sent, last, removed]);
}

async function isGone(
  context: RunContext,
  kind: Kind,
  resource: Resource,
  before: readonly (Sent | undefined)[],
): Promise<void> {
  const { model } = context.parts;
  const removal = model.onResource(kind, "DELETE");
  const removed = before.at(-1);
  if (removal === undefined) return;
  const fetch = model.fetchOf(kind);
  const again =
    fetch && (await call(context, fetch.operation, "fetch what was removed", { path: resource.path }));
  const isFound = again?.response !== undefined && again.response.status < 400;
  if (isFound && !(await findsAnything(context, fetch?.operation ?? removal.operation, resource)))
    report(
      context,
      removal.operation,
      { check: "removed-still-there", place: "fetch", expected: "404", got: statusText(again) },
      [removed, again],
    );
  const list = model.listOf(kind);
  const found = list && (await walk(context, list, "list after removal", { path: resource.path }));
  if (
    list !== undefined &&
    found?.entries.some((entry) => String(idOf(list, entry)) === String(resource.path[kind.parameter])) ===
      true
  )
    report(
      context,
      removal.operation,
      { check: "removed-still-there", place: "list", expected: "not in its list", got: "in its list" },
      [removed, found.pages.at(-1)],
    );
  for (const { operation, described } of model.operations) {
    if (described.method !== "GET" || !described.path.startsWith(`${kind.template}/`)) continue;
    const below = await call(context, operation, "below what was removed", { path: resource.path });
    if (below?.response === undefined || isAbsent(below) || below.response.status >= 400) continue;
    if (await findsAnything(context, operation, resource)) continue;
    report(
      context,
      operation,
      { check: "removed-still-there", place: "below", expected: "404", got: statusText(below) },
      [removed, below],
    );
  }
}
