// Emits declaration files of TypeScript modules, for `import` and for `require`.
import { posix } from "node:path";
import type { CompilerHost } from "typescript";
import { type Code, trustedCode } from "../generate/code.ts";
import { loadTypescript } from "../generate/load-typescript.cjs";
import type { Files } from "./compile-modules.ts";
import type { Modules } from "./runtime-modules.ts";
import { specifiersOf, withExtension } from "./module-syntax.ts";

/**
 * Replaces the standard library, whose declarations take longer to parse than all other work here. Exports
 * declare their types explicitly (`isolatedDeclarations`), so the compiler needs only the names of global
 * types.
 */
const library = `${["Array", "Boolean", "Function", "IArguments", "Number", "Object", "RegExp", "String"]
  .map((name) => `interface ${name}${name === "Array" ? "<T> { [n: number]: T }" : " {}"}`)
  .join("\n")}
interface SymbolConstructor {
${["asyncDispose", "asyncIterator", "dispose", "hasInstance", "iterator", "toPrimitive", "toStringTag"]
  .map((name) => `  readonly ${name}: unique symbol;`)
  .join("\n")}
}
declare var Symbol: SymbolConstructor;
`;

/**
 * Returns the declarations of the importable modules, and of the modules they refer to.
 *
 * @param modules  modules to declare
 * @param declared  modules that are declarations already; the others may import from them
 * @param entries  the importable modules: `client/testing.ts`
 */
export function declareModules(modules: Modules, declared: Modules, entries: readonly string[]): Files {
  if (emitted.size > mostEmitted) emitted.clear();
  const fresh = new Map([...modules].filter(([, source]) => !emitted.has(source)));
  for (const [module, text] of emitDeclarations(fresh)) emitted.set(fresh.get(module)!, text);
  const declarations = [...modules].flatMap(([module, source]): [string, Code][] => {
    const text = emitted.get(source);
    return text === undefined ? [] : [[module, text]];
  });
  return withBothExtensions(reachable(new Map([...declarations, ...declared]), entries));
}

/**
 * Declarations by source: the runtime's modules are the same in all packages of one run, and each module is
 * declared by itself.
 */
const emitted = new Map<Code, Code>();
/** Number of entries after which the cache is cleared. */
const mostEmitted = 1024;

function emitDeclarations(modules: Modules): Modules {
  const sources = new Map<string, Code>();
  if (modules.size === 0) return sources;
  const ts = loadTypescript();
  const pathOf = (module: string) => posix.join("/package", module);
  const libraryPath = "/library.d.ts";
  const all = new Map([...modules].map(([module, text]) => [pathOf(module), text]));
  const options = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    declaration: true,
    emitDeclarationOnly: true,
    isolatedDeclarations: true,
    // The sources are type-checked in this repository. Each module is declared by itself.
    noCheck: true,
    noResolve: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    newLine: ts.NewLineKind.LineFeed,
  };
  // Nothing is read from disk: imports from packages remain as written.
  const host: CompilerHost = {
    fileExists: (path) => all.has(path),
    readFile: () => undefined,
    getSourceFile: (path, target) => {
      const text = path === libraryPath ? library : all.get(path);
      return text === undefined ? undefined : ts.createSourceFile(path, text, target);
    },
    getDefaultLibFileName: () => libraryPath,
    writeFile: () => undefined,
    getCurrentDirectory: () => "/package",
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
  };
  const program = ts.createProgram([...modules.keys()].map(pathOf), options, host);
  program.emit(undefined, (path, text) => {
    const module = posix.relative(pathOf(""), path).replace(/\.d\.ts$/, ".ts");
    if (modules.has(module)) sources.set(module, trustedCode(text));
  });
  return sources;
}

/** Returns the entries and everything they import, directly or indirectly. */
function reachable(declarations: Modules, entries: readonly string[]): Modules {
  const found = new Map<string, Code>();
  const left = [...entries];
  for (let module = left.pop(); module !== undefined; module = left.pop()) {
    const text = declarations.get(module);
    if (text === undefined || found.has(module)) continue;
    found.set(module, text);
    for (const specifier of specifiersOf(text)) {
      if (specifier.startsWith("."))
        left.push(posix.join(posix.dirname(module), specifier.replace(/\.js$/, ".ts")));
    }
  }
  return found;
}

function withBothExtensions(declarations: Modules): Files {
  return new Map(
    [...declarations].flatMap(([module, text]): [string, Code][] => [
      [module.replace(/\.ts$/, ".d.ts"), withExtension(text, "js")],
      [module.replace(/\.ts$/, ".d.cts"), withExtension(text, "cjs")],
    ]),
  );
}
