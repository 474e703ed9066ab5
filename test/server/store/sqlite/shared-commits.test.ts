// Writes share commits, in order, and an error fails only its own write.
import t from "tap";
import { SharedCommits } from "../../../../server/store/sqlite/shared-commits.ts";

/** Transactions on a list of names: committed ones stay, the others are rolled back. */
class ListDatabase {
  committed: string[] = [];
  transactions = 0;
  #pending: string[] = [];

  transaction<Result>(write: () => Result): Result {
    this.transactions += 1;
    this.#pending = [];
    const result = write();
    this.committed.push(...this.#pending);
    return result;
  }

  add(name: string): number {
    return this.#pending.push(name);
  }
}

t.test("writes of one turn of the event loop are one transaction and resolve after it", async (t) => {
  const database = new ListDatabase();
  const commits = new SharedCommits(database);
  const seen: string[][] = [];
  const write = (name: string) =>
    commits
      .write(() => database.add(name))
      .then((place) => {
        seen.push(database.committed);
        return place;
      });
  t.strictSame(await Promise.all([write("a"), write("b"), write("c")]), [1, 2, 3]);
  t.strictSame(database.committed, ["a", "b", "c"]);
  t.equal(database.transactions, 1);
  t.strictSame(seen[0], ["a", "b", "c"]);
  await write("d");
  t.equal(database.transactions, 2);
});

t.test("a write that throws fails alone", async (t) => {
  const database = new ListDatabase();
  const commits = new SharedCommits(database);
  const failure = new Error("no");
  const results = await Promise.allSettled([
    commits.write(() => database.add("a")),
    commits.write(() => {
      database.add("half");
      throw failure;
    }),
    commits.write(() => database.add("c")),
  ]);
  t.strictSame(
    results.map(({ status }) => status),
    ["fulfilled", "rejected", "fulfilled"],
  );
  t.equal(results[1].status === "rejected" && results[1].reason, failure);
  t.strictSame(database.committed, ["a", "c"]);
});

t.test("a flush commits without waiting for the end of the turn", async (t) => {
  const database = new ListDatabase();
  const commits = new SharedCommits(database);
  const written = commits.write(() => database.add("a"));
  commits.flush();
  t.strictSame(database.committed, ["a"]);
  t.equal(await written, 1);
  commits.flush();
  t.equal(database.transactions, 1, "nothing waits, nothing is committed");
});
