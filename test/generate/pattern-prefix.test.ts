// The prefix of an id is derived from its pattern.
import t from "tap";
import { literalPrefix } from "../../scripts/contract/generate/pattern-prefix.ts";

t.test("the literal start of an anchored pattern is its prefix", (t) => {
  const cases = [
    { given: "^pool_[0-9]{26}$", want: "pool_" },
    { given: "^pool$", want: "pool" },
    { given: "^pools?_", want: "pool" },
    { given: "^ab{2}", want: "a" },
    { given: "pool_[0-9]", want: undefined },
    { given: "^[a-z]+$", want: undefined },
    { given: "^pool_x|^y", want: undefined },
    { given: "^a?b", want: undefined },
  ];
  for (const { given, want } of cases) t.equal(literalPrefix(given), want, given);
  t.end();
});
