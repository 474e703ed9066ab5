// Handlers of single operations, over real sockets.
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import t, { type Test } from "tap";
import type { Handlers } from "../../generated/server.ts";
import type { MockHandlers, MockOptions } from "../../scripts/contract/mock/mock-api.d.ts";
import { startMock, type StartedMock } from "../../scripts/contract/mock/start-mock.ts";

const shop = resolve("test/fixtures/mock/shop.json");

async function mockOf(t: Test, options: MockOptions): Promise<StartedMock> {
  const mock = await startMock(shop, options);
  t.teardown(() => mock.close());
  return mock;
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
  "a handler responds instead of the mock or leaves the response to it, and has access to the state",
  async (t) => {
    const handlers: MockHandlers = {
      createOrder: async ({ body, state, next }) => {
        const { quantity } = body as { quantity: number };
        if (quantity === 1) return undefined;
        if (quantity > 100) throw Object.assign(new Error("Too many."), { statusCode: 422 });
        await state.add("/orders", { quantity, note: "beside" });
        return next();
      },
      getSettings: ({ state, tenant }) => ({
        status: 200,
        body: { theme: state.all("/orders").length > 2 ? "dark" : "light", tenant },
      }),
    };
    const { url } = await mockOf(t, { handlers });
    t.match(await call(`${url}/settings`), { status: 200, body: { theme: "light" } });
    t.match(await call(`${url}/orders`, "POST", { quantity: 1 }), { status: 201 });
    t.match(await call(`${url}/orders`, "POST", { quantity: 5 }), { status: 201 });
    t.match(await call(`${url}/orders`, "POST", { quantity: 101 }), { status: 422 });
    t.match(await call(`${url}/orders`), {
      body: { data: [{ quantity: 1 }, { quantity: 5, note: "beside" }], meta: { total: 3 } },
    });
    t.match(await call(`${url}/settings`), { body: { theme: "dark" } });
    // An invalid request does not reach the handler.
    t.match(await call(`${url}/orders`, "POST", { quantity: 0 }), { status: 422 });
  },
);

t.test("the response of a handler is validated like any other", async (t) => {
  const table: readonly { handler: () => unknown; want: RegExp }[] = [
    {
      handler: () => ({ status: 200, body: { theme: 5 } }),
      want: /returned what the document does not allow: .*theme/,
    },
    { handler: () => ({ status: 299 }), want: /returned what the document does not allow/ },
    { handler: () => "dark", want: /returned no status/ },
    { handler: () => null, want: /returned no status/ },
    { handler: () => Promise.reject(new Error("secret")), want: /Error: secret/ },
  ];
  for (const { handler, want } of table) {
    const mock = await mockOf(t, { handlers: { getSettings: handler } });
    t.equal((await call(`${mock.url}/settings`)).status, 500);
    t.match(mock.journal()[0]?.withheld, want);
    await mock.close();
  }
});

t.test("a module of handlers may be TypeScript with imports", async (t) => {
  const directory = t.testdir();
  writeFileSync(join(directory, "themes.ts"), "export const theme: string = 'dark';");
  writeFileSync(
    join(directory, "handlers.ts"),
    `import { theme } from "./themes.ts";
     import { randomUUID } from "node:crypto";
     export default {
       getSettings: ({ operationId }: { operationId: string }) =>
         ({ status: 200, body: { theme, operationId, id: randomUUID() } }),
     };`,
  );
  const { url } = await mockOf(t, { handlers: "handlers.ts", directory });
  t.match(await call(`${url}/settings`), { body: { theme: "dark", operationId: "getSettings" } });
});

t.test("invalid handlers are reported before the mock listens", async (t) => {
  const directory = t.testdir({
    "broken.ts": "export default {",
    "thrown.js": "throw new Error('no');",
    "list.js": "export default 5;",
    "word.js": "export const handlers = { getSettings: 'dark' };",
    "other.js": "export default { getSetting: () => undefined };",
  });
  const table = [
    { name: "nowhere.ts", want: /nowhere\.ts cannot be used/ },
    { name: "broken.ts", want: /broken\.ts cannot be used/ },
    { name: "thrown.js", want: /thrown\.js cannot be used: no/ },
    { name: "list.js", want: /exports no object/ },
    { name: "word.js", want: /getSettings is not a function/ },
    { name: "other.js", want: /getSetting, which is not an operation/ },
  ];
  for (const { name, want } of table)
    await t.rejects(startMock(shop, { handlers: name, directory }), { name: "DocumentError", message: want });
});

t.test("with the types of contract server, each handler is typed by the document", async (t) => {
  const handlers: MockHandlers<Handlers> = {
    fetchSenderPool: async ({ path, state, next }) => {
      const id: string = path.senderPoolId;
      if (state.get("/SenderPools", id) !== undefined) t.equal((await next()).status, 200);
      return undefined;
    },
    // @ts-expect-error -- the document declares no 299
    listSenderPools: () => ({ status: 299 }),
  };
  const mock = await startMock("spec/openapi.yaml", { handlers });
  t.teardown(() => mock.close());
  const url = `${mock.url}/SenderPools/comms_senderpool_01h9krwprkeee8fzqs0y27nkab`;
  t.equal((await fetch(url, { headers: mock.headers() })).status, 404);
});
