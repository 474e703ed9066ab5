import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { runCommandLine } from "../../scripts/contract/cli/run-command-line.ts";
import { diffCommand } from "../../scripts/contract/diff/diff-command.ts";

const document = (schema: string, path = "/things") => `openapi: 3.1.0
info: { title: Things, version: 1.0.0 }
paths:
  ${path}:
    post:
      operationId: createThing
      requestBody: { required: true, content: { application/json: { schema: ${schema} } } }
      responses: { "204": { description: Done. } }
`;

const files = {
  "long.yaml": document("{ type: string, maxLength: 9 }"),
  "short.yaml": document("{ type: string, maxLength: 5 }"),
  "same.yaml": document("{ allOf: [{ maxLength: 9, type: string }] }"),
  "dialect.yaml": document('{ type: string, maxLength: 9, pattern: "(?i)^a" }'),
  "dangling.yaml": document('{ $ref: "#/components/schemas/Gone" }'),
  "twice.yaml": `${document("{ type: string }", "/things/{a}")}  /things/{b}:\n    post: { responses: {} }\n`,
  "broken.yaml": "openapi: 3.1.0\npaths: [",
};

async function diff(cwd: string, ...argv: string[]) {
  const printed = { out: "", err: "" };
  const io = {
    out: (text: string) => void (printed.out += `${text}\n`),
    err: (text: string) => void (printed.err += `${text}\n`),
    cwd,
    env: { COLUMNS: "100" },
  };
  const code = await runCommandLine(
    ["diff", ...argv],
    io,
    new Map([["diff", () => Promise.resolve(diffCommand)]]),
  );
  return { code, ...printed };
}

t.test("the exit code of diff is its verdict", async (t) => {
  const cwd = t.testdir(files);
  const cases = [
    {
      argv: ["long.yaml", "short.yaml"],
      code: 1,
      last: /^breaking: 1 change would break clients of long.yaml/,
    },
    {
      argv: ["short.yaml", "long.yaml"],
      code: 0,
      last: /^compatible: no change breaks clients of short.yaml/,
    },
    { argv: ["long.yaml", "same.yaml"], code: 0, last: /^compatible/ },
    { argv: ["long.yaml", "dialect.yaml"], code: 0, last: /^undecided: 1 place could not be shown/ },
    { argv: ["long.yaml", "dialect.yaml", "--strict"], code: 1, last: /^undecided: 1 place/ },
    { argv: ["long.yaml", "short.yaml", "--operation", "createThing"], code: 1, last: /^breaking/ },
    { argv: ["long.yaml", "short.yaml", "--operation", "POST /things"], code: 1, last: /^breaking/ },
  ];
  for (const { argv, code, last } of cases) {
    const got = await diff(cwd, ...argv);
    t.equal(got.code, code, argv.join(" "));
    t.match(got.out.trimEnd().split("\n").at(-1), last, argv.join(" "));
    t.equal(got.err, "");
  }
});

t.test("an error that prevents the comparison is reported with its location and its fix", async (t) => {
  const cwd = t.testdir(files);
  const cases = [
    { argv: ["gone.yaml", "long.yaml"], err: /gone\.yaml cannot be read: there is no such file/ },
    { argv: ["long.yaml", "broken.yaml"], err: /broken\.yaml:\d+:\d+/ },
    { argv: ["long.yaml", "dangling.yaml"], err: /dangling\.yaml:7:\d+.*components\/schemas\/Gone/s },
    { argv: ["long.yaml", "twice.yaml"], err: /twice\.yaml:10:\d+.*\/things\/\{b\}/s },
    { argv: ["https://a.example/openapi.yaml", "long.yaml"], err: /is not read/ },
    {
      argv: ["long.yaml", "short.yaml", "--format", "rtf"],
      err: /--format rtf is not known.*expected text/s,
    },
    { argv: ["long.yaml", "short.yaml", "--world", "flat"], err: /--world flat is not known/ },
    { argv: ["long.yaml", "short.yaml", "--protect", "me"], err: /--protect me is not known/ },
    { argv: ["long.yaml", "short.yaml", "--operation", "nothing"], err: /no operation is called nothing/ },
  ];
  for (const { argv, err } of cases) {
    const got = await diff(cwd, ...argv);
    t.equal(got.code, 2, argv.join(" "));
    t.equal(got.out, "", argv.join(" "));
    t.match(got.err, err, argv.join(" "));
    t.match(got.err, /^fix: /m, argv.join(" "));
    t.notMatch(got.err, /^\s+at /m, "no stack trace");
  }
});

t.test("base may be a git revision, and head the file in the working tree", async (t) => {
  const cwd = t.testdir({ "api.yaml": files["long.yaml"] });
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], {
      cwd,
      stdio: "ignore",
    });
  git("init", "-q", "-b", "main");
  git("add", ".");
  git("commit", "-qm", "one");
  writeFileSync(join(cwd, "api.yaml"), files["short.yaml"]);
  const got = await diff(cwd, "main", "--document", "api.yaml");
  t.equal(got.code, 1);
  t.match(got.out, /max-length lowered 9 → 5/);
  t.match(got.out, /would break clients of main:api\.yaml/);
  t.equal((await diff(cwd, "main:api.yaml", "HEAD:api.yaml")).code, 0);
  const missing = await diff(cwd, "no-such-branch", "--document", "api.yaml");
  t.equal(missing.code, 2);
  t.match(missing.err, /no-such-branch/);
});
