// The transport of the Node entry point, on real sockets; run-faults.ts runs all faults over it.
import { spawn } from "node:child_process";
import { getEventListeners } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import t, { type Test } from "tap";
import { TwilioClient } from "../../generated/index.ts";
import { createNodeFetch, type NodeFetch } from "../../client/node.ts";
import { answer, cutShort, silence, startFaultServer } from "./fault-server.ts";
import { printLeftAlive } from "./left-alive.ts";
import { pool } from "./run-faults.ts";

interface Listening {
  readonly url: string;
  readonly fetch: NodeFetch;
  connections: number;
}

async function listen(t: Test, listener: RequestListener): Promise<Listening> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const listening = { url: `http://127.0.0.1:${port}`, fetch: createNodeFetch(), connections: 0 };
  server.on("connection", () => (listening.connections += 1));
  t.teardown(async () => {
    await listening.fetch.close();
    server.closeAllConnections();
    server.close();
  });
  return listening;
}

const get = (init: RequestInit = {}): RequestInit & { method: string; headers: Headers } => ({
  method: "GET",
  ...init,
  headers: new Headers(init.headers),
});

const codings = [
  { coding: "identity", encode: (text: string) => Buffer.from(text) },
  { coding: "gzip", encode: gzipSync },
  { coding: "deflate", encode: deflateSync },
  { coding: "deflate", encode: deflateRawSync },
  { coding: "br", encode: brotliCompressSync },
  { coding: "gzip, br", encode: (text: string) => brotliCompressSync(gzipSync(text)) },
];

t.test("the Node fetch decodes every content coding of its Accept-Encoding", async (t) => {
  for (const { coding, encode } of codings) {
    const offered: unknown[] = [];
    const { url, fetch } = await listen(t, (request, response) => {
      offered.push(request.headers["accept-encoding"]);
      response.writeHead(200, { "Content-Encoding": coding }).end(encode('{"ä":1}'));
    });
    t.equal(await (await fetch(url, get())).text(), '{"ä":1}', coding);
    t.same(await (await fetch(url, get())).json(), { ä: 1 }, coding);
    t.equal((await (await fetch(url, get())).arrayBuffer()).byteLength, 8, coding);
    t.same(new Set(offered), new Set(["gzip, deflate, br"]));
  }
});

t.test("the Node fetch returns the platform's Response", async (t) => {
  const { url, fetch } = await listen(t, (_, response) => {
    response.statusMessage = "Made";
    response.setHeader("Set-Cookie", ["a=1", "b=2"]);
    response.writeHead(201, { "Content-Type": "text/plain" }).end("text");
  });
  const response = await fetch(url, get());
  t.ok(response instanceof Response);
  t.match(response, { status: 201, ok: true, statusText: "Made", bodyUsed: false });
  t.same(response.headers.getSetCookie(), ["a=1", "b=2"]);
  const copy = response.clone();
  t.equal((await response.blob()).type, "text/plain");
  t.equal(await copy.text(), "text");
  t.ok(response.bodyUsed);
  await t.rejects(response.text(), TypeError);
  const once = await fetch(url, get());
  t.equal(await once.text(), "text");
  t.ok(once.bodyUsed);
  await t.rejects(once.text(), TypeError);
});

t.test("the Node fetch's response has no body for statuses without one", async (t) => {
  const listening = await listen(t, (request, response) => {
    response.writeHead(request.url === "/304" ? 304 : request.url === "/204" ? 204 : 200).end();
  });
  for (const { path, method } of [
    { path: "/204", method: "DELETE" },
    { path: "/304", method: "GET" },
    { path: "/", method: "HEAD" },
  ]) {
    const response = await listening.fetch(listening.url + path, get({ method }));
    t.equal(response.body, null);
    t.equal(await response.text(), "");
  }
});

const form = new FormData();
form.set("a", "b");
form.set("file", new Blob(["content"]), "name.txt");
const bodies = [
  { body: "text", want: /^text$/, type: undefined },
  { body: new TextEncoder().encode("bytes"), want: /^bytes$/, type: undefined },
  { body: new URLSearchParams({ a: "b c" }), want: /^a=b\+c$/, type: /^application\/x-www-form-urlencoded/ },
  { body: new Blob(["blob"], { type: "image/png" }), want: /^blob$/, type: /^image\/png$/ },
  { body: new Response("stream").body, want: /^stream$/, type: undefined },
  { body: form, want: /name="a"[^]*b[^]*name\.txt[^]*content/, type: /^multipart\/form-data; boundary=/ },
];

t.test("the Node fetch sends every kind of body with its media type", async (t) => {
  for (const { body, want, type } of bodies) {
    const { url, fetch } = await listen(t, (request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const seen = [request.headers["content-type"] ?? "", Buffer.concat(chunks).toString()];
        response.end(JSON.stringify(seen));
      });
    });
    const [sentType = "", text = ""] = (await (
      await fetch(url, get({ method: "POST", body }))
    ).json()) as string[];
    t.match(text, want);
    t.match(sentType, type ?? /^$/);
  }
});

t.test("the Node fetch reuses connections, even after an unread response", async (t) => {
  const listening = await listen(t, (request, response) => {
    if (request.url === "/204") response.writeHead(204).end();
    else response.end("{}");
  });
  for (let calls = 0; calls < 10; calls += 1) {
    await (await listening.fetch(listening.url, get())).text();
    await (await listening.fetch(listening.url, get())).body?.cancel();
    await (await listening.fetch(`${listening.url}/204`, get())).text();
  }
  // A call made at the very moment when another ends finds the first connection still in use.
  t.ok(listening.connections <= 2, `${listening.connections} connections`);
});

t.test("an aborted Node fetch rejects with the signal's reason and leaves no listener", async (t) => {
  for (const reaction of [silence, cutShort(200, "{", "stall")]) {
    const server = await startFaultServer(t, [reaction]);
    const fetch = createNodeFetch();
    t.teardown(() => fetch.close());
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error("enough")), 20);
    const call = fetch(server.url, get({ signal: controller.signal })).then((response) => response.text());
    await t.rejects(call, { message: "enough" });
    t.equal(getEventListeners(controller.signal, "abort").length, 0);
  }
  const fetch = createNodeFetch();
  await t.rejects(fetch("http://127.0.0.1:1/", get({ signal: AbortSignal.abort(new Error("before")) })), {
    message: "before",
  });
});

t.test(
  "the Node fetch distinguishes a request that was never sent from one that may have arrived",
  async (t) => {
    const fetch = createNodeFetch();
    t.teardown(() => fetch.close());
    const cases = [
      { server: { url: "http://127.0.0.1:1" }, want: false },
      { server: { url: "http://nowhere.invalid" }, want: false },
      { server: await startFaultServer(t, [(socket) => socket.destroy()]), want: true },
    ];
    for (const { server, want } of cases) {
      const client = new TwilioClient({
        accountId: "a",
        authToken: "b",
        baseUrl: server.url,
        maxAttempts: 1,
        fetch,
      });
      await t.rejects(
        client.senderPools.create({}),
        { name: "ConnectionError", maybeSent: want },
        server.url,
      );
    }
  },
);

const program = (calls: string): string => `
  import { TwilioClient } from "./generated/index.ts";
  import { createNodeFetch } from "./client/node.ts";
  const client = new TwilioClient({
    accountId: "a", authToken: "b", baseUrl: process.env.URL, maxAttempts: 1, fetch: createNodeFetch(),
  });
  ${calls}
`;

t.test(
  "the Node fetch keeps no process alive, neither after a response nor after a refused connection",
  async (t) => {
    const server = await startFaultServer(t, [answer(200, pool)]);
    for (const url of [server.url, "http://127.0.0.1:1"]) {
      const source = program(`
      await client.senderPools.fetch("p").catch(() => undefined);
      ${printLeftAlive}
    `);
      const child = spawn(process.execPath, ["--import=tsx", "--input-type=module", "--eval", source], {
        env: { ...process.env, URL: url },
        stdio: ["ignore", "pipe", "inherit"],
      });
      let alive = "";
      child.stdout.on("data", (chunk: Buffer) => (alive += chunk.toString()));
      const code = await new Promise((resolve) => child.on("close", resolve));
      t.equal(code, 0);
      t.equal(alive, "[]\n", "nothing that the process would wait for is left");
    }
  },
);
