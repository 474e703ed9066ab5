// Where Ajv's own code for a keyword is replaced or wrapped. Its sentences and parameters stay as they are.
import type { Ajv2020 } from "ajv/dist/2020.js";
import type { CodeKeywordDefinition, KeywordCxt } from "ajv";
import { _, type CodeGen, Name, nil, stringify } from "ajv/dist/compile/codegen/index.js";
import { mergeEvaluated } from "ajv/dist/compile/util.js";
import { errorLimit } from "./code/loops.ts";

const errors = new Name("errors");
const codePoints = new Name("codePoints");

/** Keywords whose code goes over the members of a value. */
const loopKeywords = [
  "items",
  "unevaluatedItems",
  "additionalProperties",
  "patternProperties",
  "propertyNames",
  "unevaluatedProperties",
];
/** Keywords whose code looks properties up by name. */
const lookupKeywords = ["required", "properties", "dependentRequired", "dependentSchemas"];

export function replaceKeywords(ajv: Ajv2020): void {
  replace(ajv, "additionalProperties", withPropertyNames);
  replace(ajv, "maxLength", () => maxLength);
  replace(ajv, "minLength", () => minLength);
  for (const keyword of ["enum", "const"]) replace(ajv, keyword, withOwnValues);
  replace(ajv, "patternProperties", withOwnRecord);
  for (const keyword of loopKeywords) replace(ajv, keyword, (code) => (cxt) => code(withBoundedLoops(cxt)));
  for (const keyword of lookupKeywords) replace(ajv, keyword, withOwnLookups);
}

type KeywordCode = CodeKeywordDefinition["code"];

/** Gives a keyword of this instance other code. Ajv's definitions are shared by all instances, so they are copied. */
export function replace(ajv: Ajv2020, keyword: string, change: (code: KeywordCode) => KeywordCode): void {
  const rule = ajv.RULES.all[keyword];
  if (typeof rule !== "object" || !("code" in rule.definition))
    throw new Error(`Ajv has no keyword ${keyword}`);
  rule.definition = { ...rule.definition, code: change(rule.definition.code) };
}

/** A string has at most as many code points as code units, so most need no counting. */
function maxLength(cxt: KeywordCxt): void {
  const { data } = cxt;
  const most = Number(cxt.schema);
  cxt.fail(_`${data}.length > ${most} && ${codePoints}(${data}) > ${most}`);
}

/** … and at least half as many. */
function minLength(cxt: KeywordCxt): void {
  const { data } = cxt;
  const least = Number(cxt.schema);
  if (least <= 1) cxt.fail(_`${data}.length < ${least}`);
  else cxt.fail(_`${data}.length < ${2 * least - 1} && ${codePoints}(${data}) < ${least}`);
}

/** The same context, but every loop ends once it has found more errors than the limit; what was found stands. */
function withBoundedLoops(cxt: KeywordCxt): KeywordCxt {
  const { gen } = cxt;
  const before = gen.const("before", errors);
  const stopAtLimit = () => {
    gen.if(_`${errors} - ${before} > ${errorLimit}`, () => {
      gen.break();
    });
  };
  const forIn: CodeGen["forIn"] = (name, object, body, kind) =>
    gen.forIn(
      name,
      object,
      (key) => {
        stopAtLimit();
        body(key);
      },
      kind,
    );
  const forRange: CodeGen["forRange"] = (name, from, to, body, kind) =>
    gen.forRange(
      name,
      from,
      to,
      (index) => {
        stopAtLimit();
        body(index);
      },
      kind,
    );
  return derived(cxt, { gen: derived(gen, { forIn, forRange }) });
}

/** Ajv would look the values up in a copy of the whole schema. */
function withOwnValues(code: KeywordCode): KeywordCode {
  return (cxt) => {
    const schema: unknown = cxt.schema;
    const isPlain = typeof schema !== "object" || schema === null;
    const key = `value ${JSON.stringify(schema)}`;
    const schemaCode = isPlain
      ? stringify(schema)
      : cxt.gen.scopeValue("obj", { ref: schema, key, code: stringify(schema) });
    code(derived(cxt, { schemaCode }));
  };
}

/** And so it would the names of many properties. The schemas below are looked at where they are. */
function withPropertyNames(code: KeywordCode): KeywordCode {
  return (cxt) => {
    const { it, gen } = cxt;
    const { topSchemaRef, schemaPath } = it;
    const names = Object.keys((cxt.parentSchema["properties"] ?? {}) as object);
    const schema = { properties: Object.fromEntries(names.map((name) => [name, true])) };
    const key = `names ${JSON.stringify(names)}`;
    const own = {
      topSchemaRef: gen.scopeValue("obj", { ref: schema, key, code: stringify(schema) }),
      schemaPath: nil,
    };
    const subschema: KeywordCxt["subschema"] = (appliance, valid) => {
      Object.assign(it, { topSchemaRef, schemaPath });
      const inner = cxt.subschema(appliance, valid);
      Object.assign(it, own);
      return inner;
    };
    Object.assign(it, own);
    code(derived(cxt, { subschema }));
    Object.assign(it, { topSchemaRef, schemaPath });
  };
}

/**
 * Which properties are evaluated is recorded in a variable that, after an `anyOf` of which no branch holds, has no value: Ajv
 * 8.20 then throws. So this keyword gets a record of its own, which is merged.
 */
function withOwnRecord(code: KeywordCode): KeywordCode {
  return (cxt) => {
    const { it, gen } = cxt;
    const { props } = it;
    if (!(props instanceof Name)) {
      code(cxt);
      return;
    }
    Object.assign(it, { props: undefined });
    code(cxt);
    it.props = it.props === undefined ? props : mergeEvaluated.props(gen, it.props, props);
  };
}

/** An object that is another one but for a few members. */
function derived<T extends object>(base: T, members: Partial<T>): T {
  const object = Object.create(base) as T;
  return Object.assign(object, members);
}

/**
 * Every object has a `constructor` and a `toString`, inherited: properties of such names count only when they are the
 * object's own. The check costs time, so Ajv makes it for all names or none; here it is made where one of these is meant.
 */
function withOwnLookups(code: KeywordCode): KeywordCode {
  return (cxt) => {
    if (!namesIn(cxt.schema).some((name) => typeof name === "string" && name in Object.prototype)) {
      code(cxt);
      return;
    }
    const { it } = cxt;
    const { opts } = it;
    Object.assign(it, { opts: { ...opts, ownProperties: true } });
    code(cxt);
    Object.assign(it, { opts });
  };
}

/** `["a"]` → a; `{a: …}` → a; `{a: ["b"]}` → a, b. */
function namesIn(schema: unknown): readonly unknown[] {
  if (Array.isArray(schema)) return schema;
  return Object.entries(schema as object).flatMap(([name, value]: [string, unknown]): readonly unknown[] =>
    Array.isArray(value) ? [name, ...(value as unknown[])] : [name],
  );
}
