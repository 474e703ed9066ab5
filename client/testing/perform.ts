// Does what an operation says by its method and its place among the paths.
import { isRecord } from "../is-record.ts";
import type { ContractOperation } from "./contract.ts";
import { declaredError } from "./declared-error.ts";
import { ifMatchHolds } from "./if-match.ts";
import { bodyPointer, type Kind, linksOf, type ListOf, workLinkOf } from "./model.ts";
import { getOwn } from "./own-property.ts";
import { pageOf } from "./pages.ts";
import type { ReadRequest } from "./read-request.ts";
import type { Joining, TestState } from "./state.ts";
import type { Entry } from "./store.ts";
import { entityTag, success, textFor, usualBody } from "./success.ts";

/** A request that keeps to the contract. */
export interface Performed extends ReadRequest {
  readonly operation: ContractOperation;
  readonly root: string;
}

interface Subject {
  readonly kind: Kind;
  readonly entry: Entry;
}

export function perform(state: TestState, request: Performed): Response {
  const { operation } = request;
  const { kinds, lists } = state.model;
  const missing = (): Response => declaredError(state.schemas, operation, 404);
  const parents = parentsOf(state, request);
  if (parents === undefined) return missing();
  const list = lists.find((one) => one.operation.path === operation.path);
  const kind = kinds.find(({ template }) => template === operation.path);
  if (operation.method === "GET" && list?.operation === operation) return showPage(state, list, request);
  if (kind !== undefined) return performOnOne(state, kind, request) ?? missing();
  const joined = lists.find((one) => one.members && parentPath(operation.path) === one.operation.path);
  const member = joined && /\/\{([^{}/]+)\}$/.exec(operation.path)?.[1];
  if (joined !== undefined && member !== undefined) {
    return (
      performOnMember(state, joined, { request, parents, id: String(request.path[member]) }) ?? missing()
    );
  }
  if (operation.method !== "POST") return usual(state, request);
  if (list?.members === true) return addTo(state, list, parents, request);
  const made = kinds.find(({ collection }) => collection === operation.path);
  return made === undefined ? usual(state, request) : create(state, made, request);
}

/** What is done to a thing through a list that it has joined; undefined where it has not. */
function performOnMember(
  state: TestState,
  list: ListOf,
  {
    request,
    parents,
    id,
  }: { readonly request: Performed; readonly parents: readonly Subject[]; readonly id: string },
): Response | undefined {
  const { method } = request.operation;
  const { kind } = list;
  const members = state.store.members(filled(list.operation.path, request.path));
  const done = (): Response => success(state.schemas, state.model, { ...request, subjects: parents });
  if (method === "DELETE") return members.delete(id) ? done() : undefined;
  if (method === "PUT" && request.body === undefined) {
    return state.join([{ ...joiningOf(list, request.path, []), ids: [id] }]) > 0 ? done() : undefined;
  }
  if (!members.has(id)) return undefined;
  return performOnOne(state, kind, { ...request, path: { ...request.path, [kind.parameter]: id } });
}

function performOnOne(state: TestState, kind: Kind, request: Performed): Response | undefined {
  const { operation, path, headers, body } = request;
  const { schemas, store } = state;
  const collection = filled(kind.collection, path);
  const id = String(path[kind.parameter]);
  const entry = store.get(collection, id);
  const condition = textOf(headers["If-Match"]);
  const answer = (subject: Entry, fields: Readonly<Record<string, string>> = {}): Response =>
    success(schemas, state.model, { ...request, subjects: [{ kind, entry: subject }], fields });
  if (entry === undefined) {
    if (operation.method !== "PUT") return undefined;
    if (condition !== undefined) return declaredError(schemas, operation, 412);
    return answer(state.create(kind, collection, { ...(isRecord(body) ? body : {}), [kind.id]: id }));
  }
  // Work that is not done yet asks to be looked at again at once: tests shall not wait.
  if (operation.method === "GET") return answer(entry, state.look(entry) ? { "Retry-After": "0" } : {});
  if (condition !== undefined && !ifMatchHolds(condition, entityTag(entry)["ETag"] ?? "")) {
    return declaredError(schemas, operation, 412);
  }
  if (operation.method === "DELETE") state.remove(collection, id);
  else if (operation.method === "PATCH" || operation.method === "PUT")
    state.update(kind, entry, body, operation.method === "PUT");
  return answer(entry);
}

function showPage(state: TestState, list: ListOf, request: Performed): Response {
  const { schemas, store } = state;
  const path = filled(request.operation.path, request.path);
  const all = store.all(filled(list.kind.collection, request.path));
  const members = list.members ? store.members(path) : undefined;
  const entries = members === undefined ? all : all.filter(({ id }) => members.has(id));
  const page = pageOf(schemas, list, { path, query: request.query, entries });
  if ("wrong" in page) {
    const errors = [
      { in: "query" as const, name: page.wrong, detail: "must be a token from a page of this list" },
    ];
    return declaredError(schemas, request.operation, 400, { errors });
  }
  const outcome = { ...request, subjects: [] };
  const { status, headers } = success(schemas, state.model, outcome);
  return new Response(JSON.stringify(page.body), { status, headers });
}

function create(state: TestState, kind: Kind, request: Performed): Response {
  const entry = state.create(kind, filled(kind.collection, request.path), request.body);
  const path = { ...request.path, [kind.parameter]: entry.id };
  const below = state.model.lists.filter(
    ({ members, operation }) => members && operation.path.startsWith(`${kind.template}/`),
  );
  const joins = below.map((list) =>
    joiningOf(list, path, Object.values(isRecord(request.body) ? request.body : {})),
  );
  return startOrJoin(state, { kind, entry }, joins, request);
}

function addTo(state: TestState, list: ListOf, parents: readonly Subject[], request: Performed): Response {
  const named = joiningOf(list, request.path, [request.body]);
  const joins = [named.ids.length > 0 ? named : createdFor(state, named, request.body)];
  const parent = parents.at(-1);
  if (parent !== undefined) return startOrJoin(state, parent, joins, request);
  state.join(joins);
  return success(state.schemas, state.model, { ...request, subjects: [] });
}

/** A body that names nothing, and is no batch, is a new thing, which joins the list at once. */
function createdFor(state: TestState, joining: Joining, body: unknown): Joining {
  const { list, collection } = joining;
  if (!isRecord(body) || Object.values(body).some(Array.isArray) || list.kind.isElsewhere === true)
    return joining;
  return { ...joining, ids: [state.create(list.kind, collection, body).id] };
}

function startOrJoin(
  state: TestState,
  subject: Subject,
  joins: readonly Joining[],
  request: Performed,
): Response {
  const link = workLinkOf(request.operation, state.model);
  if (link === undefined) {
    state.join(joins);
    return success(state.schemas, state.model, { ...request, subjects: [subject] });
  }
  const work = state.start(link, joins);
  for (const { parameters } of linksOf(request.operation)) {
    for (const [name, expression] of Object.entries(parameters)) {
      if (bodyPointer(expression) !== link.pointer) continue;
      const found = subject.entry.foundBy.get(name) ?? new Set<string>();
      subject.entry.foundBy.set(name, found.add(work.id));
    }
  }
  const subjects = [{ kind: link.kind, entry: work }, subject];
  return success(state.schemas, state.model, { ...request, subjects });
}

/** Those whom lists of references (`[{ senderId }]`) name, by the path parameter of their kind. */
function joiningOf(
  list: ListOf,
  path: Readonly<Record<string, unknown>>,
  values: readonly unknown[],
): Joining {
  const { references, kind } = list;
  const ids = values
    .flatMap((value): unknown[] => (Array.isArray(value) ? value : [value]))
    .flatMap((value) => (isRecord(value) ? [references.map((name) => getOwn(value, name))] : []))
    .flatMap((named) => named.find((id) => typeof id === "string" || typeof id === "number") ?? [])
    .map(String);
  return { list, path: filled(list.operation.path, path), collection: filled(kind.collection, path), ids };
}

/** The things that a path leads through; undefined when one does not exist. */
function parentsOf({ model, store }: TestState, { operation, path }: Performed): Subject[] | undefined {
  const through = model.kinds.filter(({ template }) => operation.path.startsWith(`${template}/`));
  const found = through.flatMap((kind): Subject[] => {
    const entry = store.get(filled(kind.collection, path), String(path[kind.parameter]));
    return entry === undefined ? [] : [{ kind, entry }];
  });
  return found.length === through.length ? found : undefined;
}

/** Nothing is known of what it does: the document's example. */
function usual(state: TestState, request: Performed): Response {
  const answer = success(state.schemas, state.model, { ...request, subjects: [] });
  const { status, headers } = answer;
  if (answer.body === null) return answer;
  const body = usualBody(state.schemas, request.operation);
  return new Response(textFor(headers.get("Content-Type") ?? "", body), { status, headers });
}

function filled(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
}

/** A header field, where one came. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function parentPath(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}
