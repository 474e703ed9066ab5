// Findings and comparisons for tests that do not depend on how these were found.
import type { Comparison, Finding } from "../../scripts/contract/diff/comparison.ts";

const location = (line: number) => ({
  pointer: "/components/schemas/Tags/maxProperties",
  source: { file: "spec/openapi.yaml", line, column: 9 },
});

export function findingOf(some: Partial<Finding>): Finding {
  return {
    verdict: "breaking",
    operation: "createSenderPool",
    side: "request",
    place: "body/tags",
    rule: "max-properties",
    action: "lowered",
    detail: "10 → 9",
    fingerprint: "a41f0c93be17",
    base: location(211),
    head: location(214),
    witness: undefined,
    policy: undefined,
    reason: undefined,
    oasdiff: undefined,
    ...some,
  };
}

export function comparisonOf(findings: readonly Finding[]): Comparison {
  const count = (verdict: Finding["verdict"]) =>
    findings.filter((finding) => finding.verdict === verdict).length;
  return {
    base: "origin/main:spec/openapi.yaml",
    head: "spec/openapi.yaml",
    findings,
    counts: {
      operations: 12,
      breaking: count("breaking"),
      undecided: count("undecided"),
      notice: count("notice"),
      compatible: count("compatible"),
    },
  };
}
