// Compiles schemas with Ajv the way the search reads them: formats asserted, exact multiples, ECMA-262 patterns.
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import type { Json } from "../../document/document.ts";
import { formatNames, hasFormat, isInRange, numberFormat } from "./formats.ts";
import { expressionOf } from "./pattern.ts";
import { plainSchema } from "./plain-schema.ts";
import { isMultiple, rationalOf } from "./rational.ts";
import type { SchemaNode } from "./schema-node.ts";
import type { Scope } from "./scope.ts";
import { canonical } from "./structural-key.ts";

/** What a validator said; `undecidable` when it could not be asked. */
export interface Verdict {
  readonly valid: boolean;
  readonly errors: readonly string[];
  readonly undecidable?: string;
}

type Check = (instance: Json) => Verdict;

const checks = new WeakMap<Scope, Map<string, Check>>();
const ajv = makeAjv();

/** Asks Ajv whether `node` accepts `instance`, open names and all. */
export function validate(node: SchemaNode, instance: Json): Verdict {
  let known = checks.get(node.scope);
  if (!known) checks.set(node.scope, (known = new Map<string, Check>()));
  let check = known.get(node.key);
  if (!check) known.set(node.key, (check = compile(node)));
  return check(instance);
}

function compile(node: SchemaNode): Check {
  const { schema, obstacle } = plainSchema(node);
  const refusal =
    (undecidable: string): Check =>
    () => ({ valid: false, errors: [undecidable], undecidable });
  if (obstacle !== undefined) return refusal(obstacle);
  try {
    const validator = ajv.compile(schema);
    ajv.removeSchema(schema);
    return (instance) => run(validator, instance);
  } catch (error) {
    return refusal(error instanceof Error ? error.message : String(error));
  }
}

function run(validator: ValidateFunction, instance: Json): Verdict {
  try {
    const valid = validator(instance);
    return { valid, errors: (validator.errors ?? []).map(sentence) };
  } catch (error) {
    // A schema that applies to itself without end exhausts the stack.
    const undecidable = error instanceof Error ? error.message : String(error);
    return { valid: false, errors: [undecidable], undecidable };
  }
}

function sentence({ instancePath, message, keyword, params }: ErrorObject): string {
  const name: unknown =
    params["propertyName"] ?? params["additionalProperty"] ?? params["unevaluatedProperty"];
  const detail = keyword !== "required" && typeof name === "string" ? ` (${JSON.stringify(name)})` : "";
  return `${instancePath} ${message ?? keyword}${detail}`.trim();
}

function makeAjv(): Ajv2020 {
  const made = new Ajv2020({
    strict: false,
    allErrors: true,
    validateSchema: false,
    addUsedSchema: false,
    logger: false,
    code: { regExp: Object.assign(regExp, { code: "" }) },
  });
  made.removeKeyword("multipleOf");
  made.addKeyword({
    keyword: "multipleOf",
    type: "number",
    schemaType: "number",
    compile: (step: number) => {
      const exact = rationalOf(step);
      return (value: number) => isMultiple(rationalOf(value), exact);
    },
    error: { message: ({ schema }) => `must be multiple of ${String(schema)}` },
  });
  // Ajv's own comparison looks at prototypes, and takes a key called `constructor` for one.
  made.removeKeyword("enum");
  made.addKeyword({
    keyword: "enum",
    schemaType: "array",
    compile: (list: readonly Json[]) => {
      const allowed = new Set(list.map(canonical));
      return (value: Json) => allowed.has(canonical(value));
    },
    error: { message: "must be equal to one of the allowed values" },
  });
  for (const name of formatNames()) {
    if (numberFormat(name))
      made.addFormat(name, { type: "number", validate: (value) => isInRange(name, value) });
    else made.addFormat(name, { type: "string", validate: (value) => hasFormat(name, value) });
  }
  return made;
}

function regExp(source: string): RegExp {
  const expression = expressionOf(source);
  if (!expression) throw new SyntaxError(`the pattern ${source} is in a dialect that ECMA-262 does not know`);
  return expression;
}
