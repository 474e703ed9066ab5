// TypeScript modules to what a package holds: ES modules, and the same for `require`.
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

/** Of longer modules statements are not joined: esbuild takes time by the square of how many stand beside each other. */
const longest = 4_000_000;

/**
 * What holds types only becomes no file: nothing imports it.
 *
 * @param dense  modules that nobody reads: their code is minified
 */
export async function compileModules(
  modules: Modules,
  dense: ReadonlySet<string> = new Set(),
): Promise<Files> {
  rejectLong(modules);
  const files: Files = new Map();
  const withCode = [...modules].filter(
    ([module, source]) => module.endsWith(".js") || !isOfTypesOnly(source),
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
      // esbuild writes most controls as they are.
      return [module.replace(/\.[jt]s$/, `.${extension}`), withoutMisleading(trustedCode(code))];
    });
    for (const [file, code] of await Promise.all(compiled)) files.set(file, code);
  }
  return files;
}

/** For more code, in UTF-16 units, the compiler (a process of its own) would take more than 700 MB. */
const greatestLength = 40_000_000;

/** Throws a DocumentError that names the longest module. */
export function rejectLong(modules: Modules, greatest = greatestLength): void {
  let [total, longest, most] = [0, "", -1];
  for (const [module, { length }] of modules) {
    total += length;
    if (length > most) [longest, most] = [module, length];
  }
  if (total <= greatest) return;
  throw new DocumentError(
    `what is made of the document is too large: ${longest} alone has ${megabytes(most)} MB, and ${megabytes(greatest)} MB are compiled at most`,
    { fix: fewer },
  );
}

const fewer = "choose fewer operations with --tags or --operations, or split the document";

function megabytes(length: number): string {
  return (length / 1e6).toFixed(1);
}

/**
 * The compiler is a process of its own, whose time no limit of this one counts: it is ended after `seconds` by the clock, with a
 * DocumentError that names the module.
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

/** The parts of other packages that some modules import, so that a package depends on nothing. */
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

/** Packages of a size at which nobody reads them. */
const dense: ReadonlySet<string> = new Set(["liquidjs"]);

async function bundled(contents: Code, format: "esm" | "cjs", minify: boolean): Promise<Code> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: packageFolder() },
    bundle: true,
    write: false,
    format,
    target,
    minify,
    // Where it is found in this project does not matter.
    absWorkingDir: packageFolder(),
    logLevel: "silent",
  });
  return trustedCode(outputFiles.map((file) => file.text).join(""));
}
