// The role of an operation for the state, inferred once from its method and its path.
import type { Kind, ListOf, Model, Owner } from "./model.ts";
import { parametersOf, successContent } from "./operation-parts.ts";
import type { Schemas } from "./schemas.ts";
import type { StateOperation } from "./state-api.ts";

export type Role =
  /** Returns a page of a list. */
  | { readonly does: "list"; readonly list: ListOf }
  /** Fetches, changes, replaces or removes one resource, by its method. */
  | { readonly does: "handle"; readonly kind: Kind }
  /** The same for a member of a list; PUT without a body adds it, DELETE removes it from the list. */
  | { readonly does: "handleMember"; readonly list: ListOf; readonly parameter: string }
  /** Adds members to a list. */
  | { readonly does: "join"; readonly list: ListOf }
  | { readonly does: "create"; readonly kind: Kind; readonly parent?: Owner | undefined }
  /** Changes or replaces the resource whose id is in the body: `PUT /pets`. */
  | { readonly does: "replaceByBody"; readonly kind: Kind }
  /** Sets the state of a resource that the last segment of the path names. */
  | { readonly does: "act"; readonly kind: Kind; readonly verb: string; readonly undoes: boolean }
  /** No role can be inferred: the response is the declared example, else the minimal value of its schema. */
  | { readonly does: "show" };

export function roleOf({ kinds, lists }: Model, schemas: Schemas, operation: StateOperation): Role {
  const { method, path } = operation;
  const list = lists.find((one) => one.operation.path === path);
  if (method === "GET" && list?.operation === operation) return { does: "list", list };
  const kind = kinds.find(({ template }) => template === path);
  if (kind !== undefined) return { does: "handle", kind };
  const [, parent, parameter] = /^(.*)\/\{([^{}/]+)\}$/.exec(path) ?? [];
  const joined = lists.find((one) => one.members && one.operation.path === parent);
  if (joined !== undefined && parameter !== undefined)
    return { does: "handleMember", list: joined, parameter };
  const made = kinds.find(({ collection, isSingle }) => isSingle !== true && collection === path);
  if (made !== undefined && (method === "PUT" || method === "PATCH"))
    return { does: "replaceByBody", kind: made };
  const action = list === undefined ? actionOf(kinds, operation) : undefined;
  if (action !== undefined) return action;
  if (method !== "POST") return { does: "show" };
  if (list?.members === true) return { does: "join", list };
  if (made === undefined && list?.creates === true)
    return { does: "create", kind: list.kind, parent: list.parent };
  const created = made ?? sameKind({ kinds, schemas }, operation);
  return created === undefined ? { does: "show" } : { does: "create", kind: created };
}

/**
 * Returns the role of `POST /pools/{id}/archive`, or of the call that undoes it: a verb below the path of a
 * resource.
 */
function actionOf(kinds: readonly Kind[], { method, path }: StateOperation): Role | undefined {
  const [, parent, verb] = /^(.*)\/([A-Za-z][\w-]*)$/.exec(path) ?? [];
  const [, colonParent, colonVerb] = /^(.*\}):([A-Za-z]\w*)$/.exec(path) ?? [];
  const kind = kinds.find(({ template }) => template === (colonParent ?? parent));
  if (kind === undefined || !/^(POST|PUT|PATCH|DELETE)$/.test(method)) return undefined;
  const isList = kinds.some(({ collection }) => collection === path);
  const word = colonVerb ?? verb;
  return isList || word === undefined
    ? undefined
    : { does: "act", kind, verb: word, undoes: method === "DELETE" };
}

/**
 * Returns the kind that a POST creates outside of a collection's path: its response has the schema of an
 * operation that fetches one by id.
 */
function sameKind(
  { kinds, schemas }: { readonly kinds: readonly Kind[]; readonly schemas: Schemas },
  operation: StateOperation,
): Kind | undefined {
  const identity = schemas.identity(successContent(operation, schemas)["schema"]);
  const same = kinds.filter(
    (kind) =>
      kind.isSingle !== true &&
      identity !== "" &&
      schemas.identity(kind.schema) === identity &&
      parametersOf(kind.collection).every((name) => operation.path.includes(`{${name}}`)),
  );
  return same.length === 1 && !operation.path.includes("}/") ? same[0] : undefined;
}

/** Returns the kinds of the resources along an operation's path, the outermost first. */
export function kindsAbove({ kinds }: Model, { path }: StateOperation): Kind[] {
  return kinds.filter(({ template, isSingle }) => isSingle !== true && path.startsWith(`${template}/`));
}

/** Returns where a response that does not depend on the state comes from. */
export function sourceOf(schemas: Schemas, operation: StateOperation): "example" | "schema" | "nothing" {
  const content = successContent(operation, schemas);
  if (Object.keys(content).length === 0) return "nothing";
  const example = schemas.example(content) ?? schemas.example(content["schema"]);
  return example === undefined ? "schema" : "example";
}
