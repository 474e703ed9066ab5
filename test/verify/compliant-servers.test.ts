// Servers that conform to their documents have no findings, whatever the documents leave open.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { readDocument } from "../../scripts/contract/document/read-document.ts";
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
