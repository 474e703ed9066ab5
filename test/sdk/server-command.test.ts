// A server for somebody else's document: made from what `contract server` writes, called by the package for the same document.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { fastify } from "fastify";
import t from "tap";
import { runCommandLine } from "../../scripts/cli/run-command-line.ts";
import { documentPath, execute, installed } from "./made-package.ts";

// npm is started.
t.setTimeout(120_000);

interface Generated {
  readonly addOperations: (app: unknown, handlers: unknown, formats: object) => void;
}

/** Generates into a folder and imports the result. */
async function generated(folder: string): Promise<Generated> {
  const io = { out: () => undefined, err: () => undefined, cwd: folder, env: {} };
  const code = await runCommandLine(["server", documentPath("hard.yaml"), "--out", "generated"], io);
  if (code !== 0) throw new Error("nothing was generated");
  const module: unknown = await import(pathToFileURL(join(folder, "generated/server.ts")).href);
  return module as Generated;
}

t.test("answers the client of the same document: JSON, forms, files and every style", async (t) => {
  const folder = t.testdir();
  mkdirSync(join(folder, "user"));
  const { addOperations } = await generated(folder);
  const seen: Record<string, unknown> = {};
  const keep = (name: string, status: number, body?: unknown) => async (input: Record<string, unknown>) => {
    seen[name] = input;
    return { status, body };
  };
  const app = fastify();
  t.teardown(() => app.close());
  addOperations(
    app,
    {
      getNoIdByABByAB: keep("odd", 200, { name: "a", children: [] }),
      delete: keep("delete", 204),
      constructor: keep("constructor", 201, { kept: true }),
      styles: keep("styles", 204),
      upload: async (input: { body: { file: File } }) => {
        seen["upload"] = input;
        return { status: 200, headers: { "Content-Type": "text/plain" }, body: await input.body.file.text() };
      },
      form: keep("form", 200, { ok: true }),
      put: keep("put", 200),
      events: keep("events", 200),
      pets: keep("pets", 200, [{ kind: "cat", lives: 9 }]),
      firstPet: keep("firstPet", 200, { name: "a", children: [] }),
      echo: keep("echo", 200),
    },
    {},
  );
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  const user = await installed(join(folder, "user"), "hard.yaml", "--name", "hard", "--client", "Hard");
  const output = await execute(
    user,
    "program.mjs",
    `import { Hard, isApiError } from "hard";
     const client = new Hard({ baseUrl: ${JSON.stringify(url)} }).default;
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
    "true -  /list/0 must be integer",
    "true -  must have required property 'lives'",
  ]);
  t.match(seen["upload"], { body: { tags: ["a", "b"], meta: { size: 1 } } });
  t.match(seen["form"], { body: { name: "a b&+c", list: [1, 2], nested: { deep: true } } });
  t.match(seen["styles"], {
    path: { matrix: ["a b", "c"], label: { x: 1 }, list: [1, 2] },
    query: { pipes: ["a", "b"], commas: ["a", "b"], json: { since: "1970-01-01T00:00:00.000Z" } },
    cookies: { session: "s" },
  });
});

t.test("refuses what the document does not allow, and says everything", async (t) => {
  const { addOperations } = await generated(t.testdir());
  const app = fastify();
  const answer = async () => ({ status: 200, body: { ok: true } });
  addOperations(app, { form: answer, upload: answer }, {});
  const cases = [
    { type: "application/x-www-form-urlencoded", payload: "list=x", want: 400, text: /must be integer/ },
    {
      type: "application/x-www-form-urlencoded",
      payload: "surplus=1",
      want: 400,
      text: /must be a parameter/,
    },
    {
      type: "multipart/form-data; boundary=b",
      payload: "--b--\r\n",
      want: 400,
      text: /required property 'file'/,
      url: "/upload",
    },
    { type: "text/plain", payload: "x", want: 415, text: /media type/ },
    { type: "application/x-www-form-urlencoded", payload: "", want: 400, text: /must be there/ },
  ];
  for (const { type, payload, want, text, url = "/form" } of cases) {
    const answer = await app.inject({
      method: "POST",
      url,
      headers: { "content-type": type },
      payload,
    });
    t.equal(answer.statusCode, want, payload);
    t.match(answer.body, text);
  }
  const query = await app.inject({ method: "GET", url: "/no-id/x/y?surplus=1" });
  t.equal(query.statusCode, 400);
  t.match(query.body, /surplus[^]*must be integer/);
});
