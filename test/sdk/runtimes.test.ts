// Packed clients on runtimes other than Node and browsers: Deno and Bun from npm, and a realm with Web APIs
// only, like workers.
import { execFile } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import t, { type Test } from "tap";
import { installedApart, notFetched } from "../../scripts/project/installed-apart.ts";
import { startTestServer } from "../support/test-server.ts";
import { installed, installPeer } from "./made-package.ts";
import { toldPackage } from "./told-client.ts";
import { toldProgram } from "./told-program.ts";
import { runInWebRealm } from "./web-realm.ts";

const run = promisify(execFile);
const long = process.env["CHECK_LONG"] !== undefined;
const name = "packed-anywhere";

// Starts npm and downloads two runtimes.
t.setTimeout(300_000);

const root = t.testdir({ own: {}, told: {} });
const folder = await installed(join(root, "own"), "spec/openapi.yaml", "--name", name);
const told = await toldPackage(join(root, "told"));
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

t.test(
  "streams, tokens and webhooks run in a realm with Web APIs, and on Node without code from strings",
  async (t) => {
    const { text, want, received, wantReceived } = await toldProgram(t);
    t.same(JSON.parse(String(await told.programs.runInRealm(text))), want);
    t.same(received(), wantReceived);
    await runsOn(t, { file: process.execPath, args: ["--disallow-code-generation-from-strings"] });
  },
);

t.test("packed clients run on Deno and Bun", { skip: !long && "only with CHECK_LONG" }, async (t) => {
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
    const reported = await outputOf(folder, { file, args }, program(entries));
    t.same(reported, [...once, ...once, ...(entries.includes("node") ? once : []), 1, true], file);
    await runsOn(t, { file, args });
  }
});

interface Runtime {
  readonly file: string;
  readonly args: readonly string[];
}

/** Runs the program for streams, tokens and webhooks. */
async function runsOn(t: Test, runtime: Runtime): Promise<void> {
  const { text, want, received, wantReceived } = await toldProgram(t);
  t.same(await outputOf(told.folder, runtime, text), want, runtime.file);
  t.same(received(), wantReceived, runtime.file);
}

/** Runs a program of a folder; returns what it reports. */
async function outputOf(folder: string, { file, args }: Runtime, text: string): Promise<unknown> {
  const own = `globalThis.report = (text) => console.log(text);\nawait import("./program.mjs");\n`;
  writeFileSync(join(folder, "program.mjs"), text);
  writeFileSync(join(folder, "main.mjs"), own);
  const { stdout } = await run(file, [...args, "main.mjs"], { cwd: folder });
  return JSON.parse(stdout);
}
