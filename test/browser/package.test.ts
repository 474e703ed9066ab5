// The packed client in a browser: its unmodified files, resolved with an import map, on a page whose policy
// forbids `eval`.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import t from "tap";
import { elsewhere, openPage, withoutBrowser } from "../support/browser.ts";
import { startTestServer } from "../support/test-server.ts";
import { installed } from "../sdk/made-package.ts";
import { servePage } from "./page-server.ts";

const name = "twilio-comms";

// The package is built and installed first.
t.setTimeout(120_000);

// Allows only scripts and calls of the page's own origin; the nonce is for the import map, which must be
// inline.
const policy = "default-src 'none'; script-src 'self' 'nonce-map'; connect-src 'self'; img-src data:";

const program = `import { isApiError, TwilioClient } from "${name}";
import { connect, SenderPools } from "${name}/sender-pools";
import { Senders } from "${name}/senders";
import { createTestFetch } from "${name}/testing";
import { formats, validateRequest } from "${name}/validate";

const options = { accountId: "demo", authToken: "demo-token", baseUrl: location.origin + "/v1" };
const client = new TwilioClient(options);
const seen = {};

const { status } = await (await client.senderPools.create({ name: "From a page" })).wait();
seen.created = status;
seen.listed = [];
for await (const pool of client.senderPools.list()) seen.listed.push(pool.name);
const pools = new SenderPools(connect(options));
const { items: [{ id }] } = await pools.list();
await pools.delete(id);
const error = await pools.fetch(id).catch((error) => error);
seen.missing = [isApiError(error, 404), error.problem?.status, typeof error.requestId];

seen.problems = validateRequest("createSenderPool", { body: { name: 1 } });
seen.valid = validateRequest("createSenderPool", { body: { name: "From a page" } });
seen.liquid = [formats.liquid("Hello {{ name }}"), formats.liquid("{{ a")];

const testFetch = createTestFetch();
const tested = new Senders(connect({ ...options, fetch: testFetch }));
for await (const sender of tested.list()) void sender;
seen.tested = testFetch.callsOf("listSenders").length;

try {
  new Function("");
} catch (error) {
  seen.codeFromStrings = error.name;
}
const output = document.createElement("output");
output.textContent = JSON.stringify(seen);
document.body.append(output);
`;

/** The URL of each entry point: the file that the package exports for `import`. */
function importMap(folder: string): string {
  const manifest = readFileSync(join(folder, "node_modules", name, "package.json"), "utf8");
  const { exports } = JSON.parse(manifest) as {
    exports: Record<string, string | { import: { default: string } }>; // Verified by the tests of packages.
  };
  const imports = Object.entries(exports).flatMap(([entry, target]) =>
    typeof target === "string"
      ? []
      : [[name + entry.slice(1), `/node_modules/${name}/${target.import.default.slice(2)}`]],
  );
  return JSON.stringify({ imports: Object.fromEntries(imports) as unknown });
}

t.test(
  "a page loads the packed client's files and calls the API with them",
  { skip: withoutBrowser },
  async (t) => {
    const outside = mkdtempSync(join(tmpdir(), "browser-"));
    t.teardown(() => rmSync(outside, { recursive: true }));
    const folder = await installed(outside, "spec/openapi.yaml", "--name", name, "--env", "TWILIO_*");
    writeFileSync(join(folder, "program.js"), program);
    const html = `<!doctype html><title>A page</title><link rel="icon" href="data:,"><body>
    <script type="importmap" nonce="map">${importMap(folder)}</script>
    <script type="module" src="/program.js"></script>`;
    const { url } = await startTestServer(t);
    const origin = await servePage(t, { html, policy, folder, api: url });
    const { page, requested, complaints } = await openPage(t);
    await page.goto(origin);
    const output = await page
      .locator("output")
      .textContent({ timeout: 20_000 })
      .catch(() => "null");

    t.strictSame(JSON.parse(output ?? ""), {
      created: "COMPLETED",
      listed: ["From a page"],
      missing: [true, 404, "string"],
      problems: [{ in: "body", pointer: "/name", detail: "must be string" }],
      valid: [],
      liquid: [true, false],
      tested: 1,
      codeFromStrings: "EvalError",
    });
    // Chromium reports every error response, and this one is expected.
    t.match(complaints.shift(), /status of 404/);
    t.strictSame(complaints, []);
    t.ok(requested.includes(`${origin}/node_modules/${name}/dist/generated/index.js`));
    t.strictSame(elsewhere(requested, origin), [], "nothing left the page's origin, which is on loopback");
  },
);
