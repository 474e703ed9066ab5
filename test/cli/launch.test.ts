// The programs' start: bundled anew when a source of theirs changed, and only then; one line for a Node that is too old.
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import t from "tap";
import { complaintAboutNode } from "../../scripts/launch.js";

const run = promisify(execFile);

/** Starts the tool somewhere else; gives the time at which its bundle was made. */
async function builtAt(): Promise<number> {
  await run(process.execPath, [resolve("scripts/contract.js"), "--help"], { cwd: tmpdir() });
  return statSync("dist/contract.cjs").mtimeMs;
}

function touch(file: string): void {
  const later = new Date(Date.now() + 1);
  utimesSync(file, later, later);
}

t.test("a program is bundled again for its own sources only", async (t) => {
  const first = await builtAt();
  touch("server/main.ts");
  touch("scripts/project/bench/bench.ts");
  t.equal(await builtAt(), first, "sources of another program change nothing");
  touch("scripts/contract/tool.ts");
  t.not(await builtAt(), first);
});

t.test("a Node that is too old gets one line", (t) => {
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

t.test("a clone without its packages gets one line from every program and every npm script", async (t) => {
  // Where no parent folder has a node_modules.
  const clone = mkdtempSync(join(tmpdir(), "clone-"));
  t.teardown(() => rmSync(clone, { recursive: true }));
  for (const path of ["package.json", "scripts"]) cpSync(path, join(clone, path), { recursive: true });
  const want = {
    code: 2,
    stdout: "",
    stderr: /^the packages that this needs are not installed; run npm ci in .* first\n$/,
  };
  for (const program of ["start.js", "contract.js"])
    await t.rejects(run(process.execPath, [join(clone, "scripts", program)]), want, program);
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
  for (const [name, line] of Object.entries(scripts))
    await t.rejects(run(line, [], { cwd: clone, shell: true }), want, `npm run ${name}`);
});
