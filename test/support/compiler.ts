// Compiles programs in tests: by default with TypeScript 7, whose compiler is a native program and takes a
// sixth of the processor time; with this project's own TypeScript where a test names it, and in the full
// counts.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import ts from "typescript";

/** Packages of compilers: this project's own, the next, and the oldest that generated packages support. */
export const compilers = ["typescript", "typescript-7", "typescript-5.4"] as const;

/** The package of a compiler. */
export type Compiler = (typeof compilers)[number];

/** One error; `line` is 1-based, `file` absolute. An error of the options is in no file. */
export interface CompilerError {
  readonly file?: string;
  readonly line: number;
  readonly text: string;
}

/** The compiler of tests that name none. */
export const usual: Compiler = process.env["CHECK_LONG"] === undefined ? "typescript-7" : "typescript";

/**
 * Compiles files of a folder without emitting.
 *
 * @param files    relative to the folder
 * @param options  as in a `tsconfig.json`; written to `tsconfig.test.json` in the folder
 * @param compiler default: {@link usual}
 */
export function compilerErrors(
  folder: string,
  files: readonly string[],
  options: Readonly<Record<string, unknown>>,
  compiler: Compiler = usual,
): CompilerError[] {
  const all = { skipDefaultLibCheck: true, ...options, noEmit: true };
  if (compiler === "typescript") return errorsInProcess(folder, files, all);
  const config = join(folder, "tsconfig.test.json");
  writeFileSync(
    config,
    JSON.stringify({ compilerOptions: all, files: files.map((file) => resolve(folder, file)) }),
  );
  const [program = "", ...args] = commandOf(compiler);
  const { stdout, stderr, status, error } = spawnSync(program, [...args, "-p", config, "--pretty", "false"], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 100_000_000,
  });
  if (error !== undefined) throw error;
  const errors = parseErrors(stdout, folder);
  if (status !== 0 && errors.length === 0) throw new Error(`${compiler}: ${stdout}${stderr}`);
  return errors;
}

/** The errors of {@link compilerErrors}, one per line; empty if there are none. */
export function complaintsOf(...given: Parameters<typeof compilerErrors>): string {
  return compilerErrors(...given)
    .map(({ file = "", line, text }) => `${file}(${line}): ${text}\n`)
    .join("");
}

function commandOf(compiler: Compiler): string[] {
  if (compiler !== "typescript-7") return [process.execPath, resolve(`node_modules/${compiler}/bin/tsc`)];
  // The package starts this program with another Node in between.
  const { resolve: find } = createRequire(resolve("node_modules/typescript-7/package.json"));
  const folder = dirname(find(`@typescript/typescript-${process.platform}-${process.arch}/package.json`));
  return [join(folder, "lib", process.platform === "win32" ? "tsc.exe" : "tsc")];
}

/** Lines `file(line,column): error TS1234: text`, and indented lines that continue a text. */
function parseErrors(output: string, folder: string): CompilerError[] {
  const errors: { file?: string; line: number; text: string }[] = [];
  for (const line of output.split(/\r?\n/)) {
    const [, file, number = "0", text] = /^(?:(.+?)\((\d+),\d+\): )?error TS\d+: (.*)$/.exec(line) ?? [];
    const last = errors.at(-1);
    if (text !== undefined)
      errors.push({
        ...(file !== undefined && { file: resolve(folder, file) }),
        line: Number(number),
        text,
      });
    else if (last !== undefined && line !== "") last.text += `\n${line}`;
  }
  return errors;
}

const shared = resolve("node_modules");
const kept = new Map<string, ts.SourceFile | undefined>();

/** In this process: TypeScript's library and Node's types are parsed once for all compiled programs. */
function errorsInProcess(
  folder: string,
  files: readonly string[],
  options: Readonly<Record<string, unknown>>,
): CompilerError[] {
  const { options: read, errors } = ts.convertCompilerOptionsFromJson(options, folder);
  const host = ts.createCompilerHost(read);
  host.getCurrentDirectory = () => folder;
  const parse = host.getSourceFile.bind(host);
  host.getSourceFile = (path, version, ...more) => {
    if (!path.startsWith(shared)) return parse(path, version, ...more);
    const key = JSON.stringify([path, version, options]);
    if (!kept.has(key)) kept.set(key, parse(path, version, ...more));
    return kept.get(key);
  };
  const program = ts.createProgram(
    files.map((file) => resolve(folder, file)),
    { ...read, configFilePath: undefined },
    host,
  );
  return [...errors, ...ts.getPreEmitDiagnostics(program)].map(({ file, start = 0, messageText }) => ({
    ...(file !== undefined && { file: file.fileName }),
    line: file === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line + 1,
    text: ts.flattenDiagnosticMessageText(messageText, "\n"),
  }));
}
