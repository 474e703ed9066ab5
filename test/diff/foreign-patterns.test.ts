// A pattern that cannot be parsed does not affect adjacent keywords, and is never interpreted as another
// pattern.
import t from "tap";
import { compare } from "../../scripts/contract/diff/compare.ts";
import { documentOf } from "./in-memory-document.ts";

for (const pattern of ["(?i)x", "\\A[a-z]+\\z", "\\pL+", "[[:alpha:]]+", "a{,10}"]) {
  t.test(`keywords beside the foreign pattern ${pattern} are decided`, (t) => {
    for (const required of [[], ["a"], ["a", "b"]]) {
      const [base, head] = [9, 5].map((maxLength) =>
        documentOf({
          type: "object",
          required,
          properties: { a: { type: "string", pattern, maxLength: 20 }, b: { type: "string", maxLength } },
        }),
      );
      const { counts, findings } = compare(base!, head!);
      t.strictSame([counts.breaking, counts.undecided], [1, 0], `${required.join()} required`);
      t.match(findings, [{ verdict: "breaking", place: "body/b" }]);
    }
    t.end();
  });

  t.test(`a foreign pattern ${pattern} equals only its own text`, (t) => {
    const documentWith = (schema: { pattern?: string }) => documentOf({ type: "string", ...schema });
    t.strictSame(
      compare(documentWith({ pattern }), documentWith({ pattern })).findings,
      [],
      "equal text is equal",
    );
    const { counts } = compare(documentWith({ pattern }), documentWith({ pattern: "^[A-Z]$" }));
    t.strictSame([counts.breaking, counts.compatible], [0, 0], "else nothing is known");
    t.end();
  });
}

t.test("a witness shows a placeholder at the location of a string with a foreign pattern", (t) => {
  const inner = {
    type: "object",
    required: ["x"],
    properties: { x: { type: "string", pattern: "(?i)x" } },
  };
  const [base, head] = [1, 2].map((minProperties) =>
    documentOf({ type: "object", properties: { a: inner, b: inner }, minProperties }),
  );
  const { findings } = compare(base!, head!);
  const said = findings.find(({ verdict, side }) => verdict === "breaking" && side === "request");
  t.same(said?.witness?.value, { a: { x: "…((?i)x)" } });
  t.end();
});

t.test("properties with unknown names may be unevaluated", (t) => {
  const named = { type: "object", required: ["b"], patternProperties: { "(?i)x": { type: "string" } } };
  const limited = { ...named, unevaluatedProperties: { const: "x" } };
  const verdicts = (base: object, head: object): string[] => {
    const { findings } = compare(documentOf({ ...base }), documentOf({ ...head }));
    return findings.filter(({ side }) => side === "request").map(({ verdict }) => verdict);
  };
  t.same(verdicts(named, limited), ["undecided"], "b may match the pattern");
  t.same(
    verdicts(limited, { ...limited, minProperties: 1 }),
    ["compatible"],
    "equal keywords allow the same",
  );
  t.same(verdicts({ ...limited, maxProperties: 9 }, limited), ["compatible"]);
  t.same(verdicts(limited, { ...limited, maxProperties: 3 }), ["breaking"]);
  t.end();
});
