// Emits `validators.js` and `validators.d.ts`: the document's schemas as plain functions, so that nothing is
// compiled at run time.
import { transform } from "esbuild";
import { DocumentError } from "../document/document.ts";
import { localPointer } from "../document/pointer.ts";
import { linearProgram } from "../schema/patterns/linear-program.ts";
import { readPattern } from "../schema/patterns/read-pattern.ts";
import { slownessOf } from "../schema/patterns/slow-pattern.ts";
import { type Code, emit, joinCode, trustedCode } from "./code.ts";
import { headerLine } from "./header.ts";
import { expression, type Literal, printKey, printLiteral } from "./literal.ts";
import type { Plan } from "./plan.ts";
import { runtimeOf, runtimeParts } from "./runtime-source.ts";
import { type CompiledUnits, compileUnits } from "./validators/compile-units.ts";
import { checksFormat, functionFormats, isCustomFormat, numberFormats } from "./validators/formats.ts";
import { SchemaUnits } from "./validators/schema-units.ts";
import { UnitError } from "./validators/unit-error.ts";
import { type ValidatorTable, validatorTable } from "./validators/validator-table.ts";

/** The two files, and the formats that their users must provide. */
export interface EmittedValidators {
  readonly code: Code;
  readonly types: Code;
  /** Formats that are not defined by JSON Schema, sorted. */
  readonly customFormats: readonly string[];
}

/** @param operationId  code that declares or imports the type of the ids */
export async function emitValidators(
  plan: Plan,
  operationId = emit`import type { OperationId } from "./operations.ts";\n`,
): Promise<EmittedValidators> {
  const formats = new Set<string>();
  const units = new SchemaUnits(plan.document.root, {
    format: (format, schema) => {
      const checks = checksFormat(format, schema);
      if (checks) formats.add(format);
      return checks;
    },
    pattern: (pattern, pointer) => checksPattern(plan, pattern, pointer),
  });
  const table = validatorTable(plan, units);
  const compiled = compile(plan, units, table);
  const sorted = [...formats].sort();
  const customFormats = sorted.filter(isCustomFormat);
  return {
    code: await printCode(plan, compiled, table, sorted),
    types: await printTypes(plan, customFormats, operationId),
    customFormats,
  };
}

/** Whether validators check a pattern; throws for a pattern that cannot be matched in linear time. */
function checksPattern({ document }: Plan, source: string, pointer: string): boolean {
  const pattern = readPattern(source);
  if ("foreign" in pattern) return false;
  const slowness = slownessOf(pattern);
  if (slowness === undefined) return true;
  const place = document.locate(pointer);
  const shown = source.length > 200 ? `${source.slice(0, 200)}…` : source;
  if (slowness.growth === "unbounded")
    throw new DocumentError(`the pattern ${shown} has more consecutive parts than engines accept`, {
      place,
      fix: "write what repeats with a count, such as {5}, or match less",
    });
  if (linearProgram(pattern) !== undefined) return true;
  throw new DocumentError(
    `the pattern ${shown} can take time out of proportion to the text, and has back-references or is too large to be ` +
      "matched otherwise",
    { place, fix: "write it without the back-reference or with smaller repeats" },
  );
}

function compile({ document }: Plan, units: SchemaUnits, table: ValidatorTable): CompiledUnits {
  try {
    return compileUnits(units.all, new Set(keysOf(table)));
  } catch (error) {
    if (!(error instanceof UnitError)) throw error;
    throw new DocumentError(`the schema ${error.unit.path} cannot be compiled: ${error.message}`, {
      place: document.locate(localPointer(error.unit.path) ?? ""),
      fix: "correct the schema",
      cause: error,
    });
  }
}

async function printCode(
  plan: Plan,
  { names, constants, functions }: CompiledUnits,
  table: ValidatorTable,
  formats: readonly string[],
): Promise<Code> {
  const ours = formats.filter(isCustomFormat);
  const members = formats.flatMap((format): [string, Literal][] => {
    if (isCustomFormat(format)) return [[format, expression(emit`customFormats[${printLiteral(format)}]`)]];
    const definition = functionFormats[format];
    if (definition === undefined) return [];
    const check = expression(printKey(definition.name));
    // Number formats in the form that Ajv's code expects.
    return [[format, numberFormats.has(format) ? { validate: check } : check]];
  });
  const head = joinCode([
    ...ours.map((format) => {
      const name = printLiteral(format);
      return emit`  if (typeof customFormats?.[${name}] !== "function") throw new TypeError("createValidators needs the format " + ${name});\n`;
    }),
    emit`  const formats = ${printLiteral(Object.fromEntries(members), "  ", 16)};\n`,
  ]);
  const usesMatcher = constants.includes("new LinearMatcher(");
  const usesWork = constants.includes("new RepeatedWork(");
  const files = [
    ...runtimeFiles,
    ...(usesWork ? ["repeated-work.ts"] : []),
    ...(usesMatcher ? ["linear-matcher.ts"] : []),
    ...formatFiles(formats),
  ];
  const runtime = await transform(await runtimeParts(files), {
    loader: "ts",
    target: "es2022",
    charset: "utf8",
  });
  return joinCode(
    [
      emit`${headerLine(plan.header)}${trustedCode(runtime.code)}`,
      emit`export function createValidators(customFormats) {`,
      emit`${head}${constants}${functions}  return ${printLiteral(withNames(table, names), "  ", 7)};`,
      emit`}\n`,
    ],
    emit`\n`,
  );
}

/** Modules of the runtime that the functions call. */
const runtimeFiles = [
  "value-types.ts",
  "code-points.ts",
  "deep-equal.ts",
  "canonical-text.ts",
  "duplicates.ts",
  "multiple-of.ts",
  "fail.ts",
  "add-errors.ts",
];

/** Returns each file once, after those it imports. */
function formatFiles(formats: readonly string[]): string[] {
  return [...new Set(formats.flatMap((format) => functionFormats[format]?.files ?? []))];
}

function keysOf(table: ValidatorTable): string[] {
  return Object.values(table).flatMap((entry) => (typeof entry === "string" ? [entry] : keysOf(entry)));
}

function withNames(
  table: ValidatorTable,
  names: ReadonlyMap<string, Code>,
): { readonly [key: string]: Literal } {
  return Object.fromEntries(
    Object.entries(table).map(([key, entry]): [string, Literal] => [
      key,
      typeof entry === "string" ? expression(names.get(entry) ?? emit`undefined`) : withNames(entry, names),
    ]),
  );
}

async function printTypes(plan: Plan, custom: readonly string[], operationId: Code): Promise<Code> {
  const formats = custom.map((format) => emit`  ${printKey(format)}(value: string): boolean;\n`);
  const names = joinCode(
    plan.schemas.map(({ name }) => printLiteral(name)),
    emit` | `,
  );
  return joinCode(
    [
      emit`${headerLine(plan.header)}${operationId}`,
      emit`/** The document's own formats, which JSON Schema does not define: the caller supplies a check for each. */`,
      emit`export interface Formats {\n${formats}}\n`,
      await runtimeOf("validators.js"),
      emit`/** The schemas of the document that have names. */\nexport type SchemaName = ${names === "" ? emit`never` : names};\n`,
      validatorsInterface,
    ],
    emit`\n`,
  );
}

const validatorsInterface = emit`/** Every validator, by operation and part, and by the name of its schema. */
export interface Validators {
  readonly requests: { readonly [Id in OperationId]: RequestValidators };
  /** By status as in the document: \`200\`, \`4XX\`, \`default\`. */
  readonly responses: { readonly [Id in OperationId]: { readonly [status: string]: ResponseValidators } };
  readonly schemas: { readonly [Name in SchemaName]: Validator };
}

/** Creates the validators. They never modify values: no coercion, no defaults, nothing removed. */
export function createValidators(formats: Formats): Validators;
`;
