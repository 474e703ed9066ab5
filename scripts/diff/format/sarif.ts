// A review as SARIF 2.1.0, the format that code scanning reads (OASIS, sarif-v2.1.0).
import type { Location, Log, ReportingDescriptor, Result } from "sarif";
import type { SourcePlace } from "../../document/document.ts";
import type { Finding } from "../comparison.ts";
import { type Review, idleMessage, versionMessage } from "../review.ts";
import { requestMessage, responseMessage } from "./http-message.ts";

const informationUri = "https://spec.openapis.org/oas/v3.1.1";

/** The log, as text. Accepted breaks are suppressed results, as a reader of SARIF expects. */
export function formatSarif(review: Review): string {
  const { findings, head } = review.comparison;
  const results = [
    ...findings.filter(({ verdict }) => verdict !== "compatible").map((finding) => resultOf(review, finding)),
    ...review.idle.map((idle) =>
      plainResult(`acceptance-${idle.state}`, idleMessage(idle), idle.entry.source),
    ),
  ];
  const version = versionMessage(review.version);
  if (version !== undefined) {
    results.push(plainResult("version-too-low", version, { file: head, line: 1, column: 1 }));
  }
  const rules = [...new Set(results.map(({ ruleId }) => ruleId ?? ""))].sort().map(descriptorOf);
  const log: Log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "contract-diff", informationUri, rules } },
        columnKind: "unicodeCodePoints",
        results,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptorOf(id: string): ReportingDescriptor {
  return { id, shortDescription: { text: id.replaceAll("-", " ") } };
}

const levels = { breaking: "error", undecided: "warning", notice: "note", compatible: "none" } as const;

function resultOf(review: Review, finding: Finding): Result {
  const { verdict, operation, side, place, rule, action, detail, fingerprint, witness, reason } = finding;
  const accepted = review.accepted.get(fingerprint);
  const { exchange } = witness ?? {};
  const proof = exchange?.response
    ? responseMessage(exchange.response)
    : exchange && requestMessage(exchange.request);
  const text = [
    `${verdict}: ${operation} ${side} ${place}: ${`${rule} ${action} ${detail}`.trim()}`,
    reason,
    proof,
    witness?.refusal.join("\n"),
  ].filter((part) => part !== undefined);
  const [main, other] = finding.head ? [finding.head, finding.base] : [finding.base, undefined];
  return {
    ruleId: rule,
    level: levels[verdict],
    message: { text: text.join("\n\n") },
    locations: main ? [locationOf(main.source, `${operation} ${side} ${place}`)] : [],
    // What base says stands in another revision of the file, so it is named, not linked.
    ...(other && {
      properties: { base: `${other.source.file}:${other.source.line}:${other.source.column}` },
    }),
    partialFingerprints: { "contractDiff/v1": fingerprint },
    ...(accepted && {
      suppressions: [
        { kind: "external", status: "accepted", justification: `${accepted.author}: ${accepted.reason}` },
      ],
    }),
  };
}

function plainResult(ruleId: string, text: string, source: SourcePlace): Result {
  return { ruleId, level: "error", message: { text }, locations: [locationOf(source)] };
}

function locationOf({ file, line, column }: SourcePlace, name?: string): Location {
  return {
    physicalLocation: {
      // A path as a relative URI reference: git revisions and odd names are escaped.
      artifactLocation: { uri: file.split("/").map(encodeURIComponent).join("/") },
      region: { startLine: line, startColumn: column },
    },
    ...(name !== undefined && { logicalLocations: [{ fullyQualifiedName: name }] }),
  };
}
