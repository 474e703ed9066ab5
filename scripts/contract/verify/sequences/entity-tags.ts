// Sequence: entity tags stay the same until a resource changes; `If-Match` rejects writes with an outdated
// tag (RFC 9110, section 13.1.1).
import type { Kind } from "../../runtime/state/model.ts";
import { allCombinations } from "../plan/trial-values.ts";
import { call } from "../run/call.ts";
import { richBody } from "../run/create-resource.ts";
import { isDone, jsonOf } from "../run/response-json.ts";
import type { ModelledOperation } from "../run/document-model.ts";
import type { RunContext } from "../run/run-context.ts";
import type { Resource } from "../run/known-resources.ts";
import { report, statusText, tagOf } from "./sequence.ts";

export async function entityTags(context: RunContext, kind: Kind, resource: Resource): Promise<void> {
  const { model, coverage } = context.parts;
  const fetch = model.fetchOf(kind);
  if (fetch === undefined) return;
  const look = (what: string) => call(context, fetch.operation, what, { path: resource.path });
  const [first, second] = [await look("entity tag"), await look("entity tag again")];
  const tag = tagOf(first);
  if (tag === undefined) return;
  coverage.other("sequences", `entity tag of ${kind.template}`);
  if (tag !== tagOf(second))
    report(
      context,
      fetch.operation,
      { check: "etag-unstable", place: "unchanged", expected: tag, got: tagOf(second) ?? "none" },
      [first, second],
    );
  else await unchanged(context, fetch, resource, tag);
  const patch = model.onResource(kind, "PATCH") ?? model.onResource(kind, "PUT");
  const [slot] = patch === undefined ? [] : context.slots(patch.operation).bodies;
  if (patch === undefined || slot === undefined) return;
  const was = JSON.stringify(jsonOf(second?.response));
  for (const body of [richBody(context, patch), ...allCombinations(slot.at).map(({ value }) => value)]) {
    if (body === undefined) continue;
    const changed = await call(context, patch.operation, "change the resource", {
      path: resource.path,
      body,
    });
    const after = await look("entity tag after a change");
    if (!isDone(changed?.response) || JSON.stringify(jsonOf(after?.response)) === was) continue;
    if (tagOf(after) === tag)
      report(
        context,
        patch.operation,
        { check: "etag-unstable", place: "changed", expected: "another entity tag", got: tag },
        [second, changed, after],
      );
    await conditions(context, kind, resource, { old: tag, present: tagOf(after) ?? "" });
    return;
  }
}

/** Tests a read with `If-None-Match`, if the document declares its 304 (RFC 9110, section 13.1.2). */
async function unchanged(
  context: RunContext,
  { operation }: ModelledOperation,
  { path }: Resource,
  tag: string,
): Promise<void> {
  if (!operation.responses.some(({ status }) => status === "304")) return;
  const sent = await call(context, operation, "present If-None-Match", {
    path,
    headers: [["if-none-match", tag]],
  });
  if (!isDone(sent?.response)) return;
  report(
    context,
    operation,
    { check: "if-none-match-ignored", place: "present", expected: "304", got: statusText(sent) },
    [sent],
  );
}

/** Tests writes with `If-Match`, if the document declares it. */
async function conditions(
  context: RunContext,
  kind: Kind,
  resource: Resource,
  { old, present }: { readonly old: string; readonly present: string },
): Promise<void> {
  const { model } = context.parts;
  for (const method of ["PATCH", "PUT", "DELETE"]) {
    const write = model.onResource(kind, method);
    if (
      write?.described.parameters.some(
        ({ in: place, name }) => place === "header" && name.toLowerCase() === "if-match",
      ) !== true
    )
      continue;
    const body = richBody(context, write);
    const parts = { path: resource.path, ...(body !== undefined && { body }) };
    const outdated = await call(context, write.operation, "outdated If-Match", {
      ...parts,
      headers: [["if-match", old]],
    });
    if (isDone(outdated?.response)) {
      report(
        context,
        write.operation,
        { check: "if-match-ignored", place: "outdated", expected: "412", got: statusText(outdated) },
        [outdated],
      );
      if (method === "DELETE") return;
    } else if (
      outdated?.response !== undefined &&
      outdated.response.status !== 412 &&
      outdated.response.status < 500
    )
      report(
        context,
        write.operation,
        { check: "if-match-ignored", place: "outdated status", expected: "412", got: statusText(outdated) },
        [outdated],
      );
    if (method === "DELETE" || present === "") continue;
    const right = await call(context, write.operation, "present If-Match", {
      ...parts,
      headers: [["if-match", present]],
    });
    if (right?.response !== undefined && right.response.status === 412)
      report(
        context,
        write.operation,
        { check: "if-match-ignored", place: "present", expected: "done", got: statusText(right) },
        [right],
      );
    return conditionsOnRemoval(context, kind, resource);
  }
}

/** A write changes the tag: the removal is attempted with the previous one. */
async function conditionsOnRemoval(context: RunContext, kind: Kind, resource: Resource): Promise<void> {
  const removal = context.parts.model.onResource(kind, "DELETE");
  if (
    removal?.described.parameters.some(
      ({ in: place, name }) => place === "header" && name.toLowerCase() === "if-match",
    ) !== true
  )
    return;
  const sent = await call(context, removal.operation, "outdated If-Match", {
    path: resource.path,
    headers: [["if-match", '"contract-verify-outdated"']],
  });
  if (!isDone(sent?.response)) return;
  context.parts.knownResources.remove(resource);
  report(
    context,
    removal.operation,
    { check: "if-match-ignored", place: "outdated", expected: "412", got: statusText(sent) },
    [sent],
  );
}
