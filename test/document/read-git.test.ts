import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { parseGitLocation, readGitDocument } from "../../scripts/contract/document/read-git.ts";

function git(cwd: string, ...args: string[]): void {
  const identity = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"];
  execFileSync("git", [...identity, ...args], { cwd, stdio: "ignore" });
}

/**
 * Creates a repository in which spec/openapi.yaml was changed once, and then moved its schema to another
 * file.
 */
function repository(directory: string): string {
  const path = join(directory, "repository");
  mkdirSync(join(path, "spec"), { recursive: true });
  const commit = (files: Record<string, string>, message: string): void => {
    for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
    git(path, "add", ".");
    git(path, "commit", "-qm", message);
  };
  git(path, "init", "-q", "-b", "main");
  commit({ "spec/openapi.yaml": "openapi: 3.1.0\ninfo: {version: '1'}\npaths: {}\n" }, "one");
  const second = "openapi: 3.1.0\ninfo: {version: '2'}\ncomponents: {schemas: {A: {$ref: a.yaml}}}\n";
  commit({ "spec/openapi.yaml": second, "spec/a.yaml": "type: string\n" }, "two");
  writeFileSync(join(path, "spec/a.yaml"), "type: changed but not committed\n");
  return path;
}

t.test("a git location is a revision, with or without a path", (t) => {
  const cases = [
    { given: "origin/main", want: { revision: "origin/main", path: "a.yaml" } },
    { given: "HEAD~3:spec/b.yaml", want: { revision: "HEAD~3", path: "spec/b.yaml" } },
    { given: ":b.yaml", want: { revision: ":b.yaml", path: "a.yaml" } },
  ];
  for (const { given, want } of cases) t.same(parseGitLocation(given, "a.yaml"), want, given);
  t.end();
});

t.test("a document is read at a revision, with all of its files", async (t) => {
  const cwd = repository(t.testdir());
  const version = async (revision: string, path = "spec/openapi.yaml", from = cwd): Promise<unknown> =>
    ((await readGitDocument({ revision, path }, from)).root["info"] as { version: string }).version;
  t.equal(await version("HEAD~1"), "1");
  t.equal(await version("main"), "2");
  t.equal(
    await version("main", "./openapi.yaml", join(cwd, "spec")),
    "2",
    "paths start where the command runs",
  );
  const document = await readGitDocument({ revision: "main", path: "spec/openapi.yaml" }, cwd);
  t.same(document.root["components"], { schemas: { A: { type: "string" } } });
  t.same(document.locate("/components/schemas/A/type"), { file: "main:spec/a.yaml", line: 1, column: 1 });
  t.equal(document.name, "main:spec/openapi.yaml");
});

t.test("a missing revision or file in git is rejected with the reason", async (t) => {
  const cwd = repository(t.testdir());
  const shallow = join(t.testdirName, "shallow");
  git(t.testdirName, "clone", "-q", "--depth=1", `file://${cwd}`, shallow);
  const outside = "/";
  const path = "spec/openapi.yaml";
  const cases = [
    { at: { revision: "nope", path }, cwd, message: /no revision "nope"/, fix: /git fetch/ },
    { at: { revision: "--help", path }, cwd, message: /no revision "--help"/, fix: /git fetch/ },
    {
      at: { revision: "HEAD~1", path },
      cwd: shallow,
      message: /no revision "HEAD~1"/,
      fix: /shallow.*--unshallow/,
    },
    {
      at: { revision: "main", path: "openapi.yaml" },
      cwd,
      message: /main has no file openapi.yaml/,
      fix: /main:spec\/openapi.yaml/,
    },
    {
      at: { revision: "main", path: "b.yaml" },
      cwd,
      message: /main has no file b.yaml/,
      fix: /a revision that has it/,
    },
    { at: { revision: "main", path }, cwd: outside, message: /no git repository/, fix: /inside a clone/ },
  ];
  for (const { at, cwd: from, message, fix } of cases) {
    await t.rejects(
      readGitDocument(at, from),
      { name: "DocumentError", message, fix },
      `${at.revision} ${at.path}`,
    );
  }
  const { PATH } = process.env;
  process.env["PATH"] = "";
  await t.rejects(readGitDocument({ revision: "main", path }, cwd), { message: /git cannot be run/ });
  process.env["PATH"] = PATH;
});
