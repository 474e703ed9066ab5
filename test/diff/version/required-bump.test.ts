// The version that a change requires.
import t from "tap";
import {
  claimsEnough,
  nextVersion,
  requiredBump,
} from "../../../scripts/contract/diff/version/required-bump.ts";
import { comparisonOf, findingOf } from "../finding-of.ts";

t.test("each verdict requires its bump of info.version", async (t) => {
  const cases = [
    { given: [], difference: "same", want: "none" },
    { given: [], difference: "prose", want: "patch" },
    { given: [findingOf({ verdict: "compatible" })], difference: "more", want: "minor" },
    { given: [findingOf({ verdict: "undecided" })], difference: "more", want: "minor" },
    { given: [findingOf({ verdict: "breaking" })], difference: "more", want: "major" },
  ] as const;
  for (const { given, difference, want } of cases)
    t.equal(requiredBump(comparisonOf(given), difference), want);
});

t.test("a version bump is sufficient, or too small", async (t) => {
  const cases = [
    { base: "1.4.2", head: "2.0.0", bump: "major", want: true },
    { base: "1.4.2", head: "1.5.0", bump: "major", want: false },
    { base: "1.4.2", head: "1.5.0", bump: "minor", want: true },
    { base: "1.4.2", head: "1.4.2", bump: "none", want: true },
    { base: "1.4.2", head: "1.4.2", bump: "patch", want: false },
    { base: "1.4.2", head: "1.4.1", bump: "none", want: false },
    { base: "1.4.2", head: "2.0.0", bump: "none", want: true },
    { base: "0.4.2", head: "0.5.0", bump: "major", want: true },
    { base: "0.4.2", head: "0.4.3", bump: "major", want: false },
    { base: "2.0.0-rc.1", head: "2.0.0", bump: "patch", want: true },
    { base: "1.4.2", head: "2.0.0-alpha.1", bump: "major", want: true },
    { base: "1.4.2", head: "1.5.0-beta.1", bump: "major", want: true },
    { base: "2.0.0-alpha.1", head: "2.0.0-alpha.2", bump: "major", want: true },
    { base: "2.0.0-alpha.9", head: "2.0.0-alpha.10", bump: "major", want: true },
    { base: "2.0.0-alpha.2", head: "2.0.0-beta", bump: "major", want: true },
    { base: "2.0.0-rc.1", head: "2.0.0", bump: "major", want: true },
    { base: "2.0.0-alpha.1", head: "2.0.0-alpha.1", bump: "minor", want: false },
    { base: "2.0.0-alpha.2", head: "2.0.0-alpha.1", bump: "none", want: false },
    { base: "2.0.0", head: "2.0.0-rc.1", bump: "none", want: false },
    { base: "2024-06", head: "2024-07", bump: "major", want: true },
    { base: "2024-06", head: "2024-06", bump: "patch", want: false },
  ] as const;
  for (const { base, head, bump, want } of cases) {
    t.equal(claimsEnough(base, head, bump), want, `${base} → ${head} for ${bump}`);
  }
});

t.test("the lowest sufficient version is named", async (t) => {
  t.equal(nextVersion("1.4.2", "major"), "2.0.0");
  t.equal(nextVersion("1.4.2", "minor"), "1.5.0");
  t.equal(nextVersion("1.4.2", "patch"), "1.4.3");
  t.equal(nextVersion("0.4.2", "major"), "0.5.0");
  t.equal(nextVersion("0.4.2", "minor"), "0.4.3");
  t.equal(nextVersion("2.0.0-alpha.1", "major"), "2.0.0-alpha.2");
  t.equal(nextVersion("2.0.0-beta", "minor"), "2.0.0-beta.1");
  t.equal(nextVersion("2.0.0-beta", "none"), "2.0.0-beta");
  t.equal(nextVersion("2024-06", "major"), undefined);
});
