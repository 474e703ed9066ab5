// Sequence: a write retried with the same key is done once (draft-ietf-httpapi-idempotency-key-header).
import type { Kind } from "../../runtime/state/model.ts";
import { call } from "../run/call.ts";
import { richBody } from "../run/create-resource.ts";
import { createdResource } from "../run/created-resource.ts";
import { pathAbove } from "../run/explore.ts";
import { isDone } from "../run/response-json.ts";
import type { RunContext } from "../run/run-context.ts";
import { addressOf } from "../run/known-resources.ts";
import { report, statusText } from "./sequence.ts";

const field = "idempotency-key";

export async function idempotency(context: RunContext, kind: Kind): Promise<void> {
  const { model, knownResources, coverage } = context.parts;
  const [creator] = model.creatorsOf(kind);
  if (
    creator?.described.parameters.some(
      ({ in: place, name }) => place === "header" && name.toLowerCase() === field,
    ) !== true
  )
    return;
  const above = pathAbove(context, kind, true);
  if (above === undefined) return;
  coverage.other("sequences", `idempotency of ${creator.operation.label}`);
  const body = richBody(context, creator);
  const key = `verify-${context.unique()}`;
  const parts = { path: above, headers: [[field, key]] as const, ...(body !== undefined && { body }) };
  const first = await call(context, creator.operation, "with a key", parts);
  const second = await call(context, creator.operation, "with the same key", parts);
  if (!isDone(first?.response)) return;
  const one = await createdResource(context, creator, kind, first);
  if (one !== undefined) knownResources.add(one);
  if (second === undefined || !isDone(second.response)) {
    if (second?.response?.status !== 409)
      report(
        context,
        creator.operation,
        {
          check: "idempotency-key-ignored",
          place: "repeated",
          expected: "the first response again",
          got: statusText(second),
        },
        [first, second],
      );
    return;
  }
  const other = await createdResource(context, creator, kind, second);
  if (other !== undefined) knownResources.add(other);
  if (one !== undefined && other !== undefined && addressOf(one) !== addressOf(other))
    report(
      context,
      creator.operation,
      {
        check: "idempotency-key-ignored",
        place: "repeated",
        expected: "one resource",
        got: `${addressOf(one)} and ${addressOf(other)}`,
      },
      [first, second],
    );
  await otherBody(context, kind, parts, first);
}

/** A different request with the same key is not a retry. */
async function otherBody(
  context: RunContext,
  kind: Kind,
  parts: Parameters<typeof call>[3],
  first: Parameters<typeof report>[3][number],
): Promise<void> {
  const [creator] = context.parts.model.creatorsOf(kind);
  const [slot] = creator === undefined ? [] : context.slots(creator.operation).bodies;
  if (creator === undefined || slot?.smallest === undefined) return;
  if (JSON.stringify(slot.smallest) === JSON.stringify(parts?.body)) return;
  const declared = creator.operation.responses.map(({ status }) => status);
  if (!declared.includes("422") && !declared.includes("409")) return;
  const sent = await call(context, creator.operation, "the key with another body", {
    ...parts,
    body: slot.smallest,
  });
  if (!isDone(sent?.response)) return;
  const resource = await createdResource(context, creator, kind, sent);
  if (resource !== undefined) context.parts.knownResources.add(resource);
  report(
    context,
    creator.operation,
    {
      check: "idempotency-key-ignored",
      place: "another body",
      expected: "422 or 409",
      got: statusText(sent),
    },
    [first, sent],
  );
}
