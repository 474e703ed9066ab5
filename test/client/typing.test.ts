// The client compiles with only the types of the web, and its types reject invalid calls.
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import t from "tap";
import ts from "typescript";

const config = resolve("client/tsconfig.json");

t.test("the client compiles without the types of Node or any other platform", (t) => {
  const host = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (problem: ts.Diagnostic) => t.fail(text(problem)),
  };
  const parsed = ts.getParsedCommandLineOfConfigFile(config, {}, host);
  t.same(parsed?.options.types, []);
  t.same(parsed?.options.lib, [
    "lib.es2022.d.ts",
    "lib.dom.d.ts",
    "lib.dom.iterable.d.ts",
    "lib.dom.asynciterable.d.ts",
  ]);
  const files = [...(parsed?.fileNames ?? []), fileURLToPath(new URL("./typing.ts", import.meta.url))];
  const program = ts.createProgram(files, parsed?.options ?? {});
  t.same(ts.getPreEmitDiagnostics(program).map(text), []);
  const foreign = program.getSourceFiles().filter(({ fileName }) => /node_modules\/@types\//.test(fileName));
  t.same(
    foreign.map(({ fileName }) => fileName),
    [],
  );
  t.end();
});

t.test("the client's public declarations do not refer to openapi-fetch", (t) => {
  const { config: read } = ts.readConfigFile(config, (file) => ts.sys.readFile(file)) as { config: object };
  const parsed = ts.parseJsonConfigFileContent(read, ts.sys, dirname(config));
  const options = {
    ...parsed.options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rewriteRelativeImportExtensions: true,
  };
  const program = ts.createProgram([resolve("generated/index.ts")], {
    ...options,
    allowImportingTsExtensions: true,
  });
  let declarations = 0;
  program.emit(undefined, (file, content) => {
    declarations += 1;
    t.notMatch(content, /openapi-fetch|openapi-typescript-helpers/, file);
  });
  t.ok(declarations > 10);
  t.end();
});

t.test("the client exports every resource and type of the document, none shadowed by the runtime", (t) => {
  const { config: read } = ts.readConfigFile(config, (file) => ts.sys.readFile(file)) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(read, ts.sys, dirname(config));
  const program = ts.createProgram([resolve("generated/index.ts")], options);
  const checker = program.getTypeChecker();
  const exportsOf = (path: string): Map<string, ts.Symbol> => {
    const file = program.getSourceFile(resolve(path));
    const module = file && checker.getSymbolAtLocation(file);
    const symbols = module === undefined ? [] : checker.getExportsOfModule(module);
    return new Map(symbols.map((symbol) => [symbol.name, symbol]));
  };
  const index = exportsOf("generated/index.ts");
  const document = exportsOf("generated/resources.ts");
  t.ok(document.has("SenderPool") && document.has("SenderPools"));
  for (const [name, symbol] of document) {
    // All of them are properties of the client's class.
    if (name === "Resources") continue;
    const exported = index.get(name);
    const original = exported && checker.getAliasedSymbol(exported);
    const isSame =
      original !== undefined &&
      checker.getDeclaredTypeOfSymbol(original) === checker.getDeclaredTypeOfSymbol(symbol);
    t.ok(isSame, name);
  }
  t.end();
});

function text(problem: ts.Diagnostic): string {
  const { file, start = 0, messageText } = problem;
  const place =
    file === undefined ? "" : `${file.fileName}:${file.getLineAndCharacterOfPosition(start).line + 1} `;
  return place + ts.flattenDiagnosticMessageText(messageText, "\n");
}
