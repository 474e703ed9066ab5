// Unions of very many branches that constants and tags separate are decided.
import t from "tap";
import { compare } from "../../scripts/contract/diff/compare.ts";
import type { Json, JsonObject } from "../../scripts/contract/document/document.ts";
import { documentOf } from "./in-memory-document.ts";

// Allow for a busy machine.
t.setTimeout(600_000);

const oneOf = (count: number, make: (at: number) => Json): JsonObject => ({
  oneOf: Array.from({ length: count }, (_, at) => make(at)),
});
const tagged = (at: number, more: JsonObject = {}): JsonObject => ({
  type: "object",
  properties: { kind: { const: `k${at}` }, ...more },
  required: ["kind"],
});
const text = (maxLength: number): JsonObject => ({ value: { type: "string", maxLength } });

const cases: readonly {
  readonly title: string;
  readonly base: JsonObject;
  readonly head: JsonObject;
  readonly want: readonly [string, string][];
}[] = [
  {
    title: "the removal of one of 2,000 constants",
    base: oneOf(2000, (at) => ({ const: `v${at}`, title: `T${at}` })),
    head: oneOf(1999, (at) => ({ const: `v${at}`, title: `T${at}` })),
    want: [
      ["request", "breaking"],
      ["response", "compatible"],
    ],
  },
  {
    title: "the removal of one of 1,000 tagged branches",
    base: oneOf(1000, (at) => tagged(at, text(at + 1))),
    head: oneOf(999, (at) => tagged(at, text(at + 1))),
    want: [
      ["request", "breaking"],
      ["response", "compatible"],
    ],
  },
  {
    title: "a hundred tagged branches that all accept more",
    base: oneOf(100, (at) => tagged(at, text(5))),
    head: oneOf(100, (at) => tagged(at, text(10))),
    want: [
      ["request", "compatible"],
      ["response", "breaking"],
    ],
  },
];

for (const { title, base, head, want } of cases) {
  t.test(`${title} is decided`, (t) => {
    const { findings } = compare(documentOf(base), documentOf(head));
    t.same(
      findings.map(({ side, verdict }) => [side, verdict]),
      want,
    );
    t.end();
  });
}
