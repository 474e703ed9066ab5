// The JSON format: everything a comparison says, versioned, as `verdict.schema.json` describes it.
import type { Finding } from "../comparison.ts";
import { type Review, idleMessage } from "../review.ts";

/** Raised when a program that reads the format would have to change. */
export const jsonVersion = 1;

/** The whole report; proofs are left out unless asked for. */
export function jsonReport(
  { comparison, accepted, idle, version }: Review,
  options: { readonly proofs: boolean; readonly clean: boolean; readonly note?: string | undefined },
): string {
  const { base, head, counts } = comparison;
  const findings = comparison.findings.filter(({ verdict }) => options.proofs || verdict !== "compatible");
  const report = {
    version: jsonVersion,
    base,
    head,
    ...(options.note !== undefined && { note: options.note }),
    clean: options.clean,
    counts,
    findings: findings.map(jsonFinding),
    accepted: [...accepted.values()],
    idle: idle.map((one) => ({ ...one, message: idleMessage(one) })),
    ...(version && { infoVersion: version }),
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
