// AGENTS.md of packages, for coding agents: it is short, describes the document, and its calls compile and
// run.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { startMock } from "../../scripts/contract/mock/start-mock.ts";
import { compile, documentPath, execute, installed } from "./made-package.ts";

// Starts npm several times.
t.setTimeout(300_000);

const cases = [
  {
    document: "spec/openapi.yaml",
    name: "pools",
    own: /for await \(const item of client\.senderPools\.list\(\)/,
  },
  {
    document: "test/fixtures/cases/g18-event-stream/openapi.yaml",
    name: "chat",
    own: /Iterate over a stream/,
  },
  { document: "hard.yaml", name: "hard", own: /pools|hard/ },
  { document: "newer.yaml", name: "newer", own: /client\.default\.search/ },
];

for (const { document, name, own } of cases) {
  t.test(`AGENTS.md of the package of ${document} is short, and its calls compile`, async (t) => {
    const folder = await installed(t.testdir(), document, "--name", name, "--client", "Api");
    const root = join(folder, "node_modules", name);
    const text = readFileSync(join(root, "AGENTS.md"), "utf8");
    const lines = text.split("\n");
    t.ok(lines.length <= 120, `${lines.length} lines`);
    t.match(text, own);
    t.match(text, /isApiError/);
    const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      exports: Record<string, unknown>; // Named as npm names it.
    };
    for (const [, entry = ""] of text.matchAll(/^- `([^`A-Z]+)`: /gm))
      t.ok(entry.replace(name, ".") in exports, entry);
    for (const [, file = ""] of text.matchAll(/`(dist\/[^`]+)`/g)) t.ok(readFileSync(join(root, file)), file);
    const [, program = ""] = /```js\n([^]*?)```/.exec(text) ?? [];
    t.match(program, /(?:client\.[^]*?){2}/);
    t.equal(compile(folder, program), "");
  });
}

t.test("the calls in AGENTS.md run against a mock of the document", async (t) => {
  const mock = await startMock(documentPath("spec/openapi.yaml"), {});
  t.teardown(() => mock.close());
  const folder = await installed(t.testdir(), "spec/openapi.yaml", "--name", "pools", "--env", "TWILIO_*");
  const text = readFileSync(join(folder, "node_modules/pools/AGENTS.md"), "utf8");
  const [, program = ""] = /```js\n([^]*?)```/.exec(text) ?? [];
  const [accountId = "", authToken = ""] = mock.credentials[0]?.value.split(":") ?? [];
  const env = {
    TWILIO_COMMS_BASE_URL: mock.url,
    TWILIO_ACCOUNT_SID: accountId,
    TWILIO_AUTH_TOKEN: authToken,
  };
  // The example ID is unknown to the mock: print the status 404 instead of failing.
  const tolerant = program.replace(
    /\((await client\.\w+\.fetch.*\))\);/g,
    "($1.catch(({ status }) => status));",
  );
  t.match(await execute(folder, "calls.mjs", tolerant, env), /COMPLETED[^]*\n404\n/);
});
