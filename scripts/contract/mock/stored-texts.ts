// The JSON texts of stored values. A stored value is never modified, so it is validated and serialized once
// for each schema that a response has for it; what was validated is what is sent.
import type { Json, JsonObject } from "../document/document.ts";
import {
  child,
  childPointer,
  isObject,
  localPointer,
  refOf,
  type Located,
  resolvePointer,
} from "../document/pointer.ts";
import type { PlannedOperation } from "../generate/plan.ts";
import { declaredType, isJsonType } from "../runtime/boundary/media-type.ts";
import type { Validator } from "../runtime/validator-types.ts";
import { locationValidators } from "./location-validators.ts";

/** A response that contains stored values. */
interface StoredResponse {
  readonly status: number;
  /** The status as the document writes it. */
  readonly key: string;
  readonly type: string;
  readonly body: unknown;
  /** The names that lead from the body to the list of stored values. */
  readonly names: readonly string[];
}

interface KnownText {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** What validates a page: its items one by one, and all the rest of it. */
interface PageParts {
  readonly page: Validator | undefined;
  readonly item: Validator | undefined;
  /** Texts of valid items. */
  readonly texts: WeakMap<object, string>;
}

/** The texts of the stored values in responses of one operation. */
export class StoredTexts {
  readonly #root: JsonObject;
  readonly #planned: PlannedOperation;
  readonly #resources = new WeakMap<object, KnownText>();
  readonly #pages = new Map<string, PageParts | undefined>();

  constructor(root: JsonObject, planned: PlannedOperation) {
    this.#root = root;
    this.#planned = planned;
  }

  /**
   * Returns the text of a valid response; undefined if the response has to be validated as a whole, which
   * also finds out what is wrong with it.
   */
  textOf(response: StoredResponse): string | undefined {
    const { status, type, body, names } = response;
    if (typeof body !== "object" || body === null) return undefined;
    if (names.length > 0 || Array.isArray(body)) return this.#textOfPage(response, body);
    const known = this.#resources.get(body);
    return known?.status === status && known.type === type ? known.text : undefined;
  }

  /** Returns the text of a response that was validated, and keeps that of a resource. */
  keep({ status, type, body, names }: Omit<StoredResponse, "key">): string {
    const text = JSON.stringify(body);
    if (typeof body === "object" && body !== null && names.length === 0 && !Array.isArray(body))
      this.#resources.set(body, { status, type, text });
    return text;
  }

  #textOfPage({ key, type, names }: StoredResponse, body: object): string | undefined {
    const items = names.reduce<unknown>(memberOf, body);
    if (!Array.isArray(items)) return undefined;
    const parts = this.#partsOf(key, type, names);
    if (parts === undefined || parts.page?.(body) === false) return undefined;
    let text = "";
    for (const item of items as unknown[]) {
      if (typeof item !== "object" || item === null) return undefined;
      let own = parts.texts.get(item);
      if (own === undefined) {
        if (parts.item?.(item) === false) return undefined;
        own = JSON.stringify(item);
        parts.texts.set(item, own);
      }
      text += text === "" ? own : `,${own}`;
    }
    return textWith(body, names, `[${text}]`);
  }

  #partsOf(key: string, type: string, names: readonly string[]): PageParts | undefined {
    const name = `${key} ${type}`;
    if (this.#pages.has(name)) return this.#pages.get(name);
    const parts = this.#splitPage(key, type, names);
    this.#pages.set(name, parts);
    return parts;
  }

  #splitPage(key: string, type: string, names: readonly string[]): PageParts | undefined {
    const content = this.#planned.responses.find(({ status }) => status === key)?.content ?? [];
    const declared = declaredType(
      type,
      content.map(({ mediaType }) => mediaType),
    );
    const schema = content.find(({ mediaType }) => mediaType === declared)?.schema;
    if (schema === undefined || !isJsonType(type)) return undefined;
    const split = splitSchema(this.#root, schema, names);
    if (split === undefined) return undefined;
    const pointer = `/x-page${schema.pointer}`;
    const [page, item] = locationValidators(this.#root, [{ pointer, node: split.page }, split.item]);
    return { page, item, texts: new WeakMap<object, string>() };
  }
}

/**
 * Returns the schema of a list's items, and a schema of the page that leaves them out. A value is valid if
 * and only if it is valid by the latter and its items are by the former, because nothing on the way is
 * conditional. Undefined if the items are described in any other way.
 */
function splitSchema(
  root: JsonObject,
  place: Located,
  names: readonly string[],
): { readonly page: Json; readonly item: Located } | undefined {
  const target = plainTarget(root, place);
  if (target === undefined) return undefined;
  const { pointer, node } = target;
  const [name, ...others] = names;
  const keyword = name === undefined ? "items" : "properties";
  const below = child(node, keyword);
  if (!isObject(below)) return undefined;
  if (name === undefined)
    return { page: { ...node, items: true }, item: { pointer: childPointer(pointer, keyword), node: below } };
  const member = Object.hasOwn(below, name) ? child(below, name) : undefined;
  if (member === undefined) return undefined;
  const inner = splitSchema(root, { pointer: childPointer(pointer, keyword, name), node: member }, others);
  return inner && { page: { ...node, properties: { ...below, [name]: inner.page } }, item: inner.item };
}

/** Whether a schema has keywords by which others know it: they would not know a copy. */
function mayReferToItself(node: JsonObject): boolean {
  return ["$id", "$anchor", "$dynamicAnchor", "$dynamicRef", "discriminator"].some((keyword) =>
    Object.hasOwn(node, keyword),
  );
}

/** Returns what a schema references, unless a keyword next to a reference would be lost. */
function plainTarget(root: JsonObject, place: Located): Located<JsonObject> | undefined {
  let { pointer, node } = place;
  for (let hops = 0; isObject(node) && hops < mostHops; hops++) {
    const ref = refOf(node);
    if (ref === undefined) return mayReferToItself(node) ? undefined : { pointer, node };
    const target = localPointer(ref);
    const next = target === undefined ? undefined : resolvePointer(root, target);
    if (target === undefined || next === undefined || !Object.keys(node).every(isOfReference))
      return undefined;
    pointer = target;
    node = next;
  }
  return undefined;
}

const mostHops = 100;

function isOfReference(keyword: string): boolean {
  return /^(\$ref|summary|description|title|\$comment)$/.test(keyword);
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

/** Returns what JSON.stringify returns, with a text in place of the value to which the names lead. */
function textWith(value: object, names: readonly string[], text: string, at = 0): string {
  const name = names[at];
  if (name === undefined) return text;
  const members: string[] = [];
  for (const key of Object.keys(value)) {
    const member: unknown = Reflect.get(value, key);
    // JSON has no value for an absent one.
    if (member === undefined) continue;
    const own = key === name ? textWith(member as object, names, text, at + 1) : JSON.stringify(member);
    members.push(`${JSON.stringify(key)}:${own}`);
  }
  return `{${members.join(",")}}`;
}
