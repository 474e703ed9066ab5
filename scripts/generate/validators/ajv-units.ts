// Compiles units with Ajv and keeps the source text of what it makes of them: for the few that nothing else here can write.
import { Ajv2020 } from "ajv/dist/2020.js";
import { _, type ValueScopeName } from "ajv/dist/compile/codegen/index.js";
import { compileSchema, SchemaEnv } from "ajv/dist/compile/index.js";
import { indentBlocks } from "../indent.ts";
import { type Literal, printLiteral } from "../literal.ts";
import { replace, replaceKeywords } from "./ajv-keywords.ts";
import { numberFormats, regExpOfFormat } from "./formats.ts";
import { compilePattern } from "./patterns.ts";
import { refCode, type RefTarget } from "./ref-keyword.ts";
import type { Unit } from "./schema-units.ts";
import { UnitError } from "./unit-error.ts";
import { Weights } from "./weights.ts";

/** Declarations of functions, and of the constants that they use. */
export interface EmittedFunctions {
  readonly constants: string;
  readonly functions: string;
}

export class AjvUnits {
  readonly #ajv: Ajv2020;
  readonly #envs = new Map<string, SchemaEnv>();

  /**
   * @param units  those to compile, and all that they refer to
   * @param formats  the formats that the units check
   */
  constructor(units: ReadonlyMap<string, Unit>, formats: readonly string[]) {
    this.#ajv = ajvFor(units, formats);
    const weights = new Weights(units);
    replace(this.#ajv, "$ref", () =>
      refCode((key): RefTarget => {
        const unit = units.get(key);
        if (unit === undefined) throw new Error(`there is no unit ${key}`);
        if (weights.isSmall(key)) return { kind: "inline", schema: unit.schema, path: unit.path };
        return { kind: "call", env: this.#compile(unit) };
      }),
    );
  }

  /** Compiles a unit and tells the name of its function. Throws a UnitError when Ajv cannot. */
  nameOf(unit: Unit): string {
    const { validateName } = this.#compile(unit);
    if (validateName === undefined) throw new Error(`unit ${unit.key} is not compiled`);
    return validateName.str;
  }

  /** All that was compiled, indented once. */
  print(): EmittedFunctions {
    return assemble(this.#envs.values());
  }

  #compile(unit: Unit): SchemaEnv {
    const known = this.#envs.get(unit.key);
    if (known !== undefined) return known;
    const env = new SchemaEnv({ schema: unit.schema, schemaPath: unit.path });
    this.#envs.set(unit.key, env);
    try {
      compileSchema.call(this.#ajv, env);
    } catch (error) {
      throw error instanceof UnitError ? error : new UnitError(unit, error);
    }
    return env;
  }
}

function ajvFor(units: ReadonlyMap<string, Unit>, formats: readonly string[]): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    // Units hold nothing but keywords of JSON Schema, and `contract lint` reads the document more closely than this would.
    strict: false,
    validateSchema: false,
    meta: false,
    addUsedSchema: false,
    logger: false,
    loopRequired: Number.POSITIVE_INFINITY,
    code: {
      source: true,
      // The functions are printed, never run here; without this the engine would parse each.
      process: () => "return () => true",
      optimize: false,
      lines: true,
      formats: _`formats`,
      regExp: Object.assign(compilePattern, { code: "new RegExp" }),
    },
  });
  // Both make every function slower. Most documents do without the first; the second is resolved when units are cut.
  ajv.opts.unevaluated = uses(units, "unevaluatedProperties") || uses(units, "unevaluatedItems");
  ajv.opts.dynamicRef = false;
  replaceKeywords(ajv);
  for (const format of formats) ajv.addFormat(format, formatDefinition(format));
  return ajv;
}

/** Only the kind matters: the function itself is called by the emitted code, from `formats`. */
function formatDefinition(format: string) {
  const regExp = regExpOfFormat(format);
  if (regExp !== undefined) return regExp;
  return numberFormats.has(format) ? { type: "number" as const, validate: () => true } : () => true;
}

function uses(units: ReadonlyMap<string, Unit>, keyword: string): boolean {
  const has = (value: unknown): boolean =>
    typeof value === "object" && value !== null && (keyword in value || Object.values(value).some(has));
  return [...units.values()].some(({ schema }) => has(schema));
}

function assemble(envs: Iterable<SchemaEnv>): EmittedFunctions {
  const functions: string[] = [];
  const values = new Set<ValueScopeName>();
  for (const { validate, validateName } of envs) {
    if (validate?.source === undefined || validateName === undefined) throw new Error("a unit has no source");
    const { source } = validate;
    functions.push(source.validateCode);
    if (source.evaluated !== undefined)
      functions.push(`${validateName.str}.evaluated = ${source.evaluated.toString()};\n`);
    for (const [prefix, set] of Object.entries(source.scopeValues)) {
      // Functions declare themselves.
      if (prefix !== "validate") for (const name of set ?? []) values.add(name);
    }
  }
  const text = functions.join("");
  const used = new Set(text.match(/\b[a-z]+[0-9]+\b/gi));
  const constants = [...values].flatMap((name) => declarationOf(name, used));
  return { constants: indented(constants.join("")), functions: indented(text) };
}

function indented(code: string): string {
  return code === "" ? "" : `${indentBlocks(code, 1)}\n`;
}

function declarationOf(name: ValueScopeName, used: ReadonlySet<string>): string[] {
  const { prefix, str, value } = name;
  if (!used.has(str)) return [];
  if (prefix === "pattern" && value?.ref instanceof RegExp)
    return [`const ${str} = ${value.ref.toString()};\n`];
  if (prefix === "schema") return [`const ${str} = ${printLiteral(typeLists(value?.ref) ?? {})};\n`];
  if (prefix === "obj") return [`const ${str} = ${printLiteral(value?.ref as Literal)};\n`];
  const code = value?.code?.toString() ?? "";
  if (code === 'require("ajv/dist/runtime/equal").default') return [`const ${str} = deepEqual;\n`];
  if (code === "" || code.includes("require("))
    throw new Error(`Ajv uses ${str}, which cannot be emitted: ${code}`);
  return [`const ${str} = ${code};\n`];
}

/**
 * A schema without anything but the lists in its `type`s and the way to them: of the copy that Ajv keeps of each schema, the
 * emitted code looks at nothing else.
 */
function typeLists(schema: unknown): Literal | undefined {
  if (typeof schema !== "object" || schema === null) return undefined;
  if (Array.isArray(schema)) {
    const items = schema.map((item: unknown) => typeLists(item));
    return items.every((item) => item === undefined) ? undefined : items.map((item) => item ?? null);
  }
  const members = Object.entries(schema).flatMap(([key, value]): [string, Literal][] => {
    const kept = key === "type" && Array.isArray(value) ? value.map(String) : typeLists(value);
    return kept === undefined ? [] : [[key, kept]];
  });
  return members.length === 0 ? undefined : Object.fromEntries(members);
}
