// What code scanning reads. The shape is held by SARIF's types; here is what they cannot say.
import t from "tap";
import type { Log } from "sarif";
import { formatSarif } from "../../../scripts/diff/format/sarif.ts";
import { review } from "./review-of-everything.ts";

t.test("has a result for each finding that matters, with its rule, place and fingerprint", async (t) => {
  const log = JSON.parse(formatSarif(review)) as Log;
  const run = log.runs[0];
  const results = run?.results ?? [];
  t.equal(log.version, "2.1.0");
  t.equal(results.length, 7);
  const rules = new Set(run?.tool.driver.rules?.map(({ id }) => id));
  for (const { ruleId, locations, message } of results) {
    t.ok(rules.has(ruleId ?? ""), `${ruleId} is described`);
    t.ok(message.text);
    const region = locations?.[0]?.physicalLocation?.region;
    t.ok((region?.startLine ?? 0) >= 1 && (region?.startColumn ?? 0) >= 1);
  }
  t.same(
    results.map(({ level }) => level),
    ["error", "error", "error", "warning", "note", "error", "error"],
  );
  t.equal(results[0]?.partialFingerprints?.["contractDiff/v1"], "aaaaaaaaaaaa");
  t.match(results[2]?.suppressions, [{ kind: "external", status: "accepted" }]);
});
