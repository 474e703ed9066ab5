// `contract config`: the effective settings, and the JSON Schema for editors.
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import t from "tap";
import { parse } from "yaml";
import { both, repository } from "./repository.ts";

t.test("contract config shows the effective settings and their sources", async (t) => {
  const { run } = repository(t, `${both}supported: [v0.9, { versions: v1.*, until: 2027-12-31 }]\n`);
  const all = await run(["config"]);
  t.equal(all.code, 0, all.err);
  t.match(all.out, /^contract lint {2}one: spec\/one\.yaml$/m);
  t.match(
    all.out,
    /^ {2}grade +off rule=max-length operation=two: nobody sends more +contract\.config\.yaml:13:7$/m,
  );
  t.match(all.out, /^ {2}fail-on +breaking +default$/m);
  t.match(all.out, /^ {2}supported +v1\.\*=2027-12-31 +contract\.config\.yaml:14:\d+$/m);
  const one = await run([
    "config",
    "--json",
    "diff",
    "HEAD~1",
    "--protect",
    "sdk",
    "--no-strict",
    "--document",
    "two",
  ]);
  const { runs } = JSON.parse(one.out) as {
    runs: { values: { name: string; value?: string; from: string }[] }[];
  };
  t.equal(runs.length, 1);
  const found = Object.fromEntries(runs[0]?.values.map(({ name, ...rest }) => [name, rest]) ?? []);
  t.match(found, {
    base: { value: "HEAD~1", from: "flag" },
    protect: { value: "sdk", from: "flag" },
    strict: { value: "off", from: "flag" },
    world: { value: "closed", from: "default" },
    grade: { value: /^off /, from: "contract.config.yaml:13:7" },
  });
  t.match(await run(["config", "mock"]), { code: 2, err: /contract mock takes nothing from a config/ });
});

t.test("the published JSON Schema of configs agrees with the commands' own checks", async (t) => {
  const { run } = repository(t, both);
  const schema = JSON.parse((await run(["config", "--schema"])).out) as object;
  const published: unknown = JSON.parse(
    readFileSync("scripts/contract/config/contract.config.schema.json", "utf8"),
  );
  t.same(published, schema, "written by contract config --schema, then npm run format");
  const validate = new Ajv2020({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    formats: { date: true },
  }).compile(schema);
  for (const { config, valid } of [
    { config: both, valid: true },
    { config: "documents: { a: a.yaml }\nsupported: v1.*\nlint: false\n", valid: true },
    { config: "documents: { a: { lint: {} } }\n", valid: false },
    { config: "lint: { skp: [x] }\n", valid: false },
    { config: "lint: [ { skip: x } ]\n", valid: false },
    { config: "diff: { fail-on: all }\n", valid: false },
    { config: "diff: { replay: 'http://127.0.0.1:1' }\n", valid: false },
    { config: "diff: { severity: [ { rule: enum, severity: warn } ] }\n", valid: false },
    { config: "diff: { severity: [ { severity: warn, reason: it is right } ] }\n", valid: false },
  ])
    t.equal(validate(parse(config)), valid, config);
});

t.test("the example configs in the documentation are valid", async (t) => {
  const files = ["scripts/README.md", "scripts/contract/config/README.md"];
  const configs = files.flatMap((file) => {
    const blocks = readFileSync(file, "utf8").matchAll(/^```yaml\n([^]*?)^```$/gm);
    return [...blocks].map(([, text = ""]) => text).filter((text) => /^documents:/m.test(text));
  });
  t.equal(configs.length, 2);
  const { run, write } = repository(t, both);
  for (const config of configs) {
    write("contract.config.yaml", config);
    const { code, out, err } = await run(["config"]);
    t.equal(code, 0, err);
    t.match(out, /^ {2}grade +warn .+ contract\.config\.yaml:\d+:\d+$/m);
  }
});
