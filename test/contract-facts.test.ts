// A fact of the contract is written in spec/ and nowhere else. This test finds those that were typed a second time.
//
// - Texts: no string, template or regular expression contains an id prefix or a pattern of the contract.
// - Schemas: no object literal has a schema keyword with a number. Tools for any document may speak of schemas, but not
//   with the contract's own numbers.
// - Limits: in the server and the client no number of the contract clamps a value, or is compared with a length, a count or
//   what the contract limits, and no constant or setting has it under the name of what is limited. A number alone proves
//   nothing (1000 milliseconds are a second), so other uses of such numbers are their own business.
// - Enumerated values are not looked for: they are types from generated/, so a wrong one does not compile.
import { readFileSync } from "node:fs";
import t from "tap";
import type { JsonObject } from "../scripts/contract/document/document.ts";
import { copiedKeywords, copiedLimits, copiedTexts, factsOf } from "./support/contract-facts.ts";
import { parseSource, type ProjectSource, sourcesIn } from "./support/project-sources.ts";

const facts = factsOf(
  JSON.parse(readFileSync(new URL("../generated/openapi.json", import.meta.url), "utf8")) as JsonObject,
);

/** The reference page's samples are printed as published; the benchmark's other server is written by hand, to compare with. */
const exempt = /^(client\/examples\/|scripts\/project\/bench\/fastify-server\.ts$)/;

const sources = ["server", "client", "scripts"].flatMap(sourcesIn).filter(({ path }) => !exempt.test(path));

const isTool = ({ path }: ProjectSource): boolean => path.startsWith("scripts/");

t.test("the contract has facts to look for", (t) => {
  t.ok(facts.texts.size > 3, "prefixes and patterns");
  t.ok(facts.limits.length > 10, "limits");
  t.end();
});

t.test("no literal contains an id prefix or a pattern of the contract", (t) => {
  t.same(
    sources.flatMap((source) => copiedTexts(source, facts)),
    [],
  );
  t.end();
});

t.test("no schema is written in code", (t) => {
  t.same(
    sources.flatMap((source) => copiedKeywords(source, facts, !isTool(source))),
    [],
  );
  t.end();
});

t.test("no limit of the contract is enforced by a number typed again", (t) => {
  t.same(
    sources.filter((source) => !isTool(source)).flatMap((source) => copiedLimits(source, facts)),
    [],
  );
  t.end();
});

t.test("each way of writing a fact again is found, and ordinary numbers are not", (t) => {
  const sample = factsOf({
    components: {
      schemas: {
        PoolId: { type: "string", pattern: "^pool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$" },
        Scheme: { type: "string", pattern: "^Basic( .{1,200})?$" },
        Tags: { maxProperties: 10 },
        PageSize: { minimum: 1, maximum: 1000, default: 50 },
      },
    },
  });
  const cases = [
    { code: 'const id = "pool_" + rest;', want: 1 },
    { code: "const id = `pool_${rest}`;", want: 1 },
    { code: "const id = /^pool_/;", want: 1 },
    { code: 'const letters = "[a-hjkmnpqrstv-z0-9]";', want: 1 },
    { code: "const schema = { maxLength: 7 };", want: 1 },
    { code: "if (Object.keys(tags).length > 10) refuse();", want: 1 },
    { code: "if (10 < count) refuse();", want: 1 },
    { code: "const size = Math.min(asked, 1000);", want: 1 },
    { code: "const first = tags.slice(0, 10);", want: 1 },
    { code: "const mostTags = 10;", want: 1 },
    { code: "const settings = { defaultPageSize: 50 };", want: 1 },
    { code: "function list(pageSize = 50) {}", want: 1 },
    { code: "// ids begin with pool_\nconst a = 1;", want: 0 },
    { code: 'const header = "Basic realm";', want: 0 },
    { code: "const seconds = milliseconds / 1000;", want: 0 },
    { code: "const retries = 10; const batchSize = 1000; const page = 50;", want: 0 },
    { code: "if (list.length > 1) go();", want: 0 },
    { code: "if (rest < 10) pad();", want: 0 },
    { code: "if (count > limits.tags.maxProperties) refuse();", want: 0 },
  ];
  for (const { code, want } of cases) {
    const source = parseSource("server/sample.ts", code);
    const found = [
      ...copiedTexts(source, sample),
      ...copiedKeywords(source, sample, true),
      ...copiedLimits(source, sample),
    ];
    t.equal(found.length, want, code);
  }
  const tool = parseSource(
    "scripts/sample.ts",
    "const [a, b] = [{ maxProperties: 10 }, { maxProperties: 11 }];",
  );
  t.equal(copiedKeywords(tool, sample, false).length, 1, "a tool may speak of schemas, not of these");
  t.end();
});
