// Converts the output of `npm audit --json` to an exit code and lines for a person.

/** 0: nothing severe; 1: a finding; 2: the registry was unreachable. */
export interface AuditVerdict {
  readonly exitCode: 0 | 1 | 2;
  readonly lines: readonly string[];
}

interface Advisory {
  readonly title: string;
  readonly url: string;
}

interface Vulnerability {
  readonly name: string;
  readonly severity: string;
  /** Advisories, and names of dependencies that have some. */
  readonly via: readonly (Advisory | string)[];
}

interface Report {
  readonly vulnerabilities?: Readonly<Record<string, Vulnerability>>;
  readonly message?: string;
}

/** Severities that fail the check; the rest waits for the next update. */
const grave = ["high", "critical"];

/** Parses npm's report; anything else yields exit code 2 with the reason. */
export function auditVerdict(text: string): AuditVerdict {
  const report = readReport(text);
  if (report.vulnerabilities === undefined) {
    return { exitCode: 2, lines: [`the registry could not be asked: ${report.message ?? text.trim()}`] };
  }
  const found = Object.values(report.vulnerabilities).filter(({ severity }) => grave.includes(severity));
  return { exitCode: found.length === 0 ? 0 : 1, lines: found.map(lineOf) };
}

function readReport(text: string): Report {
  try {
    return JSON.parse(text) as Report;
  } catch {
    return {};
  }
}

function lineOf({ name, severity, via }: Vulnerability): string {
  const reasons = via.map((reason) =>
    typeof reason === "string" ? `by ${reason}` : `${reason.title} (${reason.url})`,
  );
  return `${name}: ${severity}: ${reasons.join("; ")}`;
}
