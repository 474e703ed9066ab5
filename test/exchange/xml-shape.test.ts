import t from "tap";
import { compare } from "../../scripts/contract/diff/compare.ts";
import { xmlNames } from "../../scripts/contract/exchange/xml-shape.ts";
import { xmlText } from "../../scripts/contract/exchange/xml-text.ts";
import type { Json, JsonObject } from "../../scripts/contract/document/document.ts";
import { inMemoryDocument } from "../diff/in-memory-document.ts";

const book = (id: JsonObject, size: JsonObject): JsonObject => ({
  type: "object",
  properties: {
    id: { type: "integer", xml: id },
    size: { type: "integer", xml: size },
    tags: { type: "array", items: { type: "string", xml: { name: "tag" } }, xml: { wrapped: true } },
  },
  xml: { name: "book" },
});

t.test("values have the XML names that OpenAPI's XML Object declares", (t) => {
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
  "another XML name, or an attribute that becomes an element, breaks readers; in JSON it has no effect",
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

t.test("the body of an XML witness is written with the names of its sender", (t) => {
  const [base, head] = [
    documentWith("application/xml", book({ attribute: true }, {})),
    documentWith(
      "application/xml",
      book({ attribute: true }, { name: "length", namespace: "urn:n", prefix: "n" }),
    ),
  ];
  const [found] = compare(base, head).findings.filter(({ verdict }) => verdict === "breaking");
  t.equal(
    found?.witness?.exchange.response?.body?.text,
    '<book><n:length xmlns:n="urn:n">0</n:length></book>',
  );
  t.same(found?.witness?.rejection, ["body/size is sent as <n:length xmlns=urn:n>, read as <size>"]);
  t.end();
});

t.test("an XML name that its sender never writes breaks no client", (t) => {
  const never = (name: string) => ({
    type: "object",
    properties: { a: { type: "string" }, b: { not: {}, xml: { name } } },
  });
  const findings = compare(
    documentWith("text/xml", never("x")),
    documentWith("text/xml", never("y")),
  ).findings;
  t.same(
    findings.filter(({ verdict }) => verdict === "breaking"),
    [],
  );
  t.end();
});

t.test("values are serialised to XML as in OpenAPI's examples", (t) => {
  const strings = (items: JsonObject, xml: JsonObject): JsonObject => ({
    type: "object",
    properties: { animals: { type: "array", items: { type: "string", ...items }, xml } },
  });
  const cases: { schema: JsonObject; value: Json; want: string }[] = [
    {
      schema: strings({}, {}),
      value: { animals: ["a", "b"] },
      want: "<value><animals>a</animals><animals>b</animals></value>",
    },
    {
      schema: strings({ xml: { name: "animal" } }, {}),
      value: { animals: ["a"] },
      want: "<value><animal>a</animal></value>",
    },
    {
      schema: strings({ xml: { name: "animal" } }, { name: "aliens", wrapped: true }),
      value: { animals: ["a"] },
      want: "<value><aliens><animal>a</animal></aliens></value>",
    },
    {
      schema: book({ attribute: true }, { nodeType: "text" }),
      value: { id: 1, size: 2, tags: ["<&"] },
      want: '<book id="1">2<tags><tag>&lt;&amp;</tag></tags></book>',
    },
    {
      schema: { type: "array", items: { type: "integer", xml: { name: "n" } } },
      value: [1, 2],
      want: "<value><n>1</n><n>2</n></value>",
    },
  ];
  for (const { schema, value, want } of cases)
    t.equal(xmlText(value, { root: {}, schema: { schema } }), want);
  const root = { components: { schemas: { Pet: { type: "object" } } } };
  t.equal(
    xmlText({ a: 1 }, { root, schema: { schema: { $ref: "#/components/schemas/Pet" } } }),
    "<Pet><a>1</a></Pet>",
  );
  t.end();
});

function documentWith(media: string, schema: JsonObject) {
  const operation = { responses: { 200: { description: "ok", content: { [media]: { schema } } } } };
  return inMemoryDocument({
    openapi: "3.1.0",
    info: { title: "t", version: "1.0.0" },
    paths: { "/x": { get: operation } },
  });
}
