// Headers that a document declares for parts of forms are reported where they are left out.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { contract } from "./run-contract.ts";

t.test("a header of a form part is reported with its line; one set by other means is not", async (t) => {
  const folder = t.testdir();
  const headers = { "Content-Type": { schema: {} }, "X-Mark": { schema: { type: "string" } } };
  const media = {
    schema: { type: "object", properties: { file: { type: "string", format: "binary" } } },
    encoding: { file: { contentType: "image/png", headers } },
  };
  const post = {
    operationId: "send",
    requestBody: { content: { "multipart/form-data": media } },
    responses: { 204: { description: "Sent" } },
  };
  const document = { openapi: "3.1.0", info: { title: "T", version: "1.0.0" }, paths: { "/x": { post } } };
  const text = JSON.stringify(document, null, 1);
  writeFileSync(join(folder, "openapi.json"), text);
  const line = text.split("\n").findIndex((one) => one.includes('"X-Mark"')) + 1;
  for (const args of [
    ["server", "openapi.json", "--out", "generated"],
    ["sdk", "openapi.json", "--name", "x", "--out", "made"],
  ]) {
    const { code, said } = await contract(folder, ...args);
    t.equal(code, 0, said);
    const problem = "the header X-Mark of a part is left out";
    t.match(said, new RegExp(`^openapi.json:${line}:\\d+: ${problem}: `, "m"));
    t.equal(said.split("of a part").length, 2);
  }
});
