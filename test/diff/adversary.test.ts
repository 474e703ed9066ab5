// An adversary: pairs that are easily misread, small enough to try every value. CHECK_LONG=1 tries 100,000
// pairs.
import t from "tap";
import { judgePair } from "./adversary/judge-pair.ts";
import { schemaPair } from "./adversary/schema-pairs.ts";

const first = Number(process.env["ADVERSARY_SEED"] ?? 1);
const pairs = Number(process.env["ADVERSARY_PAIRS"] ?? (process.env["CHECK_LONG"] === "1" ? 100_000 : 300));
// Much work: allow for a busy machine.
t.setTimeout(Math.max(600_000, pairs * 400));

t.test(
  `the diff misses no break and invents none in ${pairs} pairs, from seed ${first}`,
  { timeout: Math.max(120_000, pairs * 400) },
  (t) => {
    const total = { breaking: 0, undecided: 0, compatible: 0 };
    for (let seed = first; seed < first + pairs; seed += 1) {
      const judgement = judgePair(schemaPair(seed), seed);
      if (judgement.fault !== undefined)
        t.fail(`ADVERSARY_SEED=${seed} ADVERSARY_PAIRS=1: ${judgement.fault}`);
      for (const verdict of ["breaking", "undecided", "compatible"] as const)
        total[verdict] += judgement[verdict];
    }
    t.comment(JSON.stringify(total));
    t.ok(total.breaking > pairs / 4, "enough pairs break");
    t.ok(total.compatible > pairs / 4, "enough pairs are compatible");
    t.end();
  },
);

/** Seeds of pairs that were undecided or wrong before: their witnesses were misread. */
const found = [
  2150, 29445, 53334, 55004, 56633, 70941, 300372, 400177, 501434, 445256, 447936, 730969, 734311,
];

t.test("schema pairs that were once misread stay correct", (t) => {
  for (const seed of found) t.equal(judgePair(schemaPair(seed), seed).fault, undefined, `seed ${seed}`);
  t.end();
});
