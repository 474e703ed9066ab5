// Lets a thing join a list, below something that this run created.
import type { Json } from "../../document/document.ts";
import { search } from "../../containment/search.ts";
import type { ListOf } from "../../runtime/state/model.ts";
import type { Sent } from "../send/sender.ts";
import { followWork } from "../sequences/work.ts";
import { call } from "./call.ts";
import { createThing } from "./create-thing.ts";
import type { ModelledOperation } from "./document-model.ts";
import { isDone } from "./response-json.ts";
import type { RunContext } from "./run-context.ts";
import type { Thing } from "./world.ts";

export interface Joined {
  readonly holder: Thing;
  /** Of the thing that joined. */
  readonly id: string | number;
  readonly join: ModelledOperation;
  readonly sent: Sent;
}

/** Undefined where nothing is known that could join, or the server does not let it. */
export async function joinList(context: RunContext, list: ListOf): Promise<Joined | undefined> {
  const { model, world } = context.parts;
  const holderKind = model.model.kinds.find(
    ({ template, isSingle }) => isSingle !== true && list.operation.path.startsWith(`${template}/`),
  );
  const join = model.operations.find(({ role }) => role.does === "join" && role.list === list);
  if (holderKind === undefined || join === undefined || !context.isAllowed(join.operation)) return undefined;
  const id = world.of(list.kind)[0]?.path[list.kind.parameter];
  const body = id === undefined ? undefined : bodyNaming(context, join, list, id);
  const holder = body === undefined ? undefined : (await createThing(context, holderKind))?.thing;
  if (holder === undefined || id === undefined || body === undefined) return undefined;
  const sent = await call(context, join.operation, "join", { path: holder.path, body });
  if (!isDone(sent?.response)) return undefined;
  await followWork(context, join, sent);
  return { holder, id, join, sent };
}

/** The smallest body that names a thing under one of the names that the list has for it. */
function bodyNaming(
  context: RunContext,
  { operation }: ModelledOperation,
  { references, kind }: ListOf,
  id: Json,
): Json | undefined {
  const [slot] = context.slots(operation).bodies;
  if (slot === undefined) return undefined;
  const named = [...new Set([...references, kind.id])].flatMap((name): Json[] => {
    const object = { type: "object", required: [name], properties: { [name]: { const: id } } };
    return [object, { type: "array", minItems: 1, items: object }];
  });
  const ids = { type: "array", minItems: 1, items: { const: id } };
  for (const wanted of [...named, ids]) {
    const { reading, part } = slot.at;
    const found = search({
      accepts: [
        { ...reading, ...part },
        { root: {}, schema: wanted, view: "none", closed: false },
      ],
      refuses: [],
    });
    if (found.kind === "found") return found.instance;
  }
  return undefined;
}
