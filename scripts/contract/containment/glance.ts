// Tells without compiling anything whether a schema accepts a value: a search tries very many schemas, each on a value or two.
import type { Json } from "../document/document.ts";
import { ExactNumber } from "../document/exact-number.ts";
import { isArray, isObject } from "../document/pointer.ts";
import { duplicates } from "../runtime/duplicates.ts";
import { foreignPart } from "./expand-own.ts";
import { hasFormat, isKnownFormat, numberFormat, stringFormat } from "./formats.ts";
import { keywordsOf, type Keywords, type Schema } from "./keywords.ts";
import { matches, patternOf } from "./pattern.ts";
import { inner, inPlace, referred, type SchemaNode } from "./schema-node.ts";
import { canonical } from "./structural-key.ts";

/** Whether a value is accepted; `undefined` where a validator has to be asked. */
export type Glance = boolean | undefined;

/** Deeper than this, a validator is asked. */
const DEPTH_LIMIT = 300;
/** These look at what other keywords have looked at, or count; or say what only Ajv is asked about. */
const UNREAD = ["contains", "unevaluatedItems", "unevaluatedProperties"] as const;

/** Whether `node` accepts `value`, open names and all. Never throws but where the stack ends. */
export function glance(node: SchemaNode, value: Json): Glance {
  return new Looker().look(node, value);
}

class Looker {
  /** Schemas may lead to the same schema in very many ways. */
  readonly #known = new Map<string, Map<Json, Glance>>();
  #depth = 0;

  look(node: SchemaNode, value: Json): Glance {
    if (typeof node.schema === "boolean") return node.schema;
    if (typeof value !== "object" || value === null) return this.#guarded(node, value);
    let known = this.#known.get(node.key);
    if (!known) this.#known.set(node.key, (known = new Map<Json, Glance>()));
    if (known.has(value)) return known.get(value);
    // A schema that is asked about the same value inside itself says nothing yet.
    known.set(value, undefined);
    const found = this.#guarded(node, value);
    known.set(value, found);
    return found;
  }

  #guarded(node: SchemaNode, value: Json): Glance {
    if (this.#depth >= DEPTH_LIMIT || (value as unknown) instanceof ExactNumber) return undefined;
    this.#depth += 1;
    try {
      return this.#read(node, keywordsOf(node.schema as Exclude<Schema, boolean>), value);
    } finally {
      this.#depth -= 1;
    }
  }

  #read(node: SchemaNode, keywords: Keywords, value: Json): Glance {
    const { types, values, maps, single } = keywords;
    if (types && !types.some((type) => isOfType(type, value))) return false;
    if (!values.every((list) => among(list, value))) return false;
    if (foreignPart(node, keywords) || maps.dependentSchemas !== undefined) return undefined;
    if (UNREAD.some((keyword) => single[keyword] !== undefined)) return undefined;
    return every([ownGlance, this.#ofItems, this.#ofMembers, this.#ofApplicators], (part) =>
      part(keywords, value, node),
    );
  }

  readonly #ofItems = (keywords: Keywords, value: Json, node: SchemaNode): Glance => {
    if (!isArray(value)) return true;
    const { prefixItems = [] } = keywords.lists;
    const { items } = keywords.single;
    const rest = items === undefined ? undefined : inner(node, items, "items");
    return every(value, (item, at) => {
      const own = prefixItems[at];
      const of = own === undefined ? rest : inner(node, own, `prefixItems/${at}`);
      return of === undefined || this.look(of, item);
    });
  };

  readonly #ofMembers = (keywords: Keywords, value: Json, node: SchemaNode): Glance => {
    if (!isObject(value)) return true;
    const { properties, patternProperties } = keywords.maps;
    const { additionalProperties, propertyNames } = keywords.single;
    const names = propertyNames === undefined ? undefined : inner(node, propertyNames, "propertyNames");
    const rest =
      additionalProperties === undefined
        ? undefined
        : inner(node, additionalProperties, "additionalProperties");
    if (rest === undefined && names === undefined && !properties && !patternProperties) return true;
    return every(Object.keys(value), (name) => {
      const member = value[name] ?? null;
      const own = node.hidden.has(name) ? undefined : properties?.get(name);
      let isCovered = own !== undefined;
      const matched = every(patternProperties ?? [], ([source, schema]) => {
        const isMatch = matches(patternOf(source), name);
        if (isMatch !== true) return isMatch === undefined ? undefined : true;
        isCovered = true;
        return this.look(inner(node, schema, "patternProperties"), member);
      });
      return every(
        [
          matched,
          names === undefined || this.look(names, name),
          own === undefined || this.look(inner(node, own, "properties"), member),
          isCovered || rest === undefined || (matched === undefined ? undefined : this.look(rest, member)),
        ],
        (part) => part,
      );
    });
  };

  readonly #ofApplicators = ({ words, lists, single }: Keywords, value: Json, node: SchemaNode): Glance => {
    const ask = (schema: Schema, step: string): Glance => this.look(inPlace(node, schema, step), value);
    const target = words.$ref === undefined ? undefined : referred(node, words.$ref);
    if (target) {
      const met = this.look(target, value);
      if (met !== true) return met;
    }
    return every(
      [
        () => every(lists.allOf ?? [], (schema) => ask(schema, "allOf")),
        () => !lists.anyOf || not(every(lists.anyOf, (schema) => not(ask(schema, "anyOf")))),
        () => !lists.oneOf || exactlyOne(lists.oneOf, (schema) => ask(schema, "oneOf")),
        () => single.not === undefined || not(ask(single.not, "not")),
        () => {
          if (single.if === undefined) return true;
          const test = ask(single.if, "if");
          if (test === undefined) return undefined;
          const then = single[test ? "then" : "else"];
          return then === undefined || ask(then, "then");
        },
      ],
      (part): Glance => part(),
    );
  };
}

/** All of them: one that fails settles it, and one that is not known leaves it open. */
function every<T>(parts: Iterable<T>, ask: (part: T, at: number) => Glance): Glance {
  let sum: Glance = true;
  let at = 0;
  for (const part of parts) {
    const said = ask(part, at);
    if (said === false) return false;
    if (said === undefined) sum = undefined;
    at += 1;
  }
  return sum;
}

const not = (said: Glance): Glance => (said === undefined ? undefined : !said);

function exactlyOne(schemas: readonly Schema[], ask: (schema: Schema) => Glance): Glance {
  let [met, open] = [0, 0];
  for (const schema of schemas) {
    const said = ask(schema);
    if (said === undefined) open += 1;
    else if (said && (met += 1) > 1) return false;
  }
  return open > 0 ? undefined : met === 1;
}

function isOfType(type: string, value: Json): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "null") return value === null;
  if (type === "array") return isArray(value);
  return type === "object" ? isObject(value) : typeof value === type;
}

const allowed = new WeakMap<readonly Json[], ReadonlySet<string>>();

/** Whether a list holds a value; what the list holds is worked out once. */
export function among(list: readonly Json[], value: Json): boolean {
  if (list.length === 1) return canonical(list[0]) === canonical(value);
  let texts = allowed.get(list);
  if (!texts) allowed.set(list, (texts = new Set(list.map(canonical))));
  return texts.has(canonical(value));
}

/** What is said of the value itself. */
function ownGlance(keywords: Keywords, value: Json, { hidden }: SchemaNode): Glance {
  if (typeof value === "number") return ofNumber(keywords, value);
  if (typeof value === "string") return ofString(keywords, value);
  const { numbers } = keywords;
  if (isArray(value)) {
    if (!isWithin(value.length, numbers.minItems, numbers.maxItems)) return false;
    // Numbers that no double says are told apart elsewhere.
    if (keywords.uniqueItems && value.some((item) => (item as unknown) instanceof ExactNumber))
      return undefined;
    return !keywords.uniqueItems || duplicates(value) === undefined;
  }
  if (!isObject(value)) return true;
  if (!isWithin(Object.keys(value).length, numbers.minProperties, numbers.maxProperties)) return false;
  const isThere = (name: string): boolean => hidden.has(name) || Object.hasOwn(value, name);
  if (!keywords.required.every(isThere)) return false;
  for (const [name, others] of keywords.dependentRequired)
    if (Object.hasOwn(value, name) && !others.every(isThere)) return false;
  return true;
}

function ofNumber({ numbers, words }: Keywords, value: number): Glance {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = numbers;
  const limits = [minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf];
  if (limits.some((limit) => limit instanceof ExactNumber)) return undefined;
  if (minimum !== undefined && !(value >= Number(minimum))) return false;
  if (maximum !== undefined && !(value <= Number(maximum))) return false;
  if (exclusiveMinimum !== undefined && !(value > Number(exclusiveMinimum))) return false;
  if (exclusiveMaximum !== undefined && !(value < Number(exclusiveMaximum))) return false;
  if (multipleOf !== undefined) {
    if (!Number.isSafeInteger(value) || !Number.isSafeInteger(multipleOf)) return undefined;
    if (value % Number(multipleOf) !== 0) return false;
  }
  if (words.format === undefined || numberFormat(words.format) === undefined) return true;
  const isSmall = Number.isInteger(value) && Math.abs(value) < 2 ** 31;
  return isSmall ? true : undefined;
}

function ofString({ numbers, words }: Keywords, value: string): Glance {
  const { minLength, maxLength } = numbers;
  if (minLength !== undefined || maxLength !== undefined) {
    if (!isWithin(Array.from(value).length, minLength, maxLength)) return false;
  }
  const { format, pattern } = words;
  if (isKnownFormat(format) && numberFormat(format) === undefined) {
    // Of formats that somebody brought along nothing is known here.
    if (stringFormat(format) === undefined) return undefined;
    if (!hasFormat(format, value)) return false;
  }
  return pattern === undefined || matches(patternOf(pattern), value);
}

function isWithin(count: number, min = 0, max = Infinity): boolean {
  return count >= min && count <= max;
}
