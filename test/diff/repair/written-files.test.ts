// A repair of a document that is written in several files, and in the syntax of OpenAPI 3.0; and of several
// documents.
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import t, { type Test } from "tap";
import { pullRequest } from "../pull-request.ts";

const document30 = `openapi: 3.0.3
info: { title: Pets, version: 1.0.0 }
paths:
  /pets: { $ref: paths/pets.yaml }
  /owners:
    put:
      operationId: putOwner
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Owner" } } } }
      responses: { "204": { description: Put. } }
components:
  schemas:
    Owner:
      type: object
      properties:
        nick: { type: string, nullable: true } # as friends say
        age: { type: integer, minimum: 0 }
        size: { type: string }
        weight: { type: number, minimum: 0, exclusiveMinimum: true }
`;
const paths30 = `post:
  operationId: createPet
  requestBody: { content: { application/json: { schema: { $ref: "../schemas.yaml#/Pet" } } } }
  responses: { "204": { description: Made. } }
get:
  operationId: listPets
  responses:
    "200": { description: Pets., content: { application/json: { schema: { $ref: "../schemas.yaml#/Pet" } } } }
`;
const schemas30 = `# shared by all documents
Pet:
  type: object
  properties:
    name: { type: string, maxLength: 20 } # short
    age: { type: integer, nullable: true }
    owner: { $ref: "openapi.yaml#/components/schemas/Owner" }
`;

/** A document of OpenAPI 3.0 in three files, which breaks in each of them. */
function threeFiles(t: Test) {
  const repo = pullRequest(t.testdir());
  mkdirSync(join(repo.cwd, "spec/paths"));
  const write = (document: string, paths: string, schemas: string) => {
    repo.write("spec/openapi.yaml", document);
    repo.write("spec/paths/pets.yaml", paths);
    repo.write("spec/schemas.yaml", schemas);
  };
  write(document30, paths30, schemas30);
  repo.commit("base");
  write(
    document30
      .replace("string, nullable: true", "string")
      .replace("minimum: 0 }", "minimum: 0, exclusiveMinimum: true }")
      .replace("size: { type: string }", "size: { type: integer }")
      .replace("exclusiveMinimum: true }\n`", "exclusiveMinimum: true, maximum: 9 }\n`"),
    paths30.replace(/get:\n[^]*$/, ""),
    schemas30.replace("maxLength: 20", "maxLength: 10").replace("integer, nullable: true", "integer"),
  );
  return repo;
}

t.test("each file is edited where a break is written, in the syntax of its version", async (t) => {
  const { run, cwd, git, write } = threeFiles(t);
  const review = JSON.parse((await run("diff", "HEAD", "--repair-as", "review")).out) as {
    comments: { path: string; body: string }[];
  };
  const suggested = (path: string) =>
    review.comments
      .filter((comment) => comment.path === path)
      .map(({ body }) => body)
      .join("\n");
  t.match(suggested("spec/schemas.yaml"), "maxLength: 20");
  t.match(suggested("spec/openapi.yaml"), "nullable: true");
  const { out } = await run("diff", "HEAD", "--repair-as", "patch");
  write("repair.patch", `${out}\n`);
  git("apply", "repair.patch");
  const read = (path: string) => readFileSync(join(cwd, path), "utf8");
  const entry = read("spec/openapi.yaml");
  t.match(entry, "nick: { type: string, nullable: true } # as friends say");
  t.match(entry, "age: { type: integer, minimum: 0 }");
  t.match(entry, "size: { anyOf: [{ type: integer }, { type: string }] }");
  const schemas = read("spec/schemas.yaml");
  t.match(schemas, "# shared by all documents\n");
  t.match(
    schemas,
    "name: { type: string, maxLength: 20 } # short\n    age: { type: integer, nullable: true }",
  );
  const paths = read("spec/paths/pets.yaml");
  t.match(paths, "operationId: listPets");
  t.match(paths, "../schemas.yaml#/Pet", "references are relative to the file");
  t.match(paths, "deprecated: true");
  const after = await run("diff", "HEAD");
  t.equal(after.code, 0, after.out);
});

t.test("an Overlay that would have to change another file is not printed, and the reason is", async (t) => {
  const { run } = threeFiles(t);
  const { out, err } = await run("diff", "HEAD", "--repair-as", "overlay");
  t.equal(out, "");
  t.match(err, "spec/openapi.yaml has no overlay: an Overlay changes spec/openapi.yaml only");
});

t.test("documents that share a file have one patch, and one review", async (t) => {
  const { run, write, git, commit, cwd } = threeFiles(t);
  git("stash", "-q");
  const other = document30.replace("title: Pets", "title: Others").replace("putOwner", "putOther");
  write("spec/other.yaml", other);
  const config = `documents:
  pets: { document: spec/openapi.yaml }
  others: { document: spec/other.yaml }
`;
  write("contract.config.yaml", config);
  commit("two documents");
  git("stash", "pop", "-q");
  write("spec/other.yaml", other.replace("size: { type: string }", "size: { type: integer }"));
  const { out } = await run("diff", "HEAD", "--repair-as", "patch");
  t.equal(out.match(/^\+\+\+ b\/spec\/schemas\.yaml$/gm)?.length, 1);
  t.match(out, "+++ b/spec/other.yaml");
  const review = JSON.parse((await run("diff", "HEAD", "--repair-as", "review")).out) as {
    comments: { path: string }[];
  };
  t.ok(review.comments.some(({ path }) => path === "spec/other.yaml"));
  t.equal((await run("diff", "HEAD", "--repair-as", "overlay")).code, 2, "an Overlay is of one document");
  write("repair.patch", `${out}\n`);
  git("apply", "repair.patch");
  const after = await run("diff", "HEAD");
  t.equal(after.code, 0, after.out);
  t.match(readFileSync(join(cwd, "spec/schemas.yaml"), "utf8"), "maxLength: 20");
});
