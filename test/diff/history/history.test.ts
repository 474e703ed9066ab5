// `contract diff history` and its users, in a repository where each step is compatible but the steps together
// are not.
import t, { type Test } from "tap";
import { pullRequest } from "../pull-request.ts";

const pets = (properties: string, version: string) => `openapi: 3.1.0
info: { title: Pets, version: ${version} }
paths:
  /pets:
    post:
      operationId: createPet
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
      responses: { "204": { description: Made. } }
components:
  schemas:
    Pet: { type: object, properties: { ${properties} } }
`;

const name = "name: { type: string, maxLength: 9 }";

/**
 * v1.0.0, then: property x is removed, the name gets shorter, x returns as a number, the name is restored.
 */
function repository(t: Test) {
  const repo = pullRequest(t.testdir());
  const steps = [
    ["first", `${name}, x: { type: string }`, "1.0.0"],
    ["x goes", name, "1.1.0"],
    ["a shorter name", name.replace("9", "5"), "1.2.0"],
    ["x is a number", `${name.replace("9", "5")}, x: { type: integer }`, "1.3.0"],
    ["the name is as it was", `${name}, x: { type: integer }`, "1.4.0"],
  ] as const;
  for (const [message, properties, version] of steps) {
    repo.write("spec/openapi.yaml", pets(properties, version));
    repo.commit(message);
    if (message === "first") repo.git("tag", "v1.0.0");
  }
  return repo;
}

t.test(
  "history reports the verdict of each step and of all together, and the commit that introduced each break",
  async (t) => {
    const { run, git } = repository(t);
    const { code, out } = await run("diff", "history", "v1.0.0..HEAD");
    t.equal(code, 1);
    const commits = git("log", "--reverse", "--format=%h", "v1.0.0..HEAD").trim().split("\n");
    const rows = out
      .split("\n")
      .slice(1, 5)
      .map((line) => line.trim().split(/\s+/));
    t.same(
      rows.map(([step, journey, commit]) => [step, journey, commit?.replace(",", "")]),
      [
        ["ok", "ok", commits[0]],
        ["1", "1", commits[1]],
        ["ok", "2", commits[2]],
        ["ok", "1", commits[3]],
      ],
      "a break that was taken back stands no longer",
    );
    t.match(out, new RegExp(`since ${commits[2] ?? ""}, [-\\d]+: x is a number \\(no step shows it\\)`));
    t.match(out, "breaking: 1 break of clients of v1.0.0");
    const early = await run("diff", "history", `v1.0.0..${commits[0] ?? ""}`);
    t.equal(early.code, 0);
    t.match(early.out, "compatible: no break of clients of v1.0.0 stands");
  },
);

t.test("history up to the working tree includes uncommitted changes as a step", async (t) => {
  const { run, write } = repository(t);
  write("spec/openapi.yaml", pets("name: { type: integer }", "2.0.0"));
  const { out } = await run("diff", "history", "v1.0.0");
  t.match(out, "since not committed yet");
  const json = JSON.parse((await run("diff", "history", "v1.0.0", "--format", "json")).out) as {
    steps: { commit: string; breaks: number; journeyBreaks: number }[];
    standing: { since: string; silent: boolean }[];
  };
  t.equal(json.steps.length, 5);
  t.equal(json.steps.at(-1)?.commit, "");
  t.same(
    json.standing.map(({ since, silent }) => ({ since, silent })),
    [{ since: "", silent: false }],
  );
});

t.test(
  "the changelog, the release and the check of the version name the commit that introduced a break",
  async (t) => {
    const { run, git } = repository(t);
    const [, , third = ""] = git("log", "--reverse", "--format=%h", "v1.0.0..HEAD").trim().split("\n");
    const { out } = await run("diff", "changelog", "v1.0.0");
    t.match(out, new RegExp(`request \`body/x\`: type changed .* \\(since ${third}, [-\\d]+\\)`));
    const release = await run("diff", "release");
    t.equal(release.code, 1);
    t.match(
      release.out,
      new RegExp(`breaking: createPet request body/x type, since ${third}, [-\\d]+ \\(\\w+\\)`),
    );
    t.match(release.out, "the changes require a major step");
    const checked = await run("diff", "v1.0.0", "--check-version");
    t.match(
      checked.out,
      new RegExp(`the changes require a major step since ${third}, [-\\d]+\\. Fix: make it 2`),
    );
  },
);

t.test("a commit whose contract cannot be read is skipped and reported", async (t) => {
  const { run, write, commit } = repository(t);
  write("spec/openapi.yaml", "openapi: 3.1.0\npaths: [");
  commit("half done");
  write("spec/openapi.yaml", pets(`${name}, x: { type: integer }`, "1.5.0"));
  commit("whole again");
  const { code, err } = await run("diff", "history", "v1.0.0..HEAD");
  t.equal(code, 1);
  t.match(err, /\w+ is left out: /);
});

t.test("an unknown revision is rejected", async (t) => {
  const { run } = repository(t);
  const { code, err } = await run("diff", "history", "v7..HEAD");
  t.equal(code, 2);
  t.match(err, /no revision "v7"/);
});
