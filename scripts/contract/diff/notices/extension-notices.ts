// Changes of the extensions selected on the command line, where both documents have the node.
import type { Json, JsonObject, OpenApiDocument } from "../../document/document.ts";
import {
  childPointer,
  isArray,
  isObject,
  parsePointer,
  resolvePointer,
  toPointer,
} from "../../document/pointer.ts";
import type { Draft } from "../decide/draft.ts";
import { parameterPairs } from "../decide/parameter-pairs.ts";
import type { OperationPair } from "../decide/context.ts";
import type { ApiOperation } from "../../exchange/api.ts";
import { deepEqual } from "../../runtime/deep-equal.ts";
import { ruleOf } from "../rules/table.ts";

/** A node of both documents, with its location in each. */
interface Twins {
  readonly place: string;
  readonly base: Json | undefined;
  readonly head: Json | undefined;
  readonly pointers: { readonly base: string; readonly head: string };
}

/**
 * Returns the changes of an operation, its path item, and everything inline in it; referenced nodes are
 * compared elsewhere, by name.
 */
export function extensionNotices(pair: OperationPair, names: readonly string[]): Draft[] {
  if (names.length === 0) return [];
  const [base, head] = [pair.base.source, pair.head.source];
  // Parameters are matched by name, those of the path item, too.
  const own = (operation: JsonObject) => ({ ...operation, parameters: null });
  return [
    ...changesOf(names, pathItems(pair)),
    ...extensionsBelow(names, {
      place: "",
      base: own(base.operation),
      head: own(head.operation),
      pointers: { base: base.pointer, head: head.pointer },
    }),
    ...parameterPairs(pair).flatMap((one) => {
      if (one.base === undefined || one.head === undefined) return [];
      const pointers = { base: one.base.pointer, head: one.head.pointer };
      const place = `${one.place}/${one.name}`;
      return extensionsBelow(names, { place, base: one.base.node, head: one.head.node, pointers });
    }),
  ];
}

function pathItems({ base, head }: OperationPair): Twins {
  const itemOf = ({ root, source }: ApiOperation) => {
    const pointer = toPointer(parsePointer(source.pointer).slice(0, -1));
    return { pointer, node: resolvePointer(root, pointer) };
  };
  const [before, after] = [itemOf(base), itemOf(head)];
  const pointers = { base: before.pointer, head: after.pointer };
  return { place: "(path item)", base: before.node, head: after.node, pointers };
}

/** Returns the changes of the documents themselves and of what operations reference. */
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

/** Returns the changes of everything below two nodes. */
function extensionsBelow(names: readonly string[], root: Twins): Draft[] {
  const found: Draft[] = [];
  const open: Twins[] = [root];
  for (let twins = open.pop(); twins !== undefined; twins = open.pop()) {
    for (const one of changesOf(names, twins)) found.push(one);
    for (const next of childrenOf(twins)) open.push(next);
  }
  return found;
}

function changesOf(names: readonly string[], twins: Twins): Draft[] {
  if (!isObject(twins.base) || !isObject(twins.head)) return [];
  return names.flatMap((name): Draft[] => {
    const { place, base, head, pointers } = below(twins, name);
    if (deepEqual(base, head)) return [];
    const change = { base, head };
    return [
      {
        verdict: "notice",
        side: "request",
        place,
        part: "body",
        rule: ruleOf("extension"),
        change,
        pointers,
      },
    ];
  });
}

/** Returns the children that both have: those that only one has are reported as added or removed. */
function childrenOf(twins: Twins): Twins[] {
  const { base, head } = twins;
  if (isArray(base) && isArray(head)) return itemsOf(twins, base, head);
  if (!isObject(base) || !isObject(head)) return [];
  return Object.keys(base)
    .filter((key) => Object.hasOwn(head, key) && !key.startsWith("x-"))
    .map((key) => below(twins, key));
}

/** Pairs items of the same name, at any position; items without a name by position. */
function itemsOf(twins: Twins, base: readonly Json[], head: readonly Json[]): Twins[] {
  const byName = new Map(head.map((item, index) => [nameOf(item, index), index]));
  return base.flatMap((item, index) => {
    const twin = byName.get(nameOf(item, index));
    return twin === undefined ? [] : [below(twins, String(index), String(twin))];
  });
}

/**
 * Returns the name of an item that identifies a server, a tag, or a branch with a reference among its
 * siblings.
 */
function nameOf(item: Json, index: number): string {
  const { $ref, url, name } = isObject(item) ? item : {};
  const text = [$ref, url, name].find((one) => typeof one === "string");
  return JSON.stringify(text ?? index);
}

function below({ place, base, head, pointers }: Twins, key: string, twin: string = key): Twins {
  return {
    place: place === "" ? key : `${place}/${key}`,
    base: memberOf(base, key),
    head: memberOf(head, twin),
    pointers: { base: childPointer(pointers.base, key), head: childPointer(pointers.head, twin) },
  };
}

function memberOf(node: Json | undefined, key: string): Json | undefined {
  if (isArray(node)) return node[Number(key)];
  return isObject(node) && Object.hasOwn(node, key) ? node[key] : undefined;
}
