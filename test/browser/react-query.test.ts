// The entry point for openapi-fetch with openapi-react-query, on a React page that calls the reference
// server.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import t from "tap";
import { elsewhere, openPage, withoutBrowser } from "../support/browser.ts";
import { startTestServer } from "../support/test-server.ts";
import { installed, installPeer } from "../sdk/made-package.ts";
import { servePage } from "./page-server.ts";

const name = "twilio-comms";

// The package is built and installed first.
t.setTimeout(120_000);

const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:";

const program = `import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import createHooks from "openapi-react-query";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { createClient } from "${name}/fetch";

const client = createClient({ accountId: "demo", authToken: "demo-token", baseUrl: location.origin + "/v1" });
const api = createHooks(client);

function Pools() {
  const { data, isPending, refetch } = api.useQuery("get", "/SenderPools");
  const missing = api.useQuery(
    "get",
    "/SenderPools/{senderPoolId}",
    { params: { path: { senderPoolId: "comms_senderpool_00000000000000000000000000" } } },
    { retry: false },
  );
  const create = api.useMutation("post", "/SenderPools", { onSuccess: () => refetch() });
  if (isPending) return "…";
  return createElement(
    "main",
    null,
    createElement("button", { onClick: () => create.mutate({ body: { name: "From React" } }) }, "Create"),
    createElement("p", { id: "error" }, missing.error?.status ?? ""),
    createElement("ul", null, data.senderPools.map((pool) => createElement("li", { key: pool.id }, pool.name))),
  );
}

createRoot(document.querySelector("#root")).render(
  createElement(QueryClientProvider, { client: new QueryClient() }, createElement(Pools)),
);
`;

t.test("a React page lists and creates through openapi-react-query", { skip: withoutBrowser }, async (t) => {
  const outside = mkdtempSync(join(tmpdir(), "react-"));
  t.teardown(() => rmSync(outside, { recursive: true }));
  const folder = await installed(outside, "spec/openapi.yaml", "--name", name, "--env", "TWILIO_*");
  installPeer(folder, "openapi-fetch");
  await build({
    stdin: { contents: program, resolveDir: folder },
    bundle: true,
    outfile: join(folder, "page.js"),
    define: { "process.env.NODE_ENV": '"production"' },
    // The dependencies of the page: React and its libraries.
    nodePaths: [resolve("node_modules")],
  });
  const html = `<!doctype html><title>A page</title><link rel="icon" href="data:,"><body>
    <div id="root"></div><script src="/page.js"></script>`;
  const { url } = await startTestServer(t);
  const origin = await servePage(t, { html, policy, folder, api: url });
  const { page, requested, complaints } = await openPage(t);
  await page.goto(origin);
  await page.locator("button").click({ timeout: 20_000 });
  await page.getByText("From React").waitFor({ timeout: 20_000 });
  t.equal(await page.locator("#error").textContent(), "404", "errors are those that the document declares");
  // Chromium reports every error response, and this one is expected.
  t.match(complaints.shift(), /status of 404/);
  t.strictSame(complaints, []);
  t.strictSame(elsewhere(requested, origin), []);
});
