// Type-checks code generated from a document, under `strict`.
import { resolve } from "node:path";
import ts from "typescript";

/** Returns the compiler's errors in a file and all its imports. */
export function complaintsOf(file: string, options: ts.CompilerOptions): string[] {
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    types: ["node"],
    typeRoots: [resolve("node_modules/@types")],
    allowImportingTsExtensions: true,
    ...options,
  });
  return ts.getPreEmitDiagnostics(program).map(({ file: where, start = 0, messageText }) => {
    const line = (where?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
    return `${where?.fileName ?? ""}:${line} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}
