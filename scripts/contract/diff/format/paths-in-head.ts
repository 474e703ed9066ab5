// Converts the file names in a review for CI systems, which show findings in a checkout of head:
// `main:spec/openapi.yaml` becomes `spec/openapi.yaml`, relative to the root of the repository.
import { pathFromTop } from "../../cli/reports/path-from-top.ts";
import type { SourceLocation } from "../../document/document.ts";
import type { FindingLocation } from "../comparison.ts";
import type { Review } from "../review.ts";
import type { SideLocation } from "../side-location.ts";

/**
 * Returns the review with paths from the root of the repository and without revisions. A finding without a
 * location in head gets the first line of head's document.
 *
 * @param folder  the working folder of the command, from the root of the repository
 */
export function pathsInHead(review: Review, head: SideLocation, folder = ""): Review {
  const prefix = head.kind === "revision" ? `${head.revision}:` : "";
  const pathOf = (file: string) =>
    pathFromTop(folder, file.startsWith(prefix) ? file.slice(prefix.length) : file);
  const withPath = (source: SourceLocation): SourceLocation => ({ ...source, file: pathOf(source.file) });
  const converted = ({ pointer, source }: FindingLocation): FindingLocation => ({
    pointer,
    source: withPath(source),
  });
  const findings = review.comparison.findings.map((finding) => ({
    ...finding,
    head: converted(finding.head ?? { pointer: "", source: { file: head.path, line: 1, column: 1 } }),
  }));
  const comparison = { ...review.comparison, head: pathOf(review.comparison.head), findings };
  const idle = review.idle.map((one) => ({
    ...one,
    entry: { ...one.entry, source: withPath(one.entry.source) },
  }));
  const excused = review.excused?.map((one) => ({ ...one, by: one.by.map(pathOf) }));
  return { ...review, comparison, idle, ...(excused && { excused }) };
}
