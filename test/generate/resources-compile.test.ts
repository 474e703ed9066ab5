// The client's resources compile against the runtime, whatever names the document uses.
import { resolve } from "node:path";
import t from "tap";
import ts from "typescript";
import { emitTypes } from "../../scripts/contract/generate/emit-types.ts";
import { emitClient } from "../../scripts/contract/sdk/emit-client.ts";
import { planFrom } from "./plan-from.ts";
import { resourcesDocument } from "./resources-document.ts";

t.test("the client compiles against the runtime, whatever the names", async (t) => {
  const plan = await planFrom(resourcesDocument);
  const folder = resolve("generated-in-memory");
  const files = new Map([
    ...[...(await emitClient(plan))].map(([file, text]): [string, string] => [`${folder}/${file}`, text]),
    [`${folder}/types.ts`, emitTypes(plan)],
  ]);
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile("client/tsconfig.json", (file) => ts.sys.readFile(file)).config,
    ts.sys,
    resolve("client"),
  );
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (file) => files.has(file) || disk.fileExists(file),
    readFile: (file) => files.get(file) ?? disk.readFile(file),
    getSourceFile(file, version) {
      const content = files.get(file);
      return content === undefined
        ? disk.getSourceFile(file, version)
        : ts.createSourceFile(file, content, version);
    },
  };
  // Otherwise the directory, which is not on disk, would not be searched.
  Reflect.deleteProperty(host, "directoryExists");
  const program = ts.createProgram(
    [...files.keys()].filter((file) => file.endsWith(".ts")),
    options,
    host,
  );
  t.same(
    ts
      .getPreEmitDiagnostics(program)
      .map(
        ({ messageText, file, start = 0 }) =>
          `${file?.text.slice(start, start + 60) ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
      ),
    [],
  );
});
