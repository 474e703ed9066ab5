// Names that have a meaning in a language, or are too long for a file: packages of such documents load and
// work.
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import t from "tap";
import { runCommandLine } from "../../scripts/contract/cli/run-command-line.ts";
import { packageSettings } from "../../scripts/contract/sdk/package-settings.ts";
import { readFiles } from "../support/read-files.ts";
import { faultsOf, made } from "./strange-texts.ts";

t.setTimeout(120_000);

const names = ["a".repeat(300), "__proto__", "await", "then", "class", "constructor", "import", "default"];

function operation(tag: string, index: number): [path: string, item: object] {
  const get = { operationId: tag, tags: [tag], responses: { 204: { description: "done" } } };
  return [`/p${index}`, { get }];
}

const document = {
  openapi: "3.1.0",
  info: { title: "Names", version: "1.0.0" },
  servers: [{ url: "https://names.example" }],
  paths: Object.fromEntries(names.map(operation)),
};

t.test("tags and operations of any name become classes, members and files", async (t) => {
  const files = await made("sdk", document);
  t.ok(files);
  t.same(files && faultsOf(files), []);
  const folder = t.testdir({});
  for (const [file, text] of files ?? []) {
    t.ok(basename(file).length < 120, file);
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const loaded = (await import(pathToFileURL(join(folder, "dist/generated/index.js")).href)) as {
    PoolsClient: new (options: object) => Readonly<Record<string, Readonly<Record<string, () => unknown>>>>;
  };
  const paths: string[] = [];
  const fetch = (url: string) => {
    paths.push(new URL(url).pathname);
    return Promise.resolve(new Response(null, { status: 204 }));
  };
  const client = new loaded.PoolsClient({ fetch });
  // Neither the client nor a resource is a thenable when awaited.
  t.equal(await Promise.resolve(client), client);
  t.equal(Object.getPrototypeOf(client), loaded.PoolsClient.prototype);
  for (const resource of Object.values(client)) {
    t.equal(await Promise.resolve(resource), resource);
    const own = Object.getOwnPropertyNames(Object.getPrototypeOf(resource)).filter(
      (name) => name !== "constructor",
    );
    t.equal(own.length, 1);
    for (const name of own) await resource[name]?.();
  }
  t.same(
    paths.sort(),
    names.map((_, index) => `/p${index}`),
  );
});

t.test("very long names and device names of Windows are not used for classes and files", async (t) => {
  const title = "Many words of a title ".repeat(1000);
  const tags = ["x".repeat(5000), "con", "Aux", "COM1", "lpt9"];
  const long = {
    ...document,
    info: { title, version: "1.0.0" },
    paths: Object.fromEntries(tags.map(operation)),
  };
  const read = await readFiles({ "api.json": JSON.stringify(long) });
  const { client } = packageSettings(read, { name: "pools", version: undefined, client: undefined });
  t.match(client, /^ManyWordsOfATitle\w*Client$/);
  t.ok(client.length < 90);
  const files = await made("sdk", long);
  t.ok(files);
  const resources = [...(files?.keys() ?? [])].filter((file) =>
    /^dist\/generated\/resources\/[^/]*\.js$/.test(file),
  );
  t.same(resources.map((file) => basename(file)).sort(), [
    "all.js",
    "aux2.js",
    "com12.js",
    "con2.js",
    "lpt92.js",
    `${"x".repeat(80)}.js`,
  ]);
  const declared = [...(files?.values() ?? [])].join("\n").matchAll(/class (\w+)/g);
  t.same(
    [...declared].filter(([, name = ""]) => name.length > 90),
    [],
  );
});

t.test("a class does not get a name reserved for classes", async (t) => {
  const folder = t.testdir({ "openapi.json": JSON.stringify(document) });
  for (const name of ["await", "then", "__proto__", "class", "default", "a b", "1a", "X{}"]) {
    const said: string[] = [];
    const say = (line: string) => void said.push(line);
    const args = ["sdk", "openapi.json", "--name", "pools", "--client", name];
    t.equal(await runCommandLine(args, { out: say, err: say, cwd: folder, env: {} }), 2, name);
    t.match(said.join("\n"), /cannot be used for --client\nexpected a class name[^]*\nfix: /);
  }
});
