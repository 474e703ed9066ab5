import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import t from "tap";
import { compare } from "../../../scripts/contract/diff/compare.ts";
import type { Comparison } from "../../../scripts/contract/diff/comparison.ts";
import { jsonReport } from "../../../scripts/contract/diff/format/json.ts";
import { reviewOf } from "../../../scripts/contract/diff/review.ts";
import { readDocument } from "../../../scripts/contract/document/read-document.ts";
import { readCorpus } from "../corpus.ts";

const schema = JSON.parse(
  readFileSync(new URL("../../../scripts/contract/diff/format/verdict.schema.json", import.meta.url), "utf8"),
) as object;
const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile<Report>(schema);

interface Report {
  readonly version: number;
  readonly clean: boolean;
  readonly findings: readonly { readonly verdict: string }[];
}

const exact = { exactNumbers: true };

const reviewed = (comparison: Comparison) =>
  reviewOf(comparison, { accepted: new Map(), open: comparison.findings, idle: [] });

t.test("the JSON of every case of the corpus conforms to the schema of the format", async (t) => {
  for (const { name, base, head, protect } of readCorpus()) {
    const comparison = compare(await readDocument(base, exact), await readDocument(head, exact), {
      protect,
      now: new Date(0),
    });
    const report: unknown = JSON.parse(jsonReport(reviewed(comparison), { proofs: true, clean: false }));
    t.ok(validate(report), `${name}: ${ajv.errorsText(validate.errors)}`);
  }
});

t.test("the JSON format contains proofs on request", async (t) => {
  const { base, head } = readCorpus().find(({ name }) => name === "safe/pattern-generalised")!;
  const comparison = compare(await readDocument(base, exact), await readDocument(head, exact));
  const verdicts = (proofs: boolean) =>
    (JSON.parse(jsonReport(reviewed(comparison), { proofs, clean: true })) as Report).findings.map(
      ({ verdict }) => verdict,
    );
  t.same(verdicts(false), []);
  t.same(verdicts(true), ["compatible", "compatible"]);
});

t.test("the schema of the JSON format rejects what the format does not declare", (t) => {
  t.notOk(validate({ version: 2, base: "", head: "", clean: true, counts: {}, findings: [] }));
  const finding = {
    verdict: "breaking",
    operation: "",
    side: "request",
    place: "",
    rule: "a",
    action: "",
    detail: "",
    fingerprint: "0".repeat(12),
  };
  const counts = { operations: 1, breaking: 1, undecided: 0, notice: 0, compatible: 0 };
  const report = { version: 1, base: "", head: "", clean: false, counts, accepted: [], idle: [] };
  t.notOk(validate({ ...report, findings: [finding] }), "a break without a witness");
  t.ok(validate({ ...report, findings: [{ ...finding, policy: "sdk" }] }));
  t.end();
});
