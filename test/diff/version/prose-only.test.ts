// Which changes count as prose, and which require a version bump.
import t from "tap";
import type { JsonObject } from "../../../scripts/contract/document/document.ts";
import { differenceOf } from "../../../scripts/contract/diff/version/prose-only.ts";

const document = (schema: JsonObject, more: JsonObject = {}): JsonObject => ({
  openapi: "3.1.1",
  info: { title: "A", version: "1.0.0" },
  paths: {},
  components: { schemas: { A: schema } },
  ...more,
});

t.test("changes of prose are distinguished from all others", async (t) => {
  const base = document({
    type: "object",
    description: "A.",
    properties: { description: { type: "string" } },
  });
  const cases: { title: string; head: JsonObject; want: string }[] = [
    { title: "nothing", head: document({ ...schemaOf(base) }), want: "same" },
    { title: "only the version", head: { ...base, info: { title: "A", version: "2.0.0" } }, want: "same" },
    { title: "a description", head: document({ ...schemaOf(base), description: "B." }), want: "prose" },
    { title: "an example", head: document({ ...schemaOf(base), examples: [{}] }), want: "prose" },
    {
      title: "a property that is called description",
      head: document({ type: "object", description: "A.", properties: { description: { type: "integer" } } }),
      want: "more",
    },
    {
      title: "a value of an enum that has a title",
      head: document({ ...schemaOf(base), enum: [{ title: "x" }] }),
      want: "more",
    },
    { title: "a server", head: { ...base, servers: [{ url: "/v2" }] }, want: "more" },
  ];
  for (const { title, head, want } of cases) t.equal(differenceOf(base, head), want, title);
});

function schemaOf({ components }: JsonObject): JsonObject {
  return (components as { schemas: { A: JsonObject } }).schemas.A;
}
