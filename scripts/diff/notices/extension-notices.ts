// Changes of the extensions that the command line asks for, wherever both documents say something.
import type { Json, JsonObject, OpenApiDocument } from "../../document/document.ts";
import { childPointer, isArray, isObject } from "../../document/pointer.ts";
import type { Draft } from "../decide/draft.ts";
import type { OperationPair } from "../decide/settings.ts";
import { deepEqual } from "../../generate/runtime/deep-equal.ts";
import { extension } from "../rules/extension.ts";

/** A node of both documents, and where they have it. */
interface Twins {
  readonly place: string;
  readonly base: Json | undefined;
  readonly head: Json | undefined;
  readonly pointers: { readonly base: string; readonly head: string };
}

/** Of an operation and all that it describes itself; what it refers to is followed by name elsewhere. */
export function extensionNotices(pair: OperationPair, names: readonly string[]): Draft[] {
  if (names.length === 0) return [];
  const [base, head] = [pair.base.source, pair.head.source];
  return extensionsBelow(names, {
    place: "",
    base: base.operation,
    head: head.operation,
    pointers: { base: base.pointer, head: head.pointer },
  });
}

/** Of the documents themselves and of what operations refer to. */
export function documentExtensions(
  { root: base }: OpenApiDocument,
  { root: head }: OpenApiDocument,
  names: readonly string[],
): Draft[] {
  if (names.length === 0) return [];
  const withoutPaths = (root: JsonObject) => ({ ...root, paths: null, webhooks: null });
  const pointers = { base: "", head: "" };
  return extensionsBelow(names, { place: "", base: withoutPaths(base), head: withoutPaths(head), pointers });
}

/** Of everything below two nodes. */
function extensionsBelow(names: readonly string[], root: Twins): Draft[] {
  const found: Draft[] = [];
  const open: Twins[] = [root];
  for (let twins = open.pop(); twins !== undefined; twins = open.pop()) {
    const { base, head } = twins;
    if (isObject(base) && isObject(head)) for (const one of changesOf(names, twins)) found.push(one);
    for (const key of keysOf(base, head).filter((name) => !name.startsWith("x-")))
      open.push(below(twins, key));
  }
  return found;
}

function changesOf(names: readonly string[], twins: Twins): Draft[] {
  return names.flatMap((name): Draft[] => {
    const { place, base, head, pointers } = below(twins, name);
    if (deepEqual(base, head)) return [];
    const change = { base, head };
    return [{ verdict: "notice", side: "request", place, part: "body", rule: extension, change, pointers }];
  });
}

/** The keys that both have: what only one has is told as added or removed. */
function keysOf(base: Json | undefined, head: Json | undefined): string[] {
  if (isArray(base) && isArray(head)) {
    return Array.from({ length: Math.min(base.length, head.length) }, (_, at) => String(at));
  }
  if (!isObject(base) || !isObject(head)) return [];
  return Object.keys(base).filter((key) => Object.hasOwn(head, key));
}

function below({ place, base, head, pointers }: Twins, key: string): Twins {
  return {
    place: place === "" ? key : `${place}/${key}`,
    base: memberOf(base, key),
    head: memberOf(head, key),
    pointers: { base: childPointer(pointers.base, key), head: childPointer(pointers.head, key) },
  };
}

function memberOf(node: Json | undefined, key: string): Json | undefined {
  if (isArray(node)) return node[Number(key)];
  return isObject(node) && Object.hasOwn(node, key) ? node[key] : undefined;
}
