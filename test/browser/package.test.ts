// The package in a real page: its files as they are, found by an import map, under a policy that forbids code from strings.
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { extname, join } from "node:path";
import t, { type Test } from "tap";
import type * as Client from "../../client/index.ts";
import type * as Testing from "../../client/testing.ts";
import type * as Validate from "../../client/validate.ts";
import { elsewhere, openPage, withoutBrowser } from "../support/browser.ts";
import { startTestServer } from "../support/test-server.ts";
import { installed } from "../sdk/made-package.ts";

// npm and a browser are started.
t.setTimeout(120_000);

const name = "twilio-comms";
const mediaTypes: Readonly<Record<string, string>> = { ".js": "text/javascript", ".html": "text/html" };

/** What the package's own `exports` say that a browser is to load. */
function importMap(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    exports: Record<string, string | { import: { default: string } }>;
  };
  const entries = Object.entries(manifest.exports).flatMap(([entry, target]) =>
    typeof target === "string"
      ? []
      : [[`${name}${entry.slice(1)}`, `/package/${target.import.default.slice(2)}`]],
  );
  return JSON.stringify({ imports: Object.fromEntries(entries) as unknown });
}

/** Serves a page, the package, and the API below the same origin: its server is closed to other origins. */
async function startSite(t: Test, folder: string, api: string): Promise<string> {
  const map = importMap(folder);
  const page = `<!doctype html><link rel="icon" href="data:,"><script type="importmap">${map}</script><script type="module" src="/run.js"></script>`;
  const run = `globalThis.load = () => Promise.all(["", "/senders", "/validate", "/testing"].map((entry) => import("${name}" + entry)));`;
  const server = createServer((incoming, response) => {
    const { url = "" } = incoming;
    if (url.startsWith("/v1")) {
      forward(incoming, response, api);
      return;
    }
    const text =
      url === "/" ? page : url === "/run.js" ? run : readFileSync(join(folder, url.replace("/package/", "")));
    response.writeHead(200, {
      "Content-Type": mediaTypes[extname(url)] ?? "text/html",
      "Content-Security-Policy": "script-src 'self' 'unsafe-inline'",
    });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.teardown(() => server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
}

function forward(incoming: IncomingMessage, response: ServerResponse, api: string): void {
  const { method, headers, url = "" } = incoming;
  const passed = request(`${api}${url}`, { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  incoming.pipe(passed);
}

t.test("a page creates, waits, lists, and is told what is wrong", { skip: withoutBrowser }, async (t) => {
  const { url: api } = await startTestServer(t);
  const folder = await installed(t.testdir(), "spec/openapi.yaml", "--name", name);
  const origin = await startSite(t, join(folder, "node_modules", name), api);
  const { page, requested, complaints } = await openPage(t);
  await page.goto(`${origin}/`);
  const seen = await page.evaluate(async (baseUrl) => {
    type Modules = [typeof Client, object, typeof Validate, typeof Testing];
    const { load } = globalThis as unknown as { load: () => Promise<Modules> };
    const [{ TwilioClient, isApiError }, , { validateRequest }, { createTestFetch }] = await load();
    const credentials = { accountId: "demo", authToken: "demo-token" };
    const client = new TwilioClient({ ...credentials, baseUrl });
    const { items: senders } = await client.senders.list({ channel: "SMS" });
    const accepted = await client.senderPools.create({
      name: "From a page",
      senders: senders.map(({ id }) => ({ senderId: id })),
    });
    const { id, status } = await accepted.wait();
    const names: string[] = [];
    for await (const pool of client.senderPools.list({ operationId: id })) names.push(pool.name);
    const missing = await client.senderPools
      .fetch("comms_senderpool_01h9krwprkeee8fzqspvwy6nq8")
      .catch((error: unknown) => isApiError(error, 404) && error.problem?.code);
    const problems = validateRequest("createSenderPool", { body: { tags: { a: "{{ b" } } });
    const tested = new TwilioClient({ ...credentials, fetch: createTestFetch() });
    await tested.senderPools.create({ name: "tested" });
    const made = (await tested.senderPools.list()).items.map((pool) => pool.name);
    return { status, names, missing, problems, made };
  }, `${origin}/v1`);
  t.match(seen, {
    status: "COMPLETED",
    names: ["From a page"],
    missing: 20404,
    problems: [{ in: "body", pointer: "/tags/a" }],
  });
  t.ok(seen.made.includes("tested"));
  t.same(elsewhere(requested, origin), [], "nothing leaves the machine");
  // The browser itself says that of every answer of 404.
  t.same(
    complaints.filter((text) => !text.includes("status of 404")),
    [],
  );
});
