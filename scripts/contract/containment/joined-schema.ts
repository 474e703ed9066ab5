// Combines schemas: the same object for the same members, so that a repeated pair is recognised.
import type { Json, JsonObject } from "../document/document.ts";

type Joining = "allOf" | "anyOf";

const ids = new WeakMap<object, number>();
let count = 0;

/** Returns an identifier of a schema by object identity. */
export function identityOf(schema: Json): string {
  if (typeof schema !== "object" || schema === null) return JSON.stringify(schema);
  let id = ids.get(schema);
  if (id === undefined) ids.set(schema, (id = ++count));
  return String(id);
}

const known = new WeakMap<object, Map<string, JsonObject>>();
const membersOf = new WeakMap<object, { readonly joining: Joining; readonly members: readonly Json[] }>();

/**
 * Returns `{ allOf: schemas }` or `{ anyOf: schemas }`, without duplicates; a single schema is returned
 * itself.
 */
export function joined(joining: Joining, schemas: readonly Json[]): Json {
  const members = [...new Set(schemas.flatMap((schema) => flat(joining, schema)))];
  const [only] = members;
  if (members.length === 1 && only !== undefined) return only;
  const holder = members.find((member) => typeof member === "object" && member !== null);
  if (holder === undefined) return { [joining]: members };
  const key = `${joining} ${members.map(identityOf).join(" ")}`;
  const others = known.get(holder) ?? new Map<string, JsonObject>();
  known.set(holder, others);
  const schema = others.get(key) ?? { [joining]: members };
  others.set(key, schema);
  membersOf.set(schema, { joining, members });
  return schema;
}

/** Flattens a schema that was combined in the same manner before into its members. */
function flat(joining: Joining, schema: Json): readonly Json[] {
  const made = typeof schema === "object" && schema !== null ? membersOf.get(schema) : undefined;
  return made?.joining === joining ? made.members : [schema];
}
