// Reads the modules under runtime/ as text: those of a folder become one generated file.
import { readdir, readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { packageFolder } from "../cli/package-folder.ts";
import { type Code, emit, joinCode, noCode, trustedCode } from "./code.ts";
import { printString } from "./literal.ts";
import { type RuntimeModule, readRuntimeModule } from "./runtime-module.ts";

/** A generated file that consists of runtime modules. */
export type RuntimeFile =
  | "boundary.ts"
  | "control.ts"
  | "deliver.ts"
  | "json.ts"
  | "parameters.ts"
  | "rounded-integer.ts"
  | "serve-operations.ts"
  | "state.ts"
  | "swagger.ts"
  | "validation-problems.ts"
  | "validators.js";

/**
 * The generated file of a module, by the start of its path. All other modules are included only where they
 * are requested by name.
 */
const homes: readonly (readonly [start: string, file: RuntimeFile])[] = [
  ["boundary/", "boundary.ts"],
  ["control/", "control.ts"],
  ["deliveries/", "deliver.ts"],
  ["fastify/swagger-", "swagger.ts"],
  ["fastify/", "serve-operations.ts"],
  ["json/", "json.ts"],
  ["state/", "state.ts"],
  ["deep-equal.ts", "state.ts"],
  ["canonical-text.ts", "state.ts"],
  ["rounded-integer.ts", "rounded-integer.ts"],
  ["validation-problems.ts", "validation-problems.ts"],
  ["validator-types.ts", "validators.js"],
  ["wire-", "parameters.ts"],
];

/** Returns the folder of the runtime modules. */
export function runtimeFolder(): string {
  return join(packageFolder(), "scripts", "contract", "runtime");
}

/** Returns all modules of a file as one text that imports what other files of the runtime export. */
export async function runtimeOf(file: RuntimeFile): Promise<Code> {
  const paths = await runtimePaths();
  const own = await inOrder([...paths].filter((path) => homeOf(path) === file));
  return joinCode([importsOf(own), ...separated(own.map(({ exported }) => exported))]);
}

/**
 * Returns some modules and those they import, as one text without exports.
 *
 * @param paths  paths below the runtime's folder: `format-date.ts`
 */
export async function runtimeParts(paths: readonly string[]): Promise<Code> {
  const own = await inOrder(paths);
  return joinCode(separated(own.map(({ local }) => local)));
}

let listed: Promise<ReadonlySet<string>> | undefined;

/** The paths of all modules, listed once: they do not change while the tool runs. */
function runtimePaths(): Promise<ReadonlySet<string>> {
  listed ??= listAll();
  return listed;
}

async function listAll(): Promise<ReadonlySet<string>> {
  const files = await readdir(runtimeFolder(), { recursive: true, withFileTypes: true });
  const paths = files.flatMap((file) =>
    file.isFile() ? [posix.relative(runtimeFolder(), posix.join(file.parentPath, file.name))] : [],
  );
  return new Set(paths.sort());
}

const modules = new Map<string, Promise<RuntimeModule>>();

/** Reads a module when it is first needed: few documents need all of them. */
function runtimeModule(path: string): Promise<RuntimeModule> {
  const module =
    modules.get(path) ??
    readFile(join(runtimeFolder(), path), "utf8").then((text) => readRuntimeModule(path, trustedCode(text)));
  modules.set(path, module);
  return module;
}

function homeOf(path: string): RuntimeFile | undefined {
  return homes.find(([start]) => path.startsWith(start))?.[1];
}

/** Returns the modules of one file, each once and after those it imports. */
async function inOrder(paths: readonly string[]): Promise<RuntimeModule[]> {
  const known = await runtimePaths();
  const found = new Map<string, RuntimeModule>();
  const add = async (path: string): Promise<void> => {
    if (!known.has(path)) throw new TypeError(`the runtime has no module ${path}`);
    if (found.has(path)) return;
    const module = await runtimeModule(path);
    found.set(path, module);
    for (const { from } of module.imports) {
      if (known.has(from) && homeOf(from) === homeOf(path)) await add(from);
    }
    // Moves it to the end, after everything it needs.
    found.delete(path);
    found.set(path, module);
  };
  for (const path of paths) await add(path);
  return [...found.values()];
}

/** Returns the imports from packages and from the runtime's other files, each file once. */
function importsOf(modules: readonly RuntimeModule[]): Code {
  const own = new Set(modules.map(({ path }) => path));
  const byFile = new Map<string, Map<string, Code>>();
  for (const { imports } of modules) {
    for (const { from, names } of imports) {
      if (own.has(from)) continue;
      const home = homeOf(from);
      const file = home === undefined ? from : `./${home}`;
      const known = byFile.get(file) ?? new Map<string, Code>();
      byFile.set(file, known);
      for (const { name, isType } of names) {
        // A name that some module imports as a value and another as a type is imported as a value.
        if (!isType || !known.has(name)) known.set(name, isType ? emit`type ${name}` : name);
      }
    }
  }
  const statements = [...byFile]
    .sort(
      ([one], [other]) =>
        Number(one.startsWith(".")) - Number(other.startsWith(".")) || (one < other ? -1 : 1),
    )
    .map(([file, names]) => printImport(file, names));
  return statements.length === 0 ? noCode : emit`${statements}\n`;
}

function printImport(file: string, names: ReadonlyMap<string, Code>): Code {
  const sorted = [...names].sort(([one], [other]) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1));
  const onlyTypes = sorted.every(([, code]) => code.startsWith("type "));
  const list = sorted.map(([name, code]) => (onlyTypes ? trustedCode(name) : code));
  const line = emit`import ${onlyTypes ? emit`type ` : noCode}{ ${joinCode(list, emit`, `)} } from ${printString(file)};\n`;
  if (line.length <= 110) return line;
  const lines = list.map((name) => emit`  ${name},\n`);
  return emit`import ${onlyTypes ? emit`type ` : noCode}{\n${lines}} from ${printString(file)};\n`;
}

function separated(texts: readonly Code[]): Code[] {
  return texts.map((text, at) => (at === 0 ? text : emit`\n${text}`));
}
