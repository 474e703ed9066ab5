// The packed tool: installed by npm into an empty folder, and used there.
import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import t from "tap";
import { configTypes, typesPath } from "../../scripts/project/pack/config-types.ts";
import { toolEntries } from "../../scripts/project/pack/tool-entries.ts";
import { complaintsOf } from "../support/compiler.ts";
import { program, told } from "./library-program.ts";

const run = promisify(execFile);
t.setTimeout(300_000);

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

// No parent folder has packages that the tool might find.
const folder = mkdtempSync(join(tmpdir(), "tool-"));
t.teardown(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, "package.json"), '{"name":"user","private":true}');
const { stdout: packed } = await run("node", ["--import=tsx", "scripts/project/pack/pack-tool.ts", folder]);
await run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", `./${packed.trim()}`], {
  cwd: folder,
});
const installed = join(folder, "node_modules/sender-pools-contract");

const document = {
  openapi: "3.1.0",
  info: { title: "Pets", version: "1.0.0" },
  servers: [{ url: "http://127.0.0.1:9" }],
  tags: [{ name: "Pets" }],
  paths: {
    "/pets": {
      get: {
        operationId: "listPets",
        tags: ["Pets"],
        summary: "Lists pets.",
        parameters: [{ name: "name", in: "query", schema: { type: "string", maxLength: 9 } }],
        responses: {
          200: {
            description: "Pets.",
            content: { "application/json": { schema: { type: "array", items: { type: "string" } } } },
          },
        },
      },
    },
  },
};
writeFileSync(join(folder, "old.json"), JSON.stringify(document));
writeFileSync(join(folder, "new.json"), JSON.stringify(document).replace('"maxLength":9', '"maxLength":8'));

/** Runs the installed tool in the folder, as a shell would. */
async function contract(
  args: readonly string[],
  { node = process.execPath, cwd = folder } = {},
): Promise<Ran> {
  return run(node, [join(folder, "node_modules/.bin/contract"), ...args], { cwd }).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    (error: unknown) => {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, out: stdout, err: stderr };
    },
  );
}

t.test("on the Node version that packed it, the first comparison runs compiled code", async (t) => {
  const compiled = join(installed, "dist/compiled");
  const state = () =>
    readdirSync(compiled).map((name) => `${name} ${statSync(join(compiled, name)).mtimeMs}`);
  const before = state();
  t.match(before.join(" "), /diff-diff\.cjs-/);
  await contract(["diff", "old.json", "new.json"]);
  t.same(state(), before, "nothing had to be compiled, so nothing was written");
});

t.test("the packed tool has few dependencies, and only esbuild has an install script", (t) => {
  const { packages } = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")) as {
    packages: Record<string, { hasInstallScript?: boolean; optional?: boolean }>;
  };
  const present = Object.keys(packages).filter((path) => path !== "" && existsSync(join(folder, path)));
  t.ok(present.length < 25, present.join(" "));
  t.same(
    present.filter((path) => packages[path]?.hasInstallScript === true),
    ["node_modules/esbuild"],
  );
  for (const name of ["fastify", "libsql", "pg", "openapi-typescript", "undici"])
    t.notOk(existsSync(join(folder, "node_modules", name)), name);
  t.end();
});

t.test("the package is ready to be published", async (t) => {
  const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as object;
  t.match(manifest, {
    bin: { contract: "scripts/contract.js" },
    engines: { node: ">=20.19" },
    publishConfig: { access: "public", provenance: true },
    private: undefined,
    scripts: undefined,
  });
  for (const name of ["README.md", "LICENSE", "CHANGELOG.md"]) t.ok(existsSync(join(installed, name)), name);
  const notices = readFileSync(join(installed, "THIRD-PARTY-NOTICES"), "utf8");
  for (const name of ["ajv", "refa", "yaml", "openapi-typescript"])
    t.match(
      notices,
      new RegExp(`contains parts of ${name} [0-9.]+, under this licence:\n\n.*(MIT|ISC|Permission)`, "s"),
    );
  const bin = (name: string) => resolve("node_modules/.bin", name);
  t.match((await run(bin("publint"), ["--strict", installed])).stdout, /All good!/);
  t.match((await run(bin("attw"), [join(folder, packed.trim())])).stdout, /No problems found/);
});

t.test("every command that ends works in the packed tool", async (t) => {
  t.match(await contract(["--help"]), { code: 0, out: /^contract: diff, lint/ });
  t.match(await contract(["diff", "--help"]), { code: 0, out: /^Compare two revisions/ });
  t.match(await contract(["diff", "old.json", "new.json"]), { code: 1, out: /max-length lowered 9 → 8/ });
  t.match(await contract(["lint", "old.json"]), { code: 1, out: /old\.json:1:\d+ {2}bounded-strings/ });
  t.match(await contract(["sdk", "old.json", "--name", "pets", "--out", "sdk/package"]), {
    code: 0,
    out: "sdk/pets-1.0.0.tgz\n",
  });
  t.match(await contract(["server", "old.json", "--out", "server"]), { code: 0 });
  t.match(await contract(["proxy", "old.json", "--target", "nowhere"]), { code: 2, err: /--target/ });
});

t.test("the packed tool generates the same files as the repository", async (t) => {
  const flags = ["--out", "generated", "--server", "--control", "--env", "TWILIO_*", "--check"];
  t.same(await contract(["generate", "spec/openapi.yaml", ...flags], { cwd: process.cwd() }), {
    code: 0,
    out: "",
    err: "",
  });
});

t.test("the packed tool compares in git, also as a diff driver, and sets up a repository", async (t) => {
  const cwd = join(folder, "repository");
  mkdirSync(cwd);
  const git = (...args: string[]) =>
    run("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { cwd });
  await git("init", "--quiet");
  cpSync(join(folder, "old.json"), join(cwd, "openapi.json"));
  await git("add", ".");
  await git("commit", "--quiet", "--message", "one");
  cpSync(join(folder, "new.json"), join(cwd, "openapi.json"));
  t.match(await contract(["diff", "HEAD", "--document", "openapi.json"], { cwd }), { code: 1 });
  t.match(await contract(["init", "openapi.json"], { cwd }), { code: 0, out: /git add/ });
  const workflow = readFileSync(join(cwd, ".github/workflows/contract.yml"), "utf8");
  t.match(workflow, "inputs.document || 'openapi.json'");
  t.notMatch(workflow, "pack:tool");
  const driver = `${join(folder, "node_modules/.bin/contract")} diff driver`;
  const { stdout } = await git("-c", `diff.contract.command=${driver}`, "diff", "--ext-diff", "openapi.json");
  t.match(stdout, /max-length lowered 9 → 8/);
});

t.test("a mock of the packed tool stores in memory, and reports what a data file requires", async (t) => {
  const { code, err } = await contract(["mock", "old.json", "--port", "0", "--data", "a.db"]);
  t.equal(code, 2);
  t.match(err, /^a data file needs the package libsql, which is not installed.*\nfix: npm install libsql/);
});

t.test("programs compile against the entries and run, as ES modules and as CommonJS", async (t) => {
  const options = {
    noEmit: false,
    strict: true,
    exactOptionalPropertyTypes: true,
    module: "nodenext",
    target: "es2022",
    lib: ["es2022", "dom"],
    types: [],
    skipLibCheck: false,
  };
  for (const name of ["program.mts", "program.cts"]) {
    writeFileSync(join(folder, name), program);
    t.equal(complaintsOf(folder, [name], { ...options, noEmit: true }), "", name);
  }
  writeFileSync(join(folder, "program.mjs"), withoutTypes(program));
  const required = withoutTypes(program).replaceAll(
    /import (\{.*?\}) from ("[^"]*");/g,
    "const $1 = require($2);",
  );
  writeFileSync(join(folder, "program.cjs"), required);
  for (const name of ["program.mjs", "program.cjs"]) {
    const { stdout } = await run(process.execPath, [name], { cwd: folder });
    t.match(JSON.parse(stdout), told, name);
  }
  for (const { name } of toolEntries) t.match(program, `sender-pools-contract/${name}"`);
});

t.test("a config in TypeScript is typed and in effect", async (t) => {
  const config = (flag: string) => `import { defineConfig } from "sender-pools-contract/config";
export default defineConfig({ documents: { pets: "new.json" }, diff: { base: "old.json", ${flag} } });
`;
  const cwd = join(folder, "configured");
  mkdirSync(cwd);
  for (const name of ["old.json", "new.json"]) cpSync(join(folder, name), join(cwd, name));
  const options = { strict: true, module: "nodenext", target: "es2022", types: [], noEmit: true };
  writeFileSync(join(cwd, "contract.config.ts"), config('"fail-on": "all"'));
  t.match(complaintsOf(cwd, ["contract.config.ts"], options), /"all".*"any"/);
  writeFileSync(join(cwd, "contract.config.ts"), config('"fail-on": "any", protect: ["sdk"]'));
  t.equal(complaintsOf(cwd, ["contract.config.ts"], options), "");
  t.match(await contract(["config", "diff", "--config", "contract.config.ts"], { cwd }), {
    code: 0,
    out: /fail-on +any +contract\.config\.ts/,
  });
  t.equal(
    readFileSync(typesPath, "utf8"),
    await configTypes(),
    "written by scripts/project/pack/config-types.ts",
  );
});

function withoutTypes(text: string): string {
  return text.replaceAll(/: (Promise<object>|Response)/g, "");
}

const versions = process.env["CHECK_LONG"] === undefined ? [] : ["20", "22", "24", "26"];
for (const version of versions) {
  t.test(`works on Node ${version}`, async (t) => {
    const { stdout: node } = await run("npx", [
      "-y",
      "-p",
      `node@${version}`,
      "node",
      "-p",
      "process.execPath",
    ]);
    const on = { node: node.trim() };
    t.match(await contract(["diff", "old.json", "new.json"], on), { code: 1, out: /max-length lowered/ });
    t.match(await contract(["sdk", "old.json", "--name", "pets", "--out", `sdk${version}/package`], on), {
      code: 0,
    });
    const { stdout } = await run(on.node, ["program.mjs"], { cwd: folder });
    t.match(JSON.parse(stdout), told);
  });
}
