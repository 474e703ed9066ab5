// Creates a resource of a kind, and its parents.
import type { Json, JsonObject } from "../../document/document.ts";
import { isObject } from "../../document/pointer.ts";
import type { Kind } from "../../runtime/state/model.ts";
import { examplesFor } from "../plan/plan-cases.ts";
import { isConfirmedValue } from "../plan/trial-values.ts";
import type { Sent } from "../send/sender.ts";
import { call } from "./call.ts";
import { createdResource } from "./created-resource.ts";
import type { ModelledOperation } from "./document-model.ts";
import { pathAbove } from "./explore.ts";
import { isDone } from "./response-json.ts";
import type { RunContext } from "./run-context.ts";
import type { PathValues, Resource } from "./known-resources.ts";

/** A created resource, and its request. */
export interface Created {
  readonly resource: Resource;
  readonly creator: ModelledOperation;
  readonly sent: Sent;
  readonly body: Json | undefined;
}

/** Maximum number of ancestors of a resource. */
const deepest = 3;

interface CreateOptions {
  /** Members of the body besides those of `richBody`, where the result is valid. */
  readonly more?: JsonObject;
  /** Number of resources below, whose parents are created. */
  readonly depth?: number;
}

/** Creates a resource; undefined if no operation creates this kind, or the server rejects it. */
export async function createResource(
  context: RunContext,
  kind: Kind,
  { more = {}, depth = 0 }: CreateOptions = {},
): Promise<Created | undefined> {
  const { model, knownResources } = context.parts;
  const [creator] = model.creatorsOf(kind);
  if (creator === undefined || depth > deepest || !context.isAllowed(creator.operation)) return undefined;
  const above = pathAbove(context, kind, true) ?? (await createParent(context, kind, depth));
  if (above === undefined) return undefined;
  const body = bodyWith(context, creator, more);
  const sent = await call(context, creator.operation, "create", {
    path: above,
    ...(body !== undefined && { body }),
  });
  if (!isDone(sent?.response)) return undefined;
  const resource = await createdResource(context, creator, kind, sent);
  if (resource === undefined) return undefined;
  return { resource: knownResources.add(resource), creator, sent, body };
}

async function createParent(context: RunContext, kind: Kind, depth: number): Promise<PathValues | undefined> {
  const parents = context.parts.model.model.kinds
    .filter(({ template, isSingle }) => isSingle !== true && kind.collection.startsWith(`${template}/`))
    .sort((one, other) => other.template.length - one.template.length);
  const [parent] = parents;
  return parent && (await createResource(context, parent, { depth: depth + 1 }))?.resource.path;
}

function bodyWith(context: RunContext, creator: ModelledOperation, more: JsonObject): Json | undefined {
  const body = richBody(context, creator);
  const [slot] = context.slots(creator.operation).bodies;
  if (!isObject(body) || slot === undefined || Object.keys(more).length === 0) return body;
  const whole = { ...body, ...more };
  return isConfirmedValue(slot.at, whole) ? whole : body;
}

/** Returns a body with content: the document's example, else the smallest one. */
export function richBody(context: RunContext, { operation }: ModelledOperation): Json | undefined {
  const [slot] = context.slots(operation).bodies;
  if (slot === undefined) return undefined;
  const examples = examplesFor(operation, slot).filter((value) => isConfirmedValue(slot.at, value));
  return examples[0] ?? slot.smallest;
}
