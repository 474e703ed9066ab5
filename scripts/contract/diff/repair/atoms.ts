// The smallest changes of one node of head towards base's version: key by key, and name by name in maps.
import type { Json, JsonObject } from "../../document/document.ts";
import { isArray, isObject } from "../../document/pointer.ts";
import { type Keyword, vocabulary } from "../../vocabulary.ts";
import { elidedJson } from "../format/elide.ts";
import type { EqualClosure } from "../equal-closure.ts";

/** One change of a node. */
export interface Atom {
  readonly does: string;
  readonly change: (node: JsonObject) => JsonObject;
}

/** Maps whose members are restored one by one. */
const maps = new Set([
  "properties",
  "patternProperties",
  "dependentSchemas",
  "content",
  "headers",
  "responses",
]);

/** Keys that do not affect exchanges keep head's value. */
const prose = new Set(["description", "summary", "title", "externalDocs", "x-sdk"]);

/**
 * Returns, for each differing key, the change to base's value. `bring` converts a node of base into one that
 * head can contain.
 */
export function restoringAtoms(
  base: JsonObject,
  head: JsonObject,
  {
    same,
    bring,
    apart = [],
  }: {
    readonly same: EqualClosure;
    readonly bring: (node: Json) => Json;
    /** Keys that are handled elsewhere. */
    readonly apart?: readonly string[];
  },
): Atom[] {
  const keys = [...new Set([...Object.keys(head), ...Object.keys(base)])];
  return keys
    .filter((key) => matters(key) && !apart.includes(key))
    .flatMap((key): Atom[] => {
      const [before, after] = [own(base, key), own(head, key)];
      if (same(before, after)) return [];
      const other = otherBound(key, { base, head, same });
      // Without the other bound, a value would be accepted that neither version accepts.
      if (other !== undefined && before === undefined) return [];
      const whole = restored(key, before, bring);
      if (other !== undefined) return [{ ...whole, change: (node) => whole.change(without(node, other)) }];
      if (!maps.has(key) || (!isObject(before) && !isObject(after))) return [whole];
      return [...membersOf(key, { before, after, same, bring }), whole];
    });
}

const bounds: Readonly<Record<string, string>> = {
  minimum: "exclusiveMinimum",
  exclusiveMinimum: "minimum",
  maximum: "exclusiveMaximum",
  exclusiveMaximum: "maximum",
};

/** Returns the keyword under which one version has a bound that the other has under `key`. */
function otherBound(
  key: string,
  { base, head, same }: { readonly base: JsonObject; readonly head: JsonObject; readonly same: EqualClosure },
): string | undefined {
  const other = Object.hasOwn(bounds, key) ? bounds[key]! : undefined;
  if (other === undefined) return undefined;
  const [had, has] = [own(base, other), own(head, other)];
  if (own(base, key) === undefined) return had === undefined || same(had, has) ? undefined : other;
  return had === undefined && has !== undefined ? other : undefined;
}

function membersOf(
  key: string,
  of: {
    readonly before: Json | undefined;
    readonly after: Json | undefined;
    readonly same: EqualClosure;
    readonly bring: (node: Json) => Json;
  },
): Atom[] {
  const [before, after] = [of.before, of.after].map((map) => (isObject(map) ? map : {}));
  return [...new Set([...Object.keys(before!), ...Object.keys(after!)])].flatMap((name): Atom[] => {
    const old = own(before!, name);
    if (of.same(old, own(after!, name))) return [];
    const { does, change } = restored(name, old, of.bring);
    return [
      {
        does: old === undefined ? `drops ${name}` : does,
        change: (node) => ({ ...node, [key]: change(isObject(node[key]) ? node[key] : {}) }),
      },
    ];
  });
}

function restored(key: string, before: Json | undefined, bring: (node: Json) => Json): Atom {
  if (before === undefined) return { does: `drops ${key}`, change: (node) => without(node, key) };
  const value = bring(before);
  const shown = typeof before === "object" ? "" : ` ${elidedJson(before)}`;
  return { does: `keeps ${key}${shown}`, change: (node) => withMember(node, key, value) };
}

/** Returns alternatives that are no larger than base's value and declare more. */
export function lateAtoms(base: JsonObject, head: JsonObject): Atom[] {
  return patternAtoms(base, head);
}

/** True if both enumerate values, so that old values are restored one by one. */
export function bothList(base: JsonObject, head: JsonObject): boolean {
  return valuesIn(base) !== undefined && valuesIn(head) !== undefined;
}

/**
 * Returns changes that make a receiver of head accept what base's senders send, and keep what it newly
 * accepts.
 */
export function wideningAtoms(base: JsonObject, head: JsonObject, bring: (node: Json) => Json): Atom[] {
  return [
    ...requiredAtoms(base, head),
    ...valueAtoms(base, head, "union"),
    ...typeAtoms(base, head, "union"),
    ...Object.keys(head).flatMap((key): Atom[] => {
      const before = own(base, key);
      if (before === undefined || !isDeciding(key)) return [];
      if (own(head, "anyOf") !== undefined || key === "anyOf") return [];
      const alternatives = [{ [key]: head[key]! }, { [key]: bring(before) }];
      return [
        {
          does: `accepts the old ${key} as well as the new one`,
          change: (node) => ({ ...without(node, key), anyOf: alternatives }),
        },
      ];
    }),
  ];
}

/** Returns changes that restrict a sender of head to what base's receivers accept. */
export function narrowingAtoms(base: JsonObject, head: JsonObject): Atom[] {
  const [old, young] = [namesIn(base), namesIn(head)];
  const lost = old.filter((name) => !young.includes(name));
  return [
    ...lost.map((name) => ({
      does: `keeps ${name} required`,
      change: (node: JsonObject) => ({ ...node, required: [...namesIn(node), name] }),
    })),
    ...valueAtoms(base, head, "common"),
    ...typeAtoms(base, head, "common"),
  ];
}

function requiredAtoms(base: JsonObject, head: JsonObject): Atom[] {
  const old = namesIn(base);
  return namesIn(head)
    .filter((name) => !old.includes(name))
    .map((name) => ({
      does: `leaves ${name} optional`,
      change: (node) => {
        const left = namesIn(node).filter((one) => one !== name);
        return left.length === 0 ? without(node, "required") : { ...node, required: left };
      },
    }));
}

function valueAtoms(base: JsonObject, head: JsonObject, how: "union" | "common"): Atom[] {
  const [old, young] = [valuesIn(base), valuesIn(head)];
  if (old === undefined || young === undefined) return [];
  const texts = (values: readonly Json[]) => new Set(values.map((value) => elidedText(value)));
  const [inOld, inYoung] = [texts(old), texts(young)];
  const values =
    how === "union"
      ? [...young, ...old.filter((value) => !inYoung.has(elidedText(value)))]
      : young.filter((value) => inOld.has(elidedText(value)));
  if (values.length === 0) return [];
  const lost = old.filter((value) => !inYoung.has(elidedText(value)));
  if (how === "common")
    return [{ does: "sends no new values", change: (node) => ({ ...without(node, "const"), enum: values }) }];
  const named = lost.map((value) => elidedJson(value)).join(", ");
  return [
    {
      does: `keeps ${named}, deprecated`,
      change: (node) => {
        // No keyword marks a single value of a list as deprecated, so the description does, for readers.
        const { description } = node;
        const sentences = [
          ...(typeof description === "string" ? [description] : []),
          `Deprecated: ${named}.`,
        ];
        return { ...without(node, "const"), enum: values, description: sentences.join(" ") };
      },
    },
  ];
}

function typeAtoms(base: JsonObject, head: JsonObject, how: "union" | "common"): Atom[] {
  const [old, young] = [typesIn(base), typesIn(head)];
  if (old === undefined || young === undefined) return [];
  const types =
    how === "union"
      ? [...young, ...old.filter((type) => !young.includes(type))]
      : young.filter((type) => old.includes(type));
  if (types.length === 0) return [];
  const does = how === "union" ? `accepts ${old.join(" and ")}, too` : `sends ${types.join(" or ")} only`;
  const [only] = types;
  return [{ does, change: (node) => ({ ...node, type: types.length === 1 ? only : types }) }];
}

function patternAtoms(base: JsonObject, head: JsonObject): Atom[] {
  const [old, young] = [own(base, "pattern"), own(head, "pattern")];
  if (typeof old !== "string" || typeof young !== "string" || old === young) return [];
  return [
    {
      does: "accepts the old pattern, too",
      change: (node) => ({ ...node, pattern: `(?:${young})|(?:${old})` }),
    },
  ];
}

const elidedText = (value: Json): string => JSON.stringify(value);

function namesIn(schema: JsonObject): string[] {
  const names = own(schema, "required");
  return isArray(names) ? names.filter((name) => typeof name === "string") : [];
}

function valuesIn(schema: JsonObject): readonly Json[] | undefined {
  const [values, value] = [own(schema, "enum"), own(schema, "const")];
  return isArray(values) ? values : value === undefined ? undefined : [value];
}

function typesIn(schema: JsonObject): string[] | undefined {
  const type = own(schema, "type");
  if (typeof type === "string") return [type];
  return isArray(type) ? type.filter((one) => typeof one === "string") : undefined;
}

function matters(key: string): boolean {
  return !prose.has(key) && !key.startsWith("$");
}

function own(node: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(node, key) ? node[key] : undefined;
}

function without(node: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(node).filter(([name]) => name !== key));
}

function withMember(node: JsonObject, key: string, value: Json): JsonObject {
  return Object.fromEntries([...Object.entries(without(node, key)), [key, value]]);
}

function isDeciding(key: string): boolean {
  return Object.hasOwn(vocabulary, key) && vocabulary[key as Keyword].kind !== "annotation";
}
