// Explains how each operation responds, and why, for users who want to know how a document is interpreted.
import { effectOf } from "./act.ts";
import { courseOf } from "./course.ts";
import { type Kind, type ListOf, type Model, type Owner } from "./model.ts";
import { understoodFilter } from "./filters.ts";
import { pageSizeOf } from "./page-parts.ts";
import { pageStyleOf } from "./page-style.ts";
import { pageTokenOf } from "./pages.ts";
import { putCreates } from "./put-creates.ts";
import { type Role, roleOf, sourceOf } from "./role.ts";
import { sortingOf } from "./sorting.ts";
import type { Schemas } from "./schemas.ts";
import type { StateOperation } from "./state-api.ts";

/** How one operation responds. */
export interface Explanation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  /** Where the body of a success response comes from. */
  readonly by: "state" | "example" | "schema" | "nothing";
  /** What the operation does: `creates a resource of /pools`. */
  readonly does: string;
  /** The part of the document that implies it. */
  readonly why: string;
  /**
   * Interpretations that the document does not declare and that were inferred from names: one sentence each.
   */
  readonly guesses: readonly string[];
}

/** Explains one of the operations of a document. */
export function explain(
  schemas: Schemas,
  { model, operations }: ExplainedApi,
  operation: StateOperation,
): Explanation {
  const { operationId, method, path } = operation;
  const role = roleOf(model, schemas, operation);
  const told = tell(schemas, { model, operations }, operation, role);
  const by = role.does === "show" ? sourceOf(schemas, operation) : "state";
  return { operationId, method, path, by, ...told };
}

/** A document's operations with the resources inferred from them. */
export interface ExplainedApi {
  readonly model: Model;
  readonly operations: readonly StateOperation[];
}

/** The parts of an explanation that depend on the operation's role. */
type Told = Pick<Explanation, "does" | "why" | "guesses">;

function tell(schemas: Schemas, about: ExplainedApi, operation: StateOperation, role: Role): Told {
  const { model } = about;
  const { method, path } = operation;
  switch (role.does) {
    case "list": {
      const { list } = role;
      const whose = list.members
        ? `the resources that joined ${path}`
        : `the resources of ${list.kind.collection}`;
      return {
        does: `lists ${whose}`,
        why: `its success is a list of the resources that ${list.kind.fetch.operationId} returns`,
        guesses: [...idGuess(schemas, list.kind), ...ownerGuess(list), ...filterGuesses(schemas, list)],
      };
    }
    case "handle": {
      const unknown = unknownId(schemas, operation, about.operations, role.kind);
      return {
        does: `${verbOf(operation, unknown)} the resource at ${path}`,
        why: `${role.kind.fetch.operationId} returns ${role.kind.isSingle === true ? "it" : `one by ${role.kind.parameter}`}${unknown.why}`,
        guesses: [
          ...idGuess(schemas, role.kind),
          ...unknown.guesses,
          ...(method === "POST" ? ["POST changes the properties that its body has"] : []),
          ...(method in verbs ? [] : [`${method} changes nothing`]),
        ],
      };
    }
    case "handleMember":
      return {
        does: `${memberVerbs[method] ?? verbs[method] ?? "responds with"} a resource of ${role.list.operation.path}`,
        why: `${role.list.operation.operationId} lists the resources that joined, and {${role.parameter}} names one`,
        guesses: idGuess(schemas, role.list.kind),
      };
    case "join":
      return {
        does: role.list.creates ? `creates a resource that joins ${path}` : `lets resources join ${path}`,
        why: `${role.list.operation.operationId} lists resources of ${role.list.kind.collection}`,
        guesses: [
          `resources are named by ${role.list.references.join(" or ")} in the body; a body that names none is a new resource`,
          ...parentGuess(role.list.parent),
          ...workGuess(operation, model),
        ],
      };
    case "create":
      return {
        does: `creates a resource of ${role.kind.collection}`,
        why: `${role.kind.fetch.operationId} returns one of ${role.kind.collection}`,
        guesses: [
          ...idGuess(schemas, role.kind),
          ...parentGuess(role.parent),
          ...workGuess(operation, model),
          ...courseGuess(schemas, operation, role.kind),
        ],
      };
    case "replaceByBody": {
      const unknown = unknownId(schemas, operation, about.operations, role.kind);
      return {
        does: `${verbOf(operation, unknown)} the resource of ${path} whose ${role.kind.id} is in the body`,
        why: `${role.kind.fetch.operationId} returns one of ${path}${unknown.why}`,
        guesses: [`the member is chosen by ${role.kind.id}`, ...unknown.guesses],
      };
    }
    case "act": {
      const effect = effectOf(schemas, role.kind, role.verb, role.undoes);
      return {
        does:
          effect === undefined
            ? "changes nothing"
            : `sets ${effect.property} to ${JSON.stringify(effect.value)}`,
        why: `its path is that of ${role.kind.fetch.operationId} with a verb appended`,
        guesses: [
          effect === undefined ? `no property has a value for ${role.verb}` : `${role.verb} means that`,
        ],
      };
    }
    case "show":
      return shown(schemas, operation);
  }
}

/** What a PUT does with an unknown id: part of the reason if the document decides, otherwise a guess. */
interface UnknownId {
  readonly creates: boolean;
  readonly why: string;
  readonly guesses: readonly string[];
}

function unknownId(
  schemas: Schemas,
  operation: StateOperation,
  operations: readonly StateOperation[],
  kind: Kind,
): UnknownId {
  if (operation.method !== "PUT" || kind.isSingle === true || kind.origin === "assumed")
    return { creates: false, why: "", guesses: [] };
  const { creates, why, isDeclared } = putCreates(schemas, { operation, operations, kind });
  const says = `an unknown ${kind.id} ${creates ? "is created" : "is a 404"}, since ${why}`;
  return { creates, why: isDeclared ? `; ${says}` : "", guesses: isDeclared ? [] : [says] };
}

function verbOf({ method }: StateOperation, { creates }: UnknownId): string {
  return creates ? "replaces, or creates," : (verbs[method] ?? "responds with");
}

const verbs: Readonly<Record<string, string>> = {
  GET: "fetches",
  PUT: "replaces",
  PATCH: "changes",
  POST: "changes",
  DELETE: "removes",
};
const memberVerbs: Readonly<Record<string, string>> = { PUT: "joins", DELETE: "removes from the list" };

function shown(schemas: Schemas, operation: StateOperation): Told {
  const source = sourceOf(schemas, operation);
  const does = {
    example: "responds with the document's example",
    schema: "responds with the smallest value that its schema allows",
    nothing: "responds without content",
  };
  const isRead = operation.method === "GET";
  return {
    does: does[source],
    why: isRead
      ? "no path returns its resource by an id"
      : "its path is neither that of a resource nor of a collection",
    guesses: isRead ? [] : ["it changes nothing"],
  };
}

function idGuess(schemas: Schemas, { parameter, id, origin, isSingle, schema }: Kind): string[] {
  const isShown = isSingle === true || Object.hasOwn(schemas.properties(schema), id);
  const named = isShown
    ? parameter === id
      ? []
      : [`{${parameter}} is the property ${id}`]
    : [`{${parameter}} is in no property: only URLs contain it`];
  const assumed =
    isSingle === true ? "it exists from the start" : `no operation creates it: any {${parameter}} exists`;
  return [...named, ...(origin === "assumed" ? [assumed] : [])];
}

function ownerGuess({ owner }: ListOf): string[] {
  return owner === undefined ? [] : [`resources belong to it by ${owner.property}`];
}

function parentGuess(parent: Owner | undefined): string[] {
  return parent === undefined
    ? []
    : [`${parent.property} of a new resource is {${parent.parameter}} of the path`];
}

/** Returns how the status of a created resource changes, if its creation is only accepted. */
function courseGuess(schemas: Schemas, { responses }: StateOperation, kind: Kind): string[] {
  const course = "202" in responses ? courseOf(schemas, kind) : undefined;
  if (course === undefined) return [];
  const { property, begin, end } = course;
  return [`${property} goes from ${begin} to ${end} after it was fetched once`];
}

function workGuess(operation: StateOperation, model: Model): string[] {
  const link = model.workLinks.get(operation);
  return link === undefined ? [] : [`the work that it starts is done after it was fetched once`];
}

/**
 * Returns which page or order parameter a query parameter is taken for; a token that a link names is not a
 * guess.
 */
function pageOrOrder(schemas: Schemas, list: ListOf, name: string): string | undefined {
  const { by, direction } = sortingOf(schemas, list);
  if (name === by) return "names the properties that resources are sorted by";
  if (name === direction) return "selects ascending or descending order";
  if (pageTokenOf(list) !== undefined) return undefined;
  const { cursor, offset, page, firstPage, isId } = pageStyleOf(schemas, list);
  // In the order in which pages are resolved.
  if (name === cursor)
    return isId
      ? "is the id of the last resource of the page before"
      : "is the token that the page before returns";
  if (name === offset) return "is how many resources are passed over";
  return name === page ? `is the number of a page, counted from ${firstPage}` : undefined;
}

function filterGuesses(schemas: Schemas, list: ListOf): string[] {
  const { name } = pageSizeOf(schemas, list);
  const queries = list.operation.parameters.filter((parameter) => parameter.in === "query");
  return queries.flatMap((parameter) => {
    if (parameter.name === name) return [`${name} is the size of a page`];
    const order = pageOrOrder(schemas, list, parameter.name);
    if (order !== undefined) return [`${parameter.name} ${order}`];
    const meaning = understoodFilter(schemas, list, parameter.name);
    if (meaning === undefined && parameter.name === pageTokenOf(list)?.name) return [];
    return [`${parameter.name} ${meaning ?? "is ignored"}`];
  });
}
