// `contract diff --repair` as used by a person and by a workflow: a patch for git, an Overlay, suggestions,
// and text in the comment.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import t, { type Test } from "tap";
import { pullRequest } from "../pull-request.ts";

const document = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths:
  # where pets live
  /pets:
    post:
      operationId: createPet
      requestBody:
        required: true
        content:
          application/json:
            schema: { $ref: "#/components/schemas/Pet" }
      responses: { "204": { description: Made. } }
    get:
      operationId: listPets
      responses:
        "200":
          description: Pets.
          content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Pet" } } } }
components:
  schemas:
    Pet:
      type: object
      properties:
        # as it is called at home
        name: { type: string, maxLength: 20 } # short
        colour:
          type: string
          enum: [red, green]
`;

const broken = document
  .replace("maxLength: 20", "maxLength: 10")
  .replace("enum: [red, green]", "enum: [red, blue]")
  .replace(/ {4}get:\n[^]*(?=components:)/, "");

function repository(t: Test) {
  const repo = pullRequest(t.testdir());
  repo.write("spec/openapi.yaml", document);
  repo.commit("base");
  repo.write("spec/openapi.yaml", broken);
  return repo;
}

t.test("the report ends with the repair, and git applies its patch", async (t) => {
  const { run, cwd, git, write } = repository(t);
  const { code, out } = await run("diff", "HEAD", "--repair");
  t.equal(code, 1, "until it is applied");
  t.match(out, "repair      createPet request body/name: keeps maxLength 20");
  t.match(out, 'repair      createPet request body/colour: keeps "green", deprecated');
  t.match(out, "repair      listPets request: keeps the operation, deprecated");
  t.match(out, "3 of 3 breaks repaired by 3 edits");
  const patch = (await run("diff", "HEAD", "--repair-as", "patch")).out;
  write("repair.patch", `${patch}\n`);
  git("apply", "repair.patch");
  const repaired = readFileSync(join(cwd, "spec/openapi.yaml"), "utf8");
  t.match(
    repaired,
    "        # as it is called at home\n        name: { type: string, maxLength: 20 } # short\n",
    "comments stay",
  );
  t.match(repaired, "enum: [red, blue, green]", "what is new stays");
  t.match(repaired, 'description: "Deprecated: \\"green\\"."');
  t.match(repaired, "      deprecated: true\n");
  const after = await run("diff", "HEAD");
  t.equal(after.code, 0, after.out);
});

t.test("a repair as an Overlay works with every command that accepts one", async (t) => {
  const { run, write } = repository(t);
  const { out } = await run("diff", "HEAD", "--repair-as", "overlay");
  t.match(out, /^overlay: 1\.1\.0$/m);
  write("repair.yaml", out);
  const { code, err } = await run("diff", "HEAD", "--overlay", "repair.yaml");
  t.equal(code, 0, err);
});

t.test("a review suggests repairs on lines of the pull request", async (t) => {
  const { run } = repository(t);
  const review = JSON.parse((await run("diff", "HEAD", "--repair-as", "review")).out) as {
    event: string;
    comments: { path: string; line: number; start_line?: number; body: string }[];
  };
  t.equal(review.event, "COMMENT");
  const lines = broken.split("\n");
  for (const { path, line, body } of review.comments) {
    t.equal(path, "spec/openapi.yaml");
    t.match(body, /^```suggestion\n[^]*\n```$/);
    t.ok(line > 0 && line <= lines.length);
  }
  const name = review.comments.find(({ body }) => body.includes("maxLength: 20"))!;
  t.equal(
    lines[name.line - 1]?.trim(),
    "name: { type: string, maxLength: 10 } # short",
    "the line that it replaces",
  );
});

t.test("the comment on a pull request has the repair below its table", async (t) => {
  const { run } = repository(t);
  const { out } = await run("diff", "HEAD", "--repair", "--format", "markdown");
  t.match(out, "### The smallest edits without a break");
  t.match(out, "for <code>git apply</code>");
});

t.test("accepted breaks are not repaired, and a compatible change has no repair", async (t) => {
  const { run, write } = repository(t);
  const report = JSON.parse((await run("diff", "HEAD", "--format", "json")).out) as {
    findings: { rule: string; fingerprint: string }[];
  };
  const removed = report.findings.find(({ rule }) => rule === "operation-removed")!.fingerprint;
  await run("diff", "accept", removed, "--base", "HEAD", "--reason", "nobody calls it any more");
  const { out } = await run("diff", "HEAD", "--repair");
  t.match(out, "2 of 2 breaks repaired by 2 edits");
  t.notMatch(out, "keeps the operation");
  write("spec/openapi.yaml", document);
  write("spec/accepted-changes.yaml", "[]\n");
  t.match((await run("diff", "HEAD", "--repair")).out, "nothing to repair");
  t.equal((await run("diff", "HEAD", "--repair-as", "patch")).out, "");
});

t.test("breaks of clients of other versions are repaired, too", async (t) => {
  const { run, write, commit, git } = repository(t);
  git("tag", "v1.0");
  write("spec/openapi.yaml", document.replace(/ {8}colour:\n[^]*$/, ""));
  commit("no colour");
  write("spec/openapi.yaml", document.replace(/type: string\n {10}enum: \[red, green\]/, "type: integer"));
  const { out } = await run("diff", "HEAD", "--supported", "v1.0", "--repair");
  t.match(out, "breaks v1.0: colour was string there");
  t.match(out, /of \d breaks? repaired/);
});

t.test(
  "a bound is repaired for base's clients, and not for older ones whom base breaks already",
  async (t) => {
    const { run, write, commit, git } = repository(t);
    const atMost = (length: number) => document.replace("maxLength: 20", `maxLength: ${length}`);
    git("tag", "v1.0");
    write("spec/openapi.yaml", atMost(15));
    commit("shorter");
    write("spec/openapi.yaml", atMost(10));
    const { out } = await run("diff", "HEAD", "--supported", "v1.0", "--repair");
    t.match(out, "repair      createPet request body/name: keeps maxLength 15");
    t.match(out, "1 of 1 break repaired by 1 edit");
    t.notMatch(out, /keeps maxLength 20|repair +:/);
  },
);

t.test(
  "edits of a Swagger 2.0 document are named, and not written in fields that it does not have",
  async (t) => {
    const { run, write } = repository(t);
    const atMost = (maximum: number) =>
      JSON.stringify({
        swagger: "2.0",
        info: { title: "Pets", version: "1.0.0" },
        paths: {
          "/pets": {
            get: {
              operationId: "listPets",
              parameters: [{ name: "limit", in: "query", type: "integer", maximum }],
              responses: { "200": { description: "Pets." } },
            },
          },
        },
      });
    write("old.json", atMost(9));
    write("new.json", atMost(5));
    const { out } = await run("diff", "old.json", "new.json", "--repair");
    t.match(out, "repair      listPets request query/limit: keeps maximum 9");
    t.match(out, "no patch: new.json is Swagger 2.0: convert it to OpenAPI 3 first");
    t.notMatch(out, "schema");
    for (const form of ["patch", "overlay"]) {
      const alone = await run("diff", "old.json", "new.json", "--repair-as", form);
      t.match(alone, { out: "", err: /is Swagger 2\.0: convert it/ });
    }
  },
);

t.test("an unknown format of the repair is rejected", async (t) => {
  const { run } = repository(t);
  t.equal((await run("diff", "HEAD", "--repair", "--format", "sarif")).code, 2);
  t.equal((await run("diff", "HEAD", "--repair-as", "poem")).code, 2);
});

t.test(
  "document text in a printed repair neither runs as a workflow command nor shifts adjacent text",
  async (t) => {
    const strange = "    get:\n      summary: |-\n        a\n        ::error::b \u202ec\n";
    const { run, write, commit, cwd } = pullRequest(t.testdir());
    const before = document.replace("    get:\n", strange);
    write("spec/openapi.yaml", before);
    commit("base");
    write("spec/openapi.yaml", before.replace(/ {4}get:\n[^]*(?=components:)/, ""));
    const command = /^\s*::|\u202e/m;
    t.notMatch((await run("diff", "HEAD", "--repair")).out, command);
    const { out } = await run("diff", "HEAD", "--repair-as", "overlay");
    t.notMatch(out, command);
    t.match((await run("diff", "HEAD", "--repair-as", "patch")).out, command, "git needs the text as it is");
    write("repair.overlay.yaml", out);
    t.match(
      await run("diff", "HEAD", "--overlay", join(cwd, "repair.overlay.yaml"), "--fail-on", "breaking"),
      {
        code: 0,
      },
    );
  },
);
