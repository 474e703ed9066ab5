// PUT replaces a resource: a server that merges is found, one that replaces has no findings.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import type { JsonObject } from "../../scripts/contract/document/document.ts";
import { readDocument } from "../../scripts/contract/document/read-document.ts";
import { startMock } from "../../scripts/contract/mock/start-mock.ts";
import { reportView } from "../../scripts/contract/verify/report/report-view.ts";
import { verify } from "../../scripts/contract/verify/verify.ts";

const properties = {
  name: { type: "string", minLength: 1, maxLength: 20 },
  note: { type: "string", minLength: 2, maxLength: 20 },
  size: { type: "integer", minimum: 3 },
  level: { enum: ["low", "high"] },
  lines: { type: "integer", minimum: 5, default: 5 },
};
const given = { type: "object", required: ["name"], properties, additionalProperties: false };
const shown = {
  type: "object",
  required: ["id", "name"],
  properties: { id: { type: "string" }, ...properties },
};
const content = (schema: JsonObject): JsonObject => ({ content: { "application/json": { schema } } });
const problem = { description: "" };
const responses = (status: string): JsonObject => ({
  [status]: { description: "", ...content(shown) },
  ...{ 400: problem, 404: problem, 415: problem },
});
const requestBody = { required: true, ...content(given) };
const document: JsonObject = {
  openapi: "3.1.0",
  info: { title: "Notes", version: "1" },
  paths: {
    "/notes": { post: { operationId: "addNote", requestBody, responses: responses("201") } },
    "/notes/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
      get: { operationId: "fetchNote", responses: responses("200") },
      put: { operationId: "replaceNote", requestBody, responses: responses("200") },
    },
  },
};

t.test("a PUT that keeps what it leaves out is found, property by property", async (t) => {
  const path = join(t.testdir(), "openapi.json");
  writeFileSync(path, JSON.stringify(document));
  const mock = await startMock(path);
  t.teardown(() => mock.close());
  const read = await readDocument(path);
  const kept = { document: read, target: mock.url, write: true };
  const usual = await verify(kept);
  t.same(usual.findings, []);
  t.match(
    usual.coverage.others("sequences").find(({ name }) => name.startsWith("replacement")),
    { name: "replacement of /notes/{id}", why: undefined },
  );
  const merging = await verify({
    ...kept,
    fetch: async (request) => {
      const sent: unknown = await request
        .clone()
        .json()
        .catch(() => undefined);
      const isObject = typeof sent === "object" && sent !== null && !Array.isArray(sent);
      const before = request.method === "PUT" && isObject ? await fetch(request.url) : undefined;
      if (before?.status !== 200) return fetch(request);
      const known = (await before.json()) as Record<string, unknown>;
      const body = JSON.stringify({ ...known, id: undefined, ...(sent as object) });
      return fetch(new Request(request, { body }));
    },
  });
  const merged = merging.findings.filter(({ check }) => check === "merges-instead-of-replacing");
  t.same(
    merged.map(({ operation, place }) => [operation.label, place]),
    ["note", "size"].map((name) => ["replaceNote", `body/${name}`]),
  );
});

t.test("the command of a finding sends the bytes that are not UTF-8", async (t) => {
  const path = join(t.testdir(), "openapi.json");
  writeFileSync(path, JSON.stringify(document));
  const mock = await startMock(path);
  t.teardown(() => mock.close());
  const lenient = await verify({
    ...{ document: await readDocument(path), target: mock.url, write: true, only: ["addNote"] },
    fetch: async (request) => {
      const body = request.method === "POST" ? await request.text() : undefined;
      return fetch(new Request(request, body === undefined ? {} : { body }));
    },
  });
  const { findings } = reportView(lenient, {
    hide: (text) => text,
    accepted: [],
    today: new Date(),
    minCoverage: undefined,
    seed: 0,
  });
  const [found] = findings;
  t.match(found, { check: "accepts-bytes", sdk: undefined });
  t.match(found?.curl, /^printf '\{"name":"[^"]*\\377"\}' \| curl .*--data-binary @-$/);
});
