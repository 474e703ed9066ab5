// The JSON format: everything a comparison says, versioned, as `verdict.schema.json` describes it.
import type { Comparison, Finding } from "../comparison.ts";

/** Raised when a program that reads the format would have to change. */
export const jsonVersion = 1;

/** The whole report; proofs are left out unless asked for. */
export function jsonReport(
  comparison: Comparison,
  options: { readonly proofs: boolean; readonly clean: boolean },
): string {
  const { base, head, counts } = comparison;
  const findings = comparison.findings.filter(({ verdict }) => options.proofs || verdict !== "compatible");
  const report = {
    version: jsonVersion,
    base,
    head,
    clean: options.clean,
    counts,
    findings: findings.map(jsonFinding),
  };
  return JSON.stringify(report, undefined, 2);
}

function jsonFinding(finding: Finding): object {
  const { base, head, witness, ...facts } = finding;
  return {
    ...facts,
    ...(base === undefined ? {} : { base: { pointer: base.pointer, ...base.source } }),
    ...(head === undefined ? {} : { head: { pointer: head.pointer, ...head.source } }),
    ...(witness === undefined ? {} : { witness }),
  };
}
