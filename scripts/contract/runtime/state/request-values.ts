// What the body and the path of a request say about the thing that it is about.
import { setOwn } from "../wire-value.ts";
import type { Kind } from "./model.ts";
import { isJsonPatch, jsonPatched, mergePatched, PatchFails } from "./patches.ts";
import { isRecord } from "./record.ts";
import type { Schemas } from "./schemas.ts";
import type { StateOperation, StateRequest } from "./state-api.ts";

/** A request, and the operation that it is of. */
export interface Performed extends StateRequest {
  readonly operation: StateOperation;
  /** The kinds of the things that its path leads through. */
  readonly through: readonly Kind[];
}

/** What a change leads to, as far as the body says it; undefined where a JSON Patch cannot be applied. */
export function changeIn(
  value: Readonly<Record<string, unknown>>,
  { body, mediaType, operation }: Performed,
): { readonly given: unknown; readonly whole: boolean } | undefined {
  if (/^application\/merge-patch\+json/i.test(mediaType ?? ""))
    return { given: mergePatched(value, body), whole: true };
  if (!isJsonPatch(body)) return { given: body, whole: operation.method === "PUT" };
  try {
    return { given: jsonPatched(value, body), whole: true };
  } catch (error) {
    if (error instanceof PatchFails) return undefined;
    throw error;
  }
}

/** Without what it is wrapped in: `{ data: { name } }` and `{ pet: { name } }` say what `{ name }` says. */
export function unwrapped(schemas: Schemas, kind: Kind, body: unknown): unknown {
  if (!isRecord(body)) return body;
  const names = Object.keys(body);
  const properties = schemas.properties(kind.schema);
  const [only] = names;
  const inner = only === undefined ? undefined : body[only];
  const isWrapped =
    names.length === 1 && only !== undefined && !Object.hasOwn(properties, only) && isRecord(inner);
  return isWrapped ? inner : body;
}

/** The values of path parameters that are properties of what is created: `/users/{userId}/pets` makes pets with this `userId`. */
export function ownersIn(
  schemas: Schemas,
  kind: Kind,
  path: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const properties = schemas.properties(kind.schema);
  const owners: Record<string, unknown> = {};
  for (const name of Object.keys(path))
    if (name !== kind.parameter && name !== kind.id && Object.hasOwn(properties, name))
      setOwn(owners, name, path[name]);
  return owners;
}
