// A team with somebody else's document: a package of two of its tags calls a server of the same two, each made by its command.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { compileServer, generatedServer } from "./generated-server.ts";
import { compile, execute, installed } from "./made-package.ts";

// Compilers and npm are started, and the document is GitHub's whole.
t.setTimeout(300_000);

const tags = ["--tags", "gitignore,licenses"];

/** GitHub's document, with the credentials of which it only says in prose that they are a bearer's token. */
function writeDocument(folder: string): string {
  const text = readFileSync("node_modules/@octokit/openapi/generated/api.github.com.json", "utf8");
  const document = JSON.parse(text) as { components: object };
  const components = {
    ...document.components,
    securitySchemes: { token: { type: "http", scheme: "bearer" } },
  };
  const path = join(folder, "github.json");
  writeFileSync(path, JSON.stringify({ ...document, security: [{ token: [] }], components }));
  return path;
}

const license = { key: "mit", name: "MIT License", url: null, spdx_id: "MIT", node_id: "n" };
const details = {
  html_url: "https://example.com/mit",
  description: "Short",
  implementation: "Copy it",
  permissions: ["commercial-use"],
  conditions: [],
  limitations: [],
  body: "…",
  featured: true,
};

const none = async (): Promise<object> => ({ status: 304 });
const handlers = {
  "gitignore/get-all-templates": async () => ({ status: 200, body: ["Node", "Rust"] }),
  "gitignore/get-template": async ({ path }: { path: { name: string } }) =>
    path.name === "Node"
      ? { status: 200, body: { name: "Node", source: "node_modules/" } }
      : { status: 200, body: { source: "a template without its name" } },
  "licenses/get-all-commonly-used": async ({ query, callers }: { query: object; callers: object }) => ({
    status: 200,
    body: [{ ...license, name: JSON.stringify([query, callers]) }],
  }),
  "licenses/get": async ({ path }: { path: { license: string } }) =>
    path.license === "mit"
      ? { status: 200, body: { ...license, ...details } }
      : { status: 404, body: { message: "Not Found" } },
  "licenses/get-for-repo": none,
};

const program = (url: string): string => `
import { isApiError, TeamClient } from "@team/licenses";
const client = new TeamClient({ baseUrl: ${JSON.stringify(url)}, token: async () => "team" });
console.log((await client.gitignore.getAllTemplates()).join());
console.log((await client.gitignore.getTemplate("Node")).source);
console.log((await client.licenses.getAllCommonlyUsed({ featured: true, per_page: 2 }))[0].name);
console.log((await client.licenses.get("mit")).permissions[0]);
const failures = [
  () => client.licenses.get("nothing"),
  () => client.licenses.getAllCommonlyUsed({ per_page: "many" }),
  () => client.gitignore.getTemplate("Nameless", { maxAttempts: 1 }),
  () => new TeamClient({ baseUrl: ${JSON.stringify(url)}, token: "stranger" }).licenses.get("mit"),
];
for (const failing of failures) await failing().catch((error) => console.log(isApiError(error), error.message));
`;

t.test("a package of two tags installs, compiles, and calls a server of the same document", async (t) => {
  const folder = t.testdir({ user: {}, server: {} });
  const document = writeDocument(folder);
  const user = await installed(
    join(folder, "user"),
    document,
    ...["--name", "@team/licenses", "--client", "TeamClient", ...tags],
  );
  const { app, log } = await generatedServer(t, {
    folder: join(folder, "server"),
    document,
    flags: tags,
    options: {
      authenticate: { token: ({ token }: { token: string }) => (token === "team" ? { token } : undefined) },
    },
    handlers,
  });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  t.same((await execute(user, "program.mjs", program(url))).trim().split("\n"), [
    "Node,Rust",
    "node_modules/",
    '[{"featured":true,"per_page":2},{"token":{"token":"team"}}]',
    "commercial-use",
    "true GET /licenses/nothing: 404 Not Found",
    "true GET /licenses: 400 The request has 1 problem.",
    "- per_page must be integer",
    "true GET /gitignore/templates/Nameless: 500 An unexpected error occurred. Quote the request ID when you report it.",
    "true GET /licenses/mit: 401 Valid credentials are required: token.",
    "- Authorization must hold valid credentials for token",
  ]);
  t.equal(log.length, 1);
  t.match(JSON.parse(log[0] ?? ""), {
    operationId: "gitignore/get-template",
    err: {
      message: /200\/content\/application~1json\/schema is broken: \/ must have required property 'name'/,
    },
  });
  const typed = `import { TeamClient } from "@team/licenses";
    const client = new TeamClient({ token: "t" });
    const names: string[] = await client.gitignore.getAllTemplates();
    // @ts-expect-error of another tag
    client.repos;
    console.log(names);`;
  t.equal(await compile(user, typed), "");
  const served = `import type { Handlers } from "./generated/server.ts";
    export const get: Handlers["gitignore/get-template"] = async ({ path: { name } }) => ({ status: 200, body: { name, source: "" } });
    // @ts-expect-error of another tag
    export type Other = Handlers["repos/get"];`;
  t.equal(compileServer(join(folder, "server"), { "program.ts": served }), "");
});
