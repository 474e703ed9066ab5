// Properties that schemas have themselves or through references: each schema is visited once, whatever the
// references.
import t from "tap";
import type { Json } from "../../scripts/contract/document/document.ts";
import type { Located } from "../../scripts/contract/document/pointer.ts";
import { reaching } from "../../scripts/contract/generate/reaching.ts";

/** A query on a graph: the references of each name, and the names that have the property. */
function question(refs: Readonly<Record<string, readonly string[]>>, having: readonly string[]) {
  const looked: string[] = [];
  const place = (pointer: string): Located => ({ pointer, node: {} satisfies Json });
  const reaches = reaching(({ pointer }) => {
    looked.push(pointer);
    return { has: having.includes(pointer), refs: (refs[pointer] ?? []).map(place) };
  });
  return { looked, ask: (name: string) => reaches(place(name)) };
}

t.test("a schema has the properties of the schemas it references, through circles as well", async (t) => {
  const refs = { a: ["b"], b: ["c", "a"], c: ["b", "d"], d: [], e: ["a"], f: ["f"] };
  for (const first of ["a", "b", "c", "d", "e", "f"]) {
    const { ask, looked } = question(refs, ["d"]);
    ask(first);
    t.same(
      ["a", "b", "c", "d", "e", "f"].map(ask),
      [true, true, true, true, true, false],
      `asked for ${first} first`,
    );
    t.same([...looked].sort(), ["a", "b", "c", "d", "e", "f"], "each is looked at once");
  }
});

t.test("a known result is not computed again, and counts for schemas that reference it later", async (t) => {
  const { ask, looked } = question({ late: ["early"], early: [] }, ["early"]);
  t.equal(ask("early"), true);
  t.equal(ask("late"), true);
  t.same(looked, ["early", "late"]);
});

t.test("a long chain of references does not recurse", async (t) => {
  const count = 200_000;
  const refs = Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}`, [`${at + 1}`]]));
  const { ask } = question(refs, [`${count}`]);
  t.equal(ask("0"), true);
  t.equal(ask("17"), true);
});
