// Resources that are created in a list elsewhere than at their own path: `POST /authors/{authorId}/books`
// returns what `GET /books/{bookId}` returns.
import type { Kind } from "./model.ts";
import { parametersOf, successContent } from "./operation-parts.ts";
import type { Schemas } from "./schemas.ts";
import type { StateOperation } from "./state-api.ts";

/** Whether a POST creates resources of a kind: its path lists them, and its response is one. */
export function createsInList(
  schemas: Schemas,
  { collection, schema }: Pick<Kind, "collection" | "schema">,
  operation: StateOperation,
  operations: readonly StateOperation[],
): boolean {
  const { method, path } = operation;
  const isBelowParents = parametersOf(collection).every((name) => path.includes(`{${name}}`));
  if (method !== "POST" || !isBelowParents) return false;
  const identity = schemas.identity(schema);
  const isOne = (node: unknown): boolean => schemas.identity(node) === identity;
  const isList = (node: unknown): boolean => isOne(schemas.follow(node)["items"]);
  const holds = (one: StateOperation, is: (node: unknown) => boolean): boolean => {
    const { schema: body } = successContent(one, schemas);
    return is(body) || Object.values(schemas.properties(body)).some(is);
  };
  return (
    holds(operation, isOne) &&
    operations.some((one) => one.method === "GET" && one.path === path && holds(one, isList))
  );
}
