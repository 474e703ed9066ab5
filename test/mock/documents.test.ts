// The script for real documents, on documents of the tests: a generated client of the document takes each
// resource through its whole life, and a third-party validator accepts every response.
import t from "tap";
import { tryMock } from "../../scripts/project/documents/try-mock.ts";

t.setTimeout(120_000);

t.test(
  "a generated client of the document creates, fetches, lists and deletes resources of a mock",
  async (t) => {
    const { steps, invalid, unchecked, surprises, by, responses } = await tryMock(
      "scripts/project/peers/tasks.json",
      t.testdir(),
    );
    const once = { done: 1, of: 1 };
    t.same(steps, { create: once, fetch: once, list: once, delete: once });
    t.same({ invalid, unchecked, surprises }, { invalid: [], unchecked: [], surprises: [] });
    t.same(by, { state: 5, example: 0, schema: 2, nothing: 0 });
    t.ok(responses >= 7);
  },
);
