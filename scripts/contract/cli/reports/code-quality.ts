// Prints annotations as GitLab's Code Quality report, which the merge request widget shows.
import { createHash } from "node:crypto";
import { printableJson } from "../printable.ts";
import type { Annotation } from "./annotation.ts";

const severities = { error: "critical", warning: "major", notice: "info" } as const;

/**
 * Returns one JSON array. GitLab shows one entry per fingerprint, so the file is part of it.
 *
 * @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export function codeQuality(annotations: readonly Annotation[]): string {
  const entries = annotations.map(({ level, rule, title, message, place, fingerprint }) => ({
    description: `${title}: ${message.replaceAll("\n", "; ")}`,
    check_name: rule,
    fingerprint: createHash("sha256")
      .update(JSON.stringify([place.file, fingerprint]))
      .digest("hex")
      .slice(0, 32),
    severity: severities[level],
    location: { path: place.file.replace(/^\.\//, ""), lines: { begin: place.line } },
  }));
  return `${printableJson(JSON.stringify(entries, null, 2))}\n`;
}
