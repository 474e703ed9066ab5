// Type declarations of the tool's entries and their imports, for `import` and for `require`.
import { posix, relative, resolve, sep } from "node:path";
import ts from "typescript";
import { trustedCode } from "../../contract/generate/code.ts";
import { specifiersOf, withSpecifiers } from "../../contract/sdk/module-syntax.ts";
import type { ToolEntry } from "./tool-entries.ts";

/** Root of the declarations' sources. */
const sources = "scripts/contract";

/** Returns the declarations: path within the package → text. */
export function toolTypes(entries: readonly ToolEntry[]): Map<string, string> {
  const declarations = emitted(entries.map(({ types }) => types));
  const files = new Map<string, string>();
  for (const [module, text] of declarations) {
    for (const extension of ["", "c"]) {
      const code = withSpecifiers(trustedCode(text), (name) =>
        name.startsWith(".") ? name.replace(/(\.d)?\.ts$/, `.${extension}js`) : name,
      );
      files.set(`types/${module}.d.${extension}ts`, code);
    }
  }
  for (const { name, types } of entries) {
    const module = `../types/${moduleName(types)}`;
    for (const extension of ["", "c"])
      files.set(`lib/${name}.d.${extension}ts`, `export * from "${module}.${extension}js";\n`);
  }
  return files;
}

/**
 * Returns the declarations of the entries and their imports: module below the sources, without its extension
 * → text.
 */
function emitted(entries: readonly string[]): Map<string, string> {
  const { config } = ts.readConfigFile("tsconfig.json", (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, ".");
  const program = ts.createProgram([...entries], {
    ...options,
    noEmit: false,
    // `npm run types` checks the sources.
    noCheck: true,
    declaration: true,
    emitDeclarationOnly: true,
    outDir: resolve("dist/types"),
    rootDir: resolve("."),
  });
  const found = new Map<string, string>();
  const left = entries.map((path) => path);
  for (let path = left.pop(); path !== undefined; path = left.pop()) {
    const module = moduleName(path);
    if (found.has(module)) continue;
    const text = declarationOf(program, path);
    found.set(module, text);
    for (const specifier of specifiersOf(trustedCode(text))) {
      if (!specifier.startsWith("."))
        throw new Error(`${path} would speak of ${specifier} in its declarations`);
      left.push(posix.join(posix.dirname(path), specifier));
    }
  }
  return found;
}

function declarationOf(program: ts.Program, path: string): string {
  const source = program.getSourceFile(resolve(path));
  if (source === undefined) throw new Error(`there is no module ${path}`);
  if (source.isDeclarationFile) return source.text;
  let declarations = "";
  program.emit(source, (_, text) => (declarations = text), undefined, true);
  return declarations;
}

function moduleName(path: string): string {
  return relative(sources, path)
    .split(sep)
    .join("/")
    .replace(/(\.d)?\.ts$/, "");
}
