// Rare kinds of operations: their servers compile with `strict`, start, and respond.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { compileServer, generatedServer, strictOnly } from "./generated-server.ts";

t.setTimeout(120_000);

const closed = { type: "object", properties: { by: { type: "string" } }, additionalProperties: false };
const body = { content: { "application/json": { schema: { type: "object" } } } };
const responses = { 204: { description: "Done." } };
const filter = { name: "filter", in: "query", style: "deepObject", explode: true, schema: closed };
const document = {
  openapi: "3.1.0",
  info: { title: "Rare", version: "1" },
  paths: {
    "/bodies": { get: { operationId: "getWithBody", requestBody: body, responses } },
    "/unnamed": { get: { operationId: "", responses } },
    "/filtered": { get: { operationId: "filtered", parameters: [filter], responses } },
  },
};

t.test("a body of GET, an empty operationId and a closed deepObject are served", async (t) => {
  const folder = t.testdir();
  const path = join(folder, "rare.json");
  writeFileSync(path, JSON.stringify(document));
  const handle = () => ({ status: 204 });
  const handlers = { getWithBody: handle, getUnnamed: handle, filtered: handle };
  const { app } = await generatedServer(t, { folder, document: path, handlers });
  for (const url of ["/bodies", "/unnamed", "/filtered?filter[by]=a"])
    t.equal((await app.inject(url)).statusCode, 204, url);
  t.equal((await app.inject({ method: "HEAD", url: "/bodies" })).statusCode, 204);
  t.equal((await app.inject("/filtered?filter[of]=a")).statusCode, 400);
  const program =
    'import type { Handlers } from "./generated/server.ts";\nexport type All = keyof Handlers;\n';
  t.equal(compileServer(folder, { "program.ts": program }, strictOnly), "");
});
