// `npm run new`: the written files pass their own test, in a copy of the project.
import { execFile } from "node:child_process";
import { cpSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import t, { type Test } from "tap";
import { runCommandLine } from "../../scripts/contract/cli/run-command-line.ts";
import { writeNew } from "../../scripts/project/new/new.ts";

/** Files that the forms edit and that their tests import. */
const needed = ["package.json", "scripts", "spec", "generated", "server", "client", "tsconfig.json"];

function copyOfProject(t: Test): string {
  const root = t.testdir();
  for (const path of [...needed, "test/lint", "test/diff", "test/support"])
    cpSync(path, join(root, path), { recursive: true });
  symlinkSync(resolve("node_modules"), join(root, "node_modules"), "junction");
  return root;
}

async function passes(root: string, file: string): Promise<string> {
  const args = ["--import=tsx", file];
  return (await promisify(execFile)(process.execPath, args, { cwd: root })).stdout;
}

t.test("a new lint rule, diff rule and format pass the tests that are written with them", async (t) => {
  const root = copyOfProject(t);
  await writeNew(root, ["lint-rule", "operation-words"]);
  await writeNew(root, ["diff-rule", "max-words"]);
  await writeNew(root, ["format", "csv"]);
  t.match(await passes(root, "test/lint/rules.test.ts"), /^ok \d+ - operation-words: finds/m);
  t.match(
    await passes(root, "test/diff/rules/max-words.test.ts"),
    /^ok 1 - a change of maxWords is named max-words/m,
  );
  t.match(await passes(root, "test/diff/format/csv.test.ts"), /^ok 1 - csv has a line for each finding/m);
});

t.test("a new operation is in the contract with its errors, and its handler is registered", async (t) => {
  const root = copyOfProject(t);
  const { next } = await writeNew(root, ["operation", "fetchSenderUsage"]);
  t.match(next, [/^describe/, /^npm run generate$/]);
  const spec = readFileSync(join(root, "spec/openapi.yaml"), "utf8");
  t.match(spec, /^ {2}\/FetchSenderUsage:\n {4}get:\n {6}operationId: fetchSenderUsage$/m);
  t.match(spec, /^ {4}FetchSenderUsage:$/m);
  const lines: string[] = [];
  const io = { out: (line: string) => void lines.push(line), err: (line: string) => void lines.push(line) };
  const code = await runCommandLine(["lint", "spec/openapi.yaml"], { ...io, cwd: root, env: {} });
  t.equal(code, 0, lines.join("\n"));
  t.match(readFileSync(join(root, "server/handlers/handlers.ts"), "utf8"), "...fetchSenderUsageHandlers");
});

t.test("an invalid form, name or file is reported, and nothing is written", async (t) => {
  const root = copyOfProject(t);
  for (const { given, want } of [
    { given: [], want: /^no form\nusage: .*lint-rule\|diff-rule\|format\|operation NAME/ },
    { given: ["rule", "x"], want: /^unknown form rule/ },
    { given: ["format"], want: /^no name; for example csv/ },
    { given: ["format", "../csv"], want: /is not a name of a format/ },
    { given: ["format", "sarif"], want: /sarif.ts exists already/ },
  ])
    await t.rejects(writeNew(root, given), { message: want });
  const record = "scripts/contract/diff/format/print-review.ts";
  t.equal(readFileSync(join(root, record), "utf8"), readFileSync(record, "utf8"));
});
