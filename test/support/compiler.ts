// Runs the TypeScript compiler in this process: its library and Node's types are parsed once for all compiled
// programs.
import { resolve } from "node:path";
import ts from "typescript";

const shared = resolve("node_modules");
const kept = new Map<string, ts.SourceFile | undefined>();

/**
 * Compiles files of a folder without emitting.
 *
 * @param files    relative to the folder
 * @param options  as in a `tsconfig.json`
 * @returns the errors, one per line, as `tsc` prints them; empty if there are none
 */
export function complaintsOf(
  folder: string,
  files: readonly string[],
  options: Readonly<Record<string, unknown>>,
): string {
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
    { ...read, configFilePath: undefined, noEmit: true, skipDefaultLibCheck: true },
    host,
  );
  return ts.formatDiagnostics([...errors, ...ts.getPreEmitDiagnostics(program)], {
    getCanonicalFileName: (path) => path,
    getCurrentDirectory: () => folder,
    getNewLine: () => "\n",
  });
}
