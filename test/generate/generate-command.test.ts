// `contract generate` from the command line: what it writes, what it leaves alone, and what --check reports.
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import t, { type Test } from "tap";
import ts from "typescript";
import { commandArgs } from "../../scripts/contract/cli/command-args.ts";
import type { CommandIo } from "../../scripts/contract/cli/command.ts";
import { generateCommand } from "../../scripts/contract/generate/generate-command.ts";
import { noContent } from "./plan-from.ts";

const hostile = "*/ `${1}` \u2028 \\ '\" -->";

/** A document whose strings and names try to break out of the code they are emitted into. */
const document = {
  openapi: "3.1.0",
  info: { title: hostile, version: "1", description: hostile },
  servers: [{ url: "/v1", description: hostile }],
  tags: [{ name: hostile, description: hostile }],
  paths: {
    "/a/{class}": {
      get: {
        operationId: "delete",
        tags: [hostile],
        summary: hostile,
        description: hostile,
        parameters: [
          {
            name: "class",
            in: "path",
            required: true,
            description: hostile,
            schema: { $ref: "#/components/schemas/default" },
          },
          { name: hostile, in: "query", schema: { enum: [hostile], description: hostile } },
          { name: "__proto__", in: "query", schema: { type: "integer" } },
        ],
        responses: {
          "200": {
            description: hostile,
            content: { "application/json": { schema: { $ref: "#/components/schemas/Tree" } } },
          },
        },
      },
      post: {
        summary: "No id.",
        parameters: [{ name: "class", in: "path", required: true, schema: {} }],
        responses: noContent,
      },
    },
  },
  components: {
    schemas: {
      default: { type: "string", description: hostile, pattern: "^[*/`'\"$]+$", maxLength: 5 },
      [hostile]: {
        type: "object",
        properties: { [hostile]: { const: hostile }, __proto__: { type: "string" } },
      },
      Tree: {
        type: "object",
        description: hostile,
        properties: { child: { $ref: "#/components/schemas/Tree" } },
      },
    },
  },
};

interface Run {
  readonly code: number;
  readonly out: string[];
  readonly err: string[];
}

async function run(
  cwd: string,
  flags: readonly string[] = [],
  env: Record<string, string> = {},
  environment: readonly string[] = [],
): Promise<Run> {
  const out: string[] = [];
  const err: string[] = [];
  const io: CommandIo = { cwd, env, out: (text) => void out.push(text), err: (text) => void err.push(text) };
  const given = new Map(flags.map((flag) => [flag, [""]]));
  const args = commandArgs(["api.json"], given.set("out", ["made"]).set("env", [...environment]));
  return { code: await generateCommand.run(args, io), out, err };
}

/** A directory that contains the document. */
function project(t: Test): string {
  return t.testdir({ "api.json": JSON.stringify(document) });
}

/** In the order in which they are written. */
const names = [
  "openapi.json",
  "types.ts",
  "operations.ts",
  "constraints.ts",
  "json.ts",
  "parameters.ts",
  "validators.js",
  "validators.d.ts",
  "boundary.ts",
  "validation-problems.ts",
  "rounded-integer.ts",
  "formats.ts",
  "state.ts",
  "resources.ts",
  "resources/all.d.ts",
  "resources/1.d.ts",
  "resources/default.d.ts",
  "dates.ts",
  "resources/all.js",
  "resources/1.js",
  "resources/default.js",
  "index.ts",
  "client.ts",
  "connect.ts",
  "sdk.ts",
];

/** The client's files need its runtime, which is in none of the tests' directories. */
const clientNames = names.slice(names.indexOf("resources.ts"));

/** The paths of all files in a directory. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}

t.test("all files are generated deterministically, and not touched if they are up to date", async (t) => {
  const cwd = project(t);
  const made = join(cwd, "made");
  t.strictSame(await run(cwd), {
    code: 0,
    out: [],
    err: [...names.map((name) => `made/${name}: new`), "made is generated from api.json"],
  });
  t.strictSame((await filesIn(made)).sort(), names.toSorted());
  const texts = await Promise.all(names.map((name) => readFile(join(made, name), "utf8")));
  for (const text of texts)
    t.match(text.split("\n", 2).join(), /Generated from api\.json by `contract generate`/);
  const { mtimeMs } = await stat(join(made, "types.ts"));
  t.strictSame(await run(cwd), { code: 0, out: [], err: ["made is up to date"] });
  t.equal((await stat(join(made, "types.ts"))).mtimeMs, mtimeMs);
  t.strictSame(await run(cwd, ["check"]), { code: 0, out: [], err: [] });
  await rm(made, { recursive: true });
  await run(cwd);
  t.strictSame(await Promise.all(names.map((name) => readFile(join(made, name), "utf8"))), texts);
});

t.test("--check finds missing, stale and surplus files, and writes nothing", async (t) => {
  const cwd = project(t);
  const made = join(cwd, "made");
  const fix = "fix: contract generate api.json --out made";
  await mkdir(made);
  const empty = await run(cwd, ["check"]);
  t.equal(empty.code, 1);
  t.strictSame(empty.out.slice(-2), ["made/openapi.json: expected a file, got none", fix]);
  t.strictSame(await readdir(made), []);

  await run(cwd);
  const path = join(made, "operations.ts");
  const text = await readFile(path, "utf8");
  await writeFile(path, text.replace('method: "GET"', 'method: "PUT"'));
  const line = text.split("\n").findIndex((row) => row.includes('method: "GET"')) + 1;
  t.strictSame(await run(cwd, ["check"]), {
    code: 1,
    out: [
      "made/operations.ts is stale",
      `made/operations.ts:${line} is not what the document generates`,
      'expected "  method: \\"GET\\","',
      'got      "  method: \\"PUT\\","',
      fix,
    ],
    err: [],
  });
  t.equal(
    (await run(cwd, ["check"], { npm_lifecycle_event: "generate" })).out.at(-1),
    "fix: npm run generate",
  );
  const again = await run(cwd, ["check", "allow-outside"], {}, ["A_KEY", "B_*"]);
  t.equal(again.out.at(-1), `${fix} --env A_KEY --env 'B_*' --allow-outside`);
  await writeFile(path, text.slice(0, text.lastIndexOf("\n")));
  t.match((await run(cwd, ["check"])).out.join("\n"), "got      the end of the file");
});

t.test("files of an earlier run are deleted, and files of other origin are kept", async (t) => {
  const cwd = project(t);
  const made = join(cwd, "made");
  await run(cwd);
  await writeFile(join(made, "old.ts"), await readFile(join(made, "operations.ts")));
  await writeFile(join(made, "resources/old.js"), await readFile(join(made, "resources/all.js")));
  await writeFile(join(made, "notes.md"), "Mine.");
  await writeFile(join(made, "resources/mine.md"), "Mine.");
  const checked = await run(cwd, ["check"]);
  t.strictSame(checked.out.slice(0, 5), [
    "made/notes.md is surplus",
    "made/old.ts is surplus",
    "made/resources/mine.md is surplus",
    "made/resources/old.js is surplus",
    "made/notes.md: expected no such file",
  ]);
  t.equal(checked.out.at(-1), "fix: move made/notes.md elsewhere, or delete it");
  t.strictSame((await run(cwd)).err, [
    "made/notes.md: not generated, left alone",
    "made/old.ts: deleted",
    "made/resources/mine.md: not generated, left alone",
    "made/resources/old.js: deleted",
    "made is generated from api.json",
  ]);
  t.strictSame((await filesIn(made)).sort(), [...names, "notes.md", "resources/mine.md"].sort());
});

t.test("a document that tries to break out of its comments and literals compiles", async (t) => {
  const cwd = project(t);
  await run(cwd);
  const files = names.filter((name) => name.endsWith(".ts") && !clientNames.includes(name));
  const program = ts.createProgram(
    files.map((name) => join(cwd, "made", name)),
    {
      strict: true,
      noEmit: true,
      allowImportingTsExtensions: true,
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2023,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      erasableSyntaxOnly: true,
      verbatimModuleSyntax: true,
      types: [],
    },
  );
  const problems = ts.getPreEmitDiagnostics(program).map(({ messageText, file, start }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, "\n");
    return `${file?.fileName ?? ""}:${String(start)} ${text}`;
  });
  t.strictSame(problems, []);
});
