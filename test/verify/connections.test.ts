// Connections of a run, with a server that closes them: idle ones as the next request comes, and others.
import { createServer, request as overHttp, type RequestListener } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { gzipSync } from "node:zlib";
import t, { type Test } from "tap";
import { type Pets, startPets } from "./pets.ts";

/** Starts a server; the end of the test stops it. */
async function listening(t: Test, listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  t.teardown(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Returns a listener that sends each request on to the mock. */
function before({ url }: Pets, { gzip = false } = {}): RequestListener {
  return (request, response) => {
    const { method, headers, url: target = "/" } = request;
    const onward = overHttp(new URL(target, url), { method, headers, agent: false }, (found) => {
      const { statusCode = 0, headers } = found;
      if (!gzip) {
        found.pipe(response.writeHead(statusCode, headers));
        return;
      }
      const parts: Uint8Array[] = [];
      found.on("data", (part: Uint8Array) => parts.push(part));
      found.on("end", () => {
        const body = gzipSync(Buffer.concat(parts));
        const isEmpty = parts.length === 0;
        const coded = isEmpty ? {} : { "content-encoding": "gzip", "content-length": body.length };
        response.writeHead(statusCode, { ...headers, ...coded }).end(isEmpty ? undefined : body);
      });
    });
    request.pipe(onward);
  };
}

t.test("a server that closes idle connections as the next request comes has no violation", async (t) => {
  const pets = await startPets(t);
  const used = new WeakSet<Socket>();
  const closed: string[] = [];
  const onward = before(pets);
  const target = await listening(t, (request, response) => {
    if (used.has(request.socket)) {
      closed.push(request.method ?? "");
      request.socket.destroy();
      return;
    }
    used.add(request.socket);
    onward(request, response);
  });
  const { findings, isComplete } = await pets.verify({ target, fetch: undefined });
  t.same(
    findings.map(({ check, place, got }) => [check, place, got]),
    [],
  );
  t.ok(isComplete);
  t.ok(closed.includes("GET"), "requests were lost");
  t.notOk(closed.includes("POST") || closed.includes("PATCH"), "none that must not be repeated");
});

t.test(
  "a request whose connection is closed at every attempt is reported as one without response",
  async (t) => {
    const pets = await startPets(t);
    const onward = before(pets);
    const tried: string[] = [];
    const target = await listening(t, (request, response) => {
      const isFatal =
        request.url?.includes("limit=50") === true ||
        (request.method === "POST" && Number(request.headers["content-length"]) < 14);
      if (!isFatal) onward(request, response);
      else {
        tried.push(request.method ?? "");
        request.socket.destroy();
      }
    });
    const { findings } = await pets.verify({ target, fetch: undefined });
    const lost = findings.filter(({ check }) => check === "no-response");
    t.same(lost.map(({ operation }) => operation.label).sort(), ["createPet", "listPets"]);
    t.ok(tried.includes("POST"));
  },
);

t.test("compressed responses are read, by `fetch` and over own connections", async (t) => {
  const pets = await startPets(t);
  const target = await listening(t, before(pets, { gzip: true }));
  for (const fetch of [undefined, globalThis.fetch]) {
    const { findings, coverage } = await pets.verify({ target, fetch });
    t.same(
      findings.map(({ check, place, got }) => [check, place, got]),
      [],
    );
    t.equal(coverage.ratio(), 1);
  }
});
