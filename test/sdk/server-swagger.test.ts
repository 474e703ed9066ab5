// The document that @fastify/swagger derives from the routes of a generated server, in its dynamic mode: the
// diff finds it equal to the original.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import swagger from "@fastify/swagger";
import { fastify } from "fastify";
import t from "tap";
import { runCommandLine } from "../../scripts/contract/cli/run-command-line.ts";
import { documentPath } from "./made-package.ts";
import { notesDocument, type NotesServer, notesServer, pluginOptions } from "./notes-application.ts";
import { importTypeScript } from "../support/import-typescript.ts";

t.setTimeout(120_000);

interface Generated extends NotesServer {
  readonly operations: Readonly<Record<string, { readonly security: readonly object[] }>>;
}

/**
 * Compares a document with the one derived from the routes of its plugin, by the diff; `plain` replaces the
 * generated options.
 */
async function differences(
  folder: string,
  document: string,
  {
    plain,
    format = "text",
  }: { readonly plain?: (document: object) => object; readonly format?: string } = {},
): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const said: string[] = [];
  const io = { out: (text: string) => void said.push(text), err: () => undefined, cwd: folder, env: {} };
  await runCommandLine(["server", document, "--out", "generated"], io);
  const load = async (name: string): Promise<object> =>
    (await importTypeScript(join(folder, `generated/${name}.ts`))) as object;
  const modules = await Promise.all(["server", "operations", "swagger"].map(load));
  const { operationsPlugin, serverOptions, swaggerOptions, operations } = Object.assign(
    {},
    ...modules,
  ) as Generated;
  const named = (names: readonly string[]): object =>
    Object.fromEntries(names.map((name) => [name, () => ({ status: 204 })]));
  const app = fastify({ ...serverOptions });
  const whole = readFileSync(join(folder, "generated/openapi.json"), "utf8");
  await app.register(swagger, plain?.(JSON.parse(whole) as object) ?? swaggerOptions);
  app.get("/by-hand", { schema: { summary: "Ours" } }, () => "");
  await app.register(operationsPlugin, {
    handlers: named(Object.keys(operations)),
    authenticate: named(
      Object.values(operations).flatMap(({ security }) => security.flatMap((one) => Object.keys(one))),
    ),
  });
  await app.ready();
  const told = app.swagger() as { paths: Record<string, unknown> };
  await app.close();
  t.match(told.paths["/by-hand"], { get: { summary: "Ours" } }, "routes by hand are told of, too");
  delete told.paths["/by-hand"];
  writeFileSync(join(folder, "told.json"), JSON.stringify(told));
  const code = await runCommandLine(["diff", document, "told.json", "--format", format], io);
  return `${code} ${said.join("\n")}`;
}

t.test("the document derived from the routes has no findings", async (t) => {
  const names = [
    "guarded.yaml",
    "hard.yaml",
    "contested-paths.yaml",
    "every-text.yaml",
    "inherited-names.yaml",
    "newer.yaml",
    "test/fixtures/cases/s06-server-streams/openapi.yaml",
  ];
  const folder = t.testdir({ "notes.json": JSON.stringify(notesDocument) });
  const documents = [
    documentPath("spec/openapi.yaml"),
    join(folder, "notes.json"),
    ...names.map(documentPath),
  ];
  for (const [at, document] of documents.entries()) {
    const said = await differences(join(folder, String(at)), document);
    t.match(said, /^0 (\d+ operations? compared\n)?compatible: no change breaks/, `${document}: ${said}`);
  }
});

t.test(
  "the derived document comes from the schemas of the routes: a changed schema changes it",
  async (t) => {
    const folder = t.testdir({ "openapi.json": JSON.stringify(notesDocument) });
    const { operationsPlugin, swaggerOptions } = await notesServer(folder);
    const app = fastify();
    t.teardown(() => app.close());
    await app.register(swagger, swaggerOptions);
    app.addHook("onRoute", ({ schema }) => {
      if (schema !== undefined) schema.summary = `${schema.operationId ?? ""}, told by its route`;
    });
    await app.register(operationsPlugin, pluginOptions());
    await app.ready();
    t.match(app.swagger().paths, {
      "/notes": {
        get: {
          summary: "listNotes, told by its route",
          parameters: [
            { in: "query", name: "limit", required: false, schema: { type: "integer", maximum: 50 } },
            { in: "header", name: "X-Trace" },
          ],
          deprecated: true,
          externalDocs: { url: "https://example.com/notes" },
          "x-own": { any: "thing" },
        },
        post: {
          requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/Note" } } } },
        },
      },
      "/notes/{id}": { get: { responses: { 200: { links: { again: { operationId: "fetchNote" } } } } } },
      "/notes/{id}:pin": { post: { operationId: "pinNote" } },
    });
  },
);

/** Rules about parts that a route's schema cannot express, or that `@fastify/swagger` always changes. */
const unsaid = ["header-required", "body-required", "parameter-style", "prose"];

t.test("with only the root of the document, the parts that routes cannot express are missing", async (t) => {
  const plain = (document: object): object => ({ openapi: { ...document, paths: {} } });
  const folder = t.testdir();
  const said = await differences(folder, documentPath("spec/openapi.yaml"), { plain, format: "json" });
  const { findings } = JSON.parse(said.slice(said.indexOf("{"))) as {
    findings: { rule: string; severity: string }[];
  };
  const rules = new Set(findings.map(({ rule }) => rule));
  t.ok(rules.has("header-required"), "headers of responses are required by nothing that a route can say");
  t.strictSame(
    [...rules].filter((rule) => !unsaid.includes(rule)),
    [],
  );
});

t.test(
  "without the document's components, the swagger plugin fails at the first security scheme",
  async (t) => {
    const plain = (): object => ({ openapi: {} });
    await t.rejects(differences(t.testdir(), documentPath("spec/openapi.yaml"), { plain }), TypeError);
  },
);
