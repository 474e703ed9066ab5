// `git diff` in real repositories where the driver is configured.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import t, { type Test } from "tap";
import { parseGitCommand } from "../../../scripts/contract/diff/driver/read-git-command.ts";

const program = `node ${process.cwd()}/scripts/contract.js`;

const api = (version: string) => `openapi: 3.1.0
info: { title: Things, version: ${version} }
paths:
  /things:
    post:
      operationId: createThing
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: "schemas.yaml#/Name" } } }
      responses: { "204": { description: Done. } }
`;
const schemas = (limit: number) => `Name: { type: string, maxLength: ${limit} }\n`;

function repository(t: Test) {
  const cwd = join(t.testdir(), "repository");
  mkdirSync(join(cwd, "spec"), { recursive: true });
  const git = (...args: string[]): string => execFileSync("git", args, { cwd, encoding: "utf8" });
  const write = (path: string, text: string): void => writeFileSync(join(cwd, path), text);
  git("init", "-q", "-b", "main");
  git("config", "user.name", "A. Person");
  git("config", "user.email", "a@example.com");
  git("config", "diff.contract.command", `${program} diff driver`);
  write(".gitattributes", "*.yaml diff\nspec/openapi.yaml diff=contract\n");
  write("spec/openapi.yaml", api("1.0.0"));
  write("spec/schemas.yaml", schemas(9));
  git("add", ".");
  git("commit", "-qm", "one");
  return { cwd, git, write };
}

// Starts git many times.
t.setTimeout(240_000);

t.test("the driver reads the old document with the files of its own revision", async (t) => {
  const { git, write } = repository(t);
  write("spec/openapi.yaml", api("1.0.1"));
  write("spec/schemas.yaml", schemas(5));
  const verdict = /breaking {4}createThing {2}request {2}body {2}max-length lowered 9 → 5/;
  t.match(git("diff"), verdict, "against the index");
  t.match(git("diff", "HEAD"), verdict);
  git("add", ".");
  t.match(git("diff", "--cached"), verdict, "the index against HEAD");
  write("spec/schemas.yaml", schemas(9));
  t.match(git("diff", "--cached"), verdict, "whatever lies in the working tree");
  t.notMatch(git("diff", "HEAD"), /breaking/, "the working tree took it back");
  git("commit", "-qm", "two");
  git("checkout", "-q", "--", ".");
  t.match(git("diff", "HEAD~1", "HEAD"), verdict, "two commits");
  t.match(git("diff", "HEAD~1..HEAD"), verdict);
  t.match(git("diff", "-R", "HEAD~1", "HEAD"), /compatible: /, "the other way round");
});

t.test(
  "the driver finds a revision by its name even if other revisions have the same document",
  async (t) => {
    const { git, write } = repository(t);
    write("spec/schemas.yaml", schemas(5));
    git("commit", "-qam", "only the schemas");
    write("spec/openapi.yaml", api("1.0.1"));
    t.match(git("diff", "HEAD~1", "--", "spec/openapi.yaml"), /breaking {4}createThing/);
    t.notMatch(git("diff", "HEAD", "--", "spec/openapi.yaml"), /breaking/);
  },
);

t.test("the driver prints the ordinary diff after the verdict, as a patch", async (t) => {
  const { git, write, cwd } = repository(t);
  write("spec/openapi.yaml", api("1.0.1"));
  const printed = git("diff");
  t.match(
    printed,
    /compatible: [^]*\n\ndiff --git a\/spec\/openapi\.yaml b\/spec\/openapi\.yaml\n[^]*--- a\/spec\/openapi\.yaml\n\+\+\+ b\/spec\/openapi\.yaml\n@@[^]*\n-info: \{ title: Things, version: 1\.0\.0 \}\n\+info: \{ title: Things, version: 1\.0\.1 \}/,
  );
  git("checkout", "-q", "--", ".");
  execFileSync("git", ["apply"], { cwd, input: printed });
  t.match(git("diff", "--no-ext-diff"), /\+info: \{ title: Things, version: 1\.0\.1 \}/);
});

t.test(
  "the patch of a contract that was renamed, or whose mode changed, has the extended headers of git",
  (t) => {
    const { git, write } = repository(t);
    write(".gitattributes", "*.yaml diff\nspec/*api.yaml diff=contract\n");
    git("mv", "spec/openapi.yaml", "spec/api.yaml");
    git("update-index", "--chmod=+x", "spec/api.yaml");
    const header =
      /compatible: [^]*\ndiff --git a\/spec\/openapi\.yaml b\/spec\/api\.yaml\nold mode 100644\nnew mode 100755\nrename from spec\/openapi\.yaml\nrename to spec\/api\.yaml\n/;
    const moved = git("diff", "--cached", "-M");
    t.match(moved, header);
    git("apply", "--cached", "-R", "--check", ...patchIn(t, moved));
    write("spec/api.yaml", api("1.0.1"));
    git("add", "spec/api.yaml");
    git("update-index", "--chmod=+x", "spec/api.yaml");
    t.match(git("diff", "--cached", "-M"), header);
    git("commit", "-qm", "two");
    write("spec/api.yaml", api("1.0.2"));
    git("config", "core.fileMode", "false");
    t.notMatch(git("diff"), /mode/, "an executable file that was only edited");
    t.end();
  },
);

/** Writes what is printed to a file, for git apply. */
function patchIn(t: Test, printed: string): string[] {
  const file = join(t.testdirName, "printed.patch");
  writeFileSync(file, printed);
  return [file];
}

t.test("the driver works in a subfolder, with paths relative to it", async (t) => {
  const { git, write, cwd } = repository(t);
  write("spec/openapi.yaml", api("1.0.1"));
  write("spec/schemas.yaml", schemas(5));
  const inside = (...args: string[]) =>
    execFileSync("git", args, { cwd: join(cwd, "spec"), encoding: "utf8" });
  t.match(inside("diff", "--relative"), /max-length lowered 9 → 5[^]*@@/);
  t.match(inside("diff"), /max-length lowered 9 → 5[^]*@@/);
  t.match(git("diff", "--relative=spec"), /max-length lowered 9 → 5[^]*@@/);
  git("commit", "-qam", "two");
  t.match(inside("diff", "--relative", "HEAD~1", "HEAD"), /max-length lowered 9 → 5[^]*@@/);
});

t.test("a contract that cannot be read is reported in one line, and the diff continues", async (t) => {
  const { git, write } = repository(t);
  write("z.yaml", "a: 1\n");
  git("add", ".");
  git("commit", "-qm", "more");
  write("z.yaml", "a: 2\n");
  for (const text of [
    "openapi: 3.1.0\npaths: [",
    "\u0000\u0001",
    "just words\n",
    api("1").replace("schemas.yaml", "gone.yaml"),
  ]) {
    write("spec/openapi.yaml", text);
    const printed = git("diff");
    t.match(printed, /spec\/openapi\.yaml: no verdict: [^\n]+\n/);
    t.match(printed, /\ndiff --git a\/spec\/openapi\.yaml/);
    t.match(printed, /diff --git a\/z\.yaml/, "and what comes after it");
  }
});

t.test("a contract that was added or deleted is reported as such, with its text", async (t) => {
  const { git } = repository(t);
  git("rm", "-q", "spec/openapi.yaml");
  t.match(git("diff", "--cached"), /the contract is gone\n[^]*\n\+\+\+ \/dev\/null\n[^]*-openapi: 3\.1\.0/);
  t.match(git("diff", "-R", "--cached"), /the contract is new\n[^]*\+openapi: 3\.1\.0/);
});

t.test("an unmerged contract does not end the diff", async (t) => {
  const { git, write } = repository(t);
  git("switch", "-qc", "other");
  write("spec/openapi.yaml", api("1.1.0"));
  git("commit", "-qam", "other");
  git("switch", "-q", "main");
  write("spec/openapi.yaml", api("1.2.0"));
  git("commit", "-qam", "mine");
  t.throws(() => git("merge", "-q", "other"));
  t.match(git("diff", "HEAD"), /spec\/openapi\.yaml/);
});

t.test("the driver reads the compared revisions from git's arguments", (t) => {
  const cases = [
    { given: ["git", "diff", "main", "--", "a.yaml"], want: { revisions: ["main"], cached: false } },
    { given: ["/usr/bin/git", "-C", "x", "diff", "--cached"], want: { revisions: [], cached: true } },
    { given: ["git", "commit"], want: undefined },
    { given: ["sh", "-c", "git diff"], want: undefined },
  ];
  for (const { given, want } of cases) t.same(parseGitCommand(given), want);
  t.end();
});
