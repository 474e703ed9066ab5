// Types that only head accepts in requests are reported if the search proves that they are gained.
import { join } from "node:path";
import t, { type Test } from "tap";
import { compare } from "../../scripts/contract/diff/compare.ts";
import { readDocument } from "../../scripts/contract/document/read-document.ts";

const base = `openapi: 3.1.0
info: { title: Things, version: 1.0.0 }
paths:
  /things:
    post:
      operationId: createThing
      requestBody:
        content:
          application/json:
            schema: { type: object, properties: { kind: { enum: [a] } } }
      responses:
        "200":
          description: Done.
          content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } }
`;

/** A schema of a request in both documents, and the types that only head accepts, if any. */
const widenings: readonly { readonly from: string; readonly to: string; readonly told?: string }[] = [
  { from: "{ type: string }", to: "{ type: [string, integer] }", told: "+integer" },
  { from: "{ type: string }", to: '{ type: [string, "null"] }', told: "+null" },
  { from: "{ type: string }", to: '{ anyOf: [{ type: string }, { type: "null" }] }', told: "+null" },
  { from: "{ type: integer }", to: "{ type: number }", told: "+number" },
  { from: "{ type: string }", to: "{}", told: "+boolean" },
  { from: "{ enum: [a] }", to: "{ enum: [a, 1] }", told: "+1" },
  { from: "{ type: array, items: { type: string } }", to: "{ type: array, items: {} }", told: "+boolean" },
  // Only the text of the schema is wider.
  { from: "{ type: integer }", to: "{ type: number, multipleOf: 1 }" },
  { from: "{ type: integer }", to: "{ type: number, multipleOf: 3 }" },
  { from: "{ type: string }", to: "{ allOf: [{ type: string }, { type: [string, integer] }] }" },
  { from: "{ type: string }", to: "{ allOf: [{ type: [string, integer] }], not: { type: integer } }" },
  { from: "{ enum: [a] }", to: "{ type: string, const: a }" },
  { from: "{ type: string }", to: "{ type: [string, integer], pattern: x, not: { type: number } }" },
  { from: "{ type: string }", to: "{ type: [string, array], items: false, minItems: 1 }" },
];

for (const { from, to, told } of widenings) {
  t.test(
    `${from} that becomes ${to} in a request ${told === undefined ? "gains no type" : told}`,
    async (t) => {
      const source = (schema: string) => base.replace("{ enum: [a] }", schema);
      const findings = await findingsOf(t, source(from), source(to));
      const notices = findings.filter(({ verdict }) => verdict === "notice");
      t.equal(notices.length, told === undefined ? 0 : 1);
      for (const { detail } of notices) t.match(detail, told);
    },
  );
}

t.test("types of a parameter are gained only if its texts are", async (t) => {
  const source = (type: string) =>
    base.replace(
      "      requestBody:",
      `      parameters: [{ name: q, in: query, schema: { type: ${type} } }]\n      requestBody:`,
    );
  const told = async (from: string, to: string) =>
    (await findingsOf(t, source(from), source(to)))
      .filter(({ verdict }) => verdict !== "compatible")
      .map(({ verdict, rule, place, detail }) => `${verdict} ${rule} ${place} ${detail}`);
  t.same(await told("integer", "string"), ["notice type query/q −integer +string"]);
  t.same(await told("integer", "[integer, boolean]"), ["notice type query/q +boolean"]);
  t.same(await told("string", "[string, integer]"), []);
  t.same(await told("string", '[string, "null"]'), []);
});

t.test("a response that may have further types is a break and no addition", async (t) => {
  const head = base.replace("id: { type: string }", 'id: { type: [string, "null"] }');
  const findings = await findingsOf(t, base, head);
  t.same(
    findings.filter(({ rule }) => rule === "type").map(({ verdict }) => verdict),
    ["breaking"],
  );
});

/** Returns the findings from one text to another. */
async function findingsOf(t: Test, from: string, to: string) {
  const cwd = t.testdir({ "base.yaml": from, "head.yaml": to });
  return compare(await readDocument(join(cwd, "base.yaml")), await readDocument(join(cwd, "head.yaml")))
    .findings;
}
