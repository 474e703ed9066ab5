// Adding members to lists: which resources a request names, and whether it takes time.
import { own } from "../wire-value.ts";
import { type ListOf } from "./model.ts";
import { bodyPointer, linksOf } from "./links.ts";
import { filledPath } from "./operation-parts.ts";
import { isRecord } from "./record.ts";
import { type Performed, withOwners } from "./request-values.ts";
import type { StateOperation, StateResponse } from "./state-api.ts";
import { outcomeOf, type Subject, success } from "./success.ts";
import type { TenantState } from "./tenant-state.ts";
import type { Resource } from "./resources.ts";
import type { Joining } from "./state-rules.ts";

/** Adds the resources that a body names to a list. */
export function addTo(
  state: TenantState,
  list: ListOf,
  parents: readonly Subject[],
  request: Performed,
): StateResponse {
  const named = joiningOf(list, request.path, [request.body]);
  const isNew = !named.ids.some((id) => state.resources.get(named.collection, id) !== undefined);
  const created = isNew ? createdFor(state, named, request) : undefined;
  const joins = [created === undefined ? named : { ...named, ids: [created.id] }];
  const parent = list.creates && created !== undefined ? { kind: list.kind, entry: created } : parents.at(-1);
  if (parent !== undefined) return startOrJoin(state, parent, joins, request);
  state.join(joins);
  return success(state.rules.schemas, state.rules.model, outcomeOf(request, []));
}

/**
 * If the response is the resource, or if the body names nothing and is not a batch, creates a resource from
 * it, which is added at once.
 */
function createdFor(
  state: TenantState,
  { list, collection, ids }: Joining,
  { body, path }: Performed,
): Resource | undefined {
  const { kind, creates, parent } = list;
  if (!isRecord(body) || kind.isElsewhere === true) return undefined;
  if (!creates && (ids.length > 0 || Object.values(body).some(Array.isArray))) return undefined;
  const { schemas } = state.rules;
  return state.create(kind, collection, withOwners(schemas, kind, { body, path }, parent));
}

/** Adds members to lists: at once, or by work that the document declares to be in progress until then. */
export function startOrJoin(
  state: TenantState,
  subject: Subject,
  joins: readonly Joining[],
  request: Performed,
): StateResponse {
  const link = state.rules.model.workLinks.get(request.operation);
  if (link === undefined) {
    state.join(joins);
    return success(state.rules.schemas, state.rules.model, outcomeOf(request, [subject]));
  }
  const work = state.start(request.operation, link, joins);
  for (const { name, pointer } of state.rules.schemas.about(request.operation, filledParameters)) {
    if (pointer !== link.pointer) continue;
    const found = { name, value: work.id };
    const { entry } = subject;
    entry.foundBy = entry.foundBy === undefined ? [found] : [...entry.foundBy, found];
  }
  const subjects = [{ kind: link.kind, entry: work }, subject];
  return success(state.rules.schemas, state.rules.model, outcomeOf(request, subjects));
}

/**
 * Returns the parameters of other operations that links of a success response fill, with the locations in its
 * body.
 */
function filledParameters(
  _: unknown,
  operation: StateOperation,
): readonly { readonly name: string; readonly pointer: string | undefined }[] {
  return linksOf(operation).flatMap(({ parameters }) =>
    Object.entries(parameters).map(([name, expression]) => ({ name, pointer: bodyPointer(expression) })),
  );
}

/**
 * Returns the resources that lists of references (`[{ senderId }]`) name, by the path parameter of their
 * kind.
 */
export function joiningOf(
  list: ListOf,
  path: Readonly<Record<string, unknown>>,
  values: readonly unknown[],
): Joining {
  const { references, kind } = list;
  const ids: string[] = [];
  const read = (value: unknown): void => {
    if (!isRecord(value)) return;
    for (const name of references) {
      const id = own(value, name);
      if (typeof id !== "string" && typeof id !== "number") continue;
      ids.push(String(id));
      return;
    }
  };
  for (const value of values) {
    if (Array.isArray(value)) for (const one of value) read(one);
    else read(value);
  }
  return {
    list,
    path: filledPath(list.operation.path, path),
    collection: filledPath(kind.collection, path),
    ids,
  };
}
