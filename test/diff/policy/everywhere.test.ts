// The flags that select and grade findings apply to every command that compares, not only to `diff`.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import t, { type Test } from "tap";
import { runCommandLine } from "../../../scripts/contract/cli/run-command-line.ts";

const api = ({ version = "1.0.0", limit = 9, pattern = "^a*$", rate = 1 }) => `openapi: 3.1.0
info: { title: Things, version: ${version} }
paths:
  /things:
    x-owner: team-${rate}
    parameters: [{ name: page, in: query, x-shown: ${rate}, schema: { type: string, x-kind: ${rate} } }]
    post:
      operationId: createThing
      tags: [Things]
      requestBody: { required: true, content: { application/json: { schema: { type: string, maxLength: ${limit} } } } }
      responses: { "204": { description: Done. } }
  /others:
    post:
      operationId: createOther
      requestBody: { required: true, content: { application/json: { schema: { type: string, pattern: '${pattern}' } } } }
      responses: { "204": { description: Done. } }
`;

async function repository(t: Test, base: string, head: string) {
  const cwd = t.testdir({ spec: { "openapi.yaml": base } });
  const git = (...args: string[]) => execFileSync("git", args, { cwd, encoding: "utf8" });
  git("init", "-q", "-b", "main");
  git("config", "user.name", "A. Person");
  git("config", "user.email", "a@example.com");
  git("add", ".");
  git("commit", "-qm", "one");
  git("tag", "v1.0.0");
  writeFileSync(join(cwd, "spec/openapi.yaml"), head);
  const run = async (...argv: string[]) => {
    const printed = { out: "", err: "" };
    const io = {
      cwd,
      env: {},
      out: (text: string) => void (printed.out += `${text}\n`),
      err: (text: string) => void (printed.err += `${text}\n`),
    };
    return { code: await runCommandLine(["diff", ...argv], io), ...printed };
  };
  return { cwd, git, run };
}

const grade = ["--grade", "notice rule=max-length: nobody sends more"];
const ignore = ["--ignore", "operation=createThing: nobody sends more"];

t.test(
  "a release applies grades, and an omitted finding still counts as a break for the version",
  async (t) => {
    const { run } = await repository(t, api({}), api({ limit: 5, version: "1.1.0" }));
    t.match(await run("release"), { code: 1, out: /require a major step/ });
    t.match(await run("release", ...grade), {
      code: 0,
      out: /is bumped far enough/,
      err: /1 finding ignored or graded/,
    });
    t.match(await run("release", ...ignore), { code: 1, out: /require a major step/ });
    t.match(await run("release", "--path", "/others"), { code: 0 });
    t.match(await run("release", "--path", "/nowhere"), { code: 2, err: /no operation matches/ });
    t.match(await run("main", "--check-version", ...grade), { code: 0 }, "as diff itself says");
  },
);

t.test("an ignored undecided finding does not block a release", async (t) => {
  const { run } = await repository(t, api({ pattern: "(?i)a" }), api({ pattern: "(?i)b", version: "1.1.0" }));
  t.match(await run("release"), { code: 1, out: /^undecided: createOther/m });
  t.match(await run("release", "--ignore", "rule=pattern path=/others: looked at by hand"), { code: 0 });
});

t.test("a changelog omits and grades findings", async (t) => {
  const { run } = await repository(t, api({}), api({ limit: 5 }));
  t.match(await run("changelog", "main"), { out: /^## 2\.0\.0[^]*### Breaking[^]*createThing/ });
  t.match(await run("changelog", "main", ...grade), { out: /^## 1\.1\.0[^]*### Changed[^]*createThing/ });
  const left = await run("changelog", "main", ...ignore);
  t.match(left, { code: 0, out: /^## 2\.0\.0/ });
  t.notMatch(left.out, "createThing");
});

t.test("an ignored finding cannot be accepted", async (t) => {
  const { run, cwd } = await repository(t, api({}), api({ limit: 5 }));
  const json = await run("main", "--format", "json");
  const { findings } = JSON.parse(json.out) as { findings: { fingerprint: string }[] };
  const accept = ["accept", findings[0]?.fingerprint ?? "", "--base", "main", "--reason", "announced in May"];
  t.match(await run(...accept, ...ignore), { code: 2, err: /no open break/ });
  t.match(await run(...accept, "--path", "/things"), { code: 0 });
  t.match(readFileSync(join(cwd, "spec/accepted-changes.yaml"), "utf8"), "announced in May");
});

t.test("the git driver takes the flags before a double dash", async (t) => {
  const { git, cwd } = await repository(t, api({}), api({ limit: 5, rate: 2 }));
  writeFileSync(join(cwd, ".gitattributes"), "spec/openapi.yaml diff=contract\n");
  const driver = (flags: string) =>
    git("config", "diff.contract.command", `node ${process.cwd()}/scripts/contract.js diff driver ${flags}`);
  driver("");
  t.match(git("diff"), /breaking {4}createThing/);
  driver("--ignore 'operation=createThing: nobody sends more' --");
  t.match(git("diff"), /^ignored: 1 finding against[^]*\n\ndiff --git/m);
  driver("--extension x-owner --grade 'notice rule=max-length: nobody sends more' --");
  t.match(git("diff"), /x-owner {2}extension changed team-1 → team-2/);
  driver("--colour red --");
  t.match(git("diff"), /no verdict: [^]*--colour[^]*\n\ndiff --git/, "a wrong flag ends no diff");
});

t.test("extensions of path items, parameters and their schemas are compared", async (t) => {
  const { run } = await repository(t, api({}), api({ rate: 2 }));
  const flags = ["x-owner", "x-shown", "x-kind"].flatMap((name) => ["--extension", name]);
  const { out } = await run("main", ...flags);
  t.match(out, /createThing {2}request {2}\(path item\)\/x-owner {2}extension changed team-1 → team-2/);
  t.match(out, /createThing {2}request {2}query\/page\/x-shown {2}extension changed 1 → 2/);
  t.match(out, /createThing {2}request {2}query\/page\/schema\/x-kind {2}extension changed 1 → 2/);
  t.notMatch((await run("main")).out, "x-owner");
});

t.test("extensions of a list item that moved are compared with the item of the same name", async (t) => {
  const servers = (...urls: string[]) =>
    `${api({})}servers: [${urls.map((url) => `{ url: ${url}, x-stage: ${url.slice(1)} }`).join(", ")}]\n`;
  const { run } = await repository(t, servers("/a", "/b"), servers("/b", "/a"));
  t.notMatch((await run("main", "--extension", "x-stage")).out, "x-stage");
});
