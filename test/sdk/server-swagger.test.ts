// The document that @fastify/swagger derives from the routes of a generated server, in its dynamic mode: the
// diff finds it equal to the original.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import swagger from "@fastify/swagger";
import { fastify, type FastifyInstance } from "fastify";
import t from "tap";
import { runCommandLine } from "../../scripts/contract/cli/run-command-line.ts";
import { compileServer } from "./generated-server.ts";
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

t.test("below a prefix or another base path, the derived document has its servers there", async (t) => {
  const folder = t.testdir({
    "openapi.json": JSON.stringify({ ...notesDocument, servers: [...notesDocument.servers, { url: "/v1" }] }),
  });
  const { operationsPlugin, swaggerOptions } = await notesServer(folder);
  const cases = [
    { at: {}, want: ["https://api.example.com/v1", "/v1"] },
    { at: { prefix: "/api/" }, want: ["https://api.example.com/api/v1", "/api/v1"] },
    { at: { prefix: "/api", basePath: "/v2" }, want: ["https://api.example.com/api/v2", "/api/v2"] },
    { at: { prefix: "/api", basePath: "" }, want: ["https://api.example.com/api", "/api"] },
    { at: { prefix: "/:tenant" }, want: ["https://api.example.com/{tenant}/v1", "/{tenant}/v1"] },
  ];
  for (const { at, want } of cases) {
    const app = fastify();
    t.teardown(() => app.close());
    await app.register(swagger, swaggerOptions(at));
    await app.register(operationsPlugin, { ...at, ...pluginOptions() });
    app.get("/api/own", { schema: { operationId: "listNotes" } }, () => "");
    await app.ready();
    const { servers, paths } = app.swagger() as { servers: { url: string }[]; paths: object };
    t.same(
      servers.map(({ url }) => url),
      want,
    );
    t.match(Object.keys(paths).sort(), /notes,.notes.{id},.notes.{id}:pin$/);
  }
  const app = fastify();
  t.teardown(() => app.close());
  await app.register(
    async (scope) => {
      await scope.register(swagger, swaggerOptions);
      await scope.register(operationsPlugin, pluginOptions());
      await scope.after();
      scope.get("/told", () => scope.swagger());
    },
    { prefix: "/scope" },
  );
  t.match((await app.inject("/scope/told")).json(), { servers: [{}, { url: "/scope/v1" }] });
});

t.test("routes may require security schemes that the document does not declare", async (t) => {
  const { components, ...rest } = notesDocument;
  const undeclared = { ...rest, components: { schemas: components.schemas } };
  const folder = t.testdir({ "openapi.json": JSON.stringify(undeclared) });
  const { operationsPlugin, swaggerOptions } = await notesServer(folder);
  const app = fastify();
  t.teardown(() => app.close());
  await app.register(swagger, swaggerOptions);
  app.get("/own", { schema: { security: [{ mine: [] }] } }, () => "");
  await app.register(operationsPlugin, pluginOptions());
  await app.ready();
  const told = app.swagger() as { paths: object; components?: object };
  t.match(told.paths, { "/notes": { get: { security: [{ key: [] }] } }, "/own": { get: {} } });
  t.notOk(Object.hasOwn(told.components ?? {}, "securitySchemes"));
});

t.test("the program of the README compiles, and describes the operations that it serves", async (t) => {
  const folder = t.testdir({
    "openapi.json": JSON.stringify(notesDocument),
    "handlers.ts": `import type { Handlers } from "./generated/server.ts";
const none = async (): Promise<{ status: 204 }> => ({ status: 204 });
export const authenticate = { key: ({ key }: { readonly key: string }) => ({ name: key }) };
export const handlers: Handlers<typeof authenticate> = {
  listNotes: () => ({ status: 200, body: [{ text: "a" }] }), createNote: none, touchNote: none, pinNote: none,
  fetchNote: () => ({ status: 200, body: { text: "a" } }),
};
`,
  });
  const [, program = ""] = /```ts\n([^]*?)```/.exec(readFileSync("server/README.md", "utf8")) ?? [];
  await notesServer(folder);
  t.equal(compileServer(folder, { "app.ts": program }), "");
  const { app } = (await importTypeScript(join(folder, "app.ts"))) as { readonly app: FastifyInstance };
  t.teardown(() => app.close());
  t.match(app.swagger(), { servers: [{ url: "https://api.example.com/api/v1" }], paths: { "/notes": {} } });
  t.equal((await app.inject({ url: "/api/v1/notes", headers: { "x-key": "ann" } })).body, '[{"text":"a"}]');
});

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
