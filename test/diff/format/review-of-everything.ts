// One review that contains a finding of every kind, with text that is hostile to every format.
import { applyAcceptedChanges } from "../../../scripts/contract/diff/accept/apply-accepted-changes.ts";
import type { Witness } from "../../../scripts/contract/diff/comparison.ts";
import { reviewOf } from "../../../scripts/contract/diff/review.ts";
import { comparisonOf, findingOf } from "../finding-of.ts";

/** Text that closes any markup it is put into, and mentions a user. */
export const hostile = `"'--><script>alert(1)</script>](x) %0A::error:: @somebody $(id) \`id\``;

export const requestWitness: Witness = {
  sender: "base",
  rejection: ["body/tags/a must NOT have more than 128 characters"],
  exchange: {
    request: {
      method: "POST",
      server: "https://comms.example/v1",
      target: "/SenderPools?a=1",
      headers: [["If-Match", '"1"']],
      credentials: [{ scheme: "http basic", scopes: [] }],
      body: {
        mediaType: "application/json",
        text: JSON.stringify({ name: hostile }),
        value: { name: hostile },
      },
    },
  },
};

export const responseWitness: Witness = {
  sender: "head",
  rejection: ["body/status must be equal to one of the allowed values"],
  exchange: {
    request: { method: "GET", server: "/v1", target: "/Senders", headers: [], credentials: [] },
    response: {
      status: 200,
      headers: [["ETag", '"1"']],
      body: { mediaType: "application/json", text: '{"status":"PAUSED"}', value: { status: "PAUSED" } },
    },
  },
};

const entry = {
  rule: "max-length",
  operation: "createSenderPool",
  reason: `agreed ${hostile}`,
  author: "A. Person",
  expires: "2026-12-31",
  source: { file: "spec/accepted-changes.yaml", line: 3, column: 3 },
};

export const review = reviewOf(
  comparisonOf([
    findingOf({ fingerprint: "aaaaaaaaaaaa", witness: requestWitness, detail: hostile }),
    findingOf({
      fingerprint: "bbbbbbbbbbbb",
      witness: responseWitness,
      side: "response",
      operation: "listSenders",
    }),
    findingOf({ fingerprint: "cccccccccccc", witness: requestWitness, rule: "max-length" }),
    findingOf({ fingerprint: "dddddddddddd", verdict: "undecided", reason: "pattern: look-behind" }),
    findingOf({ fingerprint: "eeeeeeeeeeee", verdict: "notice", rule: "default", head: undefined }),
    findingOf({ fingerprint: "ffffffffffff", verdict: "compatible", rule: "max-items" }),
  ]),
  applyAcceptedChanges(
    comparisonOf(
      ["aaaaaaaaaaaa", "bbbbbbbbbbbb", "cccccccccccc"].map((fingerprint) => findingOf({ fingerprint })),
    ),
    [
      { ...entry, fingerprint: "cccccccccccc" },
      { ...entry, fingerprint: "999999999999" },
    ],
    new Date("2026-06-01"),
  ),
  { base: "1.4.2", head: "1.5.0", difference: "more" },
);
