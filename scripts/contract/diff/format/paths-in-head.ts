// Places as a program beside the checkout of head needs them: by their path, without the revision they were read from.
import type { FindingPlace } from "../comparison.ts";
import type { Review } from "../review.ts";
import type { SideLocation } from "../side-location.ts";

/** The review with the files of head named by their path. */
export function pathsInHead(review: Review, head: SideLocation): Review {
  const prefix = head.kind === "revision" ? `${head.revision}:` : "";
  const pathOf = (file: string) => (file.startsWith(prefix) ? file.slice(prefix.length) : file);
  const moved = ({ pointer, source }: FindingPlace): FindingPlace => ({
    pointer,
    source: { ...source, file: pathOf(source.file) },
  });
  const findings = review.comparison.findings.map((finding) => ({
    ...finding,
    head: finding.head
      ? moved(finding.head)
      : { pointer: "", source: { file: head.path, line: 1, column: 1 } },
  }));
  const comparison = { ...review.comparison, head: pathOf(review.comparison.head), findings };
  return { ...review, comparison };
}
