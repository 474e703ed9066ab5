// What the script for real documents does, on documents of the tests: a client made for the document takes each thing on its whole way, and every
// response is valid to a validator of another author.
import t from "tap";
import { tryMock } from "../../scripts/project/documents/try-mock.ts";

t.setTimeout(120_000);

t.test("a client of the same document creates, fetches, lists and deletes at a mock", async (t) => {
  const { steps, invalid, unchecked, surprises, by, responses } = await tryMock(
    "scripts/project/peers/tasks.json",
    t.testdir(),
  );
  const once = { done: 1, of: 1 };
  t.same(steps, { create: once, fetch: once, list: once, delete: once });
  t.same({ invalid, unchecked, surprises }, { invalid: [], unchecked: [], surprises: [] });
  t.same(by, { state: 5, example: 0, schema: 2, nothing: 0 });
  t.ok(responses >= 7);
});
