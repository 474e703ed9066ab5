import t from "tap";
import { textReport } from "../../../scripts/contract/diff/format/text.ts";
import { terminalOf } from "../../../scripts/contract/cli/terminal.ts";
import type { Finding } from "../../../scripts/contract/diff/comparison.ts";
import { comparisonOf, findingOf } from "../finding-of.ts";

const plain = { columns: 120, colour: false };
const options = { terminal: plain, proofs: false };
const witness: Finding["witness"] = {
  exchange: {
    request: {
      method: "POST",
      server: "https://a.example/v1",
      target: "/pools",
      headers: [["content-type", "application/json"]],
      credentials: [{ scheme: "http basic", scopes: [] }],
      body: {
        mediaType: "application/json",
        text: "",
        value: { name: "a".repeat(129), list: Array<number>(9).fill(1) },
      },
    },
  },
  sender: "base",
  rejection: ["body/name must NOT have more than 128 characters"],
};

t.test("a break is printed in four lines, and the last line is the verdict", (t) => {
  const lines = textReport(
    comparisonOf([findingOf({ witness, place: "body/name", rule: "max-length", detail: "256 → 128" })]),
    options,
  ).split("\n");
  t.match(
    lines[0],
    /^breaking {4}createSenderPool {2}request {2}body\/name {2}max-length lowered 256 → 128 +a41f0c93be17$/,
  );
  t.equal(lines[0]?.length, 120, "the fingerprint ends at the edge");
  t.equal(lines[1], "            spec/openapi.yaml:214:9  (base 211:9)");
  t.match(lines[2], /^ {12}POST \/v1\/pools +base: accepted {3}head: 400$/);
  t.match(lines[4], /\{"name":"aaaa…\(129\)","list":\[1(,1){8}\]\}/);
  t.match(lines.at(-1), /^breaking: 1 change would break clients of /);
  t.end();
});

t.test("no line of text output is wider than the terminal", (t) => {
  const finding = findingOf({
    witness,
    detail: `${"x".repeat(200)} → y`,
    reason: "because ".repeat(30),
    operation: "o".repeat(90),
  });
  for (const columns of [40, 60, 80, 132]) {
    const lines = textReport(comparisonOf([finding]), {
      ...options,
      terminal: { columns, colour: false },
    }).split("\n");
    t.same(
      lines.filter((line) => Array.from(line).length > columns),
      [],
      `${columns} columns`,
    );
  }
  t.end();
});

t.test("a change that affects many operations is reported once", (t) => {
  const findings = Array.from({ length: 9 }, (_, index) =>
    findingOf({ operation: `operation${index}`, fingerprint: String(index) }),
  );
  const text = textReport(comparisonOf(findings), options);
  t.equal(text.match(/max-properties lowered/g)?.length, 1);
  t.match(text, /also in operation1, operation2, operation3, operation4, operation5, operation6 and 2 more/);
  t.match(text, /breaking: 1 change would break clients of .*, in 9 places/);
  t.end();
});

t.test("the verdict names the comparison that was requested", (t) => {
  const undecided = comparisonOf([findingOf({ verdict: "undecided", reason: "a look-around" })]);
  const compatible = comparisonOf([findingOf({ verdict: "compatible" })]);
  const last = (text: string) => text.split("\n").at(-1);
  t.match(last(textReport(undecided, options)), /^undecided: 1 place could not be shown/);
  t.notMatch(textReport(compatible, options), /createSenderPool/);
  t.match(textReport(compatible, { ...options, proofs: true }), /^compatible {2}createSenderPool/);
  t.end();
});

t.test("text output is coloured for terminals, or on request", (t) => {
  const cases = [
    { env: {}, stream: { isTTY: true, columns: 90 }, want: { columns: 90, colour: true } },
    { env: {}, stream: {}, want: { columns: 120, colour: false } },
    { env: { COLUMNS: "60" }, stream: {}, want: { columns: 60, colour: false } },
    { env: { NO_COLOR: "1" }, stream: { isTTY: true, columns: 90 }, want: { columns: 90, colour: false } },
    { env: { FORCE_COLOR: "1" }, stream: {}, want: { columns: 120, colour: true } },
    { env: { FORCE_COLOR: "1", NO_COLOR: "1" }, stream: {}, want: { columns: 120, colour: false } },
    { env: { COLUMNS: "7" }, stream: {}, want: { columns: 40, colour: false } },
  ];
  for (const { env, stream, want } of cases) t.same(terminalOf(env, stream), want, JSON.stringify(env));
  const coloured = textReport(comparisonOf([findingOf({})]), {
    ...options,
    terminal: { columns: 120, colour: true },
  });
  t.match(coloured, "\u001b[31mbreaking");
  t.equal(coloured.replaceAll(/\u001b\[\d+m/g, ""), textReport(comparisonOf([findingOf({})]), options));
  t.end();
});
