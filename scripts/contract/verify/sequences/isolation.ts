// Sequence: resources of one account are invisible and immutable for another. Equal ids alone prove nothing:
// each account may count its own.
import type { ApiOperation } from "../../exchange/api.ts";
import { deepEqual } from "../../runtime/deep-equal.ts";
import type { Kind } from "../../runtime/state/model.ts";
import { call } from "../run/call.ts";
import { createResource, richBody } from "../run/create-resource.ts";
import type { ModelledOperation } from "../run/document-model.ts";
import { idOf, walk } from "../run/list-resources.ts";
import { isDone, jsonOf } from "../run/response-json.ts";
import type { RunContext } from "../run/run-context.ts";
import type { Resource } from "../run/known-resources.ts";
import type { Sent } from "../send/sender.ts";
import { findsAnything } from "./never-was.ts";
import { report, statusText } from "./sequence.ts";

export async function isolation(context: RunContext, kind: Kind): Promise<void> {
  const { model, coverage, other } = context.parts;
  const name = `isolation of ${kind.template}`;
  if (other === undefined) {
    coverage.other("sequences", name, "no credentials of another account were given");
    return;
  }
  const before = await idsOfOther(context, kind);
  const resource = (await createResource(context, kind))?.resource;
  if (resource === undefined) {
    coverage.other("sequences", name, "nothing of this kind was created");
    return;
  }
  coverage.other("sequences", name);
  const fetch = model.fetchOf(kind);
  if (fetch !== undefined) {
    await isUnseen(context, fetch, resource);
    await isUnchanged(context, fetch, resource);
  }
  const after = await idsOfOther(context, kind, resource);
  const listing = model.byId(model.listOf(kind)?.operation.operationId);
  const id = String(resource.path[kind.parameter]);
  if (
    listing === undefined ||
    isPublic(listing.operation) ||
    before?.ids.has(id) !== false ||
    after?.ids.has(id) !== true
  )
    return;
  report(
    context,
    listing.operation,
    {
      check: "visible-to-others",
      place: "list",
      expected: "not in another account's list",
      got: "in it, once it was created",
    },
    after.pages,
  );
}

/** Whether an operation takes requests without credentials: what it shows belongs to no account. */
function isPublic({ security }: ApiOperation): boolean {
  return security.some((alternative) => alternative.length === 0);
}

/** Returns the ids in the other account's list. */
async function idsOfOther(
  context: RunContext,
  kind: Kind,
  resource?: Resource,
): Promise<{ readonly ids: ReadonlySet<string>; readonly pages: readonly Sent[] } | undefined> {
  const list = context.parts.model.listOf(kind);
  const options = { as: "other" as const, ...(resource !== undefined && { path: resource.path }) };
  const found = list && (await walk(context, list, "list as another account", options));
  if (list === undefined || found === undefined) return undefined;
  return { ids: new Set(found.entries.map((entry) => String(idOf(list, entry)))), pages: found.pages };
}

/** Checks that the other account does not receive the same resource. */
async function isUnseen(
  context: RunContext,
  { operation }: ModelledOperation,
  resource: Resource,
): Promise<void> {
  if (isPublic(operation)) return;
  const own = await call(context, operation, "fetch", { path: resource.path });
  const seen = await call(context, operation, "fetch as another account", {
    path: resource.path,
    as: "other",
  });
  if (!isDone(own?.response) || !isDone(seen?.response)) return;
  if (
    !deepEqual(jsonOf(own.response), jsonOf(seen.response)) ||
    (await findsAnything(context, operation, resource))
  )
    return;
  report(
    context,
    operation,
    {
      check: "visible-to-others",
      place: "resource",
      expected: "404 or 403 to another account",
      got: `${statusText(seen)} and the resource`,
    },
    [own, seen],
  );
}

/** Checks that writes of the other account leave the resource unchanged. */
async function isUnchanged(
  context: RunContext,
  { operation: fetch }: ModelledOperation,
  resource: Resource,
): Promise<void> {
  for (const method of ["PATCH", "PUT", "DELETE"]) {
    const write = context.parts.model.onResource(resource.kind, method);
    if (write === undefined || isPublic(write.operation) || !context.isAllowed(write.operation)) continue;
    const before = await call(context, fetch, "fetch", { path: resource.path });
    const body = richBody(context, write);
    const parts = { path: resource.path, as: "other" as const, ...(body !== undefined && { body }) };
    const sent = await call(context, write.operation, "write as another account", parts);
    const after = await call(context, fetch, "fetch", { path: resource.path });
    if (!isDone(before?.response) || !isDone(sent?.response)) continue;
    if (isDone(after?.response) && deepEqual(jsonOf(before.response), jsonOf(after.response))) continue;
    report(
      context,
      write.operation,
      {
        check: "visible-to-others",
        place: "write",
        expected: "nothing changes what another account has",
        got: `${statusText(sent)}, and it is changed or gone`,
      },
      [before, sent, after],
    );
    return;
  }
}
