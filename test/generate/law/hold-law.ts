// Tests the law of types: values that a validator accepts type-check, and values that it rejects do not,
// except for the limits of TypeScript that `loosened.ts` lists.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Test } from "tap";
import ts from "typescript";
import { DocumentError, type Json, type JsonObject } from "../../../scripts/contract/document/document.ts";
import { isArray, isObject } from "../../../scripts/contract/document/pointer.ts";
import { walkDocument } from "../../../scripts/contract/document/walk.ts";
import { emitTypes } from "../../../scripts/contract/generate/emit-types.ts";
import { printString } from "../../../scripts/contract/generate/literal.ts";
import { planOf } from "../../../scripts/contract/generate/plan.ts";
import { compilerErrors } from "../../support/compiler.ts";
import { readFiles } from "../../support/read-files.ts";
import { type TestValidators, validatorsOfPlan } from "../emitted-validators.ts";
import { guess, neighbours, schemasOf, some } from "./candidates.ts";
import { documentOfSchemas, hasMixedMembers, type Side } from "./loosened.ts";
import { literalOf, typeOf } from "./written.ts";

export const isLong = process.env["CHECK_LONG"] === "1";
/** Numbers of values for each schema and side. */
const counts = isLong ? { members: 60, misses: 200 } : { members: 4, misses: 6 };

export interface LawDocument {
  readonly path: string;
  readonly root: JsonObject;
  /** Values to try besides the generated ones, by schema name. */
  readonly values?: ReadonlyMap<string, Json[]>;
}

/**
 * Compares the named schemas of documents with their types, both ways, and asserts for each document. Returns
 * the number of tried values.
 */
export async function holdLaw(t: Test, documents: readonly LawDocument[]): Promise<number> {
  const rows = new Map<string, Row[]>();
  const read: string[] = [];
  for (const [index, { path, root, values = new Map<string, Json[]>() }] of documents.entries()) {
    if (schemasOf(root).length === 0) continue;
    const place = join(t.testdirName, `d${index}`);
    let validators: Readonly<Record<Side, TestValidators>>;
    try {
      validators = {
        tight: await validatorsOf(t, root, "tight"),
        loose: await validatorsOf(t, root, "loose"),
      };
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      t.fail(`${path}: ${error.message}`);
      continue;
    }
    const plan = planOf(
      await readFiles({ "api.json": JSON.stringify(documentOfSchemas(root, "as written")) }),
    );
    const types = emitTypes(plan);
    mkdirSync(join(place, "generated"), { recursive: true });
    mkdirSync(join(place, "client"), { recursive: true });
    writeFileSync(join(place, "generated/types.ts"), types);
    for (const file of ["client/request-types.ts", "client/tuple-types.ts"])
      writeFileSync(join(place, file), readFileSync(resolve(file)));
    const own = rowsOf(root, validators, requestNames(types), values);
    const file = join(place, "check.ts");
    writeFileSync(file, [head, ...own.map(({ line }) => line)].join("\n"));
    rows.set(file, own);
    read.push(path);
  }
  const complaints = complaintsIn(t.testdirName, [...rows.keys()]);
  let count = 0;
  for (const [index, [file, own]] of [...rows].entries()) {
    const wrong = complaints.get(file) ?? new Map<number, string>();
    const parted = own.flatMap(({ about, compiles }, row) => {
      count += 1;
      const complaint = wrong.get(row + 1);
      if (compiles === (complaint === undefined)) return [];
      return [`${about} ${complaint === undefined ? "type-checks" : `does not: ${complaint}`}`];
    });
    t.same(parted, [], read[index] ?? file);
  }
  return count;
}

/** One line of the program: a value for a schema, which must compile or must not. */
interface Row {
  readonly about: string;
  readonly compiles: boolean;
  readonly line: string;
}

type Validate = (value: Json) => boolean;

function rowsOf(
  root: JsonObject,
  validators: Readonly<Record<Side, TestValidators>>,
  requests: ReadonlySet<string>,
  values: ReadonlyMap<string, Json[]>,
): Row[] {
  return schemasOf(root).flatMap(([name, schema], index) => {
    const guesses = [
      ...Array.from({ length: 12 }, (_, choice) => guess(root, schema, choice)),
      ...(values.get(name) ?? []),
    ];
    const near = unique([...guesses, ...guesses.flatMap(neighbours)]);
    return (["sent", "read"] as const).flatMap((direction): Row[] => {
      const of = (side: Side): Validate => {
        const { requests: sent, responses } = validators[side];
        const parts = direction === "sent" ? sent[`s${index}`] : responses[`s${index}`]?.["200"];
        return (value) => parts?.body?.["application/json"]?.(value) ?? true;
      };
      const place = direction === "sent" && requests.has(name) ? "requests" : "components";
      const type = `${direction === "sent" ? "Input" : "Output"}<${place}["schemas"][${printString(name)}]>`;
      const [tight, loose] = [of("tight"), of("loose")];
      const readable = direction === "sent" || !hasMixedMembers(root, schema);
      const members = some(
        near.filter((value) => readable && tight(value) && !lacksInherited(root, value)),
        counts.members,
      );
      const misses = some(
        near.filter((value) => !loose(value) && !lacksInherited(root, value)),
        counts.misses,
      );
      const about = (value: Json) => `${direction} ${name} ${JSON.stringify(value)}`;
      return [
        ...members.map((value) => ({
          about: about(value),
          compiles: true,
          line: `use<${type}>(null! as ${typeOf(value)});`,
        })),
        ...misses.map((value) => ({
          about: about(value),
          compiles: false,
          line: `use<${type}>(${literalOf(value)});`,
        })),
      ];
    });
  });
}

/** Whether an object lacks a property that all objects inherit: TypeScript then sees the inherited one. */
function lacksInherited(root: JsonObject, value: Json): boolean {
  const named = Object.getOwnPropertyNames(Object.prototype).filter((name) => inheritedIn(root).has(name));
  return isObject(value) && named.some((name) => !Object.hasOwn(value, name));
}

const inherited = new WeakMap<JsonObject, ReadonlySet<string>>();

/** The inherited names that a document uses as property names. */
function inheritedIn(root: JsonObject): ReadonlySet<string> {
  const known = inherited.get(root);
  if (known !== undefined) return known;
  const names = new Set<string>();
  walkDocument(root, ({ type, node }) => {
    if (type !== "schema" || !isObject(node)) return;
    const { properties, required } = node;
    for (const name of Object.keys(isObject(properties) ? properties : {})) names.add(name);
    for (const name of isArray(required) ? required : []) if (typeof name === "string") names.add(name);
  });
  inherited.set(root, names);
  return names;
}

function unique(values: readonly Json[]): Json[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

async function validatorsOf(t: Test, root: JsonObject, side: Side): Promise<TestValidators> {
  const document = await readFiles({ "api.json": JSON.stringify(documentOfSchemas(root, side)) });
  const formats = new Proxy({}, { get: () => () => true });
  return validatorsOfPlan(t, planOf(document), formats);
}

const head =
  'import type { Input, Output } from "./client/request-types.ts"; import type { components, requests } from "./generated/types.ts"; declare function use<T>(value: T): void; declare const never: never;';

/** The schemas that have a different type in requests. */
function requestNames(types: string): ReadonlySet<string> {
  const source = ts.createSourceFile("types.ts", types, ts.ScriptTarget.ES2023);
  const names = new Set<string>();
  for (const statement of source.statements) {
    if (!ts.isInterfaceDeclaration(statement) || statement.name.text !== "requests") continue;
    const [schemas] = statement.members;
    if (schemas === undefined || !ts.isPropertySignature(schemas) || schemas.type === undefined) continue;
    if (!ts.isTypeLiteralNode(schemas.type)) continue;
    for (const { name } of schemas.type.members)
      if (name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name))) names.add(name.text);
  }
  return names;
}

/** The compiler errors by file and line, counted from 0. */
function complaintsIn(
  folder: string,
  files: readonly string[],
): ReadonlyMap<string, ReadonlyMap<number, string>> {
  const errors = compilerErrors(folder, files, {
    target: "es2023",
    module: "nodenext",
    strict: true,
    allowImportingTsExtensions: true,
    lib: ["es2023", "dom"],
    types: [],
  });
  const found = new Map<string, Map<number, string>>();
  for (const { file = "", line, text } of errors) {
    if (!file.endsWith("check.ts")) throw new Error(`${file}: ${text}`);
    const lines = found.get(file) ?? new Map<number, string>();
    lines.set(line - 1, text);
    found.set(file, lines);
  }
  return found;
}
