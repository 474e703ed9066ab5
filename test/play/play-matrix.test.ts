// `contract diff --supported … --run`: generated clients send the exchanges of the matrix to servers of other
// versions.
import { readFileSync } from "node:fs";
import t from "tap";
import { Ajv2020 } from "ajv/dist/2020.js";
import { Matrix } from "../../scripts/contract/diff/versions/matrix.ts";
import { matrixReport } from "../../scripts/contract/diff/versions/matrix-report.ts";
import { printMatrix } from "../../scripts/contract/diff/versions/print-matrix.ts";
import { readDocument } from "../../scripts/contract/document/read-document.ts";
import { playMatrix } from "../../scripts/contract/play/play-matrix.ts";
import { pullRequest } from "../diff/pull-request.ts";

const text = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0, license: { name: MIT } }
servers: [{ url: /v1 }]
security: [{ key: [] }]
paths:
  /pets/{id}:
    get:
      operationId: fetchPet
      parameters:
        - { name: id, in: path, required: true, schema: { type: string, minLength: 1 } }
        - { name: trace, in: header, schema: { type: string } }
      responses:
        "200":
          description: The pet.
          content:
            application/json:
              schema:
                type: object
                required: [name]
                properties: { name: { type: string, maxLength: 9 }, born: { type: string, format: date-time } }
    put:
      operationId: putPet
      parameters: [{ name: id, in: path, required: true, schema: { type: string, minLength: 1 } }]
      requestBody:
        required: true
        content: { application/json: { schema: { type: object, properties: { age: { type: integer } } } } }
      responses: { "204": { description: Put. } }
components:
  securitySchemes: { key: { type: apiKey, in: header, name: x-key } }
`;

/** Each differs from the first in one way. */
const texts = {
  "v1.0": text,
  "v1.1": text.replace("age: { type: integer }", "age: { type: string }"),
  "v1.2": text.replace(", maxLength: 9", ""),
  "v1.3": text.replace("{ type: string, format: date-time }", "{ type: integer }"),
  "v1.4": text.replace("schema: { type: string } }", "schema: { type: integer } }"),
  "v1.5": text.replace("{ type: string, format: date-time }", "{ type: string }"),
  "v1.6": text.replace("apiKey, in: header, name: x-key", "http, scheme: bearer"),
};

async function versions() {
  const names = Object.keys(texts) as (keyof typeof texts)[];
  return Promise.all(
    names.map(async (name) => ({
      name,
      source: name,
      until: undefined,
      document: await readDocument(`${name}.yaml`, { readText: () => Promise.resolve(texts[name]) }),
    })),
  );
}

t.test("the client of a version plays the exchange of each cell against the other versions", async (t) => {
  const all = await versions();
  const matrix = new Matrix(all.map(({ document }) => document));
  const row = all.map((_, server) => matrix.cell(0, server));
  const played = await playMatrix(all, [row], 60);
  t.match(
    row.map((cell) => played.get(cell)),
    [
      undefined,
      { outcome: "rejected", detail: "v1.1 rejects it with 400, v1.0 accepts it" },
      { outcome: "taken", detail: /^the client raises no error: .*9 characters/ },
      { outcome: "taken", detail: /body\/born must be string/ },
      { outcome: "rejected", detail: "v1.4 rejects it with 400, v1.0 accepts it" },
      { outcome: "taken", detail: /born/ },
      { outcome: "not-played", detail: "credentials are not played" },
    ],
  );
  const report = matrixReport(all, { today: new Date("2026-06-01"), strict: false });
  const own = new Map([...played].map(([{ client, server }, one]) => [report.cells[client]![server]!, one]));
  const terminal = { columns: 200, colours: false } as never;
  for (const format of ["text", "markdown", "html"] as const)
    t.match(printMatrix({ ...report, played: own }, format, terminal), "v1.1 rejects it with 400");
  const json: unknown = JSON.parse(printMatrix({ ...report, played: own }, "json", terminal));
  const schema = JSON.parse(
    readFileSync("scripts/contract/diff/versions/matrix.schema.json", "utf8"),
  ) as object;
  const validate = new Ajv2020({ strict: false }).compile(schema);
  t.ok(validate(json), JSON.stringify(validate.errors));
});

t.test("with --run, no exchange is played after the time limit", async (t) => {
  const all = await versions();
  const matrix = new Matrix(all.map(({ document }) => document));
  const played = await playMatrix(all, [[matrix.cell(0, 1)]], -1);
  t.match([...played.values()], [{ outcome: "not-played", detail: /seconds are over/ }]);
});

t.test("--run requires the matrix of versions", async (t) => {
  const { run } = pullRequest(t.testdir());
  const { code, err } = await run("diff", "main", "--run");
  t.equal(code, 2);
  t.match(err, "--run plays the exchanges of the matrix");
});
