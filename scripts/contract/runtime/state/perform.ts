// Performs an operation on the state of a tenant.
import { own } from "../wire-value.ts";
import { affected, effectOf } from "./act.ts";
import { declaredError } from "./declared-error.ts";
import { ifMatchHolds } from "./if-match.ts";
import { addTo, joiningOf, startOrJoin } from "./joining.ts";
import type { Kind, ListOf } from "./model.ts";
import { filledPath } from "./operation-parts.ts";
import { pageOf } from "./pages.ts";
import { isJsonPatch } from "./patches.ts";
import { putCreates } from "./put-creates.ts";
import {
  asProperty,
  changeIn,
  completed,
  keptBy,
  type Performed,
  unwrapped,
  withOwners,
} from "./request-values.ts";
import { isRecord, recordOf } from "./record.ts";
import type { Role } from "./role.ts";
import type { StateOperation, StateResponse } from "./state-api.ts";
import { entityTag, outcomeOf, storedIn, type Subject, success, successWith, usualBody } from "./success.ts";
import type { TenantState } from "./tenant-state.ts";
import type { Resource } from "./resources.ts";

export function perform(state: TenantState, role: Role, request: Performed): StateResponse {
  const { schemas } = state.rules;
  const missing = (): StateResponse => declaredError(schemas, request.operation, 404);
  const parents = parentsOf(state, request);
  if (parents === undefined) return missing();
  switch (role.does) {
    case "list":
      return showPage(state, role.list, request);
    case "handle":
      return performOnOne(state, role.kind, request) ?? missing();
    case "handleMember": {
      const id = String(request.path[role.parameter]);
      return performOnMember(state, role.list, { request, parents, id }) ?? missing();
    }
    case "join":
      return addTo(state, role.list, parents, request);
    case "create":
      return create(state, role, request);
    case "replaceByBody":
      return replaceByBody(state, role.kind, request) ?? missing();
    case "act":
      return act(state, role, request) ?? missing();
    case "show":
      return successWith(schemas, request, usualBody(schemas, request.operation));
  }
}

/** Performs an operation on a member of a list; undefined if it is not a member. */
function performOnMember(
  state: TenantState,
  list: ListOf,
  {
    request,
    parents,
    id,
  }: { readonly request: Performed; readonly parents: readonly Subject[]; readonly id: string },
): StateResponse | undefined {
  const { method } = request.operation;
  const { kind } = list;
  const members = state.resources.members(filledPath(list.operation.path, request.path));
  const done = (): StateResponse =>
    success(state.rules.schemas, state.rules.model, outcomeOf(request, parents));
  if (method === "DELETE") return members.delete(id) ? done() : undefined;
  if (method === "PUT" && request.body === undefined) {
    return state.join([{ ...joiningOf(list, request.path, []), ids: [id] }]) > 0 ? done() : undefined;
  }
  const named = { ...request, path: { ...request.path, [kind.parameter]: id } };
  if (members.has(id)) return performOnOne(state, kind, named);
  if (method !== "PUT") return undefined;
  // Adds a member, and creates one where the document lets clients choose its id.
  const response = performOnOne(state, kind, named);
  if (response !== undefined && response.status < 300) members.add(id);
  return response;
}

function performOnOne(state: TenantState, kind: Kind, request: Performed): StateResponse | undefined {
  const { operation, path, headers } = request;
  const { resources } = state;
  const { schemas } = state.rules;
  const collection = filledPath(kind.collection, path);
  const id = idIn(kind, path);
  const entry = resources.get(collection, id) ?? state.assumed(kind, collection, { id, path });
  const condition = textOf(headers["If-Match"]);
  const cases = state.rules.model.putCases.get(operation);
  const answer = (
    subject: Resource,
    declared: StateOperation = operation,
    fields: Readonly<Record<string, string>> = {},
  ): StateResponse => {
    const { root } = request;
    const outcome = outcomeOf({ operation: declared, root, path }, [{ kind, entry: subject }], fields);
    return success(schemas, state.rules.model, outcome);
  };
  if (entry === undefined) {
    if (operation.method !== "PUT" || !mayCreate(state, kind, operation, id)) return undefined;
    if (condition !== undefined) return declaredError(schemas, operation, 412);
    // The id as it was parsed, which may be a number.
    const named = kind.isSingle === true ? {} : { [kind.id]: path[kind.parameter] };
    const given = { ...withOwners(schemas, kind, request), ...named };
    return answer(state.create(kind, collection, given), cases?.created);
  }
  const { ETag: tag } = entityTag(entry);
  if (operation.method === "GET" || operation.method === "HEAD") {
    const known = textOf(headers["If-None-Match"]);
    if (known !== undefined && "304" in operation.responses && noneMatchFails(known, tag))
      return { status: 304, headers: { ETag: tag }, body: undefined };
    // Responses for work in progress request a retry at once, so that tests do not wait.
    return answer(entry, operation, state.work.look(entry) ? { "Retry-After": "0" } : {});
  }
  if (operation.method === "PUT" && textOf(headers["If-None-Match"]) === "*")
    return declaredError(schemas, operation, 412);
  if (condition !== undefined && !ifMatchHolds(condition, tag)) {
    return declaredError(schemas, operation, 412);
  }
  if (operation.method === "DELETE") state.remove(collection, id);
  else if (/^(PATCH|PUT|POST)$/.test(operation.method)) {
    const change = changeIn(entry.value, request);
    if (change === undefined) return declaredError(schemas, operation, 409);
    if (isSpoiled(state, { kind, entry }, request.body, change.given))
      return declaredError(schemas, operation, 400, { errors: [spoils] });
    const owned = change.whole && isRecord(change.given);
    const given = owned
      ? withOwners(schemas, kind, { body: change.given, path })
      : completed(schemas, kind.schema, {
          before: entry.value,
          given: unwrapped(schemas, kind, change.given),
        });
    const kept =
      change.whole && change.given === request.body ? keptBy(schemas, kind, request, entry.value) : {};
    state.update(kind, entry, { ...recordOf(given), ...kept }, change.whole);
  }
  return answer(entry, cases?.replaced);
}

/**
 * Whether a JSON Patch makes a valid resource invalid. It names the locations in the resource itself, whereas
 * other changes may have a schema of their own.
 */
function isSpoiled(
  { rules: { maker } }: TenantState,
  subject: Subject,
  body: unknown,
  value: unknown,
): boolean {
  const { kind, entry } = subject;
  return (
    maker !== undefined &&
    isJsonPatch(body) &&
    maker.isResource(kind, entry.value) &&
    !maker.isResource(kind, value)
  );
}

const spoils = {
  in: "body",
  pointer: "",
  detail: "must leave a resource that is valid by its schema",
} as const;

/** Whether a PUT may create a resource under this id. */
function mayCreate({ rules }: TenantState, kind: Kind, operation: StateOperation, id: string): boolean {
  if (rules.model.literals.get(kind)?.has(id) === true) return false;
  if (kind.isSingle === true) return true;
  return putCreates(rules.schemas, { operation, operations: Object.values(rules.operations), kind }).creates;
}

function showPage(state: TenantState, list: ListOf, request: Performed): StateResponse {
  const { resources } = state;
  const { schemas } = state.rules;
  const path = filledPath(request.operation.path, request.path);
  const { kind, owner } = list;
  const all = list.isAcross
    ? resources.across(path, kind.collection.slice(request.operation.path.length).split("/").length - 1)
    : resources.all(filledPath(kind.collection, request.path));
  const members = list.members ? resources.members(path) : undefined;
  const inPath = owner && request.path[owner.parameter];
  const wanted =
    owner && String(asProperty(schemas, own(schemas.properties(kind.schema), owner.property), inPath));
  const isWhole = members === undefined && owner === undefined;
  const isIn = ({ id, value }: Resource): boolean =>
    (members === undefined || members.has(id)) &&
    (owner === undefined || String(own(value, owner.property)) === wanted);
  const entries = isWhole ? all : all.filter(isIn);
  const page = pageOf(schemas, list, { path, url: request.root + path, query: request.query, entries });
  if ("wrong" in page) {
    const errors = [
      { in: "query" as const, name: page.wrong, detail: "must be a token from a page of this list" },
    ];
    return declaredError(schemas, request.operation, 400, { errors });
  }
  const { fields, body } = page;
  return storedIn(successWith(schemas, { operation: request.operation, fields }, body), body, list.items);
}

function create(
  state: TenantState,
  { kind, parent }: Extract<Role, { readonly does: "create" }>,
  request: Performed,
): StateResponse {
  const { schemas } = state.rules;
  const collection = filledPath(kind.collection, request.path);
  const given = withOwners(schemas, kind, request, parent);
  const chosen = own(given, kind.id);
  if (
    chosen !== undefined &&
    state.resources.get(collection, textOfId(chosen)) !== undefined &&
    "409" in request.operation.responses
  )
    return declaredError(schemas, request.operation, 409);
  const entry = state.create(kind, collection, given);
  if (request.operation.responses["202"] !== undefined) state.work.begin(kind, entry);
  const below = state.rules.model.listsBelow.get(kind) ?? [];
  const path = below.length === 0 ? request.path : { ...request.path, [kind.parameter]: entry.id };
  const values = Object.values(recordOf(request.body));
  const joins = below.map((list) => joiningOf(list, path, values));
  return startOrJoin(state, { kind, entry }, joins, request);
}

/** Returns the resources along the path of a request; undefined if one does not exist. */
export function parentsOf(state: TenantState, { path, through }: Performed): Subject[] | undefined {
  const found: Subject[] = [];
  for (const kind of through) {
    const collection = filledPath(kind.collection, path);
    const id = idIn(kind, path);
    const entry = state.resources.get(collection, id) ?? state.assumed(kind, collection, { id, path });
    if (entry === undefined) return undefined;
    found.push({ kind, entry });
  }
  return found;
}

/** Changes or replaces the resource whose id is in the body; undefined if there is none. */
function replaceByBody(state: TenantState, kind: Kind, request: Performed): StateResponse | undefined {
  const given = recordOf(unwrapped(state.rules.schemas, kind, request.body));
  const id = own(given, kind.id);
  if (id === undefined || id === null) return undefined;
  return performOnOne(state, kind, { ...request, path: { ...request.path, [kind.parameter]: id } });
}

/** Performs the action that the last segment of the path names; undefined if the resource does not exist. */
function act(
  state: TenantState,
  { kind, verb, undoes }: Extract<Role, { readonly does: "act" }>,
  request: Performed,
): StateResponse | undefined {
  const { schemas, model } = state.rules;
  const collection = filledPath(kind.collection, request.path);
  const id = idIn(kind, request.path);
  const entry =
    state.resources.get(collection, id) ?? state.assumed(kind, collection, { id, path: request.path });
  if (entry === undefined) return undefined;
  const effect = effectOf(schemas, kind, verb, undoes);
  if (effect !== undefined) state.update(kind, entry, affected(entry.value, effect), false);
  return success(schemas, model, outcomeOf(request, [{ kind, entry }]));
}

function textOfId(id: unknown): string {
  return typeof id === "string" ? id : JSON.stringify(id);
}

function idIn(kind: Kind, path: Readonly<Record<string, unknown>>): string {
  return kind.isSingle === true ? "" : String(path[kind.parameter]);
}

/**
 * Whether `If-None-Match` matches the current entity tag, by weak comparison
 * (https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2).
 */
function noneMatchFails(field: string, tag: string): boolean {
  return field.trim() === "*" || field.split(",").some((one) => one.trim().replace(/^W\//, "") === tag);
}

/** Returns a header field; undefined if it was not sent. */
function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
