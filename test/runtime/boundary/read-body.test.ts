// Problems of a body that cannot be read, and errors that the client did not cause.
import t from "tap";
import { expectedType } from "../../../scripts/contract/runtime/boundary/expected-type.ts";
import { readBody } from "../../../scripts/contract/runtime/boundary/read-body.ts";
import type { RequestProblem } from "../../../scripts/contract/runtime/boundary/problem.ts";

const limits = { depth: 32, problems: 100 };
const form = "multipart/form-data";

t.test("a body that cannot be decoded is reported under the field that announces how it was encoded", (t) => {
  const length = { "content-length": "2" };
  const type = { "content-type": "application/json" };
  const table = [
    { headers: { ...length, ...type }, want: undefined },
    { headers: { "transfer-encoding": "Chunked", ...type }, want: undefined },
    { headers: { "transfer-encoding": "gzip, chunked", ...type }, want: "Transfer-Encoding" },
    { headers: { ...length, ...type, "content-encoding": "identity" }, want: undefined },
    { headers: { ...length, ...type, "content-encoding": "gzip" }, want: "Content-Encoding" },
    {
      headers: { ...length, "content-type": "text/plain", "content-encoding": "gzip" },
      want: "Content-Type",
    },
    { headers: { ...length, "content-type": "application/json; charset=latin1" }, want: "Content-Type" },
  ];
  for (const { headers, want } of table) {
    const rules = { required: true, mediaTypes: ["application/json"] };
    const read = (): unknown => expectedType(headers, rules);
    if (want === undefined) t.equal(read(), "application/json", JSON.stringify(headers));
    else t.throws(read, { statusCode: 415, errors: [{ in: "header", name: want }] }, JSON.stringify(headers));
  }
  t.end();
});

t.test("an unparseable text is a problem of the body", async (t) => {
  const table = [
    { type: "application/json", body: Buffer.from("{"), want: { pointer: "", detail: /^must be JSON: / } },
    {
      type: "application/json",
      body: Buffer.from('{"a":{"b":1,"b":2}}'),
      want: { pointer: "/a/b", detail: "must NOT be given twice in one object" },
    },
    {
      type: "application/json",
      body: Buffer.from("[".repeat(33) + "]".repeat(33)),
      want: { pointer: "", detail: "must NOT be nested more than 32 levels deep" },
    },
    { type: "text/plain", body: Buffer.from([0xff]), want: { pointer: "", detail: "must be UTF-8" } },
    { type: "application/json", body: Buffer.from([0x22, 0xff, 0x22]), want: { detail: "must be UTF-8" } },
    { type: `${form}; boundary=x`, body: Buffer.from("no form"), want: { detail: `must be ${form}` } },
  ];
  for (const { type, body, want } of table) {
    const problems: RequestProblem[] = [];
    const [declared = ""] = type.split(";");
    await readBody({ bytes: body, type, declared }, { forms: { [form]: [] }, limits }, problems);
    t.match(problems, [{ in: "body", ...want }], type);
  }
});

t.test("an error of the parser itself is not reported as a problem of the request", async (t) => {
  const fault = new TypeError("a fault of ours");
  const fields = [
    {
      get name(): string {
        throw fault;
      },
    },
  ] as never;
  const type = "application/x-www-form-urlencoded";
  const sent = { bytes: Buffer.from("a=1"), type, declared: type };
  await t.rejects(Promise.resolve(readBody(sent, { forms: { [type]: fields }, limits }, [])), fault);
});

t.test("a form's list distinguishes commas in its items from its separators", async (t) => {
  const type = "application/x-www-form-urlencoded";
  const list = { allowReserved: false, shape: { kind: "array", types: ["string"] } } as const;
  const forms = {
    [type]: [
      { ...list, name: "commas", style: "form", explode: false },
      { ...list, name: "spread", style: "form", explode: true },
      { ...list, name: "pipes", style: "pipeDelimited", explode: false },
    ],
  } as const;
  const text = "commas=a,b%2Cc&spread=1%2C2&spread=3+4&pipes=x|y%7Cz&more=p,q";
  const sent = { bytes: Buffer.from(text), type: `${type}; charset=utf-8`, declared: type };
  const problems: RequestProblem[] = [];
  t.match(await readBody(sent, { forms, limits }, problems), {
    body: { commas: ["a", "b,c"], spread: ["1,2", "3 4"], pipes: ["x", "y", "z"], more: "p,q" },
    isRead: true,
  });
  t.same(problems, []);
});
