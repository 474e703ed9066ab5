// Each fact of the contract is written only in spec/. This test finds facts that are duplicated in code.
//
// - Texts: no string, template or regular expression contains an id prefix or a pattern of the contract.
// - Schemas: no object literal has a schema keyword with a number. Tools for any document may contain
//   schemas, but not with numbers of the contract.
// - Limits: in the server and the client no number of the contract clamps a value, or is compared with a
//   length, a count or a value that the contract limits, and no constant or setting has it under the name of
//   the limited value. The number alone proves nothing (1000 milliseconds are a second), so other uses of
//   such numbers are allowed.
// - Enumerated values are not searched for: they are types from generated/, so a wrong one does not compile.
import { readFileSync } from "node:fs";
import t from "tap";
import type { JsonObject } from "../scripts/contract/document/document.ts";
import { copiedKeywords, copiedLimits, copiedTexts, factsOf } from "./support/contract-facts.ts";
import { parseSource, type ProjectSource, sourcesIn } from "./support/project-sources.ts";

const facts = factsOf(
  JSON.parse(readFileSync(new URL("../generated/openapi.json", import.meta.url), "utf8")) as JsonObject,
);

/**
 * The samples of the reference page are printed as published; the benchmark's other server is hand-written
 * for comparison.
 */
const exempt = /^(client\/examples\/|scripts\/project\/bench\/fastify-server\.ts$)/;

const sources = ["server", "client", "scripts"].flatMap(sourcesIn).filter(({ path }) => !exempt.test(path));

const isTool = ({ path }: ProjectSource): boolean => path.startsWith("scripts/");

t.test("the contract contains facts to search for", (t) => {
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

t.test("no schema of the contract is written in code", (t) => {
  t.same(
    sources.flatMap((source) => copiedKeywords(source, facts, !isTool(source))),
    [],
  );
  t.end();
});

t.test("no limit of the contract is enforced by a duplicated number", (t) => {
  t.same(
    sources.filter((source) => !isTool(source)).flatMap((source) => copiedLimits(source, facts)),
    [],
  );
  t.end();
});

t.test("every kind of duplicated fact is found, and ordinary numbers are not", (t) => {
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
