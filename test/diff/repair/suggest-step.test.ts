// The workflow step that posts repairs: its script, run by a shell, with a small GitHub behind the program
// `gh`.
import { execFile, execFileSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import t from "tap";
import { parse } from "yaml";
import { pullRequest } from "../pull-request.ts";

interface ReviewComment {
  readonly path: string;
  readonly line: number;
  readonly body: string;
}

const {
  jobs: {
    diff: { steps },
  },
} = parse(readFileSync(".github/workflows/contract.yml", "utf8")) as {
  jobs: { diff: { steps: { name?: string; run?: string }[] } };
};
const script = steps.find(({ name }) => name === "Suggest")?.run ?? "";

/** `gh api`, as far as the step uses it: most systems have no package of the program. */
const gh = `#!/usr/bin/env node
const { execFileSync } = require("node:child_process");
const { readFileSync } = require("node:fs");
const { parseArgs } = require("node:util");
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: Object.fromEntries(
    ["jq", "method", "input"].map((name) => [name, { type: "string" }])
      .concat(["paginate", "silent"].map((name) => [name, { type: "boolean" }])),
  ),
});
if (positionals[0] !== "api") throw new Error("gh " + positionals[0]);
const { method = "GET", input, jq, silent } = values;
const given = { method, headers: { authorization: "Bearer " + process.env.GH_TOKEN } };
if (input !== undefined) given.body = readFileSync(input, "utf8");
fetch(process.env.GITHUB_API + "/" + positionals[1], given).then(async (response) => {
  const text = await response.text();
  if (!response.ok) { process.stderr.write(text); process.exitCode = 1; return; }
  if (!silent) process.stdout.write(jq === undefined ? text : execFileSync("jq", ["-r", jq], { input: text }));
});
`;

const hasJq = ((): boolean => {
  try {
    execFileSync("jq", ["--version"]);
    return true;
  } catch {
    return false;
  }
})();

t.test("a repair is suggested once", { skip: !hasJq && "needs jq, as runners have it" }, async (t) => {
  const { cwd, write, commit, run } = pullRequest(t.testdir());
  const lines = readFileSync(join(cwd, "spec/openapi.yaml"), "utf8").split("\n");
  const limits = lines.flatMap((line, at) => (/maxLength: 256\b/.test(line) ? [at] : []));
  t.ok(limits.length > 0);
  for (const at of limits) lines[at] = lines[at]!.replace("maxLength: 256", "maxLength: 128");
  write("spec/openapi.yaml", lines.join("\n"));
  commit("shorter");
  const { out } = await run("diff", "main", "HEAD", "--repair-as", "review");
  writeFileSync(join(cwd, "review.json"), out);
  const suggested = (JSON.parse(out) as { comments: ReviewComment[] }).comments;
  t.ok(suggested.length > 0);
  t.match(suggested[0], { path: "spec/openapi.yaml", body: /^```suggestion\n[^]*256/ });

  const posted: ReviewComment[] = [];
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    t.equal(request.headers.authorization, "Bearer secret");
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      if (request.method === "POST")
        posted.push(...(JSON.parse(body) as { comments: ReviewComment[] }).comments);
      response.setHeader("content-type", "application/json");
      response.end(request.method === "POST" ? "{}" : JSON.stringify(posted));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.teardown(() => server.close());
  const programs = join(cwd, "programs");
  mkdirSync(programs);
  writeFileSync(join(programs, "package.json"), '{ "type": "commonjs" }');
  writeFileSync(join(programs, "gh"), gh, { mode: 0o755 });
  const env = {
    ...process.env,
    PATH: `${programs}:${process.env["PATH"] ?? ""}`,
    GITHUB_API: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    GITHUB_REPOSITORY: "someone/pools",
    GH_TOKEN: "secret",
    NUMBER: "7",
  };
  // Started the way a runner starts it.
  const suggest = () => promisify(execFile)("bash", ["-eo", "pipefail", "-c", script], { cwd, env });

  await suggest();
  t.same(posted, suggested, "all are posted");
  t.same(requests, [
    "GET /repos/someone/pools/pulls/7/comments",
    "POST /repos/someone/pools/pulls/7/reviews",
  ]);
  await suggest();
  t.equal(posted.length, suggested.length, "what was suggested before is not suggested again");
  t.equal(requests.at(-1), "GET /repos/someone/pools/pulls/7/comments");

  const [first] = posted.splice(0, 1);
  await suggest();
  t.same(posted.at(-1), first, "what is new is posted alone, whatever else has the same text");

  // No repair was possible, or the tool did not run.
  writeFileSync(join(cwd, "review.json"), "");
  const before = requests.length;
  await suggest();
  t.same(requests.slice(before), ["GET /repos/someone/pools/pulls/7/comments"]);
});
