// Interleaved lists, the end of a run during a search without results, and sequences that wait for it.
import t from "tap";
import { interleaved } from "../../scripts/contract/verify/plan/interleaved.ts";
import { runSequences } from "../../scripts/contract/verify/sequences/run-sequences.ts";

t.test("lists are interleaved", (t) => {
  t.same([...interleaved([[1, 4, 6], [2], [3, 5]])], [1, 2, 3, 4, 5, 6]);
  t.end();
});

t.test("lists without results are not read after the run is over", (t) => {
  let requested = 0;
  const empty = {
    *[Symbol.iterator](): Generator<never> {
      requested += 1;
    },
  };
  const lists = Array.from({ length: 10 }, () => empty);
  t.same([...interleaved(lists, () => requested === 3)], []);
  t.equal(requested, 3);
  t.end();
});

t.test("sequences for which there was no time are run by the next call", async (t) => {
  const ran: string[] = [];
  const sequences = ["a", "b", "c"].map((name) => async (): Promise<void> => void ran.push(name)).values();
  await runSequences(sequences, () => ran.length === 1);
  t.same(ran, ["a"]);
  await runSequences(sequences, () => false);
  t.same(ran, ["a", "b", "c"]);
});
