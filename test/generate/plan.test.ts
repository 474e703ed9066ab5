// The plan that is derived from a document before code is emitted.
import t from "tap";
import { noContent, planFrom } from "./plan-from.ts";

const operation = { responses: noContent };

t.test("every operation has a unique id, its own or a derived one", async (t) => {
  const { operations } = await planFrom({
    paths: {
      "/pools": { get: operation, post: { ...operation, operationId: "getPools2" } },
      "/pools/": { get: operation },
      "/names": {
        get: { ...operation, operationId: "pools/list" },
        put: { ...operation, operationId: "poolsList" },
      },
    },
  });
  t.strictSame(
    operations.map(({ id, identifier }) => [id, identifier]),
    [
      ["getPools", "getPools"],
      ["getPools2", "getPools2"],
      ["getPools3", "getPools3"],
      ["pools/list", "poolsList"],
      ["poolsList", "poolsList2"],
    ],
  );
});

t.test("parameters get OpenAPI's defaults for style and explode", async (t) => {
  const { operations } = await planFrom({
    paths: {
      "/a/{p}": {
        get: {
          ...operation,
          parameters: [
            { name: "p", in: "path", required: true, schema: {} },
            { name: "q", in: "query", schema: {} },
            { name: "d", in: "query", style: "deepObject", schema: {} },
            { name: "h", in: "header", schema: {} },
            { name: "c", in: "cookie", schema: {} },
            { name: "Accept", in: "header", schema: {} },
          ],
        },
      },
    },
  });
  t.strictSame(
    operations[0]?.parameters.map(({ name, style, explode, required }) => [name, style, explode, required]),
    [
      ["p", "simple", false, true],
      ["q", "form", true, false],
      ["d", "deepObject", false, false],
      ["h", "simple", false, false],
      ["c", "form", true, false],
    ],
  );
});

t.test("a link leads to an operation by id or by reference, or to none of this document", async (t) => {
  const links = {
    byId: { operationId: "show" },
    byRef: { operationRef: "#/paths/~1a~1{id}/get" },
    broken: { operationRef: "#/paths/%zz" },
    elsewhere: { operationRef: "https://example.com/api.json#/paths/~1b/get" },
  };
  const { operations } = await planFrom({
    paths: {
      "/a": { get: { responses: { "204": { description: "Done.", links } } } },
      "/a/{id}": {
        get: {
          operationId: "show",
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
          responses: noContent,
        },
      },
    },
  });
  t.strictSame(
    operations[0]?.responses[0]?.links.map(({ name, operationId }) => [name, operationId]),
    [
      ["byId", "show"],
      ["byRef", "show"],
      ["broken", undefined],
      ["elsewhere", undefined],
    ],
  );
});

t.test("a 204, 205 or 304 has no content, whatever it declares", async (t) => {
  const content = { "application/json": { schema: { type: "array", items: { type: "string" } } } };
  const declared = { description: "Done.", content };
  const responses = { "200": declared, "204": declared, "205": declared, "304": declared };
  const { operations } = await planFrom({ paths: { "/a": { put: { responses } } } });
  t.strictSame(
    operations[0]?.responses.map(({ status, content }) => [status, content.length]),
    [
      ["200", 1],
      ["204", 0],
      ["205", 0],
      ["304", 0],
    ],
  );
});
