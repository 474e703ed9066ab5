// Security: credentials, and header fields that protect browsers, on every path and for every response.
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import t from "tap";
import { operations } from "../../generated/operations.ts";
import { hashSecret } from "../../server/accounts/accounts.ts";
import { systemPaths } from "../../server/system/system-routes.ts";
import { listening, runServer } from "../support/server-process.ts";
import { call, otherAccount, startTestServer } from "../support/test-server.ts";

const stranger = { origin: "https://elsewhere.example" };

t.test("no CORS: other origins cannot read responses, and preflights are not granted", async (t) => {
  const server = await startTestServer(t, ["--control"]);
  const paths = Object.values(operations).map(({ path }) => `/v1${path.replace(/\{[^}]*\}/g, "x")}`);
  for (const path of [
    ...paths,
    ...systemPaths({ metricsAddress: undefined }),
    "/docs/static/index.css",
    "/_control",
    "/nothing",
  ]) {
    const requested = { ...stranger, "access-control-request-method": "POST" };
    const preflight = await fetch(server.url + path, { method: "OPTIONS", headers: requested });
    t.ok(preflight.status >= 400, path);
    const authorization = `Basic ${Buffer.from("demo:demo-token").toString("base64")}`;
    const response = await fetch(server.url + path, { headers: { ...stranger, authorization } });
    for (const { headers } of [preflight, response]) {
      t.same(
        [...headers.keys()].filter((name) => name.startsWith("access-control-")),
        [],
        path,
      );
      t.equal(headers.get("x-content-type-options"), "nosniff", path);
      t.notOk(headers.has("server") || headers.has("x-powered-by"), path);
    }
  }
});

t.test("the page at /docs cannot be framed, and sends no referrer", async (t) => {
  const server = await startTestServer(t);
  const { headers } = await fetch(`${server.url}/docs/`);
  t.match(headers.get("content-security-policy"), /default-src 'none'.*frame-ancestors 'none'/);
  t.equal(headers.get("referrer-policy"), "no-referrer");
});

t.test("health, metrics and documents respond to HEAD as to GET, without the body", async (t) => {
  const server = await startTestServer(t);
  for (const path of systemPaths({ metricsAddress: undefined })) {
    const [get, head] = [
      await fetch(server.url + path, { redirect: "manual" }),
      await fetch(server.url + path, { method: "HEAD", redirect: "manual" }),
    ];
    t.equal(head.status, get.status, path);
    t.equal(head.headers.get("content-type"), get.headers.get("content-type"), path);
    t.equal(await head.text(), "", path);
  }
});

t.test("credentials are checked for each request of a connection", async (t) => {
  const server = await startTestServer(t);
  const { port, hostname } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  t.teardown(() => socket.destroy());
  const { accountId, authToken } = otherAccount;
  const table = [
    { as: "demo:demo-token", want: 200 },
    { as: "demo:demo-tokem", want: 401 },
    { as: "demo:demo-token", want: 200 },
    { as: `${accountId}:${authToken}`, want: 200 },
    { as: "", want: 401 },
  ];
  for (const { as, want } of table) {
    const proof = as === "" ? "" : `Authorization: Basic ${Buffer.from(as).toString("base64")}\r\n`;
    socket.write(`GET /v1/Senders?pageSize=1 HTTP/1.1\r\nHost: x\r\n${proof}\r\n`);
    const [response] = (await once(socket, "data")) as [Buffer];
    t.match(response.toString(), new RegExp(`^HTTP/1\\.1 ${want} `), as);
  }
});

t.test("the data file holds no credentials, not even hashed", async (t) => {
  const path = join(t.testdir(), "data.db");
  const server = await startTestServer(t, ["--no-memory", "--data", path]);
  const { accountId, authToken, apiKey, apiKeySecret } = otherAccount;
  for (const as of [`${accountId}:${authToken}`, `${apiKey}:${apiKeySecret}`]) {
    const headers = { "idempotency-key": as };
    t.equal(
      (await call(server, { method: "POST", path: "/SenderPools", body: {}, as, headers })).status,
      202,
    );
  }
  const kept = Buffer.concat([path, `${path}-wal`].map((file) => readFileSync(file)));
  t.ok(kept.includes(accountId), "the account is there");
  for (const secret of [authToken, apiKeySecret]) {
    // The key above is the client's own text and is stored; no other sent text may be.
    const places = kept.toString("latin1").split(secret).length - 1;
    t.equal(places, kept.toString("latin1").split(`:${secret}`).length - 1);
    t.notOk(kept.includes(hashSecret(secret)));
    t.notOk(kept.includes(hashSecret(secret).toString("hex")));
  }
});

/** Reports on standard error when text is compiled to code; the module is loaded before the program. */
const watchCompilers = `
  const say = (parts) => process.stderr.write("compiled " + JSON.stringify(parts) + "\\n");
  const { Function, eval: evaluate } = globalThis;
  globalThis.Function = new Proxy(Function, {
    construct: (target, parts, made) => (say(parts), Reflect.construct(target, parts, made)),
    apply: (target, self, parts) => (say(parts), Reflect.apply(target, self, parts)),
  });
  globalThis.eval = (text) => (say([text]), evaluate(text));
`;

// The router compiles the server's own paths at start and when the page is first requested.
t.test("no text of a request is ever compiled to code", async (t) => {
  const server = runServer(t, ["--memory", "--port", "0", "--control", "--prefer"], {
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(watchCompilers)}`,
  });
  const url = await listening(server);
  const requestAll = async (word: string): Promise<void> => {
    const tags = { [word]: `{{ ${word} | append: "${word}" }}{% if ${word} %}{% endif %}` };
    for (const { method, path } of Object.values(operations)) {
      const body = method === "POST" || method === "PATCH" ? { name: word, tags, [word]: word } : undefined;
      const headers = { "idempotency-key": `${word}${method}${path}`, prefer: `code=400; a=${word}` };
      const filled = `${path.replace(/\{[^}]*\}/g, word)}?${word}=${word}`;
      await call({ url }, { method, path: filled, body, headers });
    }
    await call({ url }, { method: "POST", path: "/SenderPools", body: { tags } });
    for (const path of [
      ...systemPaths({ metricsAddress: undefined }),
      "/docs/static/index.css",
      `/docs/${word}`,
      `/${word}`,
    ]) {
      await (await fetch(`${url}${path}?${word}`)).arrayBuffer();
    }
  };
  const compiled = (): number => server.output().match(/^compiled /gm)?.length ?? 0;
  await requestAll("warmingUp");
  t.ok(compiled() > 0, "the watch works");
  const before = compiled();
  await requestAll("watchword");
  t.equal(compiled(), before);
  t.notMatch(server.output(), /^compiled .*(warmingUp|watchword)/m);
});
