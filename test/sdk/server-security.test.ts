// Credentials at a generated server: exactly those that the document requires.
import { get } from "node:http";
import t from "tap";
import { generatedServer } from "./generated-server.ts";

interface Given {
  readonly username?: string;
  readonly token?: string;
  readonly key?: string;
  readonly credentials?: string;
  readonly authorized?: boolean;
}

const scopes: Readonly<Record<string, readonly string[]>> = {
  reader: ["notes:read"],
  writer: ["notes:write", "notes:read"],
};

/** Authenticates a client, by scheme, if its credentials are the word that the scheme expects. */
const authenticate = {
  user: ({ username }: Given) => (username === "ann" ? { name: username } : undefined),
  token: async ({ token }: Given) => (token === "good" ? { token } : undefined),
  digest: ({ credentials }: Given) => (credentials?.includes('username="ann"') ? "ann" : undefined),
  header: ({ key }: Given) => (key === "good" ? { by: "header" } : undefined),
  cookie: ({ key }: Given) => (key === "a b" ? { by: "cookie" } : undefined),
  query: ({ key }: Given) => (key === "good" ? { by: "query" } : undefined),
  oauth: ({ token = "" }: Given) => {
    if (token === "broken") throw new Error("no database");
    if (token === "busy") throw Object.assign(new Error("database at 10.0.0.1"), { statusCode: 503 });
    if (token === "banned") throw Object.assign(new Error("banned"), { statusCode: 403 });
    if (token === "admin") throw Object.assign(new Error("not mine"), { statusCode: 401 });
    return Object.hasOwn(scopes, token) ? { token, scopes: scopes[token] } : undefined;
  },
  login: ({ token }: Given) => (token === "admin" ? { token, scopes: ["admin"] } : undefined),
  mutual: ({ authorized }: Given) => (authorized ? "somebody" : undefined),
};

const realm = 'realm="Guarded \\"API\\""';
const basic = `Basic ${realm}, charset="UTF-8"`;
const bearer = `Bearer ${realm}`;
const key = (place: string, name: string): string => `ApiKey ${realm}, in="${place}", name="${name}"`;
const keys = [key("header", "X-Key"), key("cookie", "session"), key("query", "key")];
const base64 = (text: string): string => Buffer.from(text).toString("base64");

interface Case {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  /** The authenticated client, by scheme; or the status of the error and its challenges. */
  readonly want: object | readonly [status: number, ...challenges: string[]];
}

const cases: readonly Case[] = [
  { url: "/open", want: {} },
  { url: "/basic", want: [401, basic] },
  {
    url: "/basic",
    headers: { authorization: `basic ${base64("ann:p:w")}` },
    want: { user: { name: "ann" } },
  },
  { url: "/basic", headers: { authorization: `Basic ${base64("bob:p")}` }, want: [401, basic] },
  { url: "/basic", headers: { authorization: `Basic ${base64("ann")}` }, want: [401, basic] },
  { url: "/basic", headers: { authorization: "Basic %%%" }, want: [401, basic] },
  { url: "/basic", headers: { authorization: "Bearer good" }, want: [401, basic] },
  { url: "/bearer", headers: { authorization: "Bearer good" }, want: { token: { token: "good" } } },
  { url: "/bearer", want: [401, bearer] },
  {
    url: "/bearer",
    headers: { authorization: "Bearer bad" },
    want: [401, `${bearer}, error="invalid_token"`],
  },
  { url: "/digest", headers: { authorization: 'Digest username="ann"' }, want: { digest: "ann" } },
  { url: "/digest", want: [401, 'Digest realm="r", nonce="n"'] },
  { url: "/both?key=good", want: { query: { by: "query" } } },
  { url: "/both?k%65y=good", want: { query: { by: "query" } } },
  { url: "/both?key=good&key=good", want: [401, ...keys] },
  { url: "/both", headers: { "x-key": "good" }, want: [401, ...keys] },
  { url: "/both", headers: { cookie: "session=a%20b" }, want: [401, ...keys] },
  {
    url: "/both",
    headers: { "x-key": "good", cookie: "other=1; session=a%20b" },
    want: { header: { by: "header" }, cookie: { by: "cookie" } },
  },
  { url: "/both", headers: { "x-key": ["good", "good"], cookie: "session=a%20b" }, want: [401, ...keys] },
  { url: "/maybe", want: {} },
  { url: "/maybe", headers: { "x-key": "bad" }, want: {} },
  { url: "/maybe", headers: { "x-key": "good" }, want: { header: { by: "header" } } },
  { url: "/scoped", want: [401, bearer] },
  {
    url: "/scoped",
    headers: { authorization: "Bearer writer" },
    want: { oauth: { token: "writer", scopes: scopes["writer"] } },
  },
  {
    url: "/scoped",
    headers: { authorization: "Bearer reader" },
    want: [403, `${bearer}, error="insufficient_scope", scope="notes:write"`],
  },
  {
    url: "/scoped",
    headers: { authorization: "Bearer admin" },
    want: { login: { token: "admin", scopes: ["admin"] } },
  },
  { url: "/scoped", headers: { authorization: "Bearer broken" }, want: [500] },
  { url: "/scoped", headers: { authorization: "Bearer busy" }, want: [503] },
  { url: "/scoped", headers: { authorization: "Bearer banned" }, want: [403] },
  { url: "/mutual", want: [401, `MutualTLS ${realm}, scheme="mutual"`] },
];

t.test(
  "a client that satisfies one alternative is accepted, and the handler receives its identity",
  async (t) => {
    let callers: unknown;
    const handler = async (input: { callers: unknown }): Promise<object> => {
      callers = input.callers;
      return { status: 204 };
    };
    const ids =
      "open basic bearer digest both maybe scoped mutual elsewhere beside act fetchNote replaceNote";
    const { app, log } = await generatedServer(t, {
      folder: t.testdir(),
      document: "guarded.yaml",
      options: { authenticate, challenges: { digest: () => 'Digest realm="r", nonce="n"' } },
      handlers: Object.fromEntries(ids.split(" ").map((id) => [id, handler])),
    });
    const url = await app.listen({ port: 0, host: "127.0.0.1" });
    for (const { url: path, headers = {}, want } of cases) {
      callers = undefined;
      const fields = Object.entries(headers).flatMap(([name, value]) =>
        [value].flat().map((one): [string, string] => [name, one]),
      );
      const answer = await request(`${url}/v2${path}`, fields);
      const title = `${path} ${JSON.stringify(headers)}`;
      if (!Array.isArray(want)) {
        t.equal(answer.status, 204, title);
        t.same(callers, want, title);
        continue;
      }
      const [status, ...challenges] = want as [number, ...string[]];
      t.same([answer.status, answer.challenges], [status, challenges], title);
      t.match(answer.problem, { status, title: String });
      t.notMatch(JSON.stringify(answer.problem), /database/, "a message of ours goes to the log");
      t.equal(callers, undefined, "no handler is called");
    }
    t.match(
      log.map((line) => JSON.parse(line) as object),
      [
        { operationId: "scoped", err: { message: "no database" } },
        { operationId: "scoped", err: { message: "database at 10.0.0.1" } },
      ],
    );
  },
);

t.test("missing credentials are reported before anything else is validated", async (t) => {
  const ids = "open basic bearer digest both maybe scoped mutual elsewhere beside act fetchNote replaceNote";
  const { app } = await generatedServer(t, {
    folder: t.testdir(),
    document: "guarded.yaml",
    options: { authenticate },
    handlers: Object.fromEntries(ids.split(" ").map((id) => [id, async () => ({ status: 204 })])),
  });
  const put = await app.inject({
    method: "PUT",
    url: "/v2/notes/x?surplus=1",
    payload: "{",
    headers: { "content-type": "text/plain" },
  });
  t.match(put.json(), {
    status: 401,
    detail: "Valid credentials are required: user.",
    errors: [{ in: "header", name: "Authorization", detail: "must hold valid credentials for user" }],
  });
  const both = await app.inject({ url: "/v2/both" });
  t.match(both.json(), {
    detail: "Valid credentials are required: header and cookie, or query.",
    errors: [
      { in: "header", name: "X-Key" },
      { in: "cookie", name: "session" },
      { in: "query", name: "key" },
    ],
  });
});

interface Responded {
  readonly status: number | undefined;
  readonly challenges: readonly string[];
  readonly problem: unknown;
}

/** Built by hand: fetch joins the lines of a field, and sends no cookies. */
async function request(url: string, fields: readonly [string, string][]): Promise<Responded> {
  const headers = fields.flat();
  return new Promise((done, fail) => {
    const { host } = new URL(url);
    get(url, { headers: ["Host", host, ...headers] as never }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => (text += chunk.toString()));
      response.on("end", () => {
        const challenges = response.headersDistinct["www-authenticate"] ?? [];
        done({
          status: response.statusCode,
          challenges,
          problem: text === "" ? undefined : JSON.parse(text),
        });
      });
    }).on("error", fail);
  });
}
