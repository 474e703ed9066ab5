// What every report in SARIF 2.1.0 has in common (OASIS, sarif-v2.1.0).
import type { Location, Log, ReportingDescriptor, Result, Run } from "sarif";
import type { SourcePlace } from "../../document/document.ts";
import { printableJson } from "../printable.ts";

export interface SarifReport {
  /** Of the command, such as `contract-diff`. */
  readonly name: string;
  /** Of the package that the tool came in. */
  readonly toolVersion: string | undefined;
  readonly rules: ReportingDescriptor[];
  readonly results: Result[];
  readonly invocations?: Run["invocations"];
}

/** The log of one run, as text. */
export function sarifLog({ name, toolVersion, rules, results, invocations }: SarifReport): string {
  const version = toolVersion !== undefined && { version: toolVersion, semanticVersion: toolVersion };
  const log: Log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name, informationUri: "https://spec.openapis.org/oas/v3.1.1", ...version, rules },
        },
        // The unit of source positions: what editors count.
        columnKind: "utf16CodeUnits",
        ...(invocations && { invocations }),
        results,
      },
    ],
  };
  return printableJson(JSON.stringify(log, null, 2));
}

/** @param name  what is there, for people: `createPool request body` */
export function sarifLocation({ file, line, column }: SourcePlace, name?: string): Location {
  return {
    physicalLocation: {
      // A path as a relative URI reference: git revisions and odd names are escaped.
      artifactLocation: { uri: file.split("/").map(encodeURIComponent).join("/") },
      region: { startLine: line, startColumn: column },
    },
    ...(name !== undefined && { logicalLocations: [{ fullyQualifiedName: name }] }),
  };
}
