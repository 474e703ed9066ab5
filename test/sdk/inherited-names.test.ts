// Names inherited by every object: a package and a server of a document full of them behave as the document
// declares.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import t, { type Test } from "tap";
import { generatedServer } from "./generated-server.ts";
import { compile, documentPath, installed } from "./made-package.ts";

const document = "inherited-names.yaml";

t.setTimeout(120_000);

type Call = (...given: unknown[]) => Promise<object> & AsyncIterable<unknown>;
interface Loaded {
  readonly Api: new (options: object) => Readonly<Record<string, Readonly<Record<string, Call>>>>;
}
interface Seen {
  readonly path?: object;
  readonly query: object;
  readonly headers: object;
  readonly cookies: object;
  readonly body?: unknown;
  readonly callers: object;
}

/** JSON text: in an object literal `__proto__` would be the prototype. */
const thing = '{"__proto__":"one","valueOf":"2024-01-15T09:30:00Z"}';

async function server(t: Test): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const answers: Record<string, () => object> = {
    constructor: () => ({ status: 200, body: JSON.parse(thing) as unknown }),
    toString: () => {
      const isFirst = !Object.hasOwn(seen.at(-1)?.query ?? {}, "constructor");
      const items = [JSON.parse(thing) as unknown];
      return { status: 200, body: isFirst ? { items, next: "two" } : { items } };
    },
    ["__proto__"]: () => ({ status: 201, body: JSON.parse(thing) as unknown }),
    hasOwnProperty: () => ({ status: 204 }),
  };
  const handlers = Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => [
      id,
      (input: Seen) => (seen.push(input), Promise.resolve(answer())),
    ]),
  );
  const authenticate = {
    toString: ({ key }: { key: unknown }) => (key === "good" ? "header" : undefined),
    valueOf: ({ key }: { key: unknown }) => (key === "fine" ? "query" : undefined),
  };
  const { app } = await generatedServer(t, {
    folder: t.testdir(),
    document,
    options: { authenticate },
    handlers,
  });
  return { url: await app.listen({ port: 0, host: "127.0.0.1" }), seen };
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

t.test("a package calls a server of the same document with inherited names", async (t) => {
  const { url, seen } = await server(t);
  const folder = await installed(t.testdir(), document, "--name", "own", "--client", "Api");
  const entry = join(folder, "node_modules/own/dist/generated/index.js");
  const { Api } = (await import(pathToFileURL(entry).href)) as Loaded;
  const client = new Api({ baseUrl: url, apiKey: "good", valueOf2: "fine" });
  const one = await client["constructor2"]?.["constructor2"]?.(
    "a/b",
    { toString: ["x", "y"], valueOf: ["1", "2"] },
    { hasOwnPropertyHeader: "h", toStringHeader: "c" },
  );
  t.equal(JSON.stringify(one), '{"__proto__":"one","valueOf":"2024-01-15T09:30:00.000Z"}');
  t.equal(Object.getPrototypeOf(one), Object.prototype);
  t.same(plain(Object.entries(seen[0]?.path ?? {})), [["__proto__", "a/b"]]);
  t.same(plain(seen[0]?.query), { toString: ["x", "y"], valueOf: ["1", "2"] });
  t.equal(JSON.stringify(seen[0]?.headers), '{"hasOwnProperty":"h"}');
  t.same(plain(seen[0]?.cookies), { toString: "c" });
  t.same(plain(seen[0]?.callers), { toString: "header", valueOf: "query" });

  // Nothing is sent or read that the caller did not provide.
  await client["constructor2"]?.["constructor2"]?.("a");
  t.same([seen[1]?.query, seen[1]?.headers, seen[1]?.cookies].map(plain), [{}, {}, {}]);

  let count = 0;
  for await (const item of client["toString"]?.["toString"]?.() ?? []) {
    t.equal(Object.keys(item as object).join(), "__proto__,valueOf");
    count += 1;
  }
  t.equal(count, 2);
  await client["__proto__2"]?.["__proto__2"]?.(JSON.parse(thing));
  t.equal(JSON.stringify(seen.at(-1)?.body), thing);
  await client["toString"]?.["hasOwnProperty"]?.({ constructor: [new Blob(["f"])] });
  t.equal(Object.keys(seen.at(-1)?.body ?? {}).join(), "constructor");
  t.notOk(Reflect.has({}, "polluted"));
});

t.test("a server does not treat inherited properties as input", async (t) => {
  const { url } = await server(t);
  const keyed = `${url}/things?__proto__=fine`;
  t.equal((await fetch(keyed)).status, 401);
  t.equal((await fetch(`${url}/things`, { headers: { constructor: "good" } })).status, 401);
  t.equal((await fetch(keyed, { headers: { constructor: "good" } })).status, 200);
  const post = (body: string) =>
    fetch(keyed, {
      method: "POST",
      headers: { constructor: "good", "Content-Type": "application/json" },
      body,
    });
  t.equal((await post("{}")).status, 400);
  t.equal((await post('{"__proto__":1}')).status, 400);
  t.equal((await post('{"__proto__":"x","toString":"x"}')).status, 400);
  t.equal((await post(thing)).status, 201);
});

t.test("a call of an operation with inherited names compiles without its optional parameters", async (t) => {
  const folder = await installed(t.testdir(), documentPath(document), "--name", "own", "--client", "Api");
  const complaints = compile(
    folder,
    `import { Api } from "own";
const client = new Api({ apiKey: "k" });
await client.constructor2.constructor2("a", undefined, { timeout: 5, hasOwnPropertyHeader: "h" });
for await (const thing of client.toString.toString()) console.log(thing.valueOf);
for await (const thing of client.toString.toString({})) console.log(thing.valueOf);
await client.__proto__2.__proto__2({ ["__proto__"]: "one" });
await client.__proto__2.__proto__2({ ["__proto__"]: "one", valueOf: new Date() });
// @ts-expect-error: no date
await client.__proto__2.__proto__2({ ["__proto__"]: "one", valueOf: 5 });
await client.toString.hasOwnProperty({});
`,
  );
  t.equal(complaints, "");
});
