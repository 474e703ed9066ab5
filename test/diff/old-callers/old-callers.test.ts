// Programs written against base, type-checked by TypeScript against head.
import t from "tap";
import { findBrokenCallers } from "../../../scripts/contract/diff/old-callers/old-callers.ts";
import { readFiles } from "../../support/read-files.ts";

interface Change {
  readonly query?: string;
  readonly sent?: string;
  readonly received?: string;
  readonly operationId?: string;
}

function documentOf({
  query = "limit",
  sent = "string",
  received = "string",
  operationId = "putPet",
}: Change) {
  return readFiles({
    "api.yaml": `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths:
  /pets:
    put:
      operationId: ${operationId}
      parameters:
        - { name: ${query}, in: query, schema: { type: integer } }
      requestBody:
        required: true
        content:
          application/json:
            schema: { type: object, required: [name], properties: { name: { type: ${sent} } } }
      responses:
        "200":
          description: The pet.
          content:
            application/json:
              schema: { type: object, required: [name], properties: { name: { type: ${received} } } }
`,
  });
}

t.test("code that no longer compiles is reported at its location in the contract", async (t) => {
  const cases: { title: string; head: Change; want: string[] }[] = [
    { title: "nothing changed", head: {}, want: [] },
    { title: "a request field of another type", head: { sent: "integer" }, want: ["request body 9"] },
    { title: "a request field that accepts more", head: { sent: '[string, "null"]' }, want: [] },
    {
      title: "a response that may be null",
      head: { received: '[string, "null"]' },
      want: ["response 200 15"],
    },
    { title: "a parameter of another name", head: { query: "size" }, want: ["request query 5"] },
    { title: "another operationId, which another rule reports", head: { operationId: "savePet" }, want: [] },
  ];
  const base = await documentOf({});
  for (const { title, head, want } of cases) {
    const findings = findBrokenCallers(base, await documentOf(head));
    t.same(
      findings.map(({ side, place, head }) => `${side} ${place} ${head?.source.line ?? 0}`),
      want,
      title,
    );
  }
});

t.test("a type error is reported with the compiler's message", async (t) => {
  const [finding] = findBrokenCallers(await documentOf({}), await documentOf({ sent: "integer" }));
  t.equal(finding?.detail, "Type 'string' is not assignable to type 'number'.");
  t.equal(finding?.policy, "sdk");
});
