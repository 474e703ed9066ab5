// A pull request from its first commit to its last, in a real repository, through the command line.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { runCommandLine } from "../../scripts/contract/cli/run-command-line.ts";
import { broken, contract, pullRequest } from "./pull-request.ts";

/** The same contract with the schema of the tag inlined. */
const refactored = contract.replace(
  'additionalProperties: { $ref: "#/components/schemas/TagValue" }',
  "additionalProperties: { allOf: [{ type: string, format: liquid, maxLength: 256 }], minLength: 1 }",
);

// Starts git many times.
t.setTimeout(240_000);

t.test("a refactoring of the contract is compatible", async (t) => {
  const { write, run } = pullRequest(t.testdir());
  write("spec/openapi.yaml", refactored);
  const { code, out } = await run("diff", "main");
  t.equal(code, 0, out);
  t.match(out, /^compatible:/m);
});

t.test(
  "a break fails with its witness, passes once accepted, and its entry becomes stale once the break is gone",
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

t.test("too small a version bump fails, and the changelog names the sufficient version", async (t) => {
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
  t.match(await run("diff", "release"), { code: 0, out: /is bumped far enough/ });
  write("spec/openapi.yaml", contract.replace("description: Any characters.", "description: Any at all."));
  t.match(await run("diff", "release"), { code: 1, out: /make it 1\.0\.1/ });
});

t.test("in a shallow clone the error explains how to fetch base", async (t) => {
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
