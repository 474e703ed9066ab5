// Path parameters that the template does not name are reported where they are left out, and no caller must
// provide them.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import t from "tap";
import { contract } from "./run-contract.ts";

t.test(
  "a path parameter without a placeholder is reported with its line, and no request requires it",
  async (t) => {
    const folder = t.testdir();
    const parameter = (name: string) => ({ name, in: "path", required: true, schema: { type: "string" } });
    const get = {
      operationId: "find",
      parameters: [parameter("proxy"), parameter("id")],
      responses: { 204: { description: "Found" } },
    };
    const info = { title: "T", version: "1.0.0" };
    const text = JSON.stringify({ openapi: "3.1.0", info, paths: { "/{proxy+}/{id}": { get } } }, null, 1);
    writeFileSync(join(folder, "openapi.json"), text);
    const line = text.split("\n").findIndex((one) => one.includes('"proxy"'));
    for (const args of [
      ["server", "openapi.json", "--out", "generated"],
      ["sdk", "openapi.json", "--name", "x", "--client", "X", "--out", "node_modules/x"],
    ]) {
      const { code, said } = await contract(folder, ...args);
      t.equal(code, 0, said);
      t.match(said, new RegExp(`^openapi.json:${line}:\\d+: the path parameter proxy is left out: `, "m"));
    }
    const made = (await import(
      pathToFileURL(join(folder, "node_modules/x/dist/generated/index.js")).href
    )) as {
      X: new (options: object) => { default: { find: (...values: string[]) => Promise<void> } };
    };
    let url = "";
    const fetch = async (asked: string): Promise<Response> => {
      url = asked;
      return new Response(null, { status: 204 });
    };
    await new made.X({ baseUrl: "https://example.com", fetch }).default.find("a", "b");
    t.equal(url, "https://example.com/a/b");
  },
);
