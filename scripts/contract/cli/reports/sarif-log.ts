// The common part of all SARIF 2.1.0 reports (OASIS, sarif-v2.1.0).
import type { Location, Log, ReportingDescriptor, Result, Run } from "sarif";
import type { SourceLocation } from "../../document/document.ts";
import { printableJson } from "../printable.ts";

/** The contents of a SARIF log of one run. */
export interface SarifReport {
  /** The name of the command, such as `contract-diff`. */
  readonly name: string;
  /** The version of this tool's package. */
  readonly toolVersion: string | undefined;
  readonly rules: ReportingDescriptor[];
  readonly results: Result[];
  readonly invocations?: Run["invocations"];
}

/** Returns the log of one run, as text. */
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
        // The unit of columns: UTF-16 code units, as in editors.
        columnKind: "utf16CodeUnits",
        ...(invocations && { invocations }),
        results,
      },
    ],
  };
  return printableJson(JSON.stringify(log, null, 2));
}

/** @param name  a name for the location in messages: `createPool request body` */
export function sarifLocation({ file, line, column }: SourceLocation, name?: string): Location {
  return {
    physicalLocation: {
      // A path as a relative URI reference: git revisions and unusual names are percent-encoded.
      artifactLocation: { uri: file.split("/").map(encodeURIComponent).join("/") },
      region: { startLine: line, startColumn: column },
    },
    ...(name !== undefined && { logicalLocations: [{ fullyQualifiedName: name }] }),
  };
}
