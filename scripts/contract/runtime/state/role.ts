// The role of an operation for the state, inferred once from its method and its path.
import type { KindPaths } from "./kind-paths.ts";
import type { Kind, ListOf, Model, Owner } from "./model.ts";
import { successContent } from "./operation-parts.ts";
import type { Schemas } from "./schemas.ts";
import type { StateOperation } from "./state-api.ts";

/** What an operation does to the state. */
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

export function roleOf(
  { kindPaths, listAt }: Pick<Model, "kindPaths" | "listAt">,
  schemas: Schemas,
  operation: StateOperation,
): Role {
  const { method, path } = operation;
  const list = listAt.get(path);
  if (method === "GET" && list?.operation === operation) return { does: "list", list };
  const [kind] = kindPaths.withTemplate(path);
  if (kind !== undefined) return { does: "handle", kind };
  const [, parent, parameter] = /^(.*)\/\{([^{}/]+)\}$/.exec(path) ?? [];
  const joined = parent === undefined ? undefined : listAt.get(parent);
  if (joined?.members === true && parameter !== undefined)
    return { does: "handleMember", list: joined, parameter };
  const made = kindPaths.withCollection(path).find(({ isSingle }) => isSingle !== true);
  if (made !== undefined && (method === "PUT" || method === "PATCH"))
    return { does: "replaceByBody", kind: made };
  const action = list === undefined ? actionOf(kindPaths, operation) : undefined;
  if (action !== undefined) return action;
  if (method !== "POST") return { does: "show" };
  if (list?.members === true) return { does: "join", list };
  if (made === undefined && list?.creates === true)
    return { does: "create", kind: list.kind, parent: list.parent };
  const created = made ?? sameKind(kindPaths, schemas, operation);
  return created === undefined ? { does: "show" } : { does: "create", kind: created };
}

/**
 * Returns the role of `POST /pools/{id}/archive`, or of the call that undoes it: a verb below the path of a
 * resource.
 */
function actionOf(kindPaths: KindPaths<Kind>, { method, path }: StateOperation): Role | undefined {
  const [, parent, verb] = /^(.*)\/([A-Za-z][\w-]*)$/.exec(path) ?? [];
  const [, colonParent, colonVerb] = /^(.*\}):([A-Za-z]\w*)$/.exec(path) ?? [];
  const [kind] = kindPaths.withTemplate(colonParent ?? parent ?? "");
  if (kind === undefined || !/^(POST|PUT|PATCH|DELETE)$/.test(method)) return undefined;
  const isList = kindPaths.withCollection(path).length > 0;
  const word = colonVerb ?? verb;
  return isList || word === undefined
    ? undefined
    : { does: "act", kind, verb: word, undoes: method === "DELETE" };
}

/**
 * Returns the kind that a POST creates outside of a collection's path: its response has the schema of an
 * operation that fetches one by id.
 */
function sameKind(kindPaths: KindPaths<Kind>, schemas: Schemas, operation: StateOperation): Kind | undefined {
  const { schema } = successContent(operation, schemas);
  if (schemas.identity(schema) === "" || operation.path.includes("}/")) return undefined;
  const { first, isOnly } = kindPaths.fitting(schema, operation.path);
  return isOnly ? first : undefined;
}

/** Returns the kinds of the resources along an operation's path, the outermost first. */
export function kindsAbove({ kindPaths }: Model, { path }: StateOperation): Kind[] {
  return kindPaths.above(path).filter(({ isSingle }) => isSingle !== true);
}

/** Returns where a response that does not depend on the state comes from. */
export function sourceOf(schemas: Schemas, operation: StateOperation): "example" | "schema" | "nothing" {
  const content = successContent(operation, schemas);
  if (Object.keys(content).length === 0) return "nothing";
  const example = schemas.example(content) ?? schemas.example(content["schema"]);
  return example === undefined ? "schema" : "example";
}
