// Documents from URLs: what is fetched, what is rejected, and the limits. Real servers on loopback.
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import t, { type Test } from "tap";
import { isPrivateAddress } from "../../scripts/contract/document/address.ts";
import { readDocument } from "../../scripts/contract/document/read-document.ts";
import { type UrlLimits, UrlReader } from "../../scripts/contract/document/read-url.ts";

/** Returns the address of a server, which is closed with its connections at the end of the test. */
async function serve(t: Test, listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  t.teardown(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function read(url: string, limits: Partial<UrlLimits> = {}, from?: string) {
  return new UrlReader({ allowed: true, named: from === undefined ? [url] : [], limits }).read(url, from);
}

const text = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n";

t.test("a text is read from a URL as it was sent, with any content coding", async (t) => {
  const bodies: Record<string, Buffer> = {
    identity: Buffer.from(text),
    gzip: gzipSync(text),
    deflate: deflateSync(text),
    br: brotliCompressSync(text),
  };
  const base = await serve(t, ({ url = "" }, response) => {
    const coding = url.slice(1);
    response.setHeader("content-encoding", coding).end(bodies[coding] ?? text);
  });
  for (const coding of Object.keys(bodies))
    t.same(await read(`${base}/${coding}`), { text, url: `${base}/${coding}` });
  await t.rejects(read(`${base}/zstd`), { name: "DocumentError", message: /uses the content coding zstd/ });
});

t.test("a response that is not a document, too large, too slow or cut off is rejected in time", async (t) => {
  const endless = (response: Parameters<RequestListener>[1], piece: Buffer): void => {
    if (!response.destroyed) response.write(piece, () => endless(response, piece));
  };
  const base = await serve(t, ({ url }, response) => {
    if (url === "/page") response.setHeader("content-type", "text/html; charset=utf-8").end("<html>");
    else if (url === "/latin") response.end(Buffer.from("caf\u00e9", "latin1"));
    else if (url === "/gone") response.writeHead(404).end();
    else if (url === "/endless") endless(response, Buffer.alloc(65536, "a"));
    else if (url === "/bomb") response.setHeader("content-encoding", "gzip").end(gzipSync(Buffer.alloc(5e6)));
    else if (url === "/broken") response.setHeader("content-encoding", "gzip").end("no gzip");
    else if (url === "/cut") response.setHeader("content-length", 99).write("a", () => response.destroy());
    else if (url === "/drops") response.write("a");
  });
  const cases = [
    { path: "/page", message: /responds with text\/html, which is not a document type/ },
    { path: "/latin", message: /is not UTF-8/ },
    { path: "/gone", message: /responds with 404/ },
    { path: "/endless", message: /has more than 1 MB/ },
    { path: "/bomb", message: /has more than 1 MB/ },
    { path: "/broken", message: /cannot be read$/ },
    { path: "/cut", message: /cannot be read$/ },
    { path: "/drops", message: /cannot be read within 0.3 s/, each: 300 },
    { path: "/waits", message: /cannot be read within 0.3 s/, each: 300 },
  ];
  for (const { path, message, each = 20_000 } of cases)
    await t.rejects(read(base + path, { bytes: 2 ** 20, each }), { name: "DocumentError", message }, path);
  const reader = new UrlReader({ allowed: true, named: [base], limits: { each: 20_000, together: 1 } });
  await t.rejects(reader.read(`${base}/waits`), { name: "DocumentError" }, "all files share a time");
});

t.test("each redirect is checked as a URL from an untrusted source", async (t) => {
  const other = await serve(t, (_, response) => response.end(text));
  const base = await serve(t, ({ url = "" }, response) => {
    const to: Record<string, string> = {
      "/near": "/folder/a.yaml",
      "/circle": "/circle",
      "/metadata": "https://169.254.169.254/latest",
      "/private": "https://10.0.0.1/a.yaml",
      "/plain": "http://example.com/a.yaml",
      "/other": `${other}/a.yaml`,
      "/file": "file:///etc/passwd",
      "/bad": "https://[",
    };
    const location = to[url];
    if (location === undefined) response.end(text);
    else response.writeHead(302, { location }).end();
  });
  t.match(await read(`${base}/near`), { url: `${base}/folder/a.yaml` });
  const cases = {
    "/circle": /redirects more than 5 times/,
    "/metadata": /169\.254\.169\.254\/latest is not read: its address is private/,
    "/private": /10\.0\.0\.1\/a\.yaml is not read: its address is private/,
    "/plain": /example\.com\/a\.yaml is not read: it is neither https/,
    "/other": /is not read: its address is private/,
    "/file": /is not read: it is neither https/,
    "/bad": /redirects to an invalid URL/,
  };
  for (const [path, message] of Object.entries(cases)) await t.rejects(read(base + path), { message }, path);
  const { host } = new URL(other);
  const named = new UrlReader({ allowed: true, named: [base, host] });
  t.match(await named.read(`${base}/other`), { text }, "unless somebody has named it");
});

t.test(
  "this machine is requested if the user or a local file names it, not for an untrusted source",
  async (t) => {
    const base = await serve(t, (_, response) => response.end(text));
    t.match(await read(base, {}, "openapi.yaml"), { text });
    t.match(
      await read(`${base}/parts.yaml`, {}, `${base}/openapi.yaml`),
      { text },
      "its own host is no stranger",
    );
    await t.rejects(read(base, {}, "https://example.com/openapi.yaml"), {
      message: /its address is private/,
      fix: /--allow-private 127\.0\.0\.1:\d+/,
    });
    const local = base.replace("127.0.0.1", "localhost");
    await t.rejects(read(local, {}, "https://example.com/openapi.yaml"), {
      message: /its address is private/,
    });
    await t.rejects(read("https://[::ffff:10.0.0.1]/a", {}, "a.yaml"), { message: /its address is private/ });
    await t.rejects(read("https://0x7f.1/a", {}, "https://a.example/"), {
      message: /its address is private/,
    });
    await t.rejects(read("http://example.com/a"), { message: /it is neither https nor of this machine/ });
    const secret = await read(base.replace("//", "//user:secret@")).catch((error: unknown) => String(error));
    t.match(secret, /holds credentials/);
    t.notMatch(secret, /secret@/);
  },
);

t.test("private addresses are recognised in all of their forms", (t) => {
  const hidden =
    "127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255 " +
    "::1 :: fe80::1 fc00::1 fd12::1 ff02::1 ::ffff:127.0.0.1 ::ffff:a00:1 64:ff9b::a00:1 64:ff9b::10.0.0.1 2002:a00:1:: ::10.0.0.1 nonsense";
  for (const address of hidden.split(" ")) t.ok(isPrivateAddress(address), address);
  const open = "8.8.8.8 172.32.0.1 100.128.0.1 2606:4700:4700::1111 ::ffff:8.8.8.8 64:ff9b::808:808";
  for (const address of open.split(" ")) t.notOk(isPrivateAddress(address), address);
  t.end();
});

t.test(
  "references are resolved against the document's final URL, and fetched only if URLs are allowed",
  async (t) => {
    const asked: string[] = [];
    const base = await serve(t, ({ url = "" }, response) => {
      asked.push(url);
      if (url === "/old.yaml") response.writeHead(301, { location: "/new/openapi.yaml" }).end();
      else if (url === "/new/openapi.yaml")
        response.end(
          `${text}components: {schemas: {A: {$ref: parts/a.yaml}, B: {$ref: openapi.yaml#/components/schemas/A}}}\n`,
        );
      else response.end("type: string\n");
    });
    const { root } = await readDocument(`${base}/old.yaml`, { allowUrls: true });
    t.match(root["components"], {
      schemas: { A: { type: "string" }, B: { $ref: "#/components/schemas/A" } },
    });
    t.same(asked, ["/old.yaml", "/new/openapi.yaml", "/new/parts/a.yaml"]);
    await t.rejects(readDocument(`${base}/old.yaml`, { allowUrls: false }), {
      message: /is not read/,
      fix: /--allow-urls/,
    });
    t.equal(asked.length, 3);
  },
);
