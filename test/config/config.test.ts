// A config in a repository: discovered, read, merged with the flags, and rejected with its line if it is
// invalid.
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { api, both, repository } from "./repository.ts";

t.setTimeout(240_000);

t.test("without arguments, commands run for all documents of the config", async (t) => {
  const { run, write, cwd } = repository(t, both);
  write("spec/one.yaml", api("one", 5));
  write("spec/two.yaml", api("two", 5));

  const linted = await run(["lint"]);
  t.equal(linted.code, 0, linted.out);
  t.match(linted.err, /^one \(spec\/one\.yaml\):[^]*^two \(spec\/two\.yaml\):[^]*keeps all 17 rules/m);

  const compared = await run(["diff"]);
  t.equal(compared.code, 1, "the worst of all");
  t.match(compared.out, /breaking: 1 change would break clients of main:spec\/one\.yaml/);
  t.match(compared.out, /ignored: 1 finding against clients of main:spec\/two\.yaml/);

  t.match(await run(["sdk"]), { code: 0, err: /one-client[^]*one-other/ });
  t.match(await run(["sdk", "--check"]), { code: 0 });
  t.match(await run(["generate"]), { code: 0, err: /made\/one is generated from spec\/one\.yaml/ });
  for (const path of ["made/one/types.ts", "made/sdk/package.json", "made/other/package.json"])
    t.ok(existsSync(join(cwd, path)), path);
  t.notOk(existsSync(join(cwd, "dist")), "of the second document nothing is asked for");
});

t.test("an unreadable document of a config is reported, and does not end the other runs", async (t) => {
  const { run, write } = repository(t, both);
  write("spec/one.yaml", "openapi: 3.1.0\n");
  const { code, err } = await run(["lint"]);
  t.equal(code, 2);
  t.match(err, /spec\/one\.yaml:1:1[^]*two \(spec\/two\.yaml\):\n.*keeps all/);
  t.match(await run(["lint", "--quiet"]), { code: 2, err: /^spec\/one\.yaml:1:1.*\nfix: .*\n$/ });
});

t.test("documents are named by path or name, and one outside of the config runs without it", async (t) => {
  const { run, write, cwd } = repository(t, both);
  write("spec/one.yaml", api("one", 5));
  write("other.yaml", api("three", 5));
  const cases: { argv: string[]; code: number; want: RegExp }[] = [
    { argv: ["diff", "--document", "two"], code: 0, want: /main:spec\/two\.yaml/ },
    { argv: ["diff", "--document", "spec/one.yaml"], code: 1, want: /main:spec\/one\.yaml/ },
    { argv: ["diff", "main:spec/one.yaml", "spec/one.yaml"], code: 1, want: /main:spec\/one\.yaml/ },
    { argv: ["diff", "spec/two.yaml", "other.yaml"], code: 1, want: /spec\/two\.yaml/ },
    { argv: ["lint", "two"], code: 0, want: /^spec\/two\.yaml keeps all 17 rules\n$/ },
    { argv: ["lint", "other.yaml"], code: 0, want: /^other\.yaml keeps all 17 rules\n$/ },
    {
      argv: ["lint", "other.yaml", "--no-config"],
      code: 1,
      want: /other\.yaml: 4 findings by 4 rules of 21/,
    },
    { argv: ["lint", "two", "--no-skip"], code: 1, want: /4 findings by 4 rules of 21/ },
    { argv: ["lint", "two", "--skip", "operation-tag"], code: 1, want: /3 findings by 3 rules of 20/ },
    { argv: ["sdk", "two", "--name", "two-client"], code: 0, want: /two-client 1\.0\.0/ },
    { argv: ["sdk", "one", "--name", "x"], code: 2, want: /--name is for one of the 2[^]*\nfix: / },
    { argv: ["server"], code: 2, want: /configures nothing for contract server\n.*\nfix: / },
  ];
  for (const { argv, code, want } of cases) {
    const got = await run(argv);
    t.equal(got.code, code, `${argv.join(" ")}: ${got.out}${got.err}`);
    t.match(got.out + got.err, want, argv.join(" "));
  }
  const below = await run(["lint"], join(cwd, "below"));
  t.match(below.err, /\.\.\/spec\/one\.yaml keeps all 17/, "it is found from a folder below");
});

t.test("an invalid config is rejected with its line and a fix", async (t) => {
  const cases: { config: string; argv?: string[]; want: RegExp }[] = [
    {
      config: "document: {}\n",
      want: /:1:\d+: the config has no "document"\n.*documents.*\nfix: write documents/,
    },
    { config: "documents: { a: 1 }\n", want: /:1:14: documents\.a cannot be 1\nexpected a map/ },
    { config: "documents: { a b: x.yaml }\n", want: /"a b" cannot be the name of a document/ },
    { config: "documents: { a: { lint: {} } }\n", want: /a names no document/ },
    { config: "documents: { a: a.yaml, b: ./a.yaml }\n", want: /a\.yaml is configured twice/ },
    { config: "documents: { a: ../a.yaml }\n", want: /expected a path inside of the repository/ },
    { config: "documents: { a: .git/a.yaml }\n", want: /expected a path inside of the repository/ },
    { config: "documents: { a: a.yaml }\noverlay: /etc/passwd\n", want: /:2:1: overlay cannot be/ },
    { config: "lint: { skp: [x] }\n", want: /lint has no "skp"\n.*\nfix: write skip/ },
    { config: "lint: { format-module: x.js }\n", want: /lint has no "format-module"/ },
    { config: "lint: { allow-urls: true }\n", want: /lint has no "allow-urls"/ },
    { config: "lint: [ { skip: x } ]\n", want: /lint cannot be \[/ },
    {
      config: "diff: { fail-on: all }\n",
      argv: ["diff"],
      want: /diff\.fail-on cannot be "all"\nexpected one of breaking/,
    },
    {
      config: "diff: { strict: 1 }\n",
      argv: ["diff"],
      want: /diff\.strict cannot be 1\nexpected true or false/,
    },
    { config: "diff: { base: [a, b] }\n", argv: ["diff"], want: /expected one value, got a list/ },
    { config: "diff: { replay: 'http://127.0.0.1:1' }\n", argv: ["diff"], want: /diff has no "replay"/ },
    {
      config: "diff: { severity: [ { rule: enum, severity: warn } ] }\n",
      argv: ["diff"],
      want: /a severity needs a reason/,
    },
    {
      config: "diff: { severity: [ { rule: enum, severity: warn, reason: TODO } ] }\n",
      argv: ["diff"],
      want: /a severity needs a reason/,
    },
    {
      config: "diff: { severity: [ { severity: warn, reason: it is right } ] }\n",
      argv: ["diff"],
      want: /a severity needs a rule/,
    },
    {
      config: "diff: { severity: [ { rule: enum, severity: info, reason: it is right } ] }\n",
      argv: ["diff"],
      want: /expected one of error, warn, off/,
    },
    {
      config: "diff: { severity: [ { text: '(', severity: warn, reason: it is right } ] }\n",
      argv: ["diff"],
      want: /expected a valid value for text/,
    },
    { config: "supported: [ { versions: v1, until: 2027-02-30 } ]\n", want: /expected a day/ },
    { config: "supported: [ { version: v1 } ]\n", want: /has no "version"\n.*\nfix: write versions/ },
    { config: "documents: [\n", want: /contract\.config\.yaml:\d+:\d+: / },
    { config: "documents: &a { x: *a }\n", want: /contract\.config\.yaml:1/ },
  ];
  const { run, write } = repository(t, "");
  for (const { config, argv = ["lint"], want } of cases) {
    write("contract.config.yaml", config);
    const got = await run(argv);
    t.equal(got.code, 2, `${config}${got.out}${got.err}`);
    t.match(got.err, want, config);
    t.match(got.err, /\nfix: /, config);
  }
});

t.test("a config may be JSON, only comments, or begin with a byte order mark", async (t) => {
  const json = JSON.stringify({ documents: { two: "spec/two.yaml" }, lint: { skip: ["operation-tag"] } });
  const { run, write, cwd } = repository(t, `\ufeff${json}`, "contract.config.json");
  t.match(await run(["lint"]), { code: 1, err: /3 findings by 3 rules of 20/ });
  rmSync(join(cwd, "contract.config.json"));
  write("contract.config.yaml", "# later\n\n");
  t.match(await run(["lint", "spec/two.yaml"]), { code: 1, err: /4 findings/ });
});

t.test("a config module runs only if it is named", async (t) => {
  const program = `import { writeFileSync } from "node:fs";
const name: string = "spec/two.yaml";
writeFileSync(${JSON.stringify("RAN")}.replace("RAN", process.env["CONFIG_RAN"] ?? "RAN"), "");
export default { documents: { two: name }, lint: { skip: ["operation-tag"] } };
`;
  const { run, write, cwd } = repository(t, program, "contract.config.ts");
  const ran = join(cwd, "ran");
  process.env["CONFIG_RAN"] = ran;
  t.teardown(() => delete process.env["CONFIG_RAN"]);
  t.match(await run(["lint"]), {
    code: 2,
    err: /is a program[^]*\nfix: write --config contract\.config\.ts/,
  });
  t.notOk(existsSync(ran), "it has not run");
  t.match(await run(["lint", "--config", "contract.config.ts"]), { code: 1, err: /3 findings by 3 rules/ });
  t.ok(existsSync(ran));
  for (const text of [
    "throw new Error('no')",
    "export default 1",
    "export const other = {}",
    "export default {a: 1n}",
  ]) {
    write("wrong.mjs", text);
    t.match(
      await run(["lint", "--config", "wrong.mjs"]),
      { code: 2, err: /wrong\.mjs cannot be used[^]*\nfix: / },
      text,
    );
  }
});
