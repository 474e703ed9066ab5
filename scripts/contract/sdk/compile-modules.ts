// Compiles TypeScript modules to the files of a package: ES modules, and CommonJS for `require`.
import { build, stop, transform } from "esbuild";
import { DocumentError } from "../document/document.ts";
import { type Code, emit, joinCode, trustedCode } from "../generate/code.ts";
import { printString, withoutMisleading } from "../generate/literal.ts";
import { packageFolder } from "../cli/package-folder.ts";
import { type Modules, vendoredBy } from "./runtime-modules.ts";
import { importedNames, isOfTypesOnly, withExtension } from "./module-syntax.ts";

/** File (`client/page.js`) → text. */
export type Files = Map<string, Code>;

const target = "es2022";
const formats = [
  { format: "esm", extension: "js" },
  { format: "cjs", extension: "cjs" },
] as const;

/**
 * Maximum length of modules in which statements are merged: esbuild's time is quadratic in the number of
 * adjacent statements.
 */
const longest = 4_000_000;

/**
 * Compiles modules. Modules with only types result in no file: nothing imports them.
 *
 * @param dense  modules with code that users do not read: it is minified
 */
export async function compileModules(
  modules: Modules,
  dense: ReadonlySet<string> = new Set(),
): Promise<Files> {
  rejectLong(modules);
  const files: Files = new Map();
  const withCode = [...modules].filter(
    ([module, source]) => module.endsWith(".js") || dense.has(module) || !isOfTypesOnly(source),
  );
  for (const { format, extension } of formats) {
    const compiled = withCode.map(async ([module, source]): Promise<[string, Code]> => {
      const isDense = dense.has(module);
      const { code } = await inTime(
        module,
        transform(withExtension(source, extension), {
          loader: module.endsWith(".js") ? "js" : "ts",
          format,
          target,
          legalComments: "inline",
          minifyWhitespace: isDense,
          minifyIdentifiers: isDense,
          minifySyntax: isDense && source.length < longest,
        }),
      );
      // esbuild emits most control characters unescaped.
      return [module.replace(/\.[jt]s$/, `.${extension}`), withoutMisleading(trustedCode(code))];
    });
    for (const [file, code] of await Promise.all(compiled)) files.set(file, code);
  }
  return files;
}

/**
 * Maximum length of code in UTF-16 units; beyond it, the compiler (a separate process) would use more than
 * 700 MB.
 */
const greatestLength = 40_000_000;

/** Throws a DocumentError that names the longest module if the code is too long. */
export function rejectLong(modules: Modules, greatest = greatestLength): void {
  let [total, longest, most] = [0, "", -1];
  for (const [module, { length }] of modules) {
    total += length;
    if (length > most) [longest, most] = [module, length];
  }
  if (total <= greatest) return;
  throw new DocumentError(
    `the output for the document is too large: ${longest} alone has ${megabytes(most)} MB, and ${megabytes(greatest)} MB are compiled at most`,
    { fix: fewer },
  );
}

const fewer = "choose fewer operations with --tags or --operations, or split the document";

function megabytes(length: number): string {
  return (length / 1e6).toFixed(1);
}

/**
 * Limits the wall-clock time of the compiler, a separate process to which no limit of this process applies:
 * after `seconds`, throws a DocumentError that names the module.
 */
export async function inTime<Result>(
  module: string,
  compiled: Promise<Result>,
  seconds = 120,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(
        new DocumentError(
          `${module}, made of the document, is too large: it is not compiled in ${seconds} s`,
          {
            fix: fewer,
          },
        ),
      );
      void stop();
    }, seconds * 1000);
  });
  try {
    return await Promise.race([compiled, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Bundles the parts of other packages that some modules import, so that a package has no dependencies. */
export async function compileVendored(modules: Modules): Promise<Files> {
  const files: Files = new Map();
  for (const { name, module } of vendoredBy(modules)) {
    const names = new Set([...modules.values()].flatMap((source) => importedNames(source, name)));
    for (const { format, extension } of formats) {
      const code = await bundled(
        emit`export { ${joinCode(names, emit`, `)} } from ${printString(name)};`,
        format,
        dense.has(name),
      );
      const notice = trustedCode(`// From ${name} (MIT), see THIRD-PARTY-NOTICES.\n`);
      files.set(module.replace(/\.ts$/, `.${extension}`), emit`${notice}${code}`);
    }
  }
  return files;
}

/** Packages that are too large to be read. */
const dense: ReadonlySet<string> = new Set(["liquidjs"]);

async function bundled(contents: Code, format: "esm" | "cjs", minify: boolean): Promise<Code> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: packageFolder() },
    bundle: true,
    write: false,
    format,
    target,
    minify,
    // The result must not depend on its location in this project.
    absWorkingDir: packageFolder(),
    logLevel: "silent",
  });
  return trustedCode(outputFiles.map((file) => file.text).join(""));
}
