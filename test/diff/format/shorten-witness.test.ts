import t from "tap";
import type { Json } from "../../../scripts/contract/document/document.ts";
import { compare } from "../../../scripts/contract/diff/compare.ts";
import { formats, printReview } from "../../../scripts/contract/diff/format/print-review.ts";
import {
  shortText,
  shortValue,
  withShortWitness,
} from "../../../scripts/contract/diff/format/shorten-witness.ts";
import { reviewOf } from "../../../scripts/contract/diff/review.ts";
import { documentOf } from "../in-memory-document.ts";

const thing = (schema: Json) => documentOf({ type: "object", properties: { file: schema } });
const limited = (maxLength: number) => thing({ type: "string", maxLength });

for (const format of formats) {
  t.test(`a witness of a million characters is printed as a recipe in ${format}`, (t) => {
    const [base, head] = [limited(2_000_000), limited(1_000_000)];
    const comparison = compare(base, head);
    const review = reviewOf(comparison, { accepted: new Map(), open: comparison.findings, idle: [] });
    const text = printReview(review, format, {
      terminal: { columns: 100, colour: false },
      proofs: false,
      clean: false,
      document: "spec/openapi.yaml",
      sides: { head: { path: undefined } },
      toolVersion: "1.0.0",
      acceptCommand: (fingerprint: string) => fingerprint,
      linesOf: () => undefined,
    } as unknown as Parameters<typeof printReview>[2]);
    t.ok(text.length < 20_000, `${text.length} characters`);
    t.match(text, /1000001/);
    t.end();
  });
}

t.test("shortening leaves the witness itself unchanged, so that it can be sent", (t) => {
  const [finding] = compare(limited(2_000_000), limited(1_000_000)).findings.filter(
    ({ verdict, side }) => verdict === "breaking" && side === "request",
  );
  t.equal(finding?.witness?.exchange.request.body?.text, `{"file":"${"a".repeat(1_000_001)}"}`);
  const short = withShortWitness(finding!).witness;
  t.equal(short?.exchange.request.body?.text, '{"file":"a" × 1000001}');
  t.same(short?.exchange.request.body?.value, { file: '"a" × 1000001' });
  t.equal(short?.shortened, true);
  t.end();
});

t.test("a shortened string is described by its construction, whatever characters it has", (t) => {
  const table: { given: string; want: string }[] = [
    { given: "a".repeat(4000), want: "a".repeat(4000) },
    { given: "a".repeat(4001), want: '"a" × 4001' },
    { given: "😀".repeat(4001), want: '"😀" × 4001' },
    { given: `x-${"0".repeat(5000)}-y`, want: 'x-…"0" × 5000…-y' },
    { given: `["${"\\".repeat(5000)}"]`, want: '["…"\\\\" × 5000…"]' },
    { given: JSON.stringify(["b".repeat(9000), "c".repeat(300), "d"]), want: '["b" × 9000,"c" × 300,"d"]' },
  ];
  for (const { given, want } of table) t.equal(shortText(given), want);
  t.ok(shortText(Array.from({ length: 3000 }, (_, at) => `${at} `).join("")).length < 4100);
  t.end();
});

t.test("a shortened array or object shows its first members and their number", (t) => {
  const many = Array.from({ length: 5000 }, (_, at) => at);
  t.same(shortValue(many), [0, 1, 2, 3, 4, 5, 6, 7, "…(5000 items)"]);
  const names = Object.fromEntries(many.map((at) => [`p${at}`, at]));
  t.same(Object.keys(shortValue({ names }) as object), ["names"]);
  t.match(shortValue({ names }), { names: { p7: 7, "…": "(5000 properties)" } });
  const nested: Json = Array.from({ length: 900 }, () => Array.from({ length: 900 }, () => 1));
  t.equal((shortValue(nested) as Json[]).length, 9);
  const small = { a: [1, { b: "c" }] };
  t.equal(shortValue(small), small);
  t.end();
});
