// A server for a third-party document: the output of `contract server`, called by the package of the same
// document.
import { mkdirSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import t from "tap";
import { generatedServer } from "./generated-server.ts";
import { execute, installed } from "./made-package.ts";

// Starts npm.
t.setTimeout(120_000);

const hard = "getNoIdByABByAB delete constructor styles upload form put events pets firstPet echo";
const guarded =
  "open basic bearer digest both maybe scoped mutual elsewhere beside act fetchNote replaceNote";
const anyone = async (): Promise<object> => ({});
const authenticate = { key: anyone, tenant: anyone, bearer: anyone };
const credentials = { apiKey: "k", tenant: "t" };

/** Handlers that respond without a body, and those of a test. */
function handlersOf(ids: string, own: object = {}): object {
  const any = async (): Promise<object> => ({ status: 204 });
  return { ...Object.fromEntries(ids.split(" ").map((id) => [id, any])), ...own };
}

t.test(
  "the server answers the client of the same document: JSON, forms, files and every style",
  async (t) => {
    const folder = t.testdir();
    mkdirSync(join(folder, "user"));
    const seen: Record<string, unknown> = {};
    const keep = (name: string, status: number, body?: unknown) => async (input: Record<string, unknown>) => {
      seen[name] = input;
      return { status, body };
    };
    const { app } = await generatedServer(t, {
      folder,
      document: "hard.yaml",
      options: { authenticate },
      handlers: {
        getNoIdByABByAB: keep("odd", 200, { name: "a", children: [] }),
        delete: keep("delete", 204),
        constructor: keep("constructor", 201, { kept: true }),
        styles: keep("styles", 204),
        upload: async (input: { body: { file: File } }) => {
          seen["upload"] = input;
          return {
            status: 200,
            headers: { "Content-Type": "text/plain" },
            body: await input.body.file.text(),
          };
        },
        form: keep("form", 200, { ok: true }),
        put: keep("put", 200, Buffer.from("png")),
        events: keep("events", 200, "data: 1\n\n"),
        pets: keep("pets", 200, [{ kind: "cat", lives: 9 }]),
        firstPet: keep("firstPet", 200, { name: "a", children: [] }),
        echo: keep("echo", 200),
      },
    });
    const url = await app.listen({ port: 0, host: "127.0.0.1" });
    const user = await installed(join(folder, "user"), "hard.yaml", "--name", "hard", "--client", "Hard");
    const output = await execute(
      user,
      "program.mjs",
      `import { Hard, isApiError } from "hard";
     const client = new Hard({ ...${JSON.stringify({ ...credentials, baseUrl: `${url}/base` })} }).default;
     console.log(await client.upload({ file: new Blob(["content"]), tags: ["a", "b"], meta: { size: 1 } }));
     console.log((await client.form({ name: "a b&+c", list: [1, 2], nested: { deep: true } })).ok);
     await client.styles(["a b", "c"], { x: 1 }, [1, 2], { pipes: ["a", "b"], commas: ["a", "b"], json: { since: new Date(0) } }, { xList: ["a", "b"], session: "s" });
     console.log((await client.pets())[0].lives);
     for (const call of [() => client.form({ list: ["x"] }), () => client.firstPet({ kind: "cow" })])
       await call().catch((error) => console.log(isApiError(error, 400), error.message.split("\\n")[1]));`,
    );
    t.same(output.trim().split("\n"), [
      "content",
      "true",
      "9",
      "true - /list/0 must be integer",
      "true - body must have required property 'lives'",
    ]);
    t.match(seen["upload"], { body: { tags: ["a", "b"], meta: { size: 1 } } });
    t.match(seen["form"], { body: { name: "a b&+c", list: [1, 2], nested: { deep: true } } });
    t.match(seen["styles"], {
      path: { matrix: ["a b", "c"], label: { x: 1 }, list: [1, 2] },
      query: { pipes: ["a", "b"], commas: ["a", "b"], json: { since: "1970-01-01T00:00:00.000Z" } },
      cookies: { session: "s" },
    });
  },
);

t.test(
  "the server rejects requests that the document does not allow, and reports all errors with their locations",
  async (t) => {
    const answer = async (): Promise<object> => ({ status: 200, body: { ok: true } });
    const { app } = await generatedServer(t, {
      folder: t.testdir(),
      document: "hard.yaml",
      options: { authenticate },
      handlers: handlersOf(hard, { form: answer, upload: answer }),
    });
    const form = "application/x-www-form-urlencoded";
    const multipart = "multipart/form-data; boundary=b";
    const file = '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nx\r\n';
    const json =
      '--b\r\nContent-Disposition: form-data; name="meta"; filename="blob"\r\n\r\n{"size":"x"}\r\n';
    const cases = [
      {
        type: form,
        payload: "list=x",
        want: 400,
        errors: [{ in: "body", pointer: "/list/0", detail: "must be integer" }],
      },
      { type: form, payload: "", want: 400, errors: [{ pointer: "", detail: "must be sent" }] },
      {
        type: multipart,
        payload: "--b--\r\n",
        want: 400,
        errors: [{ detail: /required property 'file'/ }],
        url: "/upload",
      },
      {
        type: multipart,
        payload: `${file}${json}--b--\r\n`,
        want: 400,
        errors: [{ pointer: "/meta/size" }],
        url: "/upload",
      },
      { type: "text/plain", payload: "x", want: 415, errors: [{ in: "header", name: "Content-Type" }] },
      { type: "", payload: "x", want: 415, errors: [{ name: "Content-Type" }] },
      { type: form, payload: "name=a", coding: "gzip", want: 415, errors: [{ name: "Content-Encoding" }] },
      { type: form, payload: `name=${"a".repeat(1 << 20)}`, want: 413 },
      {
        type: "application/json",
        payload: '{"kept": }',
        want: 400,
        errors: [{ detail: /must be JSON: / }],
        url: "/reserved/x",
      },
      {
        type: "application/json",
        payload: Buffer.from('{"kept":"\xff"}', "latin1"),
        want: 400,
        errors: [{ detail: "must be UTF-8" }],
        url: "/reserved/x",
      },
      {
        type: "application/json",
        payload: `[${"[".repeat(32)}`,
        want: 400,
        errors: [{ detail: /nested/ }],
        url: "/reserved/x",
      },
    ];
    for (const { type, coding, payload, want, errors, url = "/form" } of cases) {
      const headers = {
        authorization: "Bearer t",
        ...(type === "" ? {} : { "content-type": type }),
        ...(coding === undefined ? {} : { "content-encoding": coding }),
      };
      const answer = await app.inject({ method: "POST", url: `/base${url}`, headers, payload });
      t.equal(answer.statusCode, want, payload.slice(0, 80).toString());
      t.equal(answer.headers["content-type"], "application/problem+json");
      t.match(answer.json(), { status: want, ...(errors === undefined ? {} : { errors }) });
    }
    const surplus = await app.inject({
      method: "POST",
      url: "/base/form",
      headers: { authorization: "Bearer t", "content-type": form },
      payload: "surplus=1",
    });
    t.equal(surplus.statusCode, 200, "the schema does not forbid other fields");
    const query = await app.inject({
      url: "/base/no-id/x/y?surplus=1&key=k",
      headers: { cookie: "tenant=t" },
    });
    t.match(query.json(), {
      status: 400,
      detail: "The request has 2 problems.",
      errors: [
        { in: "query", name: "surplus", detail: /must be a parameter/ },
        { in: "path", name: "a_b", detail: "must be integer" },
      ],
    });
  },
);

t.test(
  "the server reports unknown paths and methods below its base paths, with the existing alternatives",
  async (t) => {
    const schemes = "user token digest header cookie query oauth login mutual".split(" ");
    const { app } = await generatedServer(t, {
      folder: t.testdir(),
      document: "guarded.yaml",
      options: { authenticate: Object.fromEntries(schemes.map((name) => [name, anyone])) },
      handlers: handlersOf(guarded, {
        act: async ({ path }: { path: object }) => {
          t.same(path, { id: 1, verb: "pin" });
          return { status: 204 };
        },
      }),
    });
    const authorization = `Basic ${btoa("a:b")}`;
    const cases = [
      { method: "GET", url: "/v2/open", want: 204 },
      { method: "HEAD", url: "/v2/open", want: 204 },
      { method: "GET", url: "/v2/", want: 404 },
      { method: "PROPFIND", url: "/v2/nowhere", want: 404 },
      { method: "GET", url: "/files/elsewhere", want: 204 },
      { method: "GET", url: "/v2/elsewhere", want: 404 },
      { method: "GET", url: "/v9/beside", want: 204 },
      { method: "POST", url: "/v2/open", want: 405, allow: "GET, HEAD" },
      { method: "DELETE", url: "/v2/notes/1", want: 405, allow: "GET, HEAD, PUT" },
      { method: "POST", url: "/v2/notes/1:pin", want: 204 },
      { method: "POST", url: "/v2/notes/1:burn", want: 400 },
      { method: "GET", url: "/v2/notes/1:pin", want: 400 },
      { method: "GET", url: "/v2/%zz", want: 404 },
      { method: "GET", url: "/other/%zz", want: 404 },
      { method: "GET", url: "/v2/notes/%zz", want: 400 },
      { method: "POST", url: "/v2/open%zz", want: 404 },
      { method: "GET", url: `/v2/notes/${"1".repeat(200)}`, want: 400 },
    ];
    for (const { method, url, want, allow } of cases) {
      const answer = await app.inject({ method: method as "GET", url, headers: { authorization } });
      t.equal(answer.statusCode, want, `${method} ${url}`);
      t.equal(answer.headers.allow, allow);
      if (want >= 400) t.equal(answer.headers["content-type"], "application/problem+json");
    }
    t.equal((await app.inject("/open")).statusCode, 404, "elsewhere, Fastify goes on as it is");
  },
);

t.test("invalid HTTP gets a problem document as response", async (t) => {
  const handlers = handlersOf("search purge lines");
  const { app } = await generatedServer(t, { folder: t.testdir(), document: "newer.yaml", handlers });
  const { port } = new URL(await app.listen({ port: 0, host: "127.0.0.1" }));
  const text = await new Promise<string>((done) => {
    let received = "";
    const socket = connect(Number(port), "127.0.0.1", () => socket.write("no http\r\n\r\n"));
    socket.on("data", (chunk) => (received += chunk.toString())).on("close", () => done(received));
  });
  t.match(
    text,
    /^HTTP\/1\.1 400 Bad Request\r\nContent-Type: application\/problem\+json\r\n[^]*"status":400/,
  );
});
