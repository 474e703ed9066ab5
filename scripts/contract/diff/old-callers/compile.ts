// Compiles a few in-memory TypeScript files, and returns the compiler's messages for one of them.
import { dirname, join } from "node:path/posix";
import { loadTypescript } from "../../generate/load-typescript.cjs";
import type { CompilerHost, CompilerOptions, Diagnostic } from "typescript";

/** One message of the compiler. */
export interface CompileMessage {
  /** Line number, from 1. */
  readonly line: number;
  /** The compiler's message and its reasons, the outermost first. */
  readonly sentences: readonly string[];
}

/** Compiles `main` and what it imports of `files` (name → text); the messages are those of `main`. */
export function compile(files: ReadonlyMap<string, string>, main: string): CompileMessage[] {
  const ts = loadTypescript();
  const options: CompilerOptions = {
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    module: ts.ModuleKind.ESNext,
    target: ts.ScriptTarget.ES2022,
    types: [],
  };
  const disk = ts.createCompilerHost(options);
  const root = "/in-memory";
  const textOf = (path: string) =>
    dirname(path) === root ? files.get(path.slice(root.length + 1)) : undefined;
  const host: CompilerHost = {
    ...disk,
    getCurrentDirectory: () => root,
    directoryExists: (path) => path === root || disk.directoryExists?.(path) === true,
    fileExists: (path) => textOf(path) !== undefined || disk.fileExists(path),
    readFile: (path) => textOf(path) ?? disk.readFile(path),
    getSourceFile: (path, language, onError) => {
      const text = textOf(path);
      return text === undefined
        ? disk.getSourceFile(path, language, onError)
        : ts.createSourceFile(path, text, language);
    },
  };
  const program = ts.createProgram({ rootNames: [join(root, main)], options, host });
  const source = program.getSourceFile(join(root, main));
  if (source === undefined) return [];
  const messageOf = ({ start = 0, messageText }: Diagnostic): CompileMessage => ({
    line: source.getLineAndCharacterOfPosition(start).line + 1,
    sentences: ts
      .flattenDiagnosticMessageText(messageText, "\n")
      .split("\n")
      .map((sentence) => sentence.trim()),
  });
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    messageOf,
  );
}
