// Changes of a document or of handlers while a mock runs: state that fits is kept, and the rest is reported.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { parseCommandLine } from "../../scripts/contract/cli/parse-command-line.ts";
import { mockCommand, runMock } from "../../scripts/contract/mock/mock-command.ts";
import { startMock } from "../../scripts/contract/mock/start-mock.ts";
import { recorder } from "./recorder.ts";

interface Shop {
  readonly paths: Record<string, unknown>;
  readonly components: {
    readonly schemas: Record<string, { required?: string[]; properties: Record<string, unknown> }>;
  };
}

const text = readFileSync("test/fixtures/mock/shop.json", "utf8");

function changed(change: (shop: Shop) => void): string {
  const shop = JSON.parse(text) as Shop;
  change(shop);
  return JSON.stringify(shop);
}

async function call(url: string, method = "GET", body?: unknown): Promise<{ status: number; body: unknown }> {
  const response = await fetch(url, {
    method,
    headers: { "Content-Type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

t.test(
  "a reload keeps the resources that are valid in the new document, also in the data file, and reports the others",
  async (t) => {
    const directory = t.testdir({ "shop.json": text });
    const options = { directory, data: "mock.db" };
    const mock = await startMock("shop.json", options);
    const url = mock.url;
    for (const quantity of [2, 20]) await call(`${url}/orders`, "POST", { quantity });
    await call(`${url}/pet`, "POST", { name: "Rex", photoUrls: [] });
    t.same([...mock.files], [join(directory, "shop.json")]);
    const fewer = changed(({ paths, components }) => {
      for (const path of Object.keys(paths)) if (path.startsWith("/pet")) Reflect.deleteProperty(paths, path);
      for (const schema of Object.values(components.schemas))
        if (schema.properties["quantity"] !== undefined)
          schema.properties["quantity"] = { type: "integer", minimum: 1, maximum: 10 };
    });
    writeFileSync(join(directory, "shop.json"), fewer);
    const lost = await mock.reload();
    t.match(lost.join("; "), /1 of \/orders: they break the schema that it has now/);
    t.match(lost.join("; "), /1 of \/pet: the document has no such resources any more/);
    t.match(await call(`${url}/orders`), { body: { data: [{ quantity: 2 }], meta: { total: 1 } } });
    t.equal((await call(`${url}/pet/1`)).status, 404);
    await call(`${url}/orders`, "POST", { quantity: 3 });
    writeFileSync(join(directory, "shop.json"), "{");
    await t.rejects(mock.reload(), { name: "DocumentError" });
    t.match(await call(`${url}/orders`), { body: { meta: { total: 2 } } }, "it goes on as before");
    await mock.close();
    writeFileSync(join(directory, "shop.json"), fewer);
    const again = await startMock("shop.json", options);
    t.teardown(() => again.close());
    t.match(await call(`${again.url}/orders`), { body: { data: [{ quantity: 2 }, { quantity: 3 }] } });
  },
);

t.test(
  "with --watch, a change of a document or of an import of the handlers is served automatically",
  async (t) => {
    const cwd = t.testdir({
      "shop.json": text,
      "theme.ts": "export const theme = 'dark';",
      "handlers.ts":
        "import { theme } from './theme.ts'; export default { getSettings: () => ({ status: 200, body: { theme } }) };",
    });
    const { err, io } = recorder(cwd);
    let stop = (): void => undefined;
    const stopped = new Promise<void>((resolve) => (stop = resolve));
    const flags = ["shop.json", "--handlers", "handlers.ts", "--watch", "--quiet", "--port", "0"];
    const ended = runMock(parseCommandLine(mockCommand, flags), io, stopped);
    const said = async (pattern: RegExp): Promise<void> => {
      while (!err.some((line) => pattern.test(line))) await new Promise((resolve) => setTimeout(resolve, 10));
      err.length = 0;
    };
    while (err.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const [url = ""] = /http:[^\s,]+/.exec(err[0] ?? "") ?? [];
    await call(`${url}/orders`, "POST", { quantity: 2 });
    t.match(await call(`${url}/settings`), { body: { theme: "dark" } });
    writeFileSync(join(cwd, "theme.ts"), "export const theme: string = 'light';");
    await said(/the change is served/);
    t.match(await call(`${url}/settings`), { body: { theme: "light" } });
    t.match(await call(`${url}/orders`), { body: { meta: { total: 1 } } });
    writeFileSync(join(cwd, "shop.json"), "{ ");
    await said(/the change cannot be used, the mock continues with the previous files: shop\.json:1:/);
    t.match(await call(`${url}/orders`), { body: { meta: { total: 1 } } });
    writeFileSync(
      join(cwd, "shop.json"),
      changed(({ paths }) => Reflect.deleteProperty(paths, "/settings")),
    );
    await said(/cannot be used.*getSettings, which is not an operation/);
    stop();
    t.equal(await ended, 0);
  },
);
