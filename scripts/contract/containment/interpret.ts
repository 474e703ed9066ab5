// Interprets a schema without compiling it: a search tries very many schemas, each on a value or two.
import type { Json } from "../document/document.ts";
import { escapeSegment, isArray, isObject } from "../document/pointer.ts";
import { evaluates, type Part } from "./evaluated-parts.ts";
import { foreignPart } from "./expand-own.ts";
import { among, isOfType, interpretOwn } from "./interpret-own.ts";
import { keywordsOf, type Keywords, type Schema } from "./keywords.ts";
import { matches, patternOf } from "./pattern.ts";
import { inner, inPlace, referred, type SchemaNode } from "./schema-node.ts";

/** Whether a value is accepted; `undefined` if a validator is needed. */
export type Interpretation = boolean | undefined;

/** Depth beyond which a validator is used. */
const depthLimit = 300;
/** Number of simple values checked before results are kept: most schemas are done by then. */
const unkeptLimit = 500;
/** Maximum number of members or items that are checked one by one for unevaluated ones. */
const unevaluatedLimit = 10_000;

/**
 * Returns whether `node` accepts `value`, read as written (not closed). Throws only if the stack overflows.
 */
export function interpret(node: SchemaNode, value: Json): Interpretation {
  return new Interpreter().interpret(node, value);
}

class Interpreter {
  /** The results so far: schemas can lead to the same schema in very many ways. */
  readonly #known = new Map<Schema | string, Map<Json, Interpretation>>();
  #depth = 0;
  #unkept = unkeptLimit;

  interpret(node: SchemaNode, value: Json): Interpretation {
    if (typeof node.schema === "boolean") return node.schema;
    const isPlain = typeof value !== "object" || value === null;
    if (isPlain && (this.#unkept -= 1) >= 0) return this.#guarded(node, value);
    // A schema is identified by its object, unless names are hidden in it.
    const name = node.hidden.size === 0 ? node.schema : node.key;
    let known = this.#known.get(name);
    if (!known) this.#known.set(name, (known = new Map<Json, Interpretation>()));
    if (known.has(value)) return known.get(value);
    // A schema that recurs on the same value within itself is unknown so far.
    known.set(value, undefined);
    const found = this.#guarded(node, value);
    known.set(value, found);
    return found;
  }

  #guarded(node: SchemaNode, value: Json): Interpretation {
    if (this.#depth >= depthLimit) return undefined;
    this.#depth += 1;
    try {
      return this.#read(node, keywordsOf(node.schema as Exclude<Schema, boolean>), value);
    } finally {
      this.#depth -= 1;
    }
  }

  #read(node: SchemaNode, keywords: Keywords, value: Json): Interpretation {
    const { types, values } = keywords;
    if (types && !types.some((type) => isOfType(type, value))) return false;
    if (!values.every((list) => among(list, value))) return false;
    if (foreignPart(node, keywords)) return undefined;
    return every(this.#parts, (part) => part(keywords, value, node));
  }

  readonly #ofItems = (keywords: Keywords, value: Json, node: SchemaNode): Interpretation => {
    if (!isArray(value)) return true;
    const { prefixItems = [] } = keywords.lists;
    const { items } = keywords.single;
    const rest = items === undefined ? undefined : inner(node, items, "items");
    return every(value, (item, at) => {
      const own = prefixItems[at];
      const of = own === undefined ? rest : inner(node, own, `prefixItems/${at}`);
      return of === undefined || this.interpret(of, item);
    });
  };

  readonly #ofMembers = (keywords: Keywords, value: Json, node: SchemaNode): Interpretation => {
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
      let isUnread = false;
      const matched = every(patternProperties ?? [], ([source, schema]) => {
        const isMatch = matches(patternOf(source), name);
        if (isMatch === false) return true;
        const fits = this.interpret(inner(node, schema, "patternProperties"), member);
        if (isMatch === undefined) isUnread = true;
        else isCovered = true;
        // A conditional subschema that the value satisfies does not change the result.
        return isMatch === undefined && fits !== true ? undefined : fits;
      });
      const ofRest = (): Interpretation => {
        if (isCovered || rest === undefined) return true;
        const fits = this.interpret(rest, member);
        return isUnread && fits !== true ? undefined : fits;
      };
      return every(
        [
          matched,
          names === undefined || this.interpret(names, name),
          own === undefined || this.interpret(inner(node, own, "properties"), member),
          ofRest(),
        ],
        (part) => part,
      );
    });
  };

  readonly #ofContains = ({ single, numbers }: Keywords, value: Json, node: SchemaNode): Interpretation => {
    if (single.contains === undefined || !isArray(value)) return true;
    const found = inner(node, single.contains, "contains");
    const { minContains = 1, maxContains = Infinity } = numbers;
    let [met, open] = [0, 0];
    for (const item of value) {
      const verdict = this.interpret(found, item);
      if (verdict === undefined) open += 1;
      else if (verdict) met += 1;
    }
    if (met > maxContains || met + open < minContains) return false;
    return met >= minContains && met + open <= maxContains ? true : undefined;
  };

  /** Interprets the unevaluated keyword on what no other keyword has evaluated. */
  readonly #ofRest = ({ single }: Keywords, value: Json, node: SchemaNode): Interpretation => {
    const isList = isArray(value);
    if (!isList && !isObject(value)) return true;
    const keyword = isList ? "unevaluatedItems" : "unevaluatedProperties";
    const schema = single[keyword];
    if (schema === undefined || schema === true) return true;
    const parts: readonly Part[] = isList ? value.map((_, at) => at) : Object.keys(value);
    if (parts.length > unevaluatedLimit) return undefined;
    const rest = inner(node, schema, keyword);
    return every(parts, (part) => {
      const member = (value as Readonly<Record<Part, Json>>)[part] ?? null;
      const fits = this.interpret(rest, member);
      if (fits === true) return true;
      const isEvaluated = evaluates((of, part) => this.interpret(of, part), node, value, part);
      return isEvaluated === false ? fits : isEvaluated;
    });
  };

  readonly #ofApplicators = (
    { words, lists, single, maps }: Keywords,
    value: Json,
    node: SchemaNode,
  ): Interpretation => {
    const interpretPart = (schema: Schema, step: string): Interpretation =>
      this.interpret(inPlace(node, schema, step), value);
    const target = words.$ref === undefined ? undefined : referred(node, words.$ref);
    if (target) {
      const met = this.interpret(target, value);
      if (met !== true) return met;
    }
    const { allOf, anyOf, oneOf } = lists;
    if (
      !allOf &&
      !anyOf &&
      !oneOf &&
      single.not === undefined &&
      single.if === undefined &&
      !maps.dependentSchemas
    )
      return true;
    return every(
      [
        () => every(lists.allOf ?? [], (schema) => interpretPart(schema, "allOf")),
        () => !lists.anyOf || not(every(lists.anyOf, (schema) => not(interpretPart(schema, "anyOf")))),
        () => !lists.oneOf || exactlyOne(lists.oneOf, (schema) => interpretPart(schema, "oneOf")),
        () => single.not === undefined || not(interpretPart(single.not, "not")),
        () => {
          if (single.if === undefined) return true;
          const test = interpretPart(single.if, "if");
          if (test === undefined) return undefined;
          const then = single[test ? "then" : "else"];
          return then === undefined || interpretPart(then, "then");
        },
        () =>
          !isObject(value) ||
          every(
            maps.dependentSchemas ?? [],
            ([name, schema]) =>
              !Object.hasOwn(value, name) || interpretPart(schema, `dependentSchemas/${escapeSegment(name)}`),
          ),
      ],
      (part): Interpretation => part(),
    );
  };

  readonly #parts = [
    interpretOwn,
    this.#ofItems,
    this.#ofMembers,
    this.#ofContains,
    this.#ofApplicators,
    this.#ofRest,
  ];
}

/** Three-valued AND: one that fails decides it, and an unknown one leaves it open. */
function every<T>(
  parts: Iterable<T>,
  interpretPart: (part: T, at: number) => Interpretation,
): Interpretation {
  let sum: Interpretation = true;
  let at = 0;
  for (const part of parts) {
    const verdict = interpretPart(part, at);
    if (verdict === false) return false;
    if (verdict === undefined) sum = undefined;
    at += 1;
  }
  return sum;
}

const not = (verdict: Interpretation): Interpretation => (verdict === undefined ? undefined : !verdict);

function exactlyOne(
  schemas: readonly Schema[],
  interpretPart: (schema: Schema) => Interpretation,
): Interpretation {
  let [met, open] = [0, 0];
  for (const schema of schemas) {
    const verdict = interpretPart(schema);
    if (verdict === undefined) open += 1;
    else if (verdict && (met += 1) > 1) return false;
  }
  return open > 0 ? undefined : met === 1;
}
