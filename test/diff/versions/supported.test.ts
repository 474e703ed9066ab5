// `contract diff --supported` in a repository with tags, as a person or a workflow runs it.
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import t, { type Test } from "tap";
import { pullRequest } from "../pull-request.ts";

const pets = (property: string, version: string) => `openapi: 3.1.0
info: { title: Pets, version: ${version} }
paths:
  /pets:
    post:
      operationId: createPet
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
      responses: { "204": { description: Made. } }
components:
  schemas:
    Pet: { type: object, properties: { name: { type: string }${property} } }
`;

const x = (schema: string) => `, x: ${schema}`;

/** Tags v1.0 (x is a string), v1.1 (no x), v1.2 (x is an integer); the working tree equals v1.2. */
function repository(t: Test) {
  const repo = pullRequest(t.testdir());
  for (const [tag, property] of [
    ["v1.0", x("{ type: string }")],
    ["v1.1", ""],
    ["v1.2", x("{ type: integer }")],
  ] as const) {
    repo.write("spec/openapi.yaml", pets(property, `${tag.slice(1)}.0`));
    repo.commit(tag);
    repo.git("tag", tag);
  }
  return repo;
}

t.test(
  "the report names the supported versions whose clients a pull request breaks, and the steps that led there",
  async (t) => {
    const { run, git } = repository(t);
    git("branch", "later", "v1.2");
    const alone = await run("diff", "v1.1", "later");
    t.equal(alone.code, 0, "no step shows it");
    const { code, out } = await run("diff", "v1.1", "later", "--supported", "v1.0", "--supported", "v1.1");
    t.equal(code, 1);
    t.match(out, "compatible with v1.1:spec/openapi.yaml, breaks v1.0: x was string there");
    t.match(out, /\(v1\.0:spec\/openapi\.yaml:\d+:\d+\)/, "what it was is in the other version's document");
    t.match(out, /^breaking: 1 change would break clients of v1\.0 /m);
    const json = JSON.parse(
      (await run("diff", "v1.1", "later", "--supported", "v1.*", "--format", "json")).out,
    ) as {
      findings: { verdict: string; clients?: string[] }[];
    };
    t.same(
      json.findings.filter(({ verdict }) => verdict === "breaking").map(({ clients }) => clients),
      [["v1.0"]],
    );
    const comment = (await run("diff", "v1.1", "later", "--supported", "v1.0", "--format", "markdown")).out;
    t.match(comment, "x was string there");
  },
);

t.test("a break that base already has is not attributed to the change", async (t) => {
  const { run, write } = repository(t);
  write("spec/openapi.yaml", pets(x("{ type: integer, description: A number. }"), "1.2.1"));
  const { code, out } = await run("diff", "v1.2", "--supported", "v1.*");
  t.equal(code, 0);
  t.match(out, "compatible: no change breaks clients of v1.2");
});

t.test("a break of base's clients names the other affected versions, and can be accepted", async (t) => {
  const { run, write, git } = repository(t);
  git("tag", "v1.0.1", "v1.0");
  write(
    "spec/openapi.yaml",
    pets(x("{ type: integer }"), "1.3.0").replace("name: { type: string }", "name: { type: integer }"),
  );
  const { out } = await run("diff", "v1.2", "--supported", "v1.*");
  t.match(out, "breaks clients of v1.0, v1.0.1 and v1.1, too");
  t.match(out, "clients of v1.2:spec/openapi.yaml, v1.0, v1.0.1 and 1 more");
});

t.test("a break of another version's clients alone is accepted like any other", async (t) => {
  const { run } = repository(t);
  const found = await run("diff", "v1.1", "--supported", "v1.0", "--format", "json");
  const { findings } = JSON.parse(found.out) as { findings: { verdict: string; fingerprint: string }[] };
  const { fingerprint } = findings.find(({ verdict }) => verdict === "breaking")!;
  const accepted = await run(
    "diff",
    "accept",
    fingerprint,
    "--base",
    "v1.1",
    "--supported",
    "v1.0",
    "--reason",
    "nobody ever sent it",
  );
  t.equal(accepted.code, 0, accepted.err);
  const after = await run("diff", "v1.1", "--supported", "v1.0");
  t.equal(after.code, 0, after.out);
});

t.test(
  "an unsupported version does not count, and a removal is safe once support for all versions that have it has ended",
  async (t) => {
    const { run, write, git } = repository(t);
    const { code } = await run("diff", "v1.1", "--supported", "v1.0=2026-01-01");
    t.equal(code, 0, "nobody is promised anything of v1.0 any more");
    t.equal((await run("diff", "v1.1", "--supported", "v1.0=2999-01-01")).code, 1);
    git("checkout", "-q", "v1.2");
    write("spec/openapi.yaml", pets("", "2.0.0").replace("/pets:", "/animals:"));
    const open = await run("diff", "v1.2", "--supported", "v1.*");
    t.match(open.out, "operation-removed");
    t.equal(open.code, 1);
    const ended = ["v1.0", "v1.1", "v1.2"].flatMap((tag) => ["--supported", `${tag}=2026-01-01`]);
    const closed = await run("diff", "v1.2", ...ended);
    t.equal(closed.code, 0, closed.out);
    t.match(closed.out, "support of every version that has it has ended: v1.0 on 2026-01-01, v1.1 on");
    const one = await run("diff", "v1.2", ...ended, "--supported", "v1.1");
    t.equal(one.code, 1, "one that has it is still supported");
  },
);

t.test("without a base every version is compared with every other, both ways", async (t) => {
  const { run } = repository(t);
  const { code, out } = await run("diff", "--supported", "v1.*", "--supported", "v1.1=2026-01-01");
  t.equal(code, 1);
  const rows = out
    .split("\n")
    .slice(0, 5)
    .map((line) => line.trim().split(/ {2,}/));
  t.same(rows, [
    ["clients ↓ servers →", "v1.0", "v1.1", "v1.2", "spec/openapi.yaml"],
    ["v1.0", "·", "ok", "1", "1"],
    ["v1.1 (ended 2026-01-01)", "ok", "·", "ok", "ok"],
    ["v1.2", "1", "ok", "·", "ok"],
    ["spec/openapi.yaml", "1", "ok", "ok", "·"],
  ]);
  t.match(out, "clients → server: v1.0 → v1.2, v1.0 → spec/openapi.yaml", "an exchange is shown once");
  t.match(out, '{"x":""}');
  t.match(out, /no single step shows:\n {2}v1\.0 → v1\.2 {2}createPet request body\/x type changed/);
  t.match(out, /breaking: spec\/openapi\.yaml breaks clients of v1\.0; 1 break that no single step shows$/);
});

t.test("JSON conforms to its schema, and Markdown and the HTML page report the same", async (t) => {
  const { run } = repository(t);
  const schema = JSON.parse(
    readFileSync(
      new URL("../../../scripts/contract/diff/versions/matrix.schema.json", import.meta.url),
      "utf8",
    ),
  ) as object;
  const ajv = new Ajv2020({ allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile<{ clean: boolean; cells: { verdict: string }[] }>(schema);
  const report: unknown = JSON.parse(
    (await run("diff", "--supported", "v1.*=2999-12-31", "--format", "json")).out,
  );
  t.ok(validate(report), ajv.errorsText(validate.errors));
  t.equal((report as { cells: unknown[] }).cells.length, 16);
  const markdown = await run("diff", "--supported", "v1.*", "--format", "markdown");
  t.match(markdown.out, "<th>clients ↓ servers →</th>");
  t.match(markdown.out, "🔴 1");
  const html = await run("diff", "--supported", "v1.*", "--format", "html");
  t.match(html.out, 'aria-label="clients of v1.0, server of v1.2: 1 breaks"');
});

const rejected = [
  { argv: ["--matrix"], says: /nothing to compare with/ },
  { argv: ["--supported", "v7.*"], says: /there is no such tag/ },
  { argv: ["--supported", "v1.0=soon"], says: /invalid last day of support/ },
  { argv: ["--supported", "v1.0", "--format", "sarif"], says: /expected text, json, markdown, html/ },
  { argv: ["--supported", "v1.0", "--check-version"], says: /about a base and a head/ },
  { argv: ["--supported", "v1.0", "--document", "no.yaml"], says: /no\.yaml/ },
];
t.test("a failed comparison of versions is reported with its fix", async (t) => {
  const { run } = repository(t);
  for (const { argv, says } of rejected) {
    const { code, err } = await run("diff", ...argv);
    t.equal(code, 2, argv.join(" "));
    t.match(err, says);
  }
});

t.test("a matching tag without a contract is skipped and reported", async (t) => {
  const { run, git } = repository(t);
  git("rm", "-q", "spec/openapi.yaml");
  git("commit", "-qm", "gone");
  git("tag", "v1.3");
  git("checkout", "-q", "v1.2");
  const { code, err } = await run("diff", "v1.1", "--supported", "v1.*");
  t.equal(code, 1);
  t.match(err, "v1.3 has no spec/openapi.yaml: its clients are ignored");
});

t.test("the path that a base names is that of the other side and of versions, too", async (t) => {
  const repo = pullRequest(t.testdir());
  repo.git("rm", "-q", "-r", "spec");
  for (const [tag, property] of [
    ["v1.0", x("{ type: string }")],
    ["v1.1", ""],
  ] as const) {
    repo.write("openapi.yaml", pets(property, `${tag.slice(1)}.0`));
    repo.commit(tag);
    repo.git("tag", tag);
  }
  repo.write("openapi.yaml", pets(x("{ type: integer }"), "1.2.0"));
  const { code, out, err } = await repo.run("diff", "v1.1:openapi.yaml", "--supported", "v1.*");
  t.equal(err, "");
  t.match(out, "compatible with v1.1:openapi.yaml, breaks v1.0: x was string there");
  t.equal(code, 1);
  const patch = await repo.run("diff", "v1.0:openapi.yaml", "--repair-as", "patch");
  t.match(patch.out, /^\+\+\+ b\/openapi\.yaml$/m);
  const entry = await repo.run("diff", "changelog", "v1.0:openapi.yaml");
  t.match(entry.out, "createPet");
});
