// Further entries of a package besides the client: validation before sending, a fetch for tests, and the
// transport for Node.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import t, { type Test } from "tap";
import { peerVersions } from "../../scripts/contract/sdk/peer-module.ts";
import { startMock } from "../../scripts/contract/mock/start-mock.ts";
import { compilers } from "../support/compiler.ts";
import { startTestServer } from "../support/test-server.ts";
import { compile, execute, installed, installPeer } from "./made-package.ts";

const long = process.env["CHECK_LONG"] !== undefined;
const octokit = "node_modules/@octokit/openapi/generated/api.github.com.json";

// Starts compilers and npm many times.
t.setTimeout(300_000);

/** The programs in a package's README. */
function readmePrograms(folder: string, name: string): string[] {
  const readme = readFileSync(join(folder, "node_modules", name, "README.md"), "utf8");
  return [...readme.matchAll(/```js\n([^]*?)```/g)].map(([, program = ""]) => program);
}

/** The program in the README that imports an entry. */
function programOf(folder: string, name: string, entry: string): string {
  return readmePrograms(folder, name).find((program) => program.includes(`"${name}/${entry}"`)) ?? "";
}

const entries = (name: string): string[] =>
  ["node", "validate", "testing"].map((entry) => `${name}/${entry}`);

t.test("the entries of the package of the project's own document", async (t) => {
  const name = "twilio-comms";
  // Outside of the project, whose own packages would otherwise be found.
  const outside = mkdtempSync(join(tmpdir(), "entries-"));
  t.teardown(() => rmSync(outside, { recursive: true }));
  const folder = await installed(outside, "spec/openapi.yaml", "--name", name, "--env", "TWILIO_*");

  t.test("the entry for Node reports which package to install if it is missing", async (t) => {
    const { undici } = await peerVersions();
    const want = `${name}/node needs the package undici, which is not installed\nexpected undici@${undici} next to ${name}\nfix: npm install undici@${undici}\n`;
    const catching = "(error) => console.log(error.message)";
    t.equal(await execute(folder, "a.mjs", `await import("${name}/node").catch(${catching});`), want);
    t.equal(
      await execute(
        folder,
        "a.cjs",
        `try { require("${name}/node"); } catch (error) { (${catching})(error); }`,
      ),
      want,
    );
    const other = entries(name).slice(1);
    t.equal(await execute(folder, "b.mjs", other.map((entry) => `import "${entry}";`).join("")), "");
    installPeer(folder);
    installPeer(folder, "openapi-fetch");
  });

  t.test("each entry can be required and imported", async (t) => {
    const print =
      'console.log([node.createNodeFetch, validate.validateRequest, testing.createTestFetch].map((one) => typeof one).join(), validate.formats.liquid("{{ a"));';
    const imports = entries(name).map((entry) => `import * as ${entry.split("/")[1]} from "${entry}";`);
    const requires = entries(name).map((entry) => `const ${entry.split("/")[1]} = require("${entry}");`);
    const want = "function,function,function false\n";
    t.equal(await execute(folder, "imported.mjs", imports.join("") + print), want);
    t.equal(await execute(folder, "required.cjs", requires.join("") + print), want);
  });

  t.test("every program of the package's README runs", async (t) => {
    const { url } = await startTestServer(t);
    const env = {
      TWILIO_COMMS_BASE_URL: `${url}/v1`,
      TWILIO_ACCOUNT_SID: "demo",
      TWILIO_AUTH_TOKEN: "demo-token",
    };
    const outputs: string[] = [];
    for (const [index, program] of readmePrograms(folder, name).entries())
      outputs.push(await execute(folder, `readme-${index}.mjs`, program, env));
    t.match(outputs.shift(), /status: 'COMPLETED'/);
    t.match(outputs.splice(4, 1), [/senderPools: \[/]);
    t.same(outputs, ["", "[]\n", "1\n", "", ""]);
  });

  for (const compiler of long ? compilers : compilers.slice(0, 2)) {
    t.test(`the entries are typed for ${compiler}`, async (t) => {
      const program = `import { TwilioClient } from "twilio-comms";
        import { createNodeFetch } from "twilio-comms/node";
        import { createTestFetch } from "twilio-comms/testing";
        import { formats, type RequestProblem, validateRequest, validateSchema } from "twilio-comms/validate";
        const testFetch = createTestFetch({ looks: 2, formats: { liquid: () => true } });
        testFetch.respondOnce("createSenderPool", 503, { headers: { "Retry-After": "0" } });
        // @ts-expect-error not declared
        testFetch.respondOnce("createSenderPool", 404);
        // @ts-expect-error no such format
        createTestFetch({ formats: { liqiud: () => true } });
        new TwilioClient({ fetch: testFetch });
        new TwilioClient({ fetch: createNodeFetch({ connections: 2 }) });
        const problems: RequestProblem[] = validateRequest("listSenders", { query: { startDate: new Date() } });
        // @ts-expect-error a misspelt field
        validateRequest("createSenderPool", { body: { nme: "n" } });
        console.log(problems, validateSchema("Tags", {}), formats.liquid("x"));
        // @ts-expect-error no such schema
        validateSchema("Tgas", {});`;
      t.equal(compile(folder, program, compiler), "");
    });
  }

  t.test("the declarations of the entries use the package's own operations", (t) => {
    const root = join(folder, "node_modules", name, "dist/client");
    for (const [entry, words] of [
      ["validate", ' * const problems = validateRequest("createSenderPool", {\n'],
      ["testing", " * await client.senderPools.list();\n"],
      ["node", " * const client = new TwilioClient({ fetch: createNodeFetch() });\n"],
    ] as const)
      t.ok(readFileSync(join(root, `${entry}.d.ts`), "utf8").includes(words), entry);
    t.end();
  });

  t.test("importing the client loads none of the other entries", async (t) => {
    const { metafile } = await build({
      stdin: { contents: `export * from "${name}"; export * from "${name}/senders";`, resolveDir: folder },
      bundle: true,
      write: false,
      metafile: true,
      format: "esm",
      logLevel: "silent",
    });
    const loaded = Object.keys(metafile.inputs).filter((path) =>
      /validat|testing|liquid|operations|parameters|client\/node/.test(path.replace(/.*\/dist\//, "")),
    );
    t.same(loaded, []);
  });

  t.test("the package includes the licences of its contents", (t) => {
    const notices = readFileSync(join(folder, "node_modules", name, "THIRD-PARTY-NOTICES"), "utf8");
    t.match(notices, /parts of openapi-fetch[^]*parts of liquidjs[^]*Jun Yang/);
    t.end();
  });
});

t.test("packages of other documents run and compile their README's programs", async (t) => {
  const cases = [
    { document: "hard.yaml", name: "@team/hard", args: [], want: "[]\n" },
    { document: octokit, name: "gists", args: ["--tags", "gists,licenses"], want: "[]\n" },
    { document: "newer.yaml", name: "newer", args: [], want: "[]\n" },
  ];
  for (const { document, name, args, want } of cases) {
    const folder = await installed(emptyFolder(t, name), document, "--name", name, ...args);
    installPeer(folder);
    const [validate, testing] = [programOf(folder, name, "validate"), programOf(folder, name, "testing")];
    t.equal(await execute(folder, "validate.mjs", validate), want, name);
    t.equal(await execute(folder, "testing.mjs", testing), "1\n", name);
    for (const program of [validate, testing, programOf(folder, name, "node")])
      t.equal(compile(folder, program), "", name);
    const notices = readFileSync(join(folder, "node_modules", name, "THIRD-PARTY-NOTICES"), "utf8");
    t.notMatch(notices, /liquidjs/);
  }
});

t.test("the README for an API with streams has a program that streams", async (t) => {
  const document = "test/fixtures/cases/g18-event-stream/openapi.yaml";
  const mock = await startMock(document, {});
  t.teardown(() => mock.close());
  const folder = await installed(emptyFolder(t, "chat"), document, "--name", "chat", "--client", "Chat");
  const program = readmePrograms(folder, "chat").find((one) => one.includes("for await")) ?? "";
  t.equal(compile(folder, program), "");
  t.match(await execute(folder, "stream.mjs", program.replace("https://…", mock.url)), /text: '/);
});

function emptyFolder(t: Test, name: string): string {
  return join(t.testdir({ [name.replace(/\W/g, "-")]: {} }), name.replace(/\W/g, "-"));
}
