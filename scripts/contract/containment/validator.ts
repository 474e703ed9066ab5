// Compiles schemas with Ajv as the search reads them: formats asserted, exact multiples, ECMA-262 patterns.
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import type { Json, JsonObject } from "../document/document.ts";
import { ExactNumber } from "../document/exact-number.ts";
import { isArray } from "../document/pointer.ts";
import { duplicates } from "../runtime/duplicates.ts";
import { bringFormat, formatNames, hasFormat, numberFormat } from "./formats.ts";
import { addNumberKeywords } from "./number-keywords.ts";
import { among } from "./interpret-own.ts";
import { matches, type Pattern, patternOf } from "./pattern.ts";
import { plainSchema, refersTo } from "./plain-schema.ts";
import type { SchemaNode } from "./schema-node.ts";
import { type ShownParts, shownParts } from "./shown-parts.ts";
import { type Holder, meantBy, standIn } from "./stand-in.ts";

/** The result of a validator; `undecidable` if it could not be used. */
export interface Check {
  readonly valid: boolean;
  readonly problems: readonly Partial<ErrorObject>[];
  readonly undecidable?: string;
}

class Undecidable extends Error {
  override readonly name = "Undecidable";
}

/** Checks a stand-in with its `holder`. */
type CompiledCheck = (value: Json, holder?: Holder) => Check;

/** Cache by document and by the schema's key, which is equal in all views that show the same. */
const checks = new WeakMap<JsonObject, Map<string, CompiledCheck>>();
/** Maximum number of schemas within the compiled ones that are kept; each takes about five kilobytes. */
const mostKept = 10_000;
let kept = 0;
/** Fixed cost of compiling a schema, in addition to the number of schemas within it. */
const stepsEach = 4;
/** The targets of `refersTo` in the schema that Ajv is compiling. */
let compiling: readonly SchemaNode[] = [];
const broughtFormats = new Map<string, (value: string) => boolean>();
/** Made when it is needed: most comparisons validate nothing. */
let ajv: Ajv2020 | undefined;
let compiled = 0;

/**
 * Returns how many schemas were compiled in this process, those within them included: searches are charged
 * for them.
 */
export function compiledSoFar(): number {
  return compiled;
}

/** Results for one value and its parts: schemas can lead to the same schema in very many ways. */
let found: Map<string, Map<Json, Check>> | undefined;
/** Maximum number of errors reported for one value. */
const problemLimit = 100;

/** Validates `instance` against `node` with Ajv, read as written (not closed). */
export function validate(node: SchemaNode, instance: Json): Check {
  if (found !== undefined) return validateStandIn(found, node, instance);
  try {
    return validateStandIn((found = new Map<string, Map<Json, Check>>()), node, instance);
  } finally {
    found = undefined;
  }
}

function validateStandIn(known: Map<string, Map<Json, Check>>, node: SchemaNode, instance: Json): Check {
  const { value, holder } = standIn(instance);
  return remembered(known, node, value, holder);
}

function remembered(
  known: Map<string, Map<Json, Check>>,
  node: SchemaNode,
  value: Json,
  holder?: Holder,
): Check {
  const ofNode = known.get(node.key) ?? new Map<Json, Check>();
  known.set(node.key, ofNode);
  const meant = meantBy(value, holder);
  let check = ofNode.get(meant);
  if (!check) ofNode.set(meant, (check = cachedCheck(node, value, holder)));
  return check;
}

function cachedCheck(node: SchemaNode, value: Json, holder?: Holder): Check {
  const known = checksOf(node.scope.root);
  const shown = shownParts(node, meantBy(value, holder));
  const key = shown ? `${node.key} ${JSON.stringify(shown)}` : node.key;
  let check = known.get(key);
  if (!check) {
    if (kept >= mostKept) forget(known);
    known.set(key, (check = compile(node, shown)));
  }
  return check(value, holder);
}

/** Removes compiled schemas from Ajv too, which keeps everything it ever compiled. */
function forget(known: Map<string, CompiledCheck>): void {
  known.clear();
  kept = 0;
  ajv = undefined;
}

function checksOf(root: JsonObject): Map<string, CompiledCheck> {
  let known = checks.get(root);
  if (!known) checks.set(root, (known = new Map<string, CompiledCheck>()));
  return known;
}

/** Compiles schemas that are equal in two documents only once from here on. */
export function shareValidators(base: JsonObject, head: JsonObject): void {
  checks.set(head, checksOf(base));
}

/**
 * Asserts a format that JSON Schema does not define, in this process and from here on. For callers that check
 * values and compare nothing.
 */
export function assertFormat(name: string, accepts: (value: string) => boolean): void {
  bringFormat(name);
  broughtFormats.set(name, accepts);
  ajv?.addFormat(name, { type: "string", validate: accepts });
}

const rejection = (undecidable: string): Check => ({ valid: false, problems: [], undecidable });
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function compile(node: SchemaNode, shown: ShownParts | undefined): CompiledCheck {
  const { schema, obstacle, parts, size } = plainSchema(node, shown);
  compiled += stepsEach + size;
  kept += stepsEach + size;
  if (obstacle !== undefined) return () => rejection(obstacle);
  try {
    compiling = parts;
    ajv ??= makeAjv();
    const validator = ajv.compile(schema);
    ajv.removeSchema(schema);
    return (value, holder) => run(validator, value, holder);
  } catch (error) {
    return () => rejection(messageOf(error));
  }
}

function run(validator: ValidateFunction, value: Json, holder?: Holder): Check {
  try {
    const valid = holder ? validator(value, contextOf(holder)) : validator(value);
    return { valid, problems: (validator.errors ?? []).slice(0, problemLimit) };
  } catch (error) {
    // A schema that applies to itself without end overflows the stack.
    return rejection(messageOf(error));
  }
}

function contextOf({ parentData, parentDataProperty }: Holder): NonNullable<Parameters<ValidateFunction>[1]> {
  const parent = parentData as Record<string, Json>;
  return {
    instancePath: "",
    parentData: parent,
    parentDataProperty: parentDataProperty ?? "",
    rootData: parent,
    dynamicAnchors: {},
  };
}

/** Returns items in a form in which equal ones are identical. */
function told(list: Json): readonly unknown[] {
  if (!isArray(list)) return [];
  return list.map((item: unknown) => (item instanceof ExactNumber ? Symbol.for(item.text) : item));
}

function makeAjv(): Ajv2020 {
  const made = new Ajv2020({
    strict: false,
    allErrors: true,
    validateSchema: false,
    addUsedSchema: false,
    logger: false,
    // `required: [constructor]` must not be satisfied by a property that every object inherits.
    ownProperties: true,
    // To decide whether it may inline, Ajv walks schemas in time that doubles with each level.
    inlineRefs: false,
    // Each validator runs only a few times: cheaper compilation saves more than it costs.
    code: { optimize: false, regExp: Object.assign(regExp, { code: "" }) },
  });
  addNumberKeywords(made);
  // Ajv compares each item with each.
  made.removeKeyword("uniqueItems");
  made.addKeyword({
    keyword: "uniqueItems",
    type: "array",
    schemaType: "boolean",
    compile: (unique: boolean) => (list: Json) => !unique || duplicates(told(meantBy(list))) === undefined,
    error: { message: "must NOT have duplicate items" },
  });
  made.addKeyword({ keyword: refersTo, schemaType: "number", errors: "full", compile: compilePart });
  // Ajv's own comparison looks at prototypes and mistakes a key called `constructor` for one.
  made.removeKeyword("enum");
  made.addKeyword({
    keyword: "enum",
    schemaType: "array",
    compile: (list: readonly Json[]) => (value: Json, holder?: Holder) => among(list, meantBy(value, holder)),
    error: { message: "must be equal to one of the allowed values" },
  });
  for (const name of formatNames()) {
    if (!numberFormat(name))
      made.addFormat(name, { type: "string", validate: (value) => hasFormat(name, value) });
  }
  for (const [name, validate] of broughtFormats) made.addFormat(name, { type: "string", validate });
  return made;
}

/** A check as Ajv calls it; its errors are properties of the function. */
interface PartCheck {
  (value: Json, at?: Holder & { readonly instancePath: string }): boolean;
  errors?: Partial<ErrorObject>[];
}

/** Compiled for the first value: documents reference far more schemas than one value reaches. */
function compilePart(index: number): PartCheck {
  const node = compiling[index]!;
  const check: PartCheck = (value, at) => {
    const { valid, problems, undecidable } = remembered(found!, node, value, at);
    if (undecidable !== undefined) throw new Undecidable(undecidable);
    check.errors = problems.map((problem) => ({
      ...problem,
      instancePath: `${at?.instancePath ?? ""}${problem.instancePath ?? ""}`,
    }));
    return valid;
  };
  return check;
}

function regExp(source: string): { test: (value: string) => boolean; toString: () => string } {
  const pattern = patternOf(source);
  // Ajv shares patterns of equal text.
  return { test: (value) => matchOf(pattern, value), toString: () => source };
}

/** Returns whether a pattern matches. An unreadable pattern does not reject values that never reach it. */
function matchOf(pattern: Pattern, value: string): boolean {
  if (!pattern.expression)
    throw new Undecidable(`the pattern ${pattern.source} is in a dialect that ECMA-262 does not know`);
  const isMatch = matches(pattern, value);
  if (isMatch === undefined) throw new Undecidable(`the pattern ${pattern.source} would take too long`);
  return isMatch;
}
