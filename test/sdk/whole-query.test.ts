// A parameter that is the whole query string (OpenAPI 3.2): client, mock and lint agree on it, and
// unsupported parts are reported.
import { join } from "node:path";
import t from "tap";
import { startMock } from "../../scripts/contract/mock/start-mock.ts";
import { readMocked } from "../../scripts/contract/mock/read-mocked.ts";
import type { ParameterReader } from "../../scripts/contract/runtime/wire-reader.ts";
import { importTypeScript } from "../support/import-typescript.ts";
import { generateServer } from "./generated-server.ts";
import { compile, execute, installed } from "./made-package.ts";

t.setTimeout(120_000);

const document = (content: object): string =>
  JSON.stringify({
    openapi: "3.2.0",
    info: { title: "Finder", version: "1.0.0" },
    paths: {
      "/things": {
        get: {
          operationId: "findThings",
          tags: ["things"],
          parameters: [{ name: "all", in: "querystring", content }],
          responses: {
            200: {
              description: "found",
              content: {
                "application/json": { schema: { type: "array", items: { type: "string" } }, example: ["a"] },
              },
            },
          },
        },
      },
    },
  });

const schema = {
  type: "object",
  required: ["text"],
  properties: {
    text: { type: "string", minLength: 2 },
    tags: { type: "array", items: { type: "string" } },
    near: { type: "object", required: ["lat"], properties: { lat: { type: "number" } } },
  },
};

t.test("a form in the query is typed, sent and validated", async (t) => {
  const folder = t.testdir({ "a.json": document({ "application/x-www-form-urlencoded": { schema } }) });
  const path = join(folder, "a.json");
  const mock = await startMock(path, {});
  t.teardown(() => mock.close());
  await installed(folder, path, "--name", "finder", "--client", "Finder");
  const program = `import { Finder, isApiError } from "finder";
    const { things } = new Finder({ baseUrl: "${mock.url}" });
    const good = await things.findThings({ text: "ab", tags: ["a", "b"], near: { lat: 1.5 } });
    const bad = await things.findThings({ text: "a" }).catch((error: unknown) => error);
    console.log(good.join(), isApiError(bad, 400));
    // @ts-expect-error the text is missing
    things.findThings({ tags: [] }).catch(() => undefined);
    // @ts-expect-error a text for a number
    things.findThings({ text: "ab", near: { lat: "1" } }).catch(() => undefined);`;
  t.equal(compile(folder, program, undefined, { lib: ["es2022", "dom"] }), "");
  t.match(await execute(folder, "a.mjs", program.replaceAll(": unknown", "")), /^a true\n/);
  const [first] = mock.journal();
  t.match(decodeURIComponent(JSON.stringify(first)), /text=ab&tags=a&tags=b&near=\{/);
});

t.test("JSON as the whole query is typed, sent and validated", async (t) => {
  const folder = t.testdir({ "a.json": document({ "application/json": { schema } }) });
  const path = join(folder, "a.json");
  const mock = await startMock(path, {});
  t.teardown(() => mock.close());
  await installed(folder, path, "--name", "finder", "--client", "Finder");
  const program = `import { Finder, isApiError } from "finder";
    const { things } = new Finder({ baseUrl: "${mock.url}" });
    const good = await things.findThings({ all: { text: "a+b&é", near: { lat: 1.5 } } });
    const bad = await things.findThings({ all: { text: "a" } }).catch((error: unknown) => error);
    console.log(good.join(), isApiError(bad, 400) && JSON.stringify(bad.body));
    // @ts-expect-error the text is missing
    things.findThings({ all: { tags: [] } }).catch(() => undefined);`;
  t.equal(compile(folder, program, undefined, { lib: ["es2022", "dom"] }), "");
  t.match(await execute(folder, "a.mjs", program.replaceAll(": unknown", "")), /^a .*"name":"all/);
  const [first] = mock.journal();
  t.match(decodeURIComponent(JSON.stringify(first)), /things\?\{\\?"text\\?":\\?"a\+b&é/);
  const malformed = await fetch(`${mock.url}/things?%7B`);
  t.match(await malformed.json(), { status: 400, errors: [{ in: "query", name: "all" }] });
  await generateServer(folder, path);
  const { parameters } = (await importTypeScript(join(folder, "generated/parameters.ts"))) as {
    readonly parameters: Readonly<Record<string, ParameterReader>>;
  };
  const query = encodeURIComponent('{"text":"a+b"}');
  t.same(parameters["findThings"]?.query(query, []), { all: { text: "a+b" } });
});

t.test("a feature that 3.1 cannot express is reported", async (t) => {
  const directory = t.testdir({ "a.json": document({ "text/plain": { schema } }) });
  const told: string[] = [];
  await readMocked("a.json", { directory, notice: (_, problem) => void told.push(problem) });
  t.same(told, ["a parameter that is the whole query string is left out"]);
});
