// `--overlay` has the same effect in every command that has it, for every document that the command reads.
//
// @own-process: the command listens for signals.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import t, { type Test } from "tap";
import { commands } from "../../scripts/contract/cli/commands.ts";
import { parseCommandLine } from "../../scripts/contract/cli/parse-command-line.ts";
import { runCommandLine } from "../../scripts/contract/cli/run-command-line.ts";
import { mockCommand, runMock } from "../../scripts/contract/mock/mock-command.ts";

const base = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths:
  /pets: { get: { operationId: listPets, responses: { "204": { description: Pets } } } }
  /internal: { get: { operationId: internal, responses: { "204": { description: Done } } } }
`;
const withoutInternal = `overlay: 1.1.0
info: { title: Ours, version: 1.0.0 }
actions: [{ target: "$.paths['/internal']", remove: true }]
`;

/** Creates a repository with the document and an Overlay, a commit, and then a document without /internal. */
function repository(t: Test): string {
  const folder = t.testdir({ spec: { "openapi.yaml": base }, "ours.overlay.yaml": withoutInternal });
  const git = (...args: string[]): void => void execFileSync("git", args, { cwd: folder, stdio: "pipe" });
  git("init", "-q");
  git("add", ".");
  git("-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-q", "-m", "base");
  git("tag", "v1.0.0");
  return folder;
}

async function run(cwd: string, ...args: string[]): Promise<{ code: number; said: string }> {
  let said = "";
  const say = (line: string): void => void (said += `${line}\n`);
  const code = await runCommandLine(args, { cwd, env: {}, out: say, err: say });
  return { code, said };
}

/** The arguments that each command requires beside the document. */
const rest: Readonly<Record<string, readonly string[]>> = {
  generate: ["spec/openapi.yaml", "--out", "generated"],
  lint: ["spec/openapi.yaml"],
  sdk: ["spec/openapi.yaml", "--name", "pets"],
  server: ["spec/openapi.yaml", "--out", "server"],
  diff: ["v1.0.0"],
  "diff accept": ["0123456789ab", "--base", "v1.0.0", "--reason", "it is meant so"],
  "diff changelog": ["v1.0.0"],
  "diff history": ["v1.0.0..v1.0.0"],
  "diff release": [],
  mock: ["spec/openapi.yaml", "--explain"],
  proxy: ["spec/openapi.yaml", "--target", "http://127.0.0.1:1"],
  verify: ["spec/openapi.yaml", "--target", "http://127.0.0.1:1"],
};

t.test("an unreadable Overlay ends every command that takes one", async (t) => {
  const folder = repository(t);
  const taking: string[] = [];
  for (const [name, load] of commands) {
    const { options } = await load();
    if (!Object.hasOwn(options, "overlay")) continue;
    taking.push(name);
    const args = [...name.split(" "), ...(rest[name] ?? []), "--overlay", "none.overlay.yaml"];
    const { code, said } = await run(folder, ...args);
    t.equal(code, 2, name);
    t.match(said, /none\.overlay\.yaml cannot be read|none\.overlay\.yaml.*no such file/, `${name}: ${said}`);
  }
  t.same(taking, Object.keys(rest));
});

t.test("a comparison applies an Overlay to a revision as to a file", async (t) => {
  const folder = repository(t);
  writeFileSync(join(folder, "spec/openapi.yaml"), base.slice(0, base.indexOf("  /internal")));
  t.equal((await run(folder, "diff", "v1.0.0", "spec/openapi.yaml")).code, 1, "an operation is gone");
  const compared = await run(folder, "diff", "v1.0.0", "spec/openapi.yaml", "--overlay", "ours.overlay.yaml");
  t.equal(compared.code, 0, compared.said);
  t.notMatch(compared.said, /operation-removed/);
});

t.test("a mock serves the document with the Overlay applied", async (t) => {
  const folder = repository(t);
  for (const location of ["spec/openapi.yaml", "v1.0.0:spec/openapi.yaml"]) {
    const args = [location, "--explain", "--overlay", "ours.overlay.yaml"];
    let said = "";
    const say = (line: string): void => void (said += `${line}\n`);
    const io = { cwd: folder, env: {}, out: say, err: say };
    t.equal(await runMock(parseCommandLine(mockCommand, args), io, Promise.resolve()), 0);
    t.match(said, /listPets/);
    t.notMatch(said, /internal/, location);
  }
});

t.test("commands that do not use Overlays reject --overlay", async (t) => {
  const folder = repository(t);
  const { code, said } = await run(folder, "init", "spec/openapi.yaml", "--overlay", "ours.overlay.yaml");
  t.equal(code, 2);
  t.match(said, "--overlay");
  t.throws(() => readFileSync(join(folder, ".github/workflows/contract.yml")));
});
