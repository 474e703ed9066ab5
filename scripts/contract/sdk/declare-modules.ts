// TypeScript modules to declaration files, for `import` and for `require`.
import { posix } from "node:path";
import type { SourceFile } from "typescript";
import { type Code, trustedCode } from "../generate/code.ts";
import { loadTypescript } from "../generate/load-typescript.cjs";
import { packageFolder } from "../cli/package-folder.ts";
import type { Files } from "./compile-modules.ts";
import type { Modules } from "./runtime-modules.ts";
import { specifiersOf, withExtension } from "./module-syntax.ts";

/** What is read from the disk, parsed once in a process: TypeScript's own declarations, and those of packages. */
const libraries = new Map<string, SourceFile>();

/**
 * Declarations of the modules that can be imported, and of what these speak of.
 *
 * @param modules  to declare
 * @param declared  modules that are declarations already; the others may import from them
 * @param entries  the modules that can be imported: `client/testing.ts`
 */
export function declareModules(modules: Modules, declared: Modules, entries: readonly string[]): Files {
  const ts = loadTypescript();
  const folder = packageFolder();
  const pathOf = (module: string) => posix.join(folder, "package", module);
  const all = new Map([...modules, ...declared].map(([module, text]) => [pathOf(module), text]));
  const options = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    declaration: true,
    emitDeclarationOnly: true,
    // The sources are checked where they are written.
    noCheck: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    newLine: ts.NewLineKind.LineFeed,
  };
  const host = ts.createCompilerHost(options);
  const disk = { exists: host.fileExists.bind(host), read: host.getSourceFile.bind(host) };
  host.fileExists = (path) => all.has(path) || disk.exists(path);
  host.getSourceFile = (path, target, ...rest) => {
    const text = all.get(path);
    if (text !== undefined) return ts.createSourceFile(path, text, target);
    const parsed = libraries.get(path) ?? disk.read(path, target, ...rest);
    if (parsed !== undefined) libraries.set(path, parsed);
    return parsed;
  };
  const sources = new Map<string, Code>();
  const program = ts.createProgram([...modules.keys()].map(pathOf), options, host);
  program.emit(undefined, (path, text) => {
    const module = posix.relative(pathOf(""), path).replace(/\.d\.ts$/, ".ts");
    if (modules.has(module)) sources.set(module, trustedCode(text));
  });
  return withBothExtensions(reachable(new Map([...sources, ...declared]), entries));
}

/** The entries, and what they import, directly or not. */
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
