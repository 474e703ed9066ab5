// A pull request from its first commit to its last, in a real repository, as the command line sees it.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Log } from "sarif";
import t from "tap";
import { runCommandLine } from "../../scripts/cli/run-command-line.ts";

const contract = readFileSync("spec/openapi.yaml", "utf8");

/** The contract with a tag value that may be shorter only. */
const broken = ((at) =>
  contract.slice(0, at) + contract.slice(at).replace("maxLength: 256", "maxLength: 128"))(
  contract.indexOf("    TagValue:"),
);

/** The same contract with the tag's value written in place. */
const refactored = contract.replace(
  'additionalProperties: { $ref: "#/components/schemas/TagValue" }',
  "additionalProperties: { allOf: [{ type: string, format: liquid, maxLength: 256 }], minLength: 1 }",
);

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A repository with the contract on main, and a branch to work on. */
function pullRequest(directory: string) {
  const cwd = join(directory, "repository");
  const git = (...args: string[]): string => execFileSync("git", args, { cwd, encoding: "utf8" });
  const write = (path: string, text: string): void => writeFileSync(join(cwd, path), text);
  mkdirSync(join(cwd, "spec"), { recursive: true });
  git("init", "-q", "-b", "main");
  git("config", "user.name", "A. Person");
  git("config", "user.email", "a@example.com");
  const commit = (message: string): void => {
    git("add", ".");
    git("commit", "-qm", message);
  };
  write("spec/openapi.yaml", contract);
  commit("base");
  git("switch", "-qc", "feature");
  const run = async (...argv: string[]): Promise<Ran> => {
    const out: string[] = [];
    const err: string[] = [];
    const io = {
      cwd,
      env: { COLUMNS: "100" },
      out: (text: string) => out.push(text),
      err: (text: string) => err.push(text),
    };
    const code = await runCommandLine(argv, io);
    return { code, out: out.join("\n"), err: err.join("\n") };
  };
  return { cwd, git, write, commit, run };
}

t.test("a refactoring is compatible", async (t) => {
  const { write, run } = pullRequest(t.testdir());
  write("spec/openapi.yaml", refactored);
  const { code, out } = await run("diff", "main");
  t.equal(code, 0, out);
  t.match(out, /^compatible:/m);
});

t.test(
  "a break fails with its witness, passes once accepted, and its entry goes stale with it",
  async (t) => {
    const { write, commit, git, cwd, run } = pullRequest(t.testdir());
    write("spec/openapi.yaml", broken);
    const first = await run("diff", "main");
    t.equal(first.code, 1);
    t.match(first.out, /base: accepted\s+head: 400/);
    const fingerprint = /([0-9a-f]{12})$/m.exec(first.out)?.[1] ?? "";

    t.match(await run("diff", "accept", fingerprint, "--base", "main"), { code: 2, err: /needs a reason/ });
    t.match(await run("diff", "accept", "000000000000", "--base", "main", "--reason", "x"), {
      code: 2,
      err: /no open break has the fingerprint 000000000000/,
    });
    const accepted = await run(
      "diff",
      "accept",
      fingerprint,
      "--base",
      "main",
      "--reason",
      "nobody sends more",
    );
    t.match(
      accepted,
      { code: 0, out: /createSenderPool[^]*updateSenderPool/ },
      "the same change, wherever it shows",
    );
    commit("shorter tags");
    t.match(await run("diff", "main", "HEAD"), {
      code: 0,
      out: /accepted by A\. Person[^]*nobody sends more/,
    });

    git("checkout", "-q", "main", "--", "spec/openapi.yaml");
    t.match(await run("diff", "main"), { code: 1, out: /Nothing to accept any more/ });
    t.match(await run("diff", "accept", "--prune", "--base", "main"), { code: 0, out: /removed/ });
    t.notMatch(readFileSync(join(cwd, "spec/accepted-changes.yaml"), "utf8"), fingerprint);
    t.equal((await run("diff", "main")).code, 0);
  },
);

t.test("a version that claims too little fails, and the changelog names the one that would do", async (t) => {
  const { write, git, run } = pullRequest(t.testdir());
  git("tag", "v1.0.0");
  write("spec/openapi.yaml", broken);
  t.match(await run("diff", "release"), { code: 1, out: /1\.0\.0 → 1\.0\.0.*make it 2\.0\.0/ });
  t.match(await run("diff", "main", "--check-version"), { code: 1, out: /claims too little/ });
  t.match(await run("diff", "changelog", "main"), {
    code: 0,
    out: /^## 2\.0\.0\n\n### Breaking\n\n- `createSenderPool`, `updateSenderPool`: request `body\/tags\/\*`/,
  });
  write("spec/openapi.yaml", broken.replace("version: 1.0.0", "version: 2.0.0"));
  t.match(await run("diff", "release"), { code: 0, out: /claims enough/ });
  write("spec/openapi.yaml", contract.replace("description: Any characters.", "description: Any at all."));
  t.match(await run("diff", "release"), { code: 1, out: /make it 1\.0\.1/ });
});

t.test("a contract that moved, is new or is gone is told so", async (t) => {
  const { cwd, write, git, commit, run } = pullRequest(t.testdir());
  git("mv", "spec/openapi.yaml", "api.yaml");
  t.match(await run("diff", "main", "--document", "api.yaml"), {
    code: 1,
    out: /moved from spec\/openapi\.yaml/,
  });
  commit("move");
  const moved = await run("diff", "main", "HEAD");
  t.match(moved, { code: 1, out: /moved from spec\/openapi\.yaml to api\.yaml[^]*document-moved/ });
  for (const format of ["json", "markdown", "github", "sarif", "html"]) {
    const { code, out } = await run("diff", "main", "HEAD", "--format", format);
    t.equal(code, 1, format);
    t.match(out, /moved from/, format);
  }
  const [, fingerprint = ""] = /([0-9a-f]{12})$/m.exec(moved.out) ?? [];
  const at = ["--base", "main", "--document", "api.yaml", "--reason", "the folder was of no use"];
  t.match(await run("diff", "accept", fingerprint, ...at), { code: 0 });
  t.match(await run("diff", "main", "--document", "api.yaml", "--check-version"), {
    code: 0,
    out: /1 break accepted by this pull request/,
  });
  rmSync(join(cwd, "accepted-changes.yaml"));
  write("second.yaml", broken);
  t.match(await run("diff", "main", "--document", "second.yaml"), { code: 0, out: /is new/ });
  rmSync(join(cwd, "second.yaml"));
  git("rm", "-q", "api.yaml");
  commit("remove");
  t.match(await run("diff", "main", "HEAD"), { code: 1, out: /is gone[^]*breaking/ });
  t.match(await run("diff", "main", "HEAD:spec/openapi.yaml"), { code: 2, err: /has no file/ });
});

t.test("a shallow clone is told how to get its base", async (t) => {
  const { cwd, commit, write, git } = pullRequest(t.testdir());
  write("spec/openapi.yaml", broken);
  commit("shorter tags");
  const parent = git("rev-parse", "HEAD~1").trim();
  const clone = join(t.testdirName, "clone");
  execFileSync("git", ["clone", "-q", "--depth", "1", "--branch", "feature", `file://${cwd}`, clone]);
  const err: string[] = [];
  const io = { cwd: clone, env: {}, out: () => undefined, err: (text: string) => void err.push(text) };
  t.equal(await runCommandLine(["diff", parent], io), 2);
  t.match(err.join("\n"), /shallow: run git fetch --unshallow/);
});

t.test("who accepted a break is told apart: base, or the pull request itself", async (t) => {
  const { write, commit, git, run } = pullRequest(t.testdir());
  write("spec/openapi.yaml", broken);
  const fingerprint = /([0-9a-f]{12})$/m.exec((await run("diff", "main")).out)?.[1] ?? "";
  await run("diff", "accept", fingerprint, "--base", "main", "--reason", "nobody sends more");
  commit("shorter tags");
  for (const format of ["text", "markdown", "json", "html"]) {
    const { code, out } = await run("diff", "main", "HEAD", "--format", format);
    t.equal(code, 0, format);
    t.match(out, /2 breaks accepted by this pull request/, format);
    t.notMatch(out, /^(##.*|compatible:.*|clean: )compatible/m, format);
  }
  const strict = await run("diff", "main", "HEAD", "--accepted-from", "base");
  t.match(strict, { code: 1, out: /^breaking: 1 change would break clients of main/m });

  git("switch", "-q", "main");
  git("checkout", "-q", "feature", "--", "spec/accepted-changes.yaml");
  commit("agree to shorter tags first");
  t.match(await run("diff", "main", "feature", "--accepted-from", "base"), {
    code: 0,
    out: /2 accepted breaks/,
  });
});

t.test("annotations and SARIF name the file as head has it, also for what is gone", async (t) => {
  const { write, commit, run } = pullRequest(t.testdir());
  write("spec/openapi.yaml", contract.replace(/^ {2}\/Senders:\n(?: {4}.*\n|\n)*/m, ""));
  commit("fewer paths");
  const { out } = await run("diff", "main", "HEAD", "--format", "github");
  t.match(out, /operation-removed/);
  for (const line of out.split("\n")) t.match(line, /^::\w+ file=spec\/openapi\.yaml,line=\d+/);
  const sarif = JSON.parse((await run("diff", "main", "HEAD", "--format", "sarif")).out) as Log;
  const [sarifRun] = sarif.runs;
  for (const { locations } of sarifRun?.results ?? []) {
    t.equal(locations?.[0]?.physicalLocation?.artifactLocation?.uri, "spec/openapi.yaml");
  }
  t.match(sarifRun?.tool.driver.version, /^\d+\.\d+\.\d+/);
});

t.test("a range of revisions compares with the merge base", async (t) => {
  const { write, commit, git, run } = pullRequest(t.testdir());
  write("spec/openapi.yaml", contract.replace("description: Any characters.", "description: Any at all."));
  commit("words");
  git("switch", "-q", "main");
  write("spec/openapi.yaml", contract.replace("maxLength: 256", "maxLength: 300"));
  commit("main went on");
  git("switch", "-q", "feature");
  t.match(await run("diff", "main", "HEAD"), { code: 1 }, "main has moved on");
  for (const range of ["main...HEAD", "main...", "main...feature"]) {
    t.match(await run("diff", range), { code: 0, out: /^compatible/m }, range);
  }
  t.match(await run("diff", "main..HEAD"), { code: 1 });
  t.match(await run("diff", "nowhere...HEAD"), { code: 2, err: /git knows no revision "nowhere"/ });
});

t.test("a comment is written also when the comparison could not run", async (t) => {
  const { write, commit, run } = pullRequest(t.testdir());
  write("spec/openapi.yaml", "openapi: 3.1.0\npaths: {'/a```\n\n# @team': [");
  commit("break off");
  const { code, out, err } = await run("diff", "main", "HEAD", "--format", "markdown");
  t.equal(code, 2);
  t.match(out, /^<!-- contract-diff: spec\/openapi\.yaml -->\n\n## Contract diff: could not run/);
  t.match(err, /^fix: /m);
});
