import t from "tap";
import { compare } from "../../scripts/contract/diff/compare.ts";
import { readDocument } from "../../scripts/contract/document/read-document.ts";
import type { JsonObject } from "../../scripts/contract/document/document.ts";
import { processorTime } from "../support/processor-time.ts";
import { readCorpus } from "./corpus.ts";
import { documentOf, inMemoryDocument } from "./in-memory-document.ts";

const named = (maxLength: number, more: JsonObject = {}): JsonObject => ({
  type: "object",
  properties: { name: { type: "string", maxLength }, ...more },
});

t.test("comparing changes neither document, and is deterministic", (t) => {
  const base = documentOf(frozen(named(9)));
  const head = documentOf(frozen(named(5, { other: { type: "integer" } })));
  t.same(compare(base, head), compare(base, head));
  t.end();
});

t.test("a document of the corpus compared with itself has no findings", async (t) => {
  for (const { base, name } of readCorpus().filter((_, index) => index % 5 === 0)) {
    t.same(compare(await readDocument(base), await readDocument(base)).findings, [], name);
  }
});

t.test("the open world reads a sender's schemas literally", (t) => {
  const [base, head] = [documentOf(named(9)), documentOf(named(9, { size: { type: "integer" } }))];
  t.equal(compare(base, head).counts.breaking, 0, "nobody sent a size that was never declared");
  const [finding] = compare(base, head, { world: "open" }).findings;
  t.match(finding, { verdict: "breaking", side: "request", place: "body/size", rule: "type" });
  t.end();
});

t.test("only the selected operation is compared", (t) => {
  const [base, head] = [documentOf(named(9)), documentOf(named(5))];
  t.equal(compare(base, head, { operation: "createThing" }).counts.breaking, 1);
  t.equal(compare(base, head, { operation: "POST /things" }).counts.breaking, 1);
  t.equal(compare(base, head, { operation: "other" }).findings.length, 0);
  t.end();
});

t.test("an exhausted budget gives an undecided finding, never a verdict", (t) => {
  const pattern = (tail: string) => ({
    type: "object",
    properties: { name: { type: "string", pattern: `^(a|b)*c(a|b){6}${tail}$` } },
  });
  const { counts } = compare(documentOf(pattern("d?")), documentOf(pattern("")), { budget: 1 });
  t.equal(counts.breaking, 0);
  t.ok(counts.undecided > 0);
  t.end();
});

t.test("a fingerprint does not depend on the operationId or lines, and differs by rule", (t) => {
  const renamed = inMemoryDocument(
    JSON.parse(JSON.stringify(documentOf(named(5)).root).replace("createThing", "makeThing")) as JsonObject,
  );
  const of = (head: typeof renamed) =>
    compare(documentOf(named(9)), head).findings.find(({ verdict }) => verdict === "breaking");
  t.equal(of(renamed)?.fingerprint, of(documentOf(named(5)))?.fingerprint);
  t.equal(of(renamed)?.operation, "makeThing");
  t.not(
    of(documentOf({ type: "object", properties: { name: { enum: ["a"] } } }))?.fingerprint,
    of(renamed)?.fingerprint,
  );
  t.end();
});

t.test("a witness shows one break: other breaks are left out of it where possible", (t) => {
  const two = (a: number, b: number): JsonObject => ({
    type: "object",
    required: ["a", "b"],
    properties: { a: { type: "string", minLength: a }, b: { type: "string", minLength: b } },
  });
  const { findings } = compare(documentOf(two(0, 0)), documentOf(two(2, 3)));
  t.same(
    findings
      .filter(({ verdict }) => verdict === "breaking")
      .map(({ place, witness }) => [place, witness?.value, witness?.rejection.length]),
    [
      ["body/a", { a: "", b: "aaa" }, 1],
      ["body/b", { a: "aa", b: "" }, 1],
    ],
  );
  t.end();
});

t.test("equal operations are skipped, however many there are", (t) => {
  const paths = Object.fromEntries(
    Array.from({ length: 3000 }, (_, index) => [
      `/things/${index}`,
      {
        post: {
          requestBody: {
            content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } },
          },
          responses: {},
        },
      },
    ]),
  );
  const big = (more: JsonObject) =>
    inMemoryDocument({
      openapi: "3.1.0",
      paths: { ...paths, ...more },
      components: { schemas: { Thing: named(5) } },
    });
  const before = processorTime();
  const { counts } = compare(big({}), big({ "/new": { get: { responses: {} } } }));
  t.match(counts, { operations: 3001, breaking: 0, notice: 1 });
  t.ok(processorTime() - before < 3000);
  t.end();
});

t.test("operations that were all replaced are compared in proportion to their number", (t) => {
  const all = (prefix: string) =>
    inMemoryDocument({
      openapi: "3.1.0",
      paths: Object.fromEntries(
        Array.from({ length: 12_000 }, (_, index) => [`/${prefix}/${index}`, { get: { responses: {} } }]),
      ),
    });
  const before = processorTime();
  const { counts } = compare(all("old"), all("new"));
  t.match(counts, { operations: 24_000, breaking: 12_000, notice: 12_000 });
  t.ok(processorTime() - before < 4000);
  t.end();
});

t.test(
  "a witness is a request to its own operation where several share the schema of a path parameter",
  (t) => {
    const things = (maximum: number) => {
      const operation = (operationId: string) => ({
        get: {
          operationId,
          parameters: [
            { name: "id", in: "path", required: true, schema: { $ref: "#/components/schemas/Id" } },
            { name: "size", in: "query", schema: { type: "integer", maximum } },
          ],
          responses: {},
        },
      });
      return inMemoryDocument({
        openapi: "3.1.0",
        paths: {
          "/others/{id}": operation("getOther"),
          "/things/x": { get: { operationId: "getX", responses: {} } },
          "/things/{id}": operation("getThing"),
        },
        components: { schemas: { Id: { enum: ["x", "longer"] } } },
      });
    };
    const { findings } = compare(things(9), things(8));
    t.same(
      findings.flatMap(({ verdict, witness }) =>
        verdict === "compatible" ? [] : [[verdict, witness?.exchange.request.target]],
      ),
      [
        ["breaking", "/others/x?size=9"],
        ["breaking", "/things/longer?size=9"],
      ],
    );
    t.end();
  },
);

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
