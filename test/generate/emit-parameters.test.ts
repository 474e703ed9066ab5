// The generated readers in use: parameters parsed strictly from their serialized form.
import { join } from "node:path";
import t, { type Test } from "tap";
import { emitJson } from "../../scripts/contract/generate/emit-json.ts";
import { emitParameters } from "../../scripts/contract/generate/emit-parameters.ts";
import { emitRoundedInteger } from "../../scripts/contract/generate/emit-rounded-integer.ts";
import type { ParameterReader } from "../../scripts/contract/runtime/wire-reader.ts";
import type { ParameterProblem } from "../../scripts/contract/runtime/wire-parameter.ts";
import { noContent, planFrom } from "./plan-from.ts";
import { importTypeScript } from "../support/import-typescript.ts";

interface Case {
  readonly given: string;
  readonly want: object;
  /** The expected problems, `name: detail`. */
  readonly problems?: readonly string[];
}

async function readersOf(t: Test, parameters: readonly object[], path = "/a"): Promise<ParameterReader> {
  const plan = await planFrom({
    paths: { [path]: { get: { operationId: "read", parameters, responses: noContent } } },
  });
  const files = { "json.ts": await emitJson(plan), "rounded-integer.ts": await emitRoundedInteger(plan) };
  const folder = t.testdir({ ...files, "parameters.ts": await emitParameters(plan) });
  const loaded: unknown = await importTypeScript(join(folder, "parameters.ts"));
  return (loaded as { parameters: { read: ParameterReader } }).parameters.read;
}

function check(
  t: Test,
  cases: readonly Case[],
  read: (given: string, problems: ParameterProblem[]) => object,
) {
  for (const { given, want, problems = [] } of cases) {
    const found: ParameterProblem[] = [];
    t.strictSame(read(given, found), want, given);
    t.strictSame(
      found.map(({ name, detail }) => `${name}: ${detail}`),
      problems,
      given,
    );
  }
}

const integer = { type: "integer" };
const strings = { type: "array", items: { type: "string" } };
const range = { type: "object", properties: { from: integer, to: integer }, additionalProperties: false };

t.test("query scalars follow strict grammars; other text stays a string for the validator", async (t) => {
  const reader = await readersOf(t, [
    { name: "size", in: "query", schema: integer },
    { name: "ratio", in: "query", schema: { type: ["number", "null"] } },
    { name: "all", in: "query", schema: { type: "boolean" } },
    { name: "name", in: "query", schema: { type: "string" } },
    { name: "raw", in: "query", allowReserved: true, schema: { type: "string" } },
    { name: "__proto__", in: "query", schema: integer },
    { name: "filter", in: "query", content: { "application/json": { schema: { type: "object" } } } },
  ]);
  const texts = ["0x10", "1e2", "+5", " 5", "05", "5.0", "", "-", "9007199254740993"];
  check(
    t,
    [
      { given: "", want: {} },
      { given: "size=50", want: { size: 50 } },
      { given: "size=-7&&all=true", want: { size: -7, all: true } },
      ...texts.map((text) => ({ given: `size=${encodeURIComponent(text)}`, want: { size: text } })),
      { given: "size=+5", want: { size: " 5" } },
      { given: "ratio=-1.5e3", want: { ratio: -1500 } },
      { given: "ratio=null", want: { ratio: null } },
      { given: "ratio=1e999", want: { ratio: "1e999" } },
      { given: "all=TRUE", want: { all: "TRUE" } },
      { given: "name=a%20b%2Bc%3D%26", want: { name: "a b+c=&" } },
      { given: "n%61me=x=y", want: { name: "x=y" } },
      { given: "name=a+b%2Bc", want: { name: "a b+c" } },
      { given: "raw=a+b%2Bc", want: { raw: "a b+c" } },
      { given: "name=5", want: { name: "5" } },
      { given: "filter=%7B%22a%22%3A1%7D", want: { filter: { a: 1 } } },
      { given: "size=1&size=2", want: { size: 1 }, problems: ["size: must be given only once"] },
      { given: "pagesize=1", want: {}, problems: ["pagesize: must be a parameter of this operation"] },
      {
        given: "constructor=1",
        want: {},
        problems: ["constructor: must be a parameter of this operation"],
      },
      { given: "name=%zz", want: { name: "%zz" }, problems: ["name: must be percent-encoded UTF-8"] },
      { given: "name=%ff", want: { name: "%ff" }, problems: ["name: must be percent-encoded UTF-8"] },
      { given: "__proto__=1", want: JSON.parse('{"__proto__": 1}') as object },
    ],
    (given, problems) => reader.query(given, problems),
  );
});

t.test("arrays and objects in a query are parsed by style and explode", async (t) => {
  const integers = { type: "array", items: integer };
  const reader = await readersOf(t, [
    { name: "many", in: "query", schema: integers },
    { name: "commas", in: "query", explode: false, schema: strings },
    { name: "blanks", in: "query", style: "spaceDelimited", explode: false, schema: integers },
    { name: "pipes", in: "query", style: "pipeDelimited", explode: false, schema: integers },
    { name: "deep", in: "query", style: "deepObject", explode: true, schema: range },
    { name: "flat", in: "query", explode: false, schema: range },
    {
      name: "spread",
      in: "query",
      schema: { type: "object", properties: { low: integer }, additionalProperties: false },
    },
  ]);
  check(
    t,
    [
      { given: "many=1&many=x&many=3", want: { many: [1, "x", 3] } },
      { given: "commas=a,b%2Cc", want: { commas: ["a", "b,c"] } },
      { given: "commas=", want: { commas: [] } },
      { given: "blanks=1%202", want: { blanks: [1, 2] } },
      { given: "pipes=1|2%7C3", want: { pipes: [1, 2, 3] } },
      { given: "deep[from]=1&deep%5Bto%5D=2", want: { deep: { from: 1, to: 2 } } },
      {
        given: "deep[from]=1&deep[from]=2",
        want: { deep: { from: 1 } },
        problems: ["deep[from]: must be given only once"],
      },
      { given: "flat=from,1,to,2", want: { flat: { from: 1, to: 2 } } },
      { given: "low=1", want: { spread: { low: 1 } } },
      { given: "spread=1", want: {}, problems: ["spread: must be a parameter of this operation"] },
      { given: "commas=a&commas=b", want: { commas: ["a"] }, problems: ["commas: must be given only once"] },
    ],
    (given, problems) => reader.query(given, problems),
  );
});

t.test("a path segment is decoded once", async (t) => {
  const places = [
    { name: "id", in: "path", required: true, schema: { type: "string" } },
    { name: "dots", in: "path", required: true, style: "label", explode: true, schema: strings },
    { name: "row", in: "path", required: true, style: "matrix", schema: integer },
    {
      name: "cells",
      in: "path",
      required: true,
      style: "matrix",
      explode: true,
      schema: { type: "array", items: integer },
    },
  ];
  places.push({ name: "color", in: "path", required: true, style: "matrix", schema: { type: "string" } });
  const reader = await readersOf(t, places, "/a/{id}/{dots}/{row}/{cells}/{color}");
  const problems: ParameterProblem[] = [];
  t.strictSame(
    reader.path({ id: "%2561%2F", dots: ".a.b%2E", row: ";row=7", cells: ";cells=1;cells=2" }, problems),
    {
      id: "%61/",
      dots: ["a", "b."],
      row: 7,
      cells: [1, 2],
    },
  );
  for (const [color, want] of [
    [";color", ""],
    [";color=", ""],
    [";color=color", "color"],
    [";color=blue", "blue"],
  ] as const) {
    t.strictSame(reader.path({ color }, problems), { color: want }, "RFC 6570, section 3.2.7");
  }
  t.strictSame(problems, []);
  t.strictSame(reader.path({ id: "%" }, problems), { id: "%" });
  t.strictSame(problems, [{ in: "path", name: "id", detail: "must be percent-encoded UTF-8" }]);
});

t.test("header fields and cookies are read by name, and others ignored", async (t) => {
  const reader = await readersOf(t, [
    { name: "Idempotency-Key", in: "header", schema: { type: "string" } },
    { name: "X-Sizes", in: "header", schema: { type: "array", items: integer } },
    { name: "session", in: "cookie", schema: { type: "string" } },
  ]);
  const problems: ParameterProblem[] = [];
  const fields = { "idempotency-key": "a, b", "x-sizes": ["1, 2", "3"], host: "example.com" };
  t.strictSame(reader.headers(fields, problems), { "Idempotency-Key": "a, b", "X-Sizes": [1, 2, 3] });
  t.strictSame(reader.cookies("theme=dark; session=a%20b", problems), { session: "a b" });
  t.strictSame(reader.cookies(undefined, problems), {});
  t.strictSame(problems, []);
  reader.headers({ "idempotency-key": ["a", "b"] }, problems);
  reader.cookies("session=1; session=2", problems);
  t.strictSame(problems, [
    { in: "header", name: "Idempotency-Key", detail: "must be given only once" },
    { in: "cookie", name: "session", detail: "must be given only once" },
  ]);
});

t.test("arrays and objects in cookies are parsed in style `form`", async (t) => {
  const reader = await readersOf(t, [
    { name: "ids", in: "cookie", schema: { type: "array", items: integer } },
    { name: "few", in: "cookie", explode: false, schema: strings },
    { name: "spread", in: "cookie", schema: range },
    { name: "whole", in: "cookie", explode: false, schema: range },
    { name: "raw", in: "cookie", style: "cookie", schema: strings },
  ]);
  const table = [
    { given: "ids=1; ids=2", want: { ids: [1, 2] } },
    { given: "ids=1", want: { ids: [1] } },
    { given: "few=a,b%2Cc", want: { few: ["a", "b,c"] } },
    { given: "from=1; theme=dark; to=2", want: { spread: { from: 1, to: 2 } } },
    { given: "whole=from,1,to,2", want: { whole: { from: 1, to: 2 } } },
    { given: "spread=1", want: {} },
    { given: "raw=a%2Fb; raw=c", want: { raw: ["a%2Fb", "c"] } },
  ];
  for (const { given, want } of table) {
    const problems: ParameterProblem[] = [];
    t.strictSame(reader.cookies(given, problems), want, given);
    t.strictSame(problems, [], given);
  }
});

t.test(
  "cookies that no parameter declares are properties of an exploded object that allows any",
  async (t) => {
    const open = { type: "object", properties: { own: integer }, additionalProperties: { type: "string" } };
    const reader = await readersOf(t, [
      { name: "open", in: "cookie", schema: open },
      { name: "session", in: "cookie", schema: { type: "string" } },
      { name: "spread", in: "cookie", schema: range },
    ]);
    const problems: ParameterProblem[] = [];
    const want = { open: { a: "x y", own: 2 }, session: "s", spread: { from: 1 } };
    t.strictSame(reader.cookies("a=x%20y; session=s; from=1; own=2", problems), want);
    t.strictSame(problems, []);
  },
);

t.test("arrays and objects inside a deepObject are parsed in their usual notation", async (t) => {
  const created = { type: "object", properties: { gte: { type: "string" }, lt: integer } };
  const parts = { type: "array", items: { type: "object", properties: { size: integer } } };
  const filter = {
    type: "object",
    properties: { status: strings, ids: { type: "array", items: integer }, created, parts, q: integer },
  };
  const reader = await readersOf(t, [
    { name: "filter", in: "query", style: "deepObject", explode: true, schema: filter },
  ]);
  const table = [
    { given: "filter[status]=a&filter[status]=b", want: { status: ["a", "b"] } },
    { given: "filter[status][]=a&filter%5Bstatus%5D%5B%5D=b", want: { status: ["a", "b"] } },
    { given: "filter[ids][0]=1&filter[ids][1]=2&filter[q]=3", want: { ids: [1, 2], q: 3 } },
    { given: "filter[created][gte]=2024&filter[created][lt]=5", want: { created: { gte: "2024", lt: 5 } } },
    {
      given: "filter[parts][0][size]=1&filter[parts][1][size]=2",
      want: { parts: [{ size: 1 }, { size: 2 }] },
    },
    {
      given: "filter[ids][9999999]=1",
      want: { ids: [] },
      problems: ["filter[ids][9999999]: must number its items from 0, without a gap"],
    },
    { given: "filter[q][x]=1", want: {}, problems: ["filter[q][x]: must be a parameter of this operation"] },
    { given: "filter[q]=1&filter[q]=2", want: { q: 1 }, problems: ["filter[q]: must be given only once"] },
    {
      given: "filter[__proto__][x]=1",
      want: {},
      problems: ["filter[__proto__][x]: must be a parameter of this operation"],
    },
  ].map(({ want, ...rest }) => ({ ...rest, want: { filter: want } }));
  check(t, table, (given, problems) => reader.query(given, problems));
});
