// XML is read as it is written: by the names that a schema declares.
import t from "tap";
import type { Json, JsonObject } from "../../scripts/contract/document/document.ts";
import { parseXml } from "../../scripts/contract/exchange/parse-xml.ts";
import { xmlText } from "../../scripts/contract/exchange/xml-text.ts";
import { XmlReader } from "../../scripts/contract/exchange/xml-value.ts";
import { fc } from "../support/laws.ts";

const root = {
  components: {
    schemas: {
      Author: {
        type: "object",
        properties: {
          born: { type: "integer", xml: { attribute: true } },
          name: { type: "string", xml: { name: "n", prefix: "p", namespace: "urn:p" } },
        },
      },
    },
  },
} satisfies JsonObject;

const book = {
  type: "object",
  xml: { name: "book" },
  properties: {
    id: { type: "string", xml: { attribute: true } },
    title: { type: "string" },
    price: { type: "number" },
    isSold: { type: "boolean", xml: { name: "is-sold" } },
    tags: { type: "array", items: { type: "string", xml: { name: "tag" } }, xml: { wrapped: true } },
    authors: { type: "array", items: { $ref: "#/components/schemas/Author", xml: { name: "author" } } },
    size: {
      type: "object",
      properties: {
        unit: { type: "string", xml: { attribute: true } },
        value: { type: "integer", xml: { nodeType: "text" } },
      },
    },
    extra: { type: "object", additionalProperties: { type: "string" } },
  },
} satisfies JsonObject;

const reader = new XmlReader(root, { schema: book });
/** The nearest reading first. */
const read = (text: string): Json | undefined => reader.read(text)[0];

t.test("elements, attributes, texts and lists are read under their names", (t) => {
  const text = `<?xml version="1.0"?><!-- new -->
    <book id="&lt;1&#x3e;" xmlns:q="urn:p">
      <title><![CDATA[A < B]]> &amp; C</title>
      <price>1.50</price><is-sold>true</is-sold>
      <tags><tag>a</tag><tag/></tags>
      <author born="1900"><q:n>Ann</q:n></author><author born="1910"/>
      <size unit="cm">7</size>
      <extra><colour>red</colour></extra>
      <more/><more>2</more>
    </book>`;
  t.same(read(text), {
    id: "<1>",
    title: "A < B & C",
    price: 1.5,
    isSold: true,
    tags: ["a", ""],
    authors: [{ born: 1900, name: "Ann" }, { born: 1910 }],
    size: { unit: "cm", value: 7 },
    extra: { colour: "red" },
    more: ["", 2],
  });
  t.end();
});

t.test("a value written as XML is parsed back to the same value", (t) => {
  const text = fc.string({
    unit: fc.constantFrom("a", " ", "<", "&", ">", '"', "'", "é", "𝄞", "]]>", "\n", "\r", "\t"),
    maxLength: 5,
  });
  const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const filled = fc.array(text, { minLength: 1, maxLength: 3 });
  const author = fc.record({ born: fc.integer(), name: text });
  const books = fc.record({
    id: some(text),
    title: some(text),
    price: some(fc.integer().map((whole) => whole / 4)),
    isSold: some(fc.boolean()),
    tags: some(filled),
    authors: some(fc.array(author, { minLength: 1, maxLength: 3 })),
    size: some(fc.record({ unit: text, value: fc.integer() })),
    extra: some(fc.record({ a: text })),
  });
  fc.assert(
    fc.property(books, (value) => {
      const given = JSON.parse(JSON.stringify(value)) as Json;
      t.strictSame(read(xmlText(given, { root, schema: { schema: book } })), given);
    }),
    { numRuns: 100 },
  );
  t.end();
});

t.test("texts that are not well-formed, and document types, are errors with their line and column", (t) => {
  const table = [
    ["", /1:0: document must contain a root element/],
    ["<a>", /unclosed tag: a/],
    ["<a><b></a></b>", /1:10: unexpected close tag/],
    ["<a/>\n<b/>", /2:3: documents may contain only one root/],
    ["<a/>x", /text data outside of root node/],
    ["<a b='1' b='2'/>", /duplicate attribute: b/],
    ["<a b=1/>", /unquoted attribute value/],
    ["<a b='1'c='2'/>", /no whitespace between attributes/],
    ["<a>]]></a>", /disallowed in char data/],
    ["<a>&b;</a>", /undefined entity/],
    ["<a>&</a>", /unclosed tag/],
    ["<a>&#0;</a>", /malformed character entity/],
    ["<a>\0</a>", /disallowed character/],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', /document types/],
    ["<a>".repeat(101), /deeper than 100/],
    ["<bock/>", /root element is <bock>, not <book>/],
  ] as const;
  for (const [text, message] of table)
    t.throws(() => reader.read(text), { name: "SyntaxError", message }, text);
  t.match(parseXml("\uFEFF<a b='\n'>\r\n</a>"), { text: "\n", attributes: new Map([["b", " "]]) });
  t.end();
});
