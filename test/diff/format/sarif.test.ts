// SARIF for code scanning: conforms to SARIF's published types, and to the rules that these types cannot
// express.
import { readFileSync } from "node:fs";
import t from "tap";
import type { Log } from "sarif";
import { formatSarif } from "../../../scripts/contract/diff/format/sarif.ts";
import { compile } from "../../../scripts/contract/diff/old-callers/compile.ts";
import { review } from "./review-of-everything.ts";

t.test("SARIF has a result for each relevant finding, with its rule, location and fingerprint", async (t) => {
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

t.test("SARIF declares its rules, its column unit and the tool", async (t) => {
  const log = JSON.parse(formatSarif({ ...review, note: "the contract moved" }, "1.2.3")) as Log;
  const [run] = log.runs;
  t.equal(run?.columnKind, "utf16CodeUnits", "as source positions are counted");
  t.equal(run?.tool.driver.version, "1.2.3");
  t.match(run?.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text, "moved");
  for (const { id, name, fullDescription, help } of run?.tool.driver.rules ?? []) {
    t.match(name, /^[A-Z]\w+$/, id);
    t.ok((fullDescription?.text.length ?? 0) > id.length, id);
    t.ok(help?.text && help.markdown, id);
  }
});

t.test("the output is a SARIF log without unknown properties", async (t) => {
  const types = readFileSync("node_modules/@types/sarif/index.d.ts", "utf8");
  const messages = async (log: string) =>
    compile(
      new Map([
        ["sarif.d.ts", types],
        ["log.ts", `import type { Log } from "./sarif";\nexport const log: Log = ${log};\n`],
      ]),
      "log.ts",
    );
  t.same(await messages(formatSarif(review)), []);
  t.match(await messages(formatSarif(review).replace('"startLine"', '"firstLine"')), [
    { sentences: /firstLine/ },
  ]);
});
