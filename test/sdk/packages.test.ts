// Packages as their users get them: complete, within their size limits, and working after installation.
import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import t from "tap";
import { trustedCode } from "../../scripts/contract/generate/code.ts";
import { compileModules } from "../../scripts/contract/sdk/compile-modules.ts";
import { referencePoolId } from "../../server/seed.ts";
import { compilers } from "../support/compiler.ts";
import { call, startTestServer } from "../support/test-server.ts";
import { compile, documentPath, execute, installed, sdk } from "./made-package.ts";
import { recordingServer } from "./recording-server.ts";

const run = promisify(execFile);
const octokit = "node_modules/@octokit/openapi/generated/api.github.com.json";
const long = process.env["CHECK_LONG"] !== undefined;

// Starts compilers and npm many times.
t.setTimeout(300_000);

t.test("the package of the project's own document", async (t) => {
  t.setTimeout(200_000);
  const folder = await installed(
    t.testdir(),
    "spec/openapi.yaml",
    "--name",
    "twilio-comms",
    "--env",
    "TWILIO_*",
  );
  const server = await startTestServer(t);
  const env = { TWILIO_COMMS_BASE_URL: `${server.url}/v1` };

  t.test("the package runs the samples of the reference page unchanged", async (t) => {
    await execute(folder, "create.mjs", sample("reference-create"), env);
    await execute(folder, "update.mjs", sample("reference-update"), env);
    const as = "TWILIO_ACCOUNT_SID:TWILIO_AUTH_TOKEN";
    const { text } = await call(server, { path: `/SenderPools/${referencePoolId}`, as });
    t.match(text, /"name":"Customer Support Senders - Tier 1"/);
    t.match((await call(server, { path: "/SenderPools", as })).text, /"name":"Sales Leads - APAC"/);
    await t.rejects(execute(folder, "list.mjs", sample("reference-list"), env), /ApiError: .* 400 /);
  });

  t.test("the package runs its README's example", async (t) => {
    const readme = readFileSync(join(folder, "node_modules/twilio-comms/README.md"), "utf8");
    const [, example = ""] = /```js\n([^]*?)```/.exec(readme) ?? [];
    const credentials = { TWILIO_ACCOUNT_SID: "TWILIO_ACCOUNT_SID", TWILIO_AUTH_TOKEN: "TWILIO_AUTH_TOKEN" };
    const output = await execute(folder, "example.mjs", example, { ...env, ...credentials });
    t.match(output, /status: 'COMPLETED'[^]*name: 'Sales Leads - APAC'/);
    // Prerequisites of the example: the credentials and the host.
    t.match(readme, "TWILIO_ACCOUNT_SID=… TWILIO_AUTH_TOKEN=… node example.mjs");
    t.match(readme, "TWILIO_COMMS_BASE_URL=http://127.0.0.1:3000/v1 node example.mjs");
    t.match(readme, "| List sender pools. A list. |");
  });

  t.test("the package can be required and imported, whole and by resource", async (t) => {
    const names = "[typeof TwilioClient, typeof SenderPools, typeof connect].join()";
    const required = `const { TwilioClient } = require("twilio-comms"); const { SenderPools, connect } = require("twilio-comms/sender-pools"); console.log(${names});`;
    t.equal(await execute(folder, "required.cjs", required), "function,function,function\n");
    const imported = `import { TwilioClient } from "twilio-comms"; import { SenderPools, connect } from "twilio-comms/sender-pools"; console.log(${names});`;
    t.equal(await execute(folder, "imported.mjs", imported), "function,function,function\n");
  });

  for (const compiler of long ? compilers : compilers.slice(0, 2)) {
    t.test(`the package is typed for ${compiler}`, async (t) => {
      const program = `import { TwilioClient, isApiError, type SenderPool } from "twilio-comms";
        import { SenderPools, connect } from "twilio-comms/sender-pools";
        const pools: AsyncIterable<SenderPool> = new SenderPools(connect({ timeout: 1 })).list({ startDate: new Date() });
        for await (const pool of pools) console.log(pool.createdAt.getTime());
        // @ts-expect-error a misspelt option
        new TwilioClient({ acountId: "" });
        try { await new TwilioClient().senderPools.create({}); } catch (e) { if (isApiError(e, 400)) console.log(e.problem?.errors); }`;
      t.equal(compile(folder, program, compiler), "");
    });
  }

  t.test("the package does not expose its build dependencies, and depends on no package", async (t) => {
    const root = join(folder, "node_modules/twilio-comms");
    const manifest = readFileSync(join(root, "package.json"), "utf8");
    t.notMatch(manifest, /"(dev|optional)?[dD]ependencies"/);
    const { peerDependencies, peerDependenciesMeta } = JSON.parse(manifest) as Record<string, unknown>;
    t.same(peerDependencies, { undici: "^7.0.0", "openapi-fetch": "^0.17.0" });
    t.same(peerDependenciesMeta, { undici: { optional: true }, "openapi-fetch": { optional: true } });
    const { stdout } = await run("grep", ["-rlE", 'from "openapi-|import\\("openapi-', root]);
    const files = stdout.trim().split("\n");
    t.same(
      files.map((file) => relative(root, file)).sort(),
      ["d.cts", "d.ts", "js"].map((extension) => `dist/generated/fetch.${extension}`),
      "but for the entry that is openapi-fetch's client",
    );
  });

  t.test(
    "the package is compiled from the client that the examples, the demo and the tests run",
    async (t) => {
      const resources = readdirSync("generated/resources").filter((file) => file.endsWith(".js"));
      t.ok(resources.length > 1);
      const own = [
        ...["index.ts", "client.ts", "connect.ts", "sdk.ts", "dates.ts"],
        ...resources.map((file) => `resources/${file}`),
      ].map((file) => `generated/${file}`);
      const modules = new Map(own.map((file) => [file, trustedCode(readFileSync(file, "utf8"))]));
      const root = join(folder, "node_modules/twilio-comms/dist");
      for (const [file, code] of await compileModules(modules))
        t.equal(readFileSync(join(root, file), "utf8"), code, file);
    },
  );

  t.test("the package has no errors from publint and attw", async (t) => {
    const bin = (name: string) => resolve("node_modules/.bin", name);
    const { stdout } = await run(bin("publint"), ["--strict", "package"], { cwd: folder });
    t.match(stdout, /All good!/);
    const attw = await run(bin("attw"), ["twilio-comms-1.0.0.tgz"], { cwd: folder });
    t.match(attw.stdout, /No problems found/);
  });

  t.test("one resource with all features takes six kilobytes", async (t) => {
    const size = await bundled(
      folder,
      'import { Senders, connect } from "twilio-comms/senders"; globalThis.it = new Senders(connect());',
    );
    t.ok(size <= 6000, `${size} bytes`);
  });
});

t.test("a package for a team: two tags of a third-party document", async (t) => {
  const folder = await installed(
    t.testdir(),
    octokit,
    "--name",
    "@team/repos",
    "--tags",
    "gists,licenses",
    "--client",
    "TeamClient",
  );
  const types = readFileSync(join(folder, "node_modules/@team/repos/dist/generated/types.d.ts"), "utf8");
  t.match(types, /"gist-comment"/);
  t.notMatch(types, /"workflow-run"/, "only the schemas it needs");
  const program = `import { TeamClient } from "@team/repos";
    const client = new TeamClient();
    const gist = await client.gists.get("1");
    const at: Date | undefined = gist.history?.[0]?.committed_at;
    // @ts-expect-error of another tag
    client.repos;
    console.log(at);`;
  t.equal(compile(folder, program), "");
  const { url, requests } = await recordingServer(t, () => ({
    body: '[{"key":"mit","name":"MIT License"}]',
  }));
  const output = await execute(
    folder,
    "call.mjs",
    `import { Licenses, connect } from "@team/repos/licenses";
     console.log((await new Licenses(connect({ baseUrl: ${JSON.stringify(url)} })).getAllCommonlyUsed({ featured: true }))[0].key);`,
  );
  t.equal(output, "mit\n");
  t.match(requests, [{ line: "GET /licenses?featured=true", headers: { "user-agent": /^team-repos\// } }]);
});

t.test("the same command generates the same bytes, and --check detects differences", async (t) => {
  const folder = t.testdir();
  const args = [documentPath("newer.yaml"), "--name", "newer", "--out", "package"];
  const first = await sdk(folder, ...args);
  const archive = join(folder, first.out.trim());
  const bytes = readFileSync(archive);
  await sdk(folder, ...args);
  t.ok(bytes.equals(readFileSync(archive)));
  t.match(await sdk(folder, ...args, "--check"), { code: 0, out: "" });
  const changed = await sdk(folder, ...args, "--check", "--version", "1.1.0");
  t.match(changed, { code: 1, out: /package\/package\.json is stale/ });
  await sdk(folder, ...args, "--version", "1.1.0");
  t.match(
    readFileSync(join(folder, "package/CHANGELOG.md"), "utf8"),
    /## 1\.1\.0\n[^]*## 1\.0\.0\n[^]*Added: `default\.search`/,
  );
});

t.test("an invalid option of sdk is rejected with an error of three lines", async (t) => {
  const folder = t.testdir();
  const cases = [
    { args: ["--name", "Bad Name"], want: /cannot be used for --name/ },
    { args: ["--name", "node_modules"], want: /cannot be used for --name/ },
    { args: ["--name", "ok", "--tags", "Nothing"], want: /no tag "Nothing"/ },
    {
      args: ["--name", "ok", "--operations", "serch"],
      want: /no operation "serch"[^]*fix: write --operations search/,
    },
    { args: ["--name", "ok", "--version", "1"], want: /cannot be used for --version/ },
    { args: [], want: /--name is missing/ },
  ];
  for (const { args, want } of cases) {
    const { code, err } = await sdk(folder, documentPath("newer.yaml"), ...args);
    t.equal(code, 2);
    t.match(err, want);
  }
});

t.test("a client of 1,200 operations is generated", { skip: !long && "only with CHECK_LONG" }, async (t) => {
  const folder = await installed(t.testdir(), octokit, "--name", "octo", "--client", "Octo");
  const size = await bundled(folder, 'import { Octo } from "octo"; globalThis.it = new Octo();');
  t.ok(size <= 25_000, `${size} bytes`);
  t.equal(
    compile(
      folder,
      'import { Octo } from "octo"; const { name } = await new Octo().repos.get("a", "b"); name.trim();',
    ),
    "",
  );
});

function sample(name: string): string {
  return readFileSync(`client/examples/${name}.ts`, "utf8");
}

/** The size of a program with all its imports, minified and compressed. */
async function bundled(folder: string, contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length;
}
