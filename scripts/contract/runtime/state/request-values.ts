// Extracts from the body and path of a request what they state about its resource.
import { isJsonType } from "../boundary/media-type.ts";
import { own, setOwn } from "../wire-value.ts";
import type { Kind, Owner } from "./model.ts";
import { isJsonPatch, jsonPatched, mergePatched, PatchFails } from "./patches.ts";
import { isRecord, recordOf } from "./record.ts";
import type { Schemas } from "./schemas.ts";
import type { StateOperation, StateRequest } from "./state-api.ts";

/** A request with its operation. */
export interface Performed extends StateRequest {
  readonly operation: StateOperation;
  /** The kinds of the resources along its path. */
  readonly through: readonly Kind[];
}

/**
 * Returns the value after a change, as far as the body determines it; undefined if a JSON Patch cannot be
 * applied.
 */
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

/**
 * Returns the members of a partial change, objects completed: one that lacks what its schema requires changes
 * only what it has, as `attributes` of JSON:API do.
 */
export function completed(
  schemas: Schemas,
  schema: unknown,
  { before, given }: { readonly before: unknown; readonly given: unknown },
): unknown {
  if (!isRecord(given) || !isRecord(before)) return given;
  const properties = schemas.properties(schema);
  const members = Object.entries(given).map(([name, member]): [string, unknown] => {
    const node = own(properties, name);
    const known = own(before, name);
    const lacks = isRecord(member) && schemas.required(node).some((one) => !Object.hasOwn(member, one));
    if (!lacks || !isRecord(known)) return [name, member];
    return [name, { ...known, ...recordOf(completed(schemas, node, { before: known, given: member })) }];
  });
  return Object.fromEntries(members);
}

/**
 * Unwraps a body: `{ data: { name } }` and `{ pet: { name } }` mean `{ name }`, also beside members that no
 * resource has, such as an `idempotency_key`.
 */
export function unwrapped(schemas: Schemas, kind: Kind, body: unknown): unknown {
  if (!isRecord(body)) return body;
  const properties = schemas.properties(kind.schema);
  let inner: Record<string, unknown> | undefined;
  let members = 0;
  for (const name in body) {
    members += 1;
    if (Object.hasOwn(properties, name)) return body;
    const member = body[name];
    if (!isRecord(member)) continue;
    if (inner !== undefined) return body;
    inner = member;
  }
  if (inner === undefined) return body;
  const isKnown = members === 1 || Object.keys(inner).some((name) => Object.hasOwn(properties, name));
  return isKnown ? inner : body;
}

/**
 * Returns the values of a created resource: those of the body, and the path and query parameters that are
 * properties of it, since `/users/{userId}/pets` creates pets with this `userId`.
 */
export function withOwners(
  schemas: Schemas,
  kind: Kind,
  {
    body,
    path,
    query = {},
  }: Pick<StateRequest, "body" | "path"> & { readonly query?: StateRequest["query"] },
  parent?: Owner,
): Readonly<Record<string, unknown>> {
  const given = recordOf(unwrapped(schemas, kind, body));
  const names = Object.keys(path);
  const asked = Object.keys(query);
  // Not copied where there is nothing to add.
  if (names.length === 0 && asked.length === 0 && parent === undefined) return given;
  const properties = schemas.properties(kind.schema);
  const owners: Record<string, unknown> = {};
  const put = (name: string, value: unknown): void =>
    setOwn(owners, name, asProperty(schemas, own(properties, name), value));
  for (const name of asked) if (name !== kind.id && Object.hasOwn(properties, name)) put(name, query[name]);
  if (parent !== undefined) put(parent.property, path[parent.parameter]);
  for (const name of names)
    if (name !== kind.parameter && name !== kind.id && Object.hasOwn(properties, name)) put(name, path[name]);
  return { ...owners, ...given };
}

/**
 * Returns the properties that a replaced resource keeps: those that the body of the request cannot state,
 * because its schema does not declare them, or declares them as `readOnly`.
 */
export function keptBy(
  schemas: Schemas,
  kind: Kind,
  { operation, body }: Performed,
  value: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const whole = schemas.about(operation, statedBy);
  const inner = unwrapped(schemas, kind, body);
  const wrapper =
    inner === body ? undefined : Object.keys(whole).find((name) => own(recordOf(body), name) === inner);
  const stated = inner === body ? whole : schemas.properties(own(whole, wrapper ?? ""));
  const kept: Record<string, unknown> = {};
  if (Object.keys(stated).length === 0) return kept;
  for (const name of Object.keys(schemas.properties(kind.schema))) {
    const isStated = Object.hasOwn(stated, name) && schemas.follow(stated[name])["readOnly"] !== true;
    if (!isStated && Object.hasOwn(value, name) && !Object.hasOwn(recordOf(inner), name))
      setOwn(kept, name, value[name]);
  }
  return kept;
}

/** Returns the properties of the request body of an operation. */
function statedBy(schemas: Schemas, { pointer }: StateOperation): Readonly<Record<string, unknown>> {
  const content = schemas.at(`${pointer}/requestBody/content`);
  const types = Object.keys(content);
  const media = own(content, types.find(isJsonType) ?? types[0] ?? "");
  return schemas.properties(schemas.follow(media)["schema"]);
}

/**
 * Returns the value of a parameter as the value of a property: digits as a number if the property is never a
 * text. Integers that no double represents are texts outside of values, and the nearest double in them.
 */
export function asProperty(schemas: Schemas, node: unknown, value: unknown): unknown {
  if (typeof value !== "string" || !/^-?(0|[1-9]\d*)$/.test(value)) return value;
  const types = [schemas.follow(node)["type"]].flat();
  const isNumber = types.includes("integer") || types.includes("number");
  if (!isNumber || types.includes("string")) return value;
  const number = Number(value);
  // The greatest int64 is below 2^63, which is its nearest double.
  return number === 2 ** 63 && value !== "9223372036854775808" ? 2 ** 63 - 1024 : number;
}
