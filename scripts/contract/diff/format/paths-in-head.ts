// Converts locations for programs that run beside the checkout of head: the path from the root of the
// repository, without the revision they were read from.
import { pathFromTop } from "../../cli/reports/path-from-top.ts";
import type { SourceLocation } from "../../document/document.ts";
import type { FindingLocation } from "../comparison.ts";
import type { Review } from "../review.ts";
import type { SideLocation } from "../side-location.ts";

/** @param folder the working folder of the command, from the root of the repository */
export function pathsInHead(review: Review, head: SideLocation, folder = ""): Review {
  const prefix = head.kind === "revision" ? `${head.revision}:` : "";
  const pathOf = (file: string) =>
    pathFromTop(folder, file.startsWith(prefix) ? file.slice(prefix.length) : file);
  const at = (source: SourceLocation): SourceLocation => ({ ...source, file: pathOf(source.file) });
  const moved = ({ pointer, source }: FindingLocation): FindingLocation => ({ pointer, source: at(source) });
  const findings = review.comparison.findings.map((finding) => ({
    ...finding,
    head: moved(finding.head ?? { pointer: "", source: { file: head.path, line: 1, column: 1 } }),
  }));
  const comparison = { ...review.comparison, head: pathOf(review.comparison.head), findings };
  const idle = review.idle.map((one) => ({
    ...one,
    entry: { ...one.entry, source: at(one.entry.source) },
  }));
  const excused = review.excused?.map((one) => ({ ...one, by: one.by.map(pathOf) }));
  return { ...review, comparison, idle, ...(excused && { excused }) };
}
