// What a reviewer of a pull request learns besides its breaks: who accepted them, where the contract moved,
// what failed.
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Log } from "sarif";
import t from "tap";
import { broken, contract, pullRequest } from "./pull-request.ts";

// Starts git many times.
t.setTimeout(240_000);

t.test("a contract that moved, was added or was deleted is reported as such", async (t) => {
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

t.test("acceptances by base and by the pull request itself are distinguished", async (t) => {
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

t.test("annotations and SARIF use head's file names, also for removed parts", async (t) => {
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

t.test("a range of revisions is compared from the merge base", async (t) => {
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
  t.match(await run("diff", "nowhere...HEAD"), { code: 2, err: /git finds no revision "nowhere"/ });
});

t.test("a comment is written even if the comparison fails", async (t) => {
  const { write, commit, run } = pullRequest(t.testdir());
  write("spec/openapi.yaml", "openapi: 3.1.0\npaths: {'/a```\n\n# @team': [");
  commit("break off");
  const { code, out, err } = await run("diff", "main", "HEAD", "--format", "markdown");
  t.equal(code, 2);
  t.match(out, /^<!-- contract-diff: spec\/openapi\.yaml -->\n\n## Contract diff: could not run/);
  t.match(err, /^fix: /m);
});
