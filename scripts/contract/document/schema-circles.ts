// Rejects schemas that apply themselves to the same value, such as `A: {allOf: [{$ref: A}]}`: validating a
// value would never terminate.
import { DocumentError, type Json, type JsonObject, type OpenApiDocument } from "./document.ts";
import { child, childPointer, isArray, isObject, localPointer, refOf, resolvePointer } from "./pointer.ts";
import { pointerOf, walkDocument } from "./walk.ts";
import { keywordsWith } from "../vocabulary.ts";

/** A schema on the path of the search, and the schemas that it applies to the same value. */
interface Step {
  readonly node: JsonObject;
  readonly pointer: string;
  readonly inPlace: readonly [pointer: string, node: Json][];
  next: number;
  /** Number of schemas in the longest chain from here that was followed to its end. */
  height: number;
}

/**
 * Maximum chain of schemas for one value: validators recurse that deep. Hand-written documents stay far
 * below.
 */
const longestChain = 500;

/**
 * Checks for cycles and overlong chains of schemas that all apply to the same value.
 *
 * @throws DocumentError for the first one
 */
export function rejectSchemaCircles(document: OpenApiDocument): void {
  const ended = new Map<JsonObject, number>();
  walkDocument(document.root, (visit) => {
    const { type, node } = visit;
    if (type !== "schema" || !isObject(node) || ended.has(node) || refOf(node) === undefined) return;
    const start = stepAt(document.root, pointerOf(visit), node);
    const closing = closingReference(document.root, start, ended);
    if (start.height > longestChain) {
      throw new DocumentError(
        `${start.pointer} applies more than ${longestChain} schemas to one value, each within the other`,
        {
          place: document.locate(start.pointer),
          fix: "let schemas refer to each other more directly",
        },
      );
    }
    if (closing === undefined) return;
    const place = document.locate(closing);
    throw new DocumentError(`${closing} closes a circle of schemas: checking a value against it never ends`, {
      place,
      fix: "let the circle go through properties or items, or move what both share into a schema of its own",
    });
  });
}

/**
 * Returns the pointer of the reference or subschema that closes a cycle. Adds schemas that are on no cycle to
 * `ended`, with their heights.
 */
function closingReference(root: JsonObject, start: Step, ended: Map<JsonObject, number>): string | undefined {
  const open = new Set([start.node]);
  const path = [start];
  for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
    const entry = step.inPlace[step.next++];
    if (entry === undefined) {
      path.pop();
      open.delete(step.node);
      ended.set(step.node, step.height);
      reach(path.at(-1), step.height);
      continue;
    }
    const [pointer, node] = entry;
    if (!isObject(node)) continue;
    if (ended.has(node)) {
      reach(step, ended.get(node) ?? 0);
      continue;
    }
    const reference = localPointer(refOf(step.node) ?? "") === pointer ? `${step.pointer}/$ref` : pointer;
    if (open.has(node)) return reference;
    open.add(node);
    path.push(stepAt(root, pointer, node));
  }
  return undefined;
}

/** Records that a chain continues with this many schemas. */
function reach(step: Step | undefined, height: number): void {
  if (step !== undefined) step.height = Math.max(step.height, height + 1);
}

function stepAt(root: JsonObject, pointer: string, node: JsonObject): Step {
  return { node, pointer, inPlace: [...inPlaceSchemas(root, pointer, node)], next: 0, height: 1 };
}

const inPlace = {
  single: keywordsWith({ kind: "applicator", applies: "in place", holds: "schema" }),
  lists: keywordsWith({ kind: "applicator", applies: "in place", holds: "schema[]" }),
  maps: keywordsWith({ kind: "applicator", applies: "in place", holds: "schema{}" }),
};

/**
 * Yields the schemas that a schema applies to the same value: JSON Schema 2020-12, sections 10.2.1 and
 * 10.2.2, and `$ref`.
 */
export function* inPlaceSchemas(
  root: JsonObject,
  pointer: string,
  schema: JsonObject,
): Generator<[pointer: string, node: Json]> {
  const target = localPointer(refOf(schema) ?? "");
  const referred = target === undefined ? undefined : resolvePointer(root, target);
  if (target !== undefined && referred !== undefined) yield [target, referred];
  for (const keyword of inPlace.single) {
    const node = child(schema, keyword);
    if (node !== undefined) yield [childPointer(pointer, keyword), node];
  }
  for (const keyword of inPlace.lists) {
    const list = child(schema, keyword);
    for (const [index, node] of (isArray(list) ? list : []).entries())
      yield [childPointer(pointer, keyword, index), node];
  }
  for (const keyword of inPlace.maps) {
    const map = child(schema, keyword);
    for (const [name, node] of Object.entries(isObject(map) ? map : {}))
      if (node !== undefined) yield [childPointer(pointer, keyword, name), node];
  }
}
