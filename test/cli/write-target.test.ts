// No file that this tool did not create is replaced, deleted, or written through a link.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import t from "tap";
import { runCommandLine } from "../../scripts/contract/cli/run-command-line.ts";

t.setTimeout(180_000);

const document = JSON.stringify({
  openapi: "3.1.0",
  info: { title: "Pools", version: "1.0.0" },
  servers: [{ url: "https://pools.example" }],
  paths: { "/a": { get: { operationId: "a", responses: { 204: { description: "done" } } } } },
});

async function run(cwd: string, ...args: string[]): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  return { code: await runCommandLine(args, { out: say, err: say, cwd, env: {} }), said: said.join("\n") };
}

function put(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

function textsIn(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((one) => one.isFile());
  const paths = entries.map((one) => join(one.parentPath, one.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]));
}

const commands = {
  generate: ["generate", "openapi.json", "--out", "out"],
  server: ["server", "openapi.json", "--out", "out"],
  sdk: ["sdk", "openapi.json", "--name", "pools", "--out", "out"],
};

for (const [name, args] of Object.entries(commands)) {
  t.test(`${name} writes only into a folder that is empty or that it created`, async (t) => {
    const folder = t.testdir({ "openapi.json": document });
    put(folder, { "out/mine.ts": "mine\n", "out/dist/mine.js": "mine\n" });
    const before = textsIn(folder);
    t.match(await run(folder, ...args), {
      code: 2,
      said: /^out holds files that this tool did not make, nothing is written\nexpected .*\nfix: /,
    });
    t.same(textsIn(folder), before);
    const ours = t.testdir({ "openapi.json": document });
    mkdirSync(join(ours, "out"));
    t.match(await run(ours, ...args), { code: 0 });
    put(ours, { "out/mine.ts": "mine\n", "out/dist/mine.js": "mine\n" });
    t.match(await run(ours, ...args), { code: 0 });
    t.match(textsIn(ours), { "out/mine.ts": "mine\n", "out/dist/mine.js": "mine\n" });
  });

  t.test(`${name} does not write through symbolic links`, async (t) => {
    const file = name === "sdk" ? "README.md" : "types.ts";
    const folder = t.testdir({ "openapi.json": document });
    put(folder, { "elsewhere/kept": "kept\n" });
    t.match(await run(folder, ...args), { code: 0 });
    const made = join(folder, "out", file);
    writeFileSync(join(folder, "elsewhere/kept"), readFileSync(made));
    rmSync(made);
    symlinkSync(join(folder, "elsewhere/kept"), made);
    writeFileSync(join(folder, "elsewhere/kept"), "kept\n");
    t.match(await run(folder, ...args), {
      code: 2,
      said: `out/${file} is in the way, nothing is written\nexpected a file or nothing, got a symbolic link`,
    });
    t.equal(readFileSync(join(folder, "elsewhere/kept"), "utf8"), "kept\n");
    const linked = t.testdir({ "openapi.json": document });
    mkdirSync(join(linked, "elsewhere"));
    symlinkSync(join(linked, "elsewhere"), join(linked, "out"));
    t.match(await run(linked, ...args), { code: 2, said: /^out is in the way/ });
    const below = [...args.slice(0, -1), "out/below/made"];
    t.match(await run(linked, ...below), { code: 2, said: /^out is in the way/ });
    t.same(readdirSync(join(linked, "elsewhere")), []);
  });
}

t.test("a file is rejected as an output folder", async (t) => {
  const folder = t.testdir({ "openapi.json": document, file: "kept\n" });
  for (const out of ["file", "file/below"])
    for (const args of [["generate"], ["server"], ["sdk", "--name", "made"]])
      t.match(await run(folder, ...args, "openapi.json", "--out", out), {
        code: 2,
        said: /cannot be read or written: a part of it is not a folder\nfix: name a folder/,
      });
  t.equal(readFileSync(join(folder, "file"), "utf8"), "kept\n");
});

t.test("a hand-written file among generated ones is not replaced", async (t) => {
  for (const args of [commands.generate, commands.server]) {
    const folder = t.testdir({ "openapi.json": document });
    t.match(await run(folder, ...args), { code: 0 });
    writeFileSync(join(folder, "out/formats.ts"), "// mine\n");
    t.match(await run(folder, ...args), { code: 2, said: /did not make[^]*found formats\.ts/ });
    t.equal(readFileSync(join(folder, "out/formats.ts"), "utf8"), "// mine\n");
  }
});

t.test("sdk neither writes a package into a foreign folder nor replaces an archive", async (t) => {
  const folder = t.testdir({ "openapi.json": document });
  put(folder, { "package.json": '{"name":"mine"}', "README.md": "mine\n", "dist/mine.js": "mine\n" });
  const before = textsIn(folder);
  t.match(await run(folder, "sdk", "openapi.json", "--name", "pools", "--out", "."), { code: 2 });
  t.same(textsIn(folder), before);
  writeFileSync(join(folder, "pools-1.0.0.tgz"), "mine");
  t.match(await run(folder, ...commands.sdk), { code: 2, said: /pools-1\.0\.0\.tgz/ });
  t.equal(readFileSync(join(folder, "pools-1.0.0.tgz"), "utf8"), "mine");
});

t.test("init appends nothing to the target of a symbolic link", async (t) => {
  const folder = t.testdir({ "openapi.json": document, elsewhere: "kept\n" });
  // A separate repository, because `init` writes to the top of the one that it runs in.
  execFileSync("git", ["init", "--quiet"], { cwd: folder });
  symlinkSync(join(folder, "elsewhere"), join(folder, ".gitattributes"));
  t.match(await run(folder, "init", "openapi.json"), { code: 2, said: /\.gitattributes is in the way/ });
  t.equal(readFileSync(join(folder, "elsewhere"), "utf8"), "kept\n");
});
