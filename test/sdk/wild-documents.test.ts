// Documents found in public: generated code compiles and runs, and unsupported parts are reported.
import t from "tap";
import { compileServer, generatedServer, generateServer, strictOnly } from "./generated-server.ts";
import { compile, execute, installed, sdk, documentPath } from "./made-package.ts";

// Starts compilers and npm.
t.setTimeout(120_000);

const program = `import type { Handlers } from "./generated/server.ts";
import { constraints } from "./generated/constraints.ts";
export const shared: Handlers["shared"] = async ({ query }) => (query?.page === 1 ? { status: 204 } : { status: 204 });
export const again: Handlers["shared2"] = async ({ query }) => (query?.page === 1 ? { status: 204 } : { status: 204 });
export const needed: Handlers["needed"] = async () => ({ status: 200, body: { a: "" } });
export const silent: Handlers["silent"] = async () => ({ status: 200, body: { any: "thing" } });
export const quiet: Handlers["quiet"] = async () => ({ status: 201 });
export const most: 9 = constraints.schemas.Alias.properties.cells.items.items.properties.x.maximum;
`;

t.test("a server of public documents compiles, starts, and leaves out only unsupported parts", async (t) => {
  const folder = t.testdir();
  const said = await generateServer(folder, "wild.yaml");
  t.match(said, /wild\.yaml:\d+:\d+: GET \/query\?kind=a is left out: its path holds a query/);
  t.match(said, /wild\.yaml:\d+:\d+: GET \/fragment#a is left out: what follows the #/);
  t.match(
    said,
    /wild\.yaml:\d+:\d+: GET \/wrong is left out: the schema #\/components\/schemas\/Wrong cannot be compiled/,
  );
  t.equal(said.match(/left out/g)?.length, 3);
  t.equal(compileServer(folder, { "program.ts": program }), "");
  t.equal(compileServer(folder, { "program.ts": program }, strictOnly), "");
  const ids = "circle deep shared shared2 headGrid getGrid putGrid needed silent quiet".split(" ");
  const none = Object.fromEntries(ids.map((id) => [id, async () => ({ status: 204 })]));
  const handlers = { ...none, silent: async () => ({ status: 200, body: { any: "thing" } }) };
  const { app } = await generatedServer(t, { folder, document: "wild.yaml", handlers });
  for (const path of ["/grid", "/referred", "/referred-again?page=1"])
    t.equal((await app.inject(path)).statusCode, 204, path);
  t.equal((await app.inject({ method: "HEAD", url: "/grid" })).statusCode, 204);
  t.equal(
    (await app.inject("/silent")).body,
    '{"any":"thing"}',
    "which declares nothing that could be broken",
  );
});

t.test("with --strict no file of a document with unsupported parts is written", async (t) => {
  const made = await sdk(t.testdir(), documentPath("wild.yaml"), "--name", "wild", "--strict");
  t.match(made, { code: 1, out: /3 operations cannot be generated; nothing is written/ });
});

t.test("a package of public documents compiles, and finds dates in every circular schema", async (t) => {
  const folder = await installed(t.testdir(), "wild.yaml", "--name", "wild", "--client", "Wild");
  const typed = `import { Wild, type Grid } from "wild";
    const { größe } = new Wild();
    const grid: Grid = { cells: [[{ x: 1 }], []] };
    await größe.putGrid(grid);
    const at: Date | undefined = (await größe.circle()).list?.[0]?.since;
    const below: Date | undefined = (await größe.deep()).below?.[0]?.at;
    const a: string | undefined = (await größe.needed())?.a;
    console.log(at, below, a);`;
  t.equal(compile(folder, typed), "");
  const output = await execute(
    folder,
    "program.mjs",
    `import { Wild } from "wild";
     const since = "2024-01-15T09:30:00Z";
     const body = { since, at: since, next: { since, list: [{ since }] }, below: [{ at: since, below: [{ at: since }] }] };
     const fetch = async () => Response.json(body);
     const { größe } = new Wild({ fetch });
     const { next, list } = await größe.circle();
     const { below } = await größe.deep();
     for (const date of [next.since, next.list[0].since, below[0].at, below[0].below[0].at]) console.log(date.getTime());`,
  );
  t.same(output.trim().split("\n"), Array<string>(4).fill("1705311000000"));
});
