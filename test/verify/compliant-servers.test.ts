// Servers that conform to their documents have no findings, whatever the documents leave open.
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import t, { type Test } from "tap";
import type { JsonObject } from "../../scripts/contract/document/document.ts";
import { readDocument } from "../../scripts/contract/document/read-document.ts";
import type { Report } from "../../scripts/contract/verify/report/report.ts";
import { verify } from "../../scripts/contract/verify/verify.ts";
import { startMock } from "../../scripts/contract/mock/start-mock.ts";
import { paths } from "../mock/put-paths.ts";

t.setTimeout(120_000);

t.test("a mock whose PUT creates, or does not, as its document says has no findings", async (t) => {
  const path = join(t.testdir(), "openapi.json");
  writeFileSync(path, JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths }));
  const mock = await startMock(path);
  t.teardown(() => mock.close());
  const { findings, left, isComplete } = await verify({
    document: await readDocument(path),
    target: mock.url,
    write: true,
  });
  t.same(
    findings.map(({ check, operation, place, expected, got }) => [
      check,
      operation.label,
      place,
      expected,
      got,
    ]),
    [],
  );
  t.same(left, []);
  t.ok(isComplete);
});

t.test("public resources belong to no account, and a success may have no described content", async (t) => {
  const note = {
    type: "object",
    required: ["id"],
    properties: { id: { type: "string", readOnly: true }, text: { type: "string", maxLength: 9 } },
  };
  const content = { "application/json": { schema: note } };
  const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
  const problem = { description: "" };
  const document = {
    openapi: "3.1.0",
    info: { title: "Notes", version: "1" },
    components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } } },
    paths: {
      "/notes": {
        post: {
          operationId: "create",
          requestBody: { required: true, content },
          responses: { 201: { description: "", content }, 400: problem },
        },
        get: { operationId: "mine", security: [{ key: [] }], responses: { 200: { description: "" } } },
      },
      "/notes/{id}": {
        parameters: [id],
        get: { operationId: "fetch", responses: { 200: { description: "", content }, 404: problem } },
        delete: { operationId: "remove", responses: { 400: problem, 404: problem } },
      },
    },
  };
  const path = join(t.testdir(), "openapi.json");
  writeFileSync(path, JSON.stringify(document));
  const [credentials, otherCredentials] = [{ key: "one" }, { key: "two" }];
  const mock = await startMock(path, {
    credentials: ["one", "two"].map((value) => ({ scheme: "key", value })),
  });
  t.teardown(() => mock.close());
  const { findings } = await verify({
    document: await readDocument(path),
    target: mock.url,
    write: true,
    credentials,
    otherCredentials,
  });
  t.same(
    findings.map(({ check, operation, place }) => [check, operation.label, place]),
    [],
  );
});

/** Verifies the mock of a document with these paths; returns its findings. */
async function foundIn(t: Test, paths: JsonObject): Promise<Report> {
  const path = join(t.testdir(), "openapi.json");
  writeFileSync(path, JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths }));
  const mock = await startMock(path);
  t.teardown(() => mock.close());
  return verify({ document: await readDocument(path), target: mock.url, write: true });
}

/** Responses with this content at success. */
function responses(status: string, schema: JsonObject): JsonObject {
  const problem = { description: "" };
  const content = { "application/json": { schema } };
  return { [status]: { description: "", content }, 400: problem, 404: problem, 415: problem, 422: problem };
}

t.test("fields of forms have no types: what may be read as valid need not be rejected", async (t) => {
  const schema = {
    type: "object",
    required: ["name", "feeds"],
    properties: {
      name: { type: "string" },
      feeds: {
        type: "array",
        items: { type: "object", properties: { key: { type: "string" }, size: { type: "integer" } } },
      },
      cidr: { type: "array", items: { type: "string" } },
      notes: { type: "object" },
    },
  };
  const { findings, coverage } = await foundIn(t, {
    "/hosts": {
      post: {
        operationId: "addHost",
        requestBody: { required: true, content: { "application/x-www-form-urlencoded": { schema } } },
        responses: responses("201", { type: "object" }),
      },
    },
  });
  t.same(
    findings.map(({ check, place, what, got }) => [check, place, what, got]),
    [],
  );
  const tried = coverage.constraints().filter((one) => one.tried.invalid);
  t.ok(
    tried.some(({ constraint }) => constraint.place.startsWith("body/feeds")),
    "what is invalid by every reading is tried",
  );
});

t.test("an id of a body neither renames a resource nor has to be valid in its path", async (t) => {
  const user = { type: "object", properties: { name: { type: "string" }, age: { type: "integer" } } };
  const order = { type: "object", required: ["id"], properties: { id: { type: "integer" } } };
  const content = (schema: JsonObject): JsonObject => ({
    required: true,
    content: { "application/json": { schema } },
  });
  const least = { type: "integer", minimum: 1, maximum: 10 };
  const { findings } = await foundIn(t, {
    "/users": {
      post: { operationId: "addUser", requestBody: content(user), responses: responses("201", user) },
    },
    "/users/{name}": {
      parameters: [{ name: "name", in: "path", required: true, schema: { type: "string" } }],
      get: { operationId: "fetchUser", responses: responses("200", user) },
      put: { operationId: "updateUser", requestBody: content(user), responses: responses("200", user) },
    },
    "/orders": {
      post: { operationId: "addOrder", requestBody: content(order), responses: responses("201", order) },
    },
    "/orders/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: least }],
      get: { operationId: "fetchOrder", responses: responses("200", order) },
    },
  });
  t.same(
    findings.map(({ check, operation, place, got }) => [check, operation.label, place, got]),
    [],
  );
});

t.test("lists of parts without names are sent: a mock reads each part by its declaration", async (t) => {
  const path = "test/fixtures/cases/a06-32-positional-parts/openapi.yaml";
  const mock = await startMock(path);
  t.teardown(() => mock.close());
  const document = await readDocument(path);
  const { findings, coverage } = await verify({ document, target: mock.url, write: true });
  t.same(findings, []);
  t.notMatch(JSON.stringify(coverage), /multipart/);
  const post = async (body: string): Promise<unknown> => {
    const headers = { "Content-Type": "multipart/mixed; boundary=b" };
    const response = await fetch(`${mock.url}/numbers`, { method: "POST", headers, body });
    return response.status === 400
      ? ((await response.json()) as { errors: unknown }).errors
      : response.status;
  };
  t.equal(await post("--b\r\n\r\n1\r\n--b--"), 200);
  t.same(await post("--b\r\n\r\n1\r\n--b\r\n\r\n100\r\n--b--"), [
    { in: "body", pointer: "/1", detail: "must be <= 99" },
  ]);
  // A server that accepts everything.
  const tolerant = createServer((request, response) => {
    request.resume().on("end", () => response.setHeader("Content-Type", "application/json").end("[]"));
  });
  await new Promise<void>((done) => tolerant.listen(0, "127.0.0.1", done));
  t.teardown(() => tolerant.close());
  const { port } = tolerant.address() as AddressInfo;
  const target = `http://127.0.0.1:${port}`;
  const found = (await verify({ document, target, write: true })).findings;
  t.ok(found.some(({ operation, place }) => operation.label === "numbers" && place === "body/*"));
});
