// The packed client on runtimes other than Node and browsers: Deno and Bun from npm, and a realm with Web
// APIs only, like workers.
import { execFile } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import t from "tap";
import { installedApart, notFetched } from "../../scripts/project/installed-apart.ts";
import { startTestServer } from "../support/test-server.ts";
import { installed, installPeer } from "./made-package.ts";
import { runInWebRealm } from "./web-realm.ts";

const run = promisify(execFile);
const long = process.env["CHECK_LONG"] !== undefined;
const name = "packed-anywhere";

// Starts npm and downloads two runtimes.
t.setTimeout(300_000);

const folder = await installed(t.testdir(), "spec/openapi.yaml", "--name", name);
const { url } = await startTestServer(t);

/** Calls a server, the test fetch and the validators; `report` receives the results. */
const program = (entries: readonly string[]): string => `
import { TwilioClient, isApiError } from "${name}";
import { createTestFetch } from "${name}/testing";
import { validateRequest } from "${name}/validate";
${entries.map((entry) => `import { create${entry === "fetch" ? "Client" : "NodeFetch"} } from "${name}/${entry}";\n`).join("")}
const options = { accountId: "demo", authToken: "demo-token", baseUrl: "${url}/v1" };
const seen = [];
for (const fetch of [globalThis.fetch, createTestFetch()${entries.includes("node") ? ", createNodeFetch()" : ""}]) {
  const client = new TwilioClient({ ...options, fetch });
  const { status } = await (await client.senderPools.create({ name: "anywhere" })).wait();
  let count = 0;
  for await (const pool of client.senderPools.list()) count += pool.createdAt instanceof Date ? 1 : 0;
  const error = await client.senderPools.fetch("comms_senderpool_00000000000000000000000000").catch((error) => error);
  seen.push(status, count > 0, isApiError(error, 404));
}
seen.push(validateRequest("createSenderPool", { body: { name: 1 } }).length);
${entries.includes("fetch") ? 'seen.push((await createClient(options).GET("/SenderPools")).data.senderPools.length > 0);' : ""}
globalThis.report(JSON.stringify(seen));
`;

const once = ["COMPLETED", true, true];

t.test(
  "the packed client runs in a realm with Web APIs, but without Node's modules or code from strings",
  async (t) => {
    const { report, code } = await runInWebRealm(folder, program([]));
    t.notMatch(code, /\bfrom "node:|\brequire\("/);
    t.same(JSON.parse(String(report)), [...once, ...once, 1]);
  },
);

t.test("the packed client runs on Deno and Bun", { skip: !long && "only with CHECK_LONG" }, async (t) => {
  const apart = installedApart(["deno@2.9.6", "bun@1.4.5"]);
  if (apart === undefined) {
    t.comment(notFetched);
    return;
  }
  installPeer(folder);
  installPeer(folder, "openapi-fetch");
  const modules = join(apart, "node_modules");
  const runtimes = [
    // Environment variables are read only with permission.
    {
      file: join(modules, "@deno/linux-x64-glibc/deno"),
      args: ["run", "--no-prompt", "--allow-net=127.0.0.1"],
      entries: ["fetch"],
    },
    { file: join(modules, "@oven/bun-linux-x64/bin/bun"), args: [], entries: ["fetch", "node"] },
  ];
  for (const { file, args, entries } of runtimes) {
    if (!existsSync(file)) {
      t.comment(`${file} is for another platform`);
      continue;
    }
    const own = `globalThis.report = (text) => console.log(text);\nawait import("./program.mjs");\n`;
    writeFileSync(join(folder, "program.mjs"), program(entries));
    writeFileSync(join(folder, "main.mjs"), own);
    const { stdout } = await run(file, [...args, "main.mjs"], { cwd: folder });
    t.same(JSON.parse(stdout), [...once, ...once, ...(entries.includes("node") ? once : []), 1, true], file);
  }
});
