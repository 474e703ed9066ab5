// `contract init` in real repositories: the files it writes refer to the document, and the commands it prints
// run.
import { execFileSync, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import t, { type Test } from "tap";
import { parse } from "yaml";
import { DocumentError } from "../../scripts/contract/document/document.ts";
import { readDocument, type ReadOptions } from "../../scripts/contract/document/read-document.ts";
import { runCommandLine } from "../../scripts/contract/cli/run-command-line.ts";

t.setTimeout(240_000);

const program = `node ${process.cwd()}/scripts/contract.js`;
const api = (limit: number) => `openapi: 3.1.0
info: { title: Things, version: 1.0.0 }
paths:
  /things:
    post:
      operationId: createThing
      requestBody: { required: true, content: { application/json: { schema: { type: string, maxLength: ${limit} } } } }
      responses: { "204": { description: Done. } }
`;

function repository(t: Test, document: string) {
  const cwd = join(t.testdir(), "repository");
  const git = (...args: string[]): string => execFileSync("git", args, { cwd, encoding: "utf8" });
  mkdirSync(dirname(join(cwd, document)), { recursive: true });
  const write = (path: string, text: string): void => writeFileSync(join(cwd, path), text);
  git("init", "-q", "-b", "main");
  git("config", "user.name", "A. Person");
  git("config", "user.email", "a@example.com");
  write(document, api(9));
  write("package.json", '{ "devDependencies": { "tool": "file:tool-1.0.0.tgz" } }');
  write("package-lock.json", "{}");
  write("tool-1.0.0.tgz", "");
  git("commit", "--allow-empty", "-qm", "one");
  return { cwd, git, write };
}

async function init(cwd: string, ...argv: string[]) {
  const printed = { out: "", err: "" };
  const io = {
    cwd,
    env: {},
    out: (text: string) => void (printed.out += `${text}\n`),
    err: (text: string) => void (printed.err += `${text}\n`),
  };
  const code = await runCommandLine(["init", ...argv], io);
  return { code, ...printed };
}

for (const document of [
  "spec/openapi.yaml",
  "api.yaml",
  "my api/it's $HOME: v1 #2 [a]*.yaml",
  'a "b"/c.yaml',
  "-x/!a.yaml",
  ":x/a.yaml",
]) {
  t.test(`the commands that init prints for ${document} run as printed`, async (t) => {
    const { cwd, git, write } = repository(t, document);
    const named = document.startsWith("-") ? `./${document}` : document;
    const { code, out } = await init(cwd, named, "--command", program);
    t.equal(code, 0);
    const lines = out.split("\n").filter((line) => line.startsWith("  "));
    t.equal(lines.length, 3);
    for (const line of lines.slice(0, 2)) {
      const ran = spawnSync("sh", ["-c", line.trim()], { cwd, encoding: "utf8" });
      t.equal(ran.status, 0, `${line}: ${ran.stderr}`);
    }
    const staged = git("diff", "--cached", "--name-only", "-z").split("\0").slice(0, -1);
    t.same(
      new Set(staged),
      new Set([
        document,
        ".gitattributes",
        ".github/workflows/contract.yml",
        "contract.config.yaml",
        "package-lock.json",
        "package.json",
        "tool-1.0.0.tgz",
      ]),
    );
    git("commit", "-qm", "the diff");
    t.match(git("check-attr", "diff", "--", document), /: diff: contract\n$/);

    write(document, api(5));
    const shown = git("diff");
    t.match(shown, /breaking {4}createThing/);
    t.match(shown, /\n@@ /);
    const hook = (lines[2] ?? "").trim().replace("origin/main", "main");
    const ran = spawnSync("sh", ["-c", hook], { cwd, encoding: "utf8" });
    t.equal(ran.status, 1, ran.stderr);
    t.match(ran.stdout, /max-length lowered 9 → 5/);

    const workflow = parse(readFileSync(join(cwd, ".github/workflows/contract.yml"), "utf8")) as Workflow;
    const compare = workflow.jobs.diff.steps.find(({ id }) => id === "compare");
    t.equal(compare?.env["DOCUMENT"], `\${{ inputs.document || '${document.replaceAll("'", "''")}' }}`);
    t.equal(compare?.env["COMMAND"], `\${{ inputs.command || '${program}' }}`);
  });
}

interface Workflow {
  readonly on: { readonly pull_request_target: { readonly types: readonly string[] } };
  readonly jobs: {
    readonly diff: {
      readonly steps: readonly {
        readonly id?: string;
        readonly uses?: string;
        readonly run?: string;
        readonly env: Record<string, string>;
      }[];
    };
  };
}

t.test("in a subfolder of a repository, init writes to the top of the repository", async (t) => {
  const { cwd } = repository(t, "spec/openapi.yaml");
  const { code, out } = await init(join(cwd, "spec"), "openapi.yaml");
  t.equal(code, 0);
  t.match(out, /^ {2}cd \.\.$/m);
  t.match(readFileSync(join(cwd, ".gitattributes"), "utf8"), /^spec\/openapi\.yaml diff=contract$/m);
  t.match(out, "npx --no -- contract diff driver", "never a package of that name from the registry");
  const outside = await init(join(cwd, "spec"), "../../../elsewhere.yaml");
  t.equal(outside.code, 2);
});

t.test("init takes a file of the repository, and writes nothing for another document", async (t) => {
  const { cwd, git } = repository(t, "spec/openapi.yaml");
  git("add", ".");
  git("commit", "-qm", "two");
  const server = createServer((_, response) => response.end(api(9))).listen(0, "127.0.0.1");
  t.teardown(() => server.close());
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const { code, err } = await init(cwd, `http://127.0.0.1:${port}/openapi.yaml`, "--allow-urls");
  t.equal(code, 2);
  t.match(err, /\/openapi\.yaml is not a file of the repository$[^]*\nfix: save the document/m);
  t.equal(git("status", "--porcelain"), "");
});

t.test("init suggests a flag only where it applies", async (t) => {
  const url = "https://a.example/openapi.yaml";
  const fixOf = (options: ReadOptions) =>
    readDocument(url, options).then(
      () => "",
      (error: unknown) => (error instanceof DocumentError ? error.fix : ""),
    );
  t.match(await fixOf({ allowUrls: false }), "--allow-urls");
  t.equal(await fixOf({}), "save it next to the document, and refer to the file");
});

t.test("the program prints its version, and can be run as a file", async (t) => {
  const printed: string[] = [];
  const io = { cwd: ".", env: {}, out: (text: string) => void printed.push(text), err: () => undefined };
  t.equal(await runCommandLine(["--version"], io), 0);
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  t.same(printed, [version]);
  t.ok(statSync("scripts/contract.js").mode & 0o111);
  t.match(
    execFileSync("git", ["ls-files", "--stage", "scripts/contract.js"], { encoding: "utf8" }),
    /^100755/,
  );
});

t.test(
  "the workflow runs when the base changes, pins its actions, is strict, and escapes printed errors",
  async (t) => {
    const text = readFileSync(".github/workflows/contract.yml", "utf8");
    const { on, jobs } = parse(text) as Workflow;
    t.same(on.pull_request_target.types, ["opened", "synchronize", "reopened", "edited"]);
    for (const file of ["contract.yml", "check.yml"]) {
      for (const [, used] of readFileSync(`.github/workflows/${file}`, "utf8").matchAll(/uses: (\S+)/g))
        t.match(used, /@[0-9a-f]{40}$/);
    }
    const script = jobs.diff.steps.find(({ id }) => id === "compare")?.run ?? "";
    t.match(text, /'--check-version --strict'/);
    const { cwd, git, write } = repository(t, "spec/openapi.yaml");
    git("add", "spec");
    git("commit", "-qm", "two");
    write("spec/openapi.yaml", "openapi: 3.1.0\n'::error::x': [\n```\n@team\n");
    git("commit", "-qam", "break off");
    const folder = join(t.testdirName, "repository");
    const run = (command: string) =>
      spawnSync("bash", ["-e", "-c", script.replace(/git -c[^]*?refs\/pull\/\$NUMBER\/head"\n/, "")], {
        cwd: folder,
        encoding: "utf8",
        env: {
          ...process.env,
          BASE: git("rev-parse", "HEAD~1").trim(),
          HEAD: git("rev-parse", "HEAD").trim(),
          DOCUMENT: "spec/openapi.yaml",
          COMMAND: command,
          OPTIONS: "--check-version --strict",
          GITHUB_STEP_SUMMARY: join(cwd, "summary.md"),
          GITHUB_OUTPUT: join(cwd, "output.txt"),
        },
      });
    const ran = run(program);
    t.equal(ran.status, 0, ran.stderr);
    t.match(ran.stderr, /^::stop-commands::(\w{12,})\n[^]*fix: [^]*\n::\1::\n$/);
    t.match(readFileSync(join(cwd, "output.txt"), "utf8"), /status=2/);
    t.match(readFileSync(join(cwd, "comment.md"), "utf8"), /could not run\n\n<pre/);
    t.equal(run("no-such-program").status, 0);
    t.match(readFileSync(join(cwd, "comment.md"), "utf8"), /could not run\n\nThe log/);
  },
);
