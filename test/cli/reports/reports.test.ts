// CI reports contain their findings, and no text in these ends an element, a property or a line.
import { Ajv2020 } from "ajv/dist/2020.js";
import t from "tap";
import type { Annotation } from "../../../scripts/contract/cli/reports/annotation.ts";
import { codeQuality } from "../../../scripts/contract/cli/reports/code-quality.ts";
import { githubCommands } from "../../../scripts/contract/cli/reports/github-commands.ts";
import { junitReport, junitSuite } from "../../../scripts/contract/cli/reports/junit.ts";

const hostile = `a<b>&"c"]]>\u0000\u0007\ud800::error::%0A,`;
const annotation = (level: Annotation["level"], file = "./spec/openapi.yaml"): Annotation => ({
  level,
  rule: "max-length",
  title: `breaking: ${hostile}`,
  message: `lowered 9 → 5\n${hostile}`,
  place: { file, line: 7, column: 3 },
  fingerprint: "0123456789ab",
});
const all = [annotation("error"), annotation("warning", "other.yaml"), annotation("notice", "third.yaml")];

t.test("the Code Quality report has the format of GitLab's documentation", async (t) => {
  // The format in GitLab's documentation; GitLab's own schema requires less.
  const validate = new Ajv2020({ strict: true }).compile({
    type: "array",
    items: {
      type: "object",
      required: ["description", "check_name", "fingerprint", "severity", "location"],
      additionalProperties: false,
      properties: {
        description: { type: "string", minLength: 1 },
        check_name: { type: "string", minLength: 1 },
        fingerprint: { type: "string", minLength: 1 },
        severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
        location: {
          type: "object",
          required: ["path", "lines"],
          properties: {
            path: { type: "string", pattern: "^[^./]" },
            lines: {
              type: "object",
              required: ["begin"],
              properties: { begin: { type: "integer", minimum: 1 } },
            },
          },
        },
      },
    },
  });
  const report = JSON.parse(codeQuality(all)) as { fingerprint: string; severity: string }[];
  t.ok(validate(report), JSON.stringify(validate.errors));
  t.same(
    report.map(({ severity }) => severity),
    ["critical", "major", "info"],
  );
  t.equal(
    new Set(report.map(({ fingerprint }) => fingerprint)).size,
    3,
    "GitLab shows one of each fingerprint",
  );
  t.same(JSON.parse(codeQuality([])), []);
});

t.test("JUnit counts failures, and is valid XML whatever a text contains", async (t) => {
  const suite = (annotations: readonly Annotation[]) =>
    junitSuite(annotations, { name: `diff ${hostile}`, passed: "no change", failing: new Set(["error"]) });
  const text = junitReport([suite(all), suite([])]);
  t.match(text, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites>\n/);
  t.match(text, /tests="3" failures="1" errors="0" skipped="0"/);
  t.match(text, /tests="1" failures="0"[^]*name="no change"\/>/, "what passes is a test, too");
  t.equal(text.match(/<failure message="lowered 9 → 5" type="max-length">/g)?.length, 1);

  t.notMatch(text, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/);
  const bare = text.replace(/"[^"<]*"/g, '""').replace(/&(amp|lt|gt|quot);/g, "");
  t.notMatch(bare, /&/);
  const open: string[] = [];
  for (const [, slash, name = "", , own] of bare.matchAll(/<(\/?)([a-z-]+)([^<>]*?)(\/?)>/g)) {
    if (own === "/") continue;
    if (slash === "/") t.equal(open.pop(), name);
    else open.push(name);
  }
  t.same(open, []);
});

t.test("GitHub workflow commands are printed one per line", async (t) => {
  const lines = githubCommands(all).trimEnd().split("\n");
  t.equal(lines.length, 3);
  for (const line of lines)
    t.match(line, /^::(error|warning|notice) file=[^,:]+,line=7,col=3,title=[^,:]+::/);
});
