// Patterns that select paths, operations and rules.
import t from "tap";
import { matchesPattern } from "../../scripts/contract/cli/name-pattern.ts";

t.test("wildcards in path patterns match segments", (t) => {
  const cases = [
    { pattern: "/v1/*", text: "/v1/a", want: true },
    { pattern: "/v1/*", text: "/v1/a/b", want: false },
    { pattern: "/v1/**", text: "/v1/a/b", want: true },
    { pattern: "/v1/{id}.json", text: "/v1/{id}xjson", want: false },
    { pattern: "/v1/{id}.json", text: "/v1/{id}.json", want: true },
  ];
  for (const { pattern, text, want } of cases)
    t.equal(matchesPattern(pattern, text), want, `${pattern} ${text}`);
  t.end();
});
