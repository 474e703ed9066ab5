// The start of the programs: they are bundled again if and only if one of their sources changed; an
// unsupported Node version gets a one-line message.
import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import t from "tap";
import { commands } from "../../scripts/contract/cli/commands.ts";
import { complaintAboutNode, complaintAboutPackages, purposeOf } from "../../scripts/launch.js";

const run = promisify(execFile);

/** Starts the tool in another folder; returns the time at which its bundle was built. */
async function builtAt(): Promise<number> {
  await run(process.execPath, [resolve("scripts/contract.js"), "--help"], { cwd: tmpdir() });
  return statSync("dist/contract.cjs").mtimeMs;
}

function touch(file: string): void {
  const later = new Date(Date.now() + 1);
  utimesSync(file, later, later);
}

t.test("a program is bundled again only for its own sources", async (t) => {
  const first = await builtAt();
  touch("server/main.ts");
  touch("scripts/project/bench/bench.ts");
  t.equal(await builtAt(), first, "sources of another program change nothing");
  touch("scripts/contract/tool.ts");
  t.not(await builtAt(), first);
});

t.test("the version is printed without loading the tool", async (t) => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  const program = t.testdir();
  for (const path of ["package.json", "scripts"])
    cpSync(path, join(program, path), {
      recursive: true,
      filter: (from) => !from.startsWith("scripts/contract/"),
    });
  // Neither a bundle nor sources that one could be made from.
  rmSync(join(program, "scripts/bundle-program.js"));
  mkdirSync(join(program, "dist"));
  writeFileSync(join(program, "dist/contract.cjs"), "throw new Error('loaded')");
  for (const flag of ["--version", "-V"]) {
    const { stdout } = await run(process.execPath, [join(program, "scripts/contract.js"), flag]);
    t.equal(stdout, `${version}\n`);
  }
});

t.test("a command imports a module of the user on its second run, too, from cached code", async (t) => {
  const cwd = t.testdir({ "formats.mjs": "export const plate = (text) => /^[A-Z]{2}$/.test(text);" });
  const document = {
    openapi: "3.1.0",
    info: { title: "Cars", version: "1.0.0" },
    components: { schemas: { Plate: { type: "string", format: "plate", example: "ab" } } },
  };
  writeFileSync(join(cwd, "openapi.json"), JSON.stringify(document));
  const args = [resolve("scripts/contract.js"), "lint", "openapi.json", "--format-module", "formats.mjs"];
  for (const time of ["first", "second"])
    await t.rejects(run(process.execPath, args, { cwd }), { code: 1, stdout: /plate/ }, `the ${time} run`);
  for (const bundle of ["contract.cjs", "diff.cjs"]) {
    const imports = readFileSync(join("dist", bundle), "latin1").match(/(?<!["\w.])import\([^)]*\)/g);
    t.same(imports, ["import(specifier)"], `${bundle}: modules are imported by importModule alone`);
  }
});

t.test("only comparisons of two documents have the purpose diff", (t) => {
  for (const name of commands.keys())
    if (name !== "diff") t.not(purposeOf([...name.split(" "), "a.yaml"]), "diff", name);
  t.equal(purposeOf(["diff", "main", "--format", "json"]), "diff");
  for (const flag of ["--matrix", "--supported=a.yaml"])
    t.not(purposeOf(["diff", "main", flag]), "diff", `${flag} runs more of the tool`);
  t.end();
});

t.test("a comparison loads what few comparisons need, and again from cached code", async (t) => {
  const swagger = {
    swagger: "2.0",
    info: { title: "Pets", version: "1.0.0" },
    paths: {
      "/pets": {
        get: { operationId: "listPets", tags: ["Pets"], responses: { 200: { description: "ok" } } },
      },
    },
  };
  const cwd = t.testdir({
    "old.json": JSON.stringify(swagger),
    "new.json": JSON.stringify({ ...swagger, paths: {} }),
    "overlay.json": JSON.stringify({
      overlay: "1.0.0",
      info: { title: "Names", version: "1.0.0" },
      actions: [{ target: "$.info", update: { title: "Cats" } }],
    }),
  });
  const args = [resolve("scripts/contract.js"), "diff", "old.json", "new.json", "--overlay", "overlay.json"];
  for (const time of ["first", "second"])
    await t.rejects(run(process.execPath, args, { cwd }), { code: 1, stdout: /listPets/ }, `the ${time} run`);
});

t.test("a bundle that no source is newer than is not built again", async (t) => {
  await builtAt();
  const sources = readFileSync("dist/contract.inputs.txt", "utf8").split("\n").filter(Boolean);
  t.same(
    sources.filter((source) => !existsSync(source)),
    [],
  );
});

t.test("an unsupported Node version gets a one-line message", (t) => {
  for (const version of ["20.19.0", "20.20.2", "22.0.0", "26.1.0"])
    t.equal(complaintAboutNode(version), undefined);
  for (const version of ["18.20.4", "20.18.1", "16.0.0"]) {
    t.match(
      complaintAboutNode(version),
      new RegExp(`^this needs Node\\.js >=20\\.19, and this is ${version};[^\n]*$`),
    );
  }
  t.end();
});

t.test("a single package that is missing, as after a pull, is named in one line", (t) => {
  const missing = (name: string): void => {
    if (name === "saxes") throw new Error("not found");
  };
  t.match(complaintAboutPackages(missing), /^saxes and perhaps other packages .* run npm ci in /);
  t.equal(
    complaintAboutPackages(() => undefined),
    undefined,
  );
  t.end();
});

t.test("in a clone without installed packages, every program and npm script prints one line", async (t) => {
  // A folder without a node_modules in any parent folder.
  const clone = mkdtempSync(join(tmpdir(), "clone-"));
  t.teardown(() => rmSync(clone, { recursive: true }));
  for (const path of ["package.json", "scripts"]) cpSync(path, join(clone, path), { recursive: true });
  const want = {
    code: 2,
    stdout: "",
    stderr: /^\S+ and perhaps other packages that this needs are not installed; run npm ci in .* first\n$/,
  };
  for (const program of ["start.js", "contract.js"])
    await t.rejects(run(process.execPath, [join(clone, "scripts", program)]), want, program);
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
  for (const [name, line] of Object.entries(scripts))
    await t.rejects(run(line, [], { cwd: clone, shell: true }), want, `npm run ${name}`);
});
