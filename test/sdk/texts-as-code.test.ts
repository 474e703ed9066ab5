// No text of a document becomes code in any generated file.
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import ts from "typescript";
import type { Json } from "../../scripts/contract/document/document.ts";
import { isArray, isObject } from "../../scripts/contract/document/pointer.ts";
import { contract, filesIn, fixtures } from "./run-contract.ts";

t.setTimeout(120_000);

/** A copy without the members of a name. */
function without(name: string, value: Json): Json {
  if (isArray(value)) return value.map((one) => without(name, one));
  if (!isObject(value)) return value;
  const left = Object.entries(value).filter(([key]) => key !== name);
  return Object.fromEntries(left.map(([key, one]) => [key, without(name, one ?? null)]));
}

t.test("a07: no text of a document becomes code", async (t) => {
  const folder = t.testdir();
  cpSync(join(fixtures, "a07-injection"), folder, { recursive: true });
  const commands = [["sdk", "--name", "@case/x", "--version", "1.0.0"], ["server"], ["generate"]] as const;
  for (const [command, ...flags] of commands)
    for (const document of ["openapi.json", "smallest.yaml"]) {
      const { code, said } = await contract(folder, command, document, ...flags, "--out", "never");
      t.equal(code, 2, `${command} ${document}`);
      t.match(said, /^\S+:\d+:\d+: .*\/env is not a valid name of an environment variable[^\n]*\nfix: /);
    }
  t.notOk(existsSync(join(folder, "never")));
  const parsed = JSON.parse(readFileSync(join(folder, "openapi.json"), "utf8")) as Json;
  writeFileSync(join(folder, "document.json"), JSON.stringify(without("env", parsed)));
  for (const [command, ...flags] of commands) {
    const { code, said } = await contract(folder, command, "document.json", ...flags, "--out", command);
    t.equal(code, 0, said);
    for (const file of filesIn(join(folder, command)))
      if (/\.(c|m)?(j|t)s$/.test(file)) t.same(codeOf(file), [], file);
  }
  for (const file of filesIn(join(folder, "sdk/dist")))
    if (/(index|validate|testing)\.js$/.test(file)) await import(file);
  t.notOk("pwned" in globalThis);
  const readme = readFileSync(join(folder, "sdk/README.md"), "utf8");
  const blocks = [...readme.matchAll(/^```[jt]s\n([^]*?)^```/gm)].map(([, block = ""]) => block);
  t.ok(blocks.length > 2);
  for (const block of blocks) t.same(codeOf("block.ts", block), [], block);
});

/** Syntax errors in a file, and its identifiers that come from the document. */
function codeOf(file: string, text = readFileSync(file, "utf8")): string[] {
  const kind = file.endsWith("ts") ? ts.ScriptKind.TS : ts.ScriptKind.JS;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, kind);
  const broken = (source as unknown as { parseDiagnostics: readonly ts.Diagnostic[] }).parseDiagnostics;
  const found = broken.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
  const look = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === "pwned") found.push(`code at ${node.pos}`);
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}
