// Finds the schema of a value in an operation, and the path from it to the part that a break is about.
import type { Json, JsonObject, OpenApiDocument } from "../../document/document.ts";
import { childPointer, deref, isArray, isObject, unescapeSegment } from "../../document/pointer.ts";
import { readApi } from "../../exchange/api.ts";
import { bodyLocation } from "../decide/decide-contents.ts";
import type { Finding } from "../comparison.ts";

/** A schema of an operation, and the parts of it that a break is about. */
export interface Slot {
  /** Pointer of the schema of the body, parameter or header. */
  readonly pointer: string;
  readonly schema: Json;
  /** The schemas on the path, the innermost first; the last one is the slot's own. */
  readonly ends: readonly { readonly steps: readonly string[]; readonly node: JsonObject }[];
}

/** Returns undefined for a break outside the schemas of the operation. */
export function slotOf({ operation, side, place }: Finding, document: OpenApiDocument): Slot | undefined {
  const found = readApi(document).operations.find(({ label }) => label === operation);
  if (found === undefined) return undefined;
  const [first = "", ...rest] = place.split("/");
  const isResponse = side === "response" && found.responses.some(({ status }) => status === first);
  const contents = isResponse
    ? (found.responses.find(({ status }) => status === first)?.contents ?? [])
    : (found.body?.contents ?? []);
  const inside = isResponse ? rest.join("/") : place;
  const content = contents.find(({ range }) => `${inside}/`.startsWith(`${bodyLocation(range)}/`));
  if (content === undefined || content.node["schema"] === undefined) return undefined;
  const way = inside.slice(bodyLocation(content.range).length + 1);
  const steps = way === "" ? [] : way.split("/").map(unescapeSegment);
  const schema = content.node["schema"];
  const ends = steps.map((_, at) => steps.slice(0, steps.length - at)).concat([[]]);
  return {
    pointer: childPointer(content.pointer, "schema"),
    schema,
    ends: ends.flatMap((some) => {
      const node = partOf(document.root, schema, some);
      return isObject(node) ? [{ steps: some, node }] : [];
    }),
  };
}

/** Returns the schema of a part of the value; the first one found. */
function partOf(root: JsonObject, schema: Json, steps: readonly string[]): Json | undefined {
  const node = deref(root, schema);
  const [step, ...rest] = steps;
  if (step === undefined) return node;
  if (!isObject(node)) return undefined;
  const way = wayTo(node, step);
  if (way !== undefined) return partOf(root, memberAt(node, way)!, rest);
  for (const branch of branchesOf(node)) {
    const found = partOf(root, memberAt(node, branch)!, steps);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Returns the slot's schema with another part; references on the path to it are inlined. Undefined if the
 * path is not found.
 */
export function withPart(
  { schema }: Slot,
  steps: readonly string[],
  part: Json,
  root: JsonObject,
): Json | undefined {
  return replaced(root, schema, steps, part);
}

function replaced(root: JsonObject, schema: Json, steps: readonly string[], part: Json): Json | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return part;
  const node = deref(root, schema);
  if (!isObject(node)) return undefined;
  const way = wayTo(node, step);
  if (way !== undefined) {
    const inner = replaced(root, memberAt(node, way)!, rest, part);
    return inner === undefined ? undefined : withMemberAt(node, way, inner);
  }
  const edited = branchesOf(node).reduce((made, branch) => {
    const inner = replaced(root, memberAt(node, branch)!, steps, part);
    return inner === undefined ? made : withMemberAt(made, branch, inner);
  }, node);
  return edited === node ? undefined : edited;
}

/** Returns the keys from a schema to that of a member of its values; `*` is any item or any other member. */
function wayTo(node: JsonObject, step: string): readonly string[] | undefined {
  const { properties, items, additionalProperties } = node;
  if (isObject(properties) && Object.hasOwn(properties, step)) return ["properties", step];
  if (step !== "*") return undefined;
  if (isObject(items)) return ["items"];
  return isObject(additionalProperties) ? ["additionalProperties"] : undefined;
}

function branchesOf(node: JsonObject): (readonly string[])[] {
  return ["allOf", "anyOf", "oneOf"].flatMap((keyword) => {
    const branches = node[keyword];
    return isArray(branches) ? branches.map((_, at) => [keyword, String(at)]) : [];
  });
}

function memberAt(node: JsonObject, way: readonly string[]): Json | undefined {
  return way.reduce<Json | undefined>(
    (at, key) => (isArray(at) ? at[Number(key)] : isObject(at) ? at[key] : undefined),
    node,
  );
}

function withMemberAt(node: JsonObject, [key = "", inner]: readonly string[], value: Json): JsonObject {
  if (inner === undefined) return { ...node, [key]: value };
  const held = node[key];
  if (isArray(held)) return { ...node, [key]: held.map((one, at) => (String(at) === inner ? value : one)) };
  return { ...node, [key]: { ...(isObject(held) ? held : {}), [inner]: value } };
}
