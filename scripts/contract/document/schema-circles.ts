// Schemas that lead back to themselves at the same value, such as `A: {allOf: [{$ref: A}]}`: checking a value never ends.
import { DocumentError, type Json, type JsonObject, type OpenApiDocument } from "./document.ts";
import { child, childPointer, isArray, isObject, localPointer, refOf, resolvePointer } from "./pointer.ts";
import { pointerOf, walkDocument } from "./walk.ts";
import { keywordsWith } from "../vocabulary.ts";

/** A schema on the way of a search, and those that it applies to the same value. */
interface Step {
  readonly node: JsonObject;
  readonly pointer: string;
  readonly inPlace: readonly [pointer: string, node: Json][];
  next: number;
  /** How many schemas stand in the longest chain from here that was gone to its end. */
  height: number;
}

/** Validators call each other as deep as that for one value. No document that people wrote comes near it. */
const longestChain = 500;

/** Throws a DocumentError for the first circle, or endless chain, of schemas in which no step goes into a value. */
export function refuseSchemaCircles(document: OpenApiDocument): void {
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

/** The pointer of the reference, or of the subschema, that closes a circle. `ended` grows by all that lie on none, with their heights. */
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

/** Notes that a chain goes on by so many schemas. */
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

/** JSON Schema 2020-12, sections 10.2.1 and 10.2.2, and `$ref`: what is applied to the very same value. */
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
