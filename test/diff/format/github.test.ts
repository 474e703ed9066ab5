// Annotations for GitHub on the changed lines.
import t from "tap";
import { formatGithub } from "../../../scripts/contract/diff/format/github.ts";
import { review } from "./review-of-everything.ts";

const lines = formatGithub(review).trimEnd().split("\n");

t.test(
  "GitHub output has one command per line, the gravest first, and none for compatible changes",
  async (t) => {
    t.same(
      lines.map((line) => /^::(\w+) file=([^,]+),line=(\d+),col=(\d+),title=/.exec(line)?.slice(1, 3)),
      [
        ["error", "spec/openapi.yaml"],
        ["error", "spec/openapi.yaml"],
        ["warning", "spec/openapi.yaml"],
        ["notice", "spec/openapi.yaml"],
        ["notice", "spec/openapi.yaml"],
        ["error", "spec/accepted-changes.yaml"],
        ["error", "spec/openapi.yaml"],
      ],
    );
  },
);

t.test("no text of a document starts a GitHub command or ends a property", async (t) => {
  for (const line of lines) {
    const [, properties = ""] = /^::\w+ (.*?)::/.exec(line) ?? [];
    t.equal(properties.split(",").length, 4, properties);
  }
  t.match(lines[0], "%250A");
});
