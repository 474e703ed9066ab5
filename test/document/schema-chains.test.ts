// Chains of schemas that all apply to the same value: realistic lengths are read, and much longer ones are
// rejected.
import t from "tap";
import { readDocument } from "../../scripts/contract/document/read-document.ts";

function chain(length: number, link: (ref: string) => object): Promise<unknown> {
  const schemas = Array.from({ length }, (_, index): [string, object] => [
    `S${index}`,
    index === length - 1 ? { type: "string" } : link(`#/components/schemas/S${index + 1}`),
  ]);
  const text = JSON.stringify({
    openapi: "3.1.0",
    info: { title: "T", version: "1.0.0" },
    paths: {},
    components: { schemas: Object.fromEntries(schemas) },
  });
  return readDocument("a.json", { readText: async () => text });
}

const links = {
  "of references": ($ref: string) => ({ $ref }),
  "by allOf": ($ref: string) => ({ allOf: [{ $ref }] }),
};

for (const [name, link] of Object.entries(links)) {
  t.test(`a chain of schemas ${name}`, async (t) => {
    await t.resolves(chain(100, link));
    await t.rejects(chain(20_000, link), {
      name: "DocumentError",
      message:
        /^\/components\/schemas\/S0\S* applies more than 500 schemas to one value, each within the other$/,
      place: { file: "a.json", line: 1 },
    });
  });
}

t.test("a chain of schemas through properties may have any length", async (t) => {
  await t.resolves(chain(20_000, ($ref) => ({ type: "object", properties: { next: { $ref } } })));
});
