// Does what an operation says by its method and its place among the paths.
import { isRecord } from "../is-record.ts";
import type { ContractOperation } from "./contract.ts";
import { declaredError } from "./declared-error.ts";
import { bodyPointer, type Kind, linksOf, type ListOf, workLinkOf } from "./model.ts";
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
  const left = lists.find((one) => one.members && parentPath(operation.path) === one.operation.path);
  if (operation.method === "DELETE" && left !== undefined) {
    const member = String(Object.values(request.path).at(-1));
    if (!state.store.members(filled(left.operation.path, request.path)).delete(member)) return missing();
    return success(state.schemas, state.model, { ...request, subjects: parents });
  }
  if (operation.method !== "POST") return usual(state, request);
  if (list?.members === true) return addTo(state, list, parents, request);
  const made = kinds.find(({ collection }) => collection === operation.path);
  return made === undefined ? usual(state, request) : create(state, made, request);
}

function performOnOne(state: TestState, kind: Kind, request: Performed): Response | undefined {
  const { operation, path, headers, body } = request;
  const { schemas, store } = state;
  const collection = filled(kind.collection, path);
  const id = String(path[kind.parameter]);
  const entry = store.get(collection, id);
  const answer = (subject: Entry, fields: Readonly<Record<string, string>> = {}): Response =>
    success(schemas, state.model, { ...request, subjects: [{ kind, entry: subject }], fields });
  if (entry === undefined) {
    if (operation.method !== "PUT") return undefined;
    return answer(state.create(kind, collection, { ...(isRecord(body) ? body : {}), [kind.id]: id }));
  }
  // Work that is not done yet asks to be looked at again at once: tests shall not wait.
  if (operation.method === "GET") return answer(entry, state.look(entry) ? { "Retry-After": "0" } : {});
  const condition = textOf(headers["If-Match"]);
  if (condition !== undefined && condition !== "*" && !condition.includes(entityTag(entry)["ETag"] ?? "")) {
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
  const joins = [joiningOf(list, request.path, [request.body])];
  const parent = parents.at(-1);
  if (parent !== undefined) return startOrJoin(state, parent, joins, request);
  state.join(joins);
  return success(state.schemas, state.model, { ...request, subjects: [] });
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
  const { parameter } = list.kind;
  const ids = values
    .flatMap((value): unknown[] => (Array.isArray(value) ? value : [value]))
    .flatMap((value) => (isRecord(value) && typeof value[parameter] === "string" ? [value[parameter]] : []));
  return { list, path: filled(list.operation.path, path), ids };
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
