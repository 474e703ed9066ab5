import t from "tap";
import { compare } from "../../../scripts/diff/compare.ts";
import { xmlNames } from "../../../scripts/diff/exchange/xml-shape.ts";
import type { JsonObject } from "../../../scripts/document/document.ts";
import { inMemoryDocument } from "../in-memory-document.ts";

const book = (id: JsonObject, size: JsonObject): JsonObject => ({
  type: "object",
  properties: {
    id: { type: "integer", xml: id },
    size: { type: "integer", xml: size },
    tags: { type: "array", items: { type: "string", xml: { name: "tag" } }, xml: { wrapped: true } },
  },
  xml: { name: "book" },
});

t.test("values have the names that OpenAPI's XML Object gives them", (t) => {
  const names = xmlNames(
    {},
    { schema: book({ attribute: true }, { name: "length", prefix: "n", namespace: "urn:n" }) },
  );
  t.same(Object.fromEntries(Array.from(names, ([place, { written }]) => [place, written])), {
    "": "<book>",
    id: "@id",
    size: "<n:length xmlns=urn:n>",
    tags: "<tags>",
    "tags/*": "<tag>",
  });
  t.end();
});

t.test(
  "another name, or an attribute that becomes an element, breaks who reads it; in JSON it is nothing",
  (t) => {
    const cases = [
      { id: {}, size: { name: "length" }, places: ["200/body(application/xml)/size"] },
      { id: { attribute: true }, size: {}, places: ["200/body(application/xml)/id"] },
      { id: { name: "id" }, size: {}, places: [] },
    ];
    for (const { id, size, places } of cases) {
      for (const media of ["application/xml", "application/json"]) {
        const [base, head] = [documentWith(media, book({}, {})), documentWith(media, book(id, size))];
        const breaks = compare(base, head).findings.filter(({ verdict }) => verdict === "breaking");
        t.same(
          breaks.map(({ place, rule }) => ({ place, rule })),
          media === "application/xml" ? places.map((place) => ({ place, rule: "xml" })) : [],
        );
      }
    }
    t.end();
  },
);

function documentWith(media: string, schema: JsonObject) {
  const operation = { responses: { 200: { description: "ok", content: { [media]: { schema } } } } };
  return inMemoryDocument({
    openapi: "3.1.0",
    info: { title: "t", version: "1.0.0" },
    paths: { "/x": { get: operation } },
  });
}
