// Reads the findings of a report, or a single finding, to replay them.
import { readFile } from "node:fs/promises";
import { UsageError } from "../cli/command.ts";

/** The findings to repeat. */
export interface Replayed {
  readonly fingerprints: ReadonlySet<string>;
  readonly operations: readonly string[];
  /** Fingerprint → check and operation of the finding. */
  readonly findings: ReadonlyMap<string, { readonly check: string; readonly operation: string }>;
}

/**
 * Reads a report or a finding.
 *
 * @throws UsageError for a file that `--format json` did not print
 */
export async function readReplayed(path: string, name: string): Promise<Replayed> {
  const value = await valueIn(path);
  const list = Array.isArray(value) ? (value as unknown[]) : membersOf(value);
  const findings = new Map(
    list.flatMap((one) => {
      const { fingerprint, check, operation } = (
        typeof one === "object" && one !== null ? one : {}
      ) as Readonly<Record<string, unknown>>;
      const isFinding = [fingerprint, check, operation].every((text) => typeof text === "string");
      return isFinding
        ? [[String(fingerprint), { check: String(check), operation: String(operation) }] as const]
        : [];
    }),
  );
  if (findings.size === 0)
    throw new UsageError(`${name} has no finding`, {
      expected: "expected what contract verify --format json prints, or one of its findings",
      fix: "contract verify … --format json > findings.json",
    });
  return {
    fingerprints: new Set(findings.keys()),
    operations: [...new Set([...findings.values()].map(({ operation }) => operation))],
    findings,
  };
}

async function valueIn(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch {
    return undefined;
  }
}

function membersOf(value: unknown): readonly unknown[] {
  if (typeof value !== "object" || value === null) return [];
  const { findings } = value as { readonly findings?: unknown };
  return Array.isArray(findings) ? (findings as unknown[]) : [value];
}
