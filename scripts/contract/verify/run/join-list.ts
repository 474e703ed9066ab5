// Adds a resource to a list, below a resource that this run created.
import type { Json } from "../../document/document.ts";
import { search } from "../../containment/search.ts";
import type { ListOf } from "../../runtime/state/model.ts";
import type { Sent } from "../send/sender.ts";
import { followWork } from "../sequences/work.ts";
import { call } from "./call.ts";
import { createResource } from "./create-resource.ts";
import type { ModelledOperation } from "./document-model.ts";
import { isDone } from "./response-json.ts";
import type { RunContext } from "./run-context.ts";
import type { Resource } from "./known-resources.ts";

/** The result of an addition to a list. */
export interface Joined {
  readonly holder: Resource;
  /** Ids of the added resources. */
  readonly ids: readonly (string | number)[];
  readonly join: ModelledOperation;
  readonly sent: Sent;
}

/** Adds resources to a list; undefined if none is known that can be added, or the server rejects it. */
export async function joinList(context: RunContext, list: ListOf, most = 1): Promise<Joined | undefined> {
  const { model, knownResources } = context.parts;
  const holderKind = model.model.kinds.find(
    ({ template, isSingle }) => isSingle !== true && list.operation.path.startsWith(`${template}/`),
  );
  const join = model.operations.find(({ role }) => role.does === "join" && role.list === list);
  if (holderKind === undefined || join === undefined || !context.isAllowed(join.operation)) return undefined;
  const known = knownResources.of(list.kind).flatMap(({ path }) => path[list.kind.parameter] ?? []);
  const [ids, body] = joining(context, join, list, known.slice(0, most));
  const holder = body === undefined ? undefined : (await createResource(context, holderKind))?.resource;
  if (holder === undefined || body === undefined) return undefined;
  const sent = await call(context, join.operation, "join", { path: holder.path, body });
  if (!isDone(sent?.response)) return undefined;
  await followWork(context, join, sent);
  return { holder, ids, join, sent };
}

/** Returns as many resources as one body can name: all, or the first. */
function joining(
  context: RunContext,
  join: ModelledOperation,
  list: ListOf,
  known: readonly (string | number)[],
): [ids: readonly (string | number)[], body: Json | undefined] {
  for (const ids of [known, known.slice(0, 1)]) {
    const body = ids.length === 0 ? undefined : bodyNaming(context, join, list, ids);
    if (body !== undefined) return [ids, body];
  }
  return [[], undefined];
}

/** Returns the smallest body that names resources, with the property name that the list uses for them. */
function bodyNaming(
  context: RunContext,
  { operation }: ModelledOperation,
  { references, kind }: ListOf,
  ids: readonly (string | number)[],
): Json | undefined {
  const [slot] = context.slots(operation).bodies;
  if (slot === undefined) return undefined;
  const listed = (items: readonly Json[]): Json => ({
    type: "array",
    minItems: items.length,
    maxItems: items.length,
    prefixItems: items,
  });
  const named = [...new Set([...references, kind.id])].flatMap((name): Json[] => {
    const objects = ids.map((id): Json => ({
      type: "object",
      required: [name],
      properties: { [name]: { const: id } },
    }));
    return [...(objects.length === 1 ? objects : []), listed(objects)];
  });
  for (const wanted of [...named, listed(ids.map((id) => ({ const: id })))]) {
    const { reading, part } = slot.at;
    const found = search({
      accepts: [
        { ...reading, ...part },
        { root: {}, schema: wanted, view: "none", closed: false },
      ],
      rejects: [],
    });
    if (found.kind === "found") return found.instance;
  }
  return undefined;
}
