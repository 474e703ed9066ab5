// Prints lint findings in the requested format.
import { createHash } from "node:crypto";
import { locationText } from "../cli/error-text.ts";
import { printable } from "../cli/printable.ts";
import type { Annotation } from "../cli/reports/annotation.ts";
import { codeQuality } from "../cli/reports/code-quality.ts";
import { githubCommands } from "../cli/reports/github-commands.ts";
import { junitReport, junitSuite } from "../cli/reports/junit.ts";
import { pathFromTop } from "../cli/reports/path-from-top.ts";
import { painter, type Terminal } from "../cli/terminal.ts";
import type { GradedResult } from "./lint-grade.ts";

export const lintFormats = ["text", "github", "gitlab", "junit"] as const;

/** The name of a format, as an argument of `--format`. */
export type LintFormat = (typeof lintFormats)[number];

/** The findings of one document. */
export interface LintedDocument {
  readonly location: string;
  readonly results: readonly GradedResult[];
  /** The result in one line. */
  readonly summary: string;
}

/**
 * Returns one report of all documents, without a trailing line break; empty if there is nothing to print.
 * Reports that platforms read name files from the top of the repository; `folder` is the working folder from
 * there.
 */
export function lintReport(
  linted: readonly LintedDocument[],
  format: LintFormat,
  { terminal, folder }: { readonly terminal: Terminal; readonly folder: string },
): string {
  const annotationOf = (result: GradedResult) => annotation(result, folder);
  const all = linted.flatMap(({ results }) => results.map(annotationOf));
  switch (format) {
    case "text":
      return linted.flatMap(({ results }) => results.map((result) => textLine(result, terminal))).join("\n");
    case "github":
      return githubCommands(all).trimEnd();
    case "gitlab":
      return codeQuality(all).trimEnd();
    case "junit":
      return junitReport(
        linted.map(({ location, results }) =>
          junitSuite(results.map(annotationOf), {
            name: printable(`contract lint ${location}`),
            passed: "keeps all rules",
            failing: new Set(["error"]),
          }),
        ),
      ).trimEnd();
  }
}

function textLine({ place, rule, message, severity, reason }: GradedResult, terminal: Terminal): string {
  const paint = painter(terminal);
  const grade = reason === undefined ? "" : `  (${severity}: ${printable(reason)})`;
  return `${paint("dim", locationText(place))}  ${paint(severity === "error" ? "red" : "yellow", rule)}  ${printable(message)}${grade}`;
}

function annotation(
  { place, rule, message, pointer, severity, reason }: GradedResult,
  folder: string,
): Annotation {
  const text = printable(message);
  return {
    level: severity === "error" ? "error" : "warning",
    rule,
    title: rule,
    message: reason === undefined ? text : `${text}\n${printable(reason)}`,
    place: { ...place, file: printable(pathFromTop(folder, place.file)) },
    fingerprint: createHash("sha256")
      .update(JSON.stringify([rule, pointer, message]))
      .digest("hex")
      .slice(0, 12),
  };
}
