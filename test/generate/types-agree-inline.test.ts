// The law of types for documents and schemas in the sources of tests.
import t from "tap";
import { holdLaw, isLong } from "./law/hold-law.ts";
import { inlineDocuments } from "./law/inline.ts";
import { withBodies } from "./law/whole.ts";

t.setTimeout(600_000);

t.test("the schemas of documents in tests agree with their types", async (t) => {
  const documents = await inlineDocuments(isLong ? Infinity : 60);
  const count = await holdLaw(
    t,
    documents.map(({ path, root }) => ({ path, root: withBodies(root) })),
  );
  t.ok(count > 1000, `${count} values`);
});
