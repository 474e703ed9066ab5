// What an operation does to the state, by its method and its place among the paths; decided once for each.
import { type Kind, type ListOf, type Model, successContent } from "./model.ts";
import type { Schemas } from "./schemas.ts";
import type { StateOperation } from "./state-api.ts";

export type Role =
  /** Gives a page of a list. */
  | { readonly does: "list"; readonly list: ListOf }
  /** Fetches, changes, replaces or removes one thing, by its method. */
  | { readonly does: "handle"; readonly kind: Kind }
  /** The same through a list that the thing has joined; PUT without a body joins, DELETE leaves. */
  | { readonly does: "handleMember"; readonly list: ListOf; readonly parameter: string }
  /** Lets things join a list. */
  | { readonly does: "join"; readonly list: ListOf }
  | { readonly does: "create"; readonly kind: Kind }
  /** The shape of the document does not say: the response is its example, else the smallest that its schema allows. */
  | { readonly does: "show" };

export function roleOf({ kinds, lists }: Model, operation: StateOperation): Role {
  const { method, path } = operation;
  const list = lists.find((one) => one.operation.path === path);
  if (method === "GET" && list?.operation === operation) return { does: "list", list };
  const kind = kinds.find(({ template }) => template === path);
  if (kind !== undefined) return { does: "handle", kind };
  const [, parent, parameter] = /^(.*)\/\{([^{}/]+)\}$/.exec(path) ?? [];
  const joined = lists.find((one) => one.members && one.operation.path === parent);
  if (joined !== undefined && parameter !== undefined)
    return { does: "handleMember", list: joined, parameter };
  if (method !== "POST") return { does: "show" };
  if (list?.members === true) return { does: "join", list };
  const made = kinds.find(({ collection }) => collection === path);
  return made === undefined ? { does: "show" } : { does: "create", kind: made };
}

/** Where a response that is not about the state comes from. */
export function sourceOf(schemas: Schemas, operation: StateOperation): "example" | "schema" | "nothing" {
  const content = successContent(operation, schemas);
  if (Object.keys(content).length === 0) return "nothing";
  const example = schemas.example(content) ?? schemas.example(content["schema"]);
  return example === undefined ? "schema" : "example";
}
