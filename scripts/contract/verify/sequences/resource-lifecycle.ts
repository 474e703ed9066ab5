// Sequence: create, fetch, list, update and remove a resource, and check that the responses agree.
import type { Json } from "../../document/document.ts";
import { isObject } from "../../document/pointer.ts";
import type { Kind } from "../../runtime/state/model.ts";
import { isConfirmedValue } from "../plan/trial-values.ts";
import type { Sent } from "../send/sender.ts";
import { call } from "../run/call.ts";
import { type Created, createResource } from "../run/create-resource.ts";
import { walk } from "../run/list-resources.ts";
import type { ModelledOperation } from "../run/document-model.ts";
import { isDone, jsonOf, memberOf } from "../run/response-json.ts";
import type { RunContext } from "../run/run-context.ts";
import { addressOf } from "../run/known-resources.ts";
import { entityTags } from "./entity-tags.ts";
import { followWork } from "./work.ts";
import { removeResource } from "./removal.ts";
import { replaceResource } from "./replace-resource.ts";
import { differences, fullBody, textOf } from "./sent-values.ts";
import { report, statusText } from "./sequence.ts";
import { updateResource } from "./update-resource.ts";

/** Runs the sequence for resources of one kind. */
export async function resourceLifecycle(context: RunContext, kind: Kind): Promise<void> {
  const { coverage } = context.parts;
  const name = `life of ${kind.template}`;
  const created = await createResource(context, kind);
  if (created === undefined) {
    coverage.other("sequences", name, "nothing of this kind could be created");
    return;
  }
  coverage.other("sequences", name);
  await followWork(context, created.creator, created.sent);
  const fetched = await isThere(context, kind, created);
  if (fetched !== undefined) sameAsSent(context, kind, created, fetched);
  await isListed(context, kind, created);
  await isAnother(context, kind, created);
  const updated = await updateResource(context, kind, created, fetched);
  if (fetched !== undefined) await replaceResource(context, kind, created.resource);
  await entityTags(context, kind, created.resource);
  await removeResource(context, kind, created, updated ?? fetched);
}

/** Checks that a second creation, with as many members as possible, creates another resource. */
async function isAnother(
  context: RunContext,
  kind: Kind,
  { resource, creator, sent, body }: Created,
): Promise<void> {
  // An id that the client chooses is the same for the same name.
  if (JSON.stringify(body ?? null).includes(String(resource.path[kind.parameter]))) return;
  const second = await createResource(context, kind, { more: fullBody(context, creator) });
  if (second === undefined) return;
  if (addressOf(second.resource) !== addressOf(resource)) {
    const fetched = await isThere(context, kind, second);
    if (fetched !== undefined) sameAsSent(context, kind, second, fetched);
    return;
  }
  report(
    context,
    creator.operation,
    {
      check: "created-not-found",
      place: "twice",
      expected: "two resources, each found by what its response names",
      got: `${addressOf(resource)} twice`,
    },
    [sent, second.sent],
  );
}

async function isThere(
  context: RunContext,
  kind: Kind,
  { resource, creator, sent, body }: Created,
): Promise<Sent | undefined> {
  const fetch = context.parts.model.fetchOf(kind);
  if (fetch === undefined || isOutsidePath(context, kind, fetch, memberOf(body, kind.id))) return undefined;
  const fetched = await call(context, fetch.operation, "fetch what was created", { path: resource.path });
  if (isDone(fetched?.response)) return fetched;
  report(
    context,
    creator.operation,
    {
      check: "created-not-found",
      place: "fetch",
      expected: `${fetch.operation.label} finds it`,
      got: statusText(fetched),
    },
    [sent, fetched],
  );
  return undefined;
}

/** Returns whether a body may have an id that the document does not allow in the path of the resource. */
function isOutsidePath(
  context: RunContext,
  { parameter }: Kind,
  { operation }: ModelledOperation,
  id: unknown,
): boolean {
  const slot = context.slots(operation).parameters.find(({ name }) => name === `path/${parameter}`);
  return id !== undefined && slot !== undefined && !isConfirmedValue(slot.at, id as Json);
}

/** Checks that the fetched resource has the sent values, for the properties that its schema has, too. */
function sameAsSent(context: RunContext, kind: Kind, { creator, sent, body }: Created, fetched: Sent): void {
  const value = jsonOf(fetched.response);
  const wrong = [...differences(body, value), ...lost(context, kind, body, value)];
  for (const name of wrong)
    report(
      context,
      creator.operation,
      {
        check: "created-differs",
        place: `body/${name}`,
        expected: textOf(memberOf(body, name)),
        got: textOf(memberOf(value, name)),
      },
      [sent, fetched],
    );
}

/**
 * Returns the sent members that the resource lacks though its schema declares them. Null, and what is empty,
 * may be omitted.
 */
function lost(
  { parts: { model } }: RunContext,
  kind: Kind,
  sent: Json | undefined,
  found: unknown,
): string[] {
  if (!isObject(sent) || typeof found !== "object" || found === null) return [];
  const declared = model.schemas.properties(kind.schema);
  return Object.entries(sent).flatMap(([name, value]) => {
    const { writeOnly, deprecated } = model.schemas.follow(declared[name]);
    const mayBeOmitted =
      !Object.hasOwn(declared, name) || writeOnly === true || deprecated === true || isEmpty(value);
    return mayBeOmitted || memberOf(found, name) !== undefined ? [] : [name];
  });
}

function isEmpty(value: Json | undefined): boolean {
  return value === null || value === "" || (typeof value === "object" && Object.keys(value).length === 0);
}

async function isListed(
  context: RunContext,
  kind: Kind,
  { resource, creator, sent }: Created,
): Promise<void> {
  const list = context.parts.model.listOf(kind);
  if (list === undefined) return;
  const found = await walk(context, list, "list what was created", { path: resource.path });
  if (found === undefined || !found.isWhole) return;
  const id = resource.path[kind.parameter];
  if (found.ids.map(String).includes(String(id))) return;
  report(
    context,
    creator.operation,
    {
      check: "created-not-found",
      place: "list",
      expected: `${list.operation.operationId} has it`,
      got: `${found.ids.length} others`,
    },
    [sent, found.pages.at(-1)],
  );
}
