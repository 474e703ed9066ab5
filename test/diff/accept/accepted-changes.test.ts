// Accepted breaking changes: the syntax of the file, which entries count, and how commands edit it.
import t from "tap";
import type { AcceptedChange } from "../../../scripts/contract/diff/accept/accepted-change.ts";
import { applyAcceptedChanges } from "../../../scripts/contract/diff/accept/apply-accepted-changes.ts";
import {
  withAcceptedChange,
  withoutAcceptedChanges,
} from "../../../scripts/contract/diff/accept/edit-accepted-changes.ts";
import { parseAcceptedChanges } from "../../../scripts/contract/diff/accept/parse-accepted-changes.ts";
import { isReason, sampleReason } from "../../../scripts/contract/cli/reason.ts";
import { DocumentError } from "../../../scripts/contract/document/document.ts";
import { comparisonOf, findingOf } from "../finding-of.ts";

const entry: AcceptedChange = {
  fingerprint: "000000000012",
  rule: "max-length",
  operation: "createSenderPool",
  reason: "No caller has ever sent more: see the logs of 2026",
  author: "A. Person <a@example.com>",
  expires: "2026-12-31",
};
const text = withAcceptedChange("", entry);

t.test("reading an entry that was written returns the same entry", async (t) => {
  const [read] = parseAcceptedChanges(text, "accepted.yaml");
  t.match(read, { ...entry, source: { file: "accepted.yaml", line: 3, column: 3 } });
  t.same(parseAcceptedChanges("", "accepted.yaml"), []);
  t.same(parseAcceptedChanges("# nothing yet\n", "accepted.yaml"), []);
  t.same(parseAcceptedChanges("[]\n", "accepted.yaml"), []);
});

t.test("writing an existing entry renews it and leaves comments and other entries unchanged", async (t) => {
  const other = { ...entry, fingerprint: "abcdefabcdef" };
  const two = withAcceptedChange(text.replace("- finger", "# agreed in March\n- finger"), other);
  const renewed = withAcceptedChange(two, { ...entry, expires: "2027-06-30" });
  t.match(renewed, "# agreed in March");
  t.same(
    parseAcceptedChanges(renewed, "f").map(({ fingerprint, expires }) => [fingerprint, expires]),
    [
      ["000000000012", "2027-06-30"],
      ["abcdefabcdef", "2026-12-31"],
    ],
  );
});

t.test("pruning removes only the named entries", async (t) => {
  const two = withAcceptedChange(text, { ...entry, fingerprint: "abcdefabcdef" });
  const left = withoutAcceptedChanges(two, new Set([entry.fingerprint]));
  t.same(
    parseAcceptedChanges(left, "f").map(({ fingerprint }) => fingerprint),
    ["abcdefabcdef"],
  );
});

t.test("an invalid file of accepted changes is reported with the line and the error", async (t) => {
  const cases: { given: string; want: RegExp; line: number }[] = [
    { given: "a: [", want: /./, line: 1 },
    { given: "a: 1\n", want: /are a list/, line: 1 },
    { given: "- 1\n", want: /is an object/, line: 1 },
    { given: text.replace(/ +reason:.*\n/, ""), want: /reason is missing/, line: 3 },
    { given: text.replace("2026-12-31", "soon"), want: /expires is "soon"/, line: 3 },
    { given: text + text.slice(text.indexOf("- finger")), want: /accepted twice/, line: 9 },
  ];
  for (const { given, want, line } of cases) {
    try {
      parseAcceptedChanges(given, "accepted.yaml");
      t.fail(`rejects ${JSON.stringify(given)}`);
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      t.match(error.message, want);
      t.equal(error.place?.line, line, error.message);
      t.ok(error.fix);
    }
  }
});

t.test(
  "a break counts as accepted until the end of its last day, and only under its own fingerprint",
  async (t) => {
    const broken = findingOf({ verdict: "breaking", fingerprint: entry.fingerprint });
    const comparison = comparisonOf([broken, findingOf({ verdict: "notice", fingerprint: "cccccccccccc" })]);
    const entries = parseAcceptedChanges(text, "f");
    const at = (today: string) => applyAcceptedChanges(comparison, entries, new Date(today));
    t.same(at("2026-12-31T23:59:59Z").open, []);
    t.same(at("2027-01-01T00:00:00Z").open, [broken]);
    t.same(
      at("2027-01-01T00:00:00Z").idle.map(({ state }) => state),
      ["expired"],
    );
    const noticed = parseAcceptedChanges(text.replace("000000000012", "cccccccccccc"), "f");
    const other = applyAcceptedChanges(comparison, noticed, new Date("2026-01-01"));
    t.same(other.open, [broken]);
    t.same(
      other.idle.map(({ state }) => state),
      ["stale"],
      "a notice needs no acceptance",
    );
  },
);

t.test("an entry counts for at most one year, and its dates must exist in the calendar", async (t) => {
  const broken = findingOf({ verdict: "breaking", fingerprint: entry.fingerprint });
  const at = (today: string) =>
    applyAcceptedChanges(comparisonOf([broken]), parseAcceptedChanges(text, "f"), new Date(today));
  t.equal(at("2025-12-31").accepted.size, 1);
  t.same(
    at("2025-12-30").idle.map(({ state }) => state),
    ["too-long"],
  );
  t.same(at("2025-12-30").open, [broken]);
  t.throws(
    () => parseAcceptedChanges(text.replace("2026-12-31", "2026-02-30"), "f"),
    /expires is "2026-02-30"/,
  );
});

t.test("acceptances in base are distinguished from those that only head has", async (t) => {
  const broken = findingOf({ verdict: "breaking", fingerprint: entry.fingerprint });
  const entries = parseAcceptedChanges(text, "f");
  const today = new Date("2026-06-01");
  const here = (base: typeof entries, only = false) =>
    applyAcceptedChanges(comparisonOf([broken]), entries, today, { entries: base, only });
  t.same([...(here([]).acceptedHere ?? [])], [entry.fingerprint]);
  t.same([...(here(entries).acceptedHere ?? [])], []);
  const expired = entries.map((one) => ({ ...one, expires: "2026-05-31" }));
  t.same([...(here(expired).acceptedHere ?? [])], [entry.fingerprint], "renewed by head");
  t.same(here([], true).open, [broken]);
  t.same(here(entries, true).open, []);
});

t.test("an accepted change must give a meaningful reason", async (t) => {
  for (const given of [
    "…",
    "...",
    "TODO",
    "<text>",
    "reason",
    "x",
    "xxx",
    "-",
    "n/a",
    "'why'",
    "",
    sampleReason,
  ])
    t.notOk(isReason(given), given);
  for (const given of [
    "nobody sends more",
    "#1234",
    "see https://a.example/x",
    "誰も使わない",
    "typo: never shipped",
  ])
    t.ok(isReason(given), given);
});
