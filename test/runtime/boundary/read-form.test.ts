// Forms with arbitrarily many fields: each is found by its name.
import t from "tap";
import { readForm } from "../../../scripts/contract/runtime/boundary/read-form.ts";
import type { RequestProblem } from "../../../scripts/contract/runtime/boundary/problem.ts";
import { usualLimits } from "../../../scripts/contract/runtime/json/scan-json.ts";
import type { FormField } from "../../../scripts/contract/runtime/wire-parameter.ts";
import { processorTime } from "../../support/processor-time.ts";

const plain = { style: "form", explode: true, allowReserved: false } as const;
const text = { kind: "scalar", types: ["string"] } as const;
const other: FormField = { ...plain, name: "", shape: text, isOther: true };
const page: FormField = {
  ...plain,
  name: "page",
  shape: { kind: "object", properties: { size: ["integer"] }, others: undefined },
};
const filter: FormField = {
  ...plain,
  name: "filter",
  style: "deepObject",
  shape: { kind: "object", properties: { a: ["string"] }, others: undefined },
};
const size: FormField = { ...plain, name: "size", shape: text };
const files: FormField = { ...plain, name: "f", shape: { kind: "array", types: ["string"] }, files: "all" };
const urlencoded = "application/x-www-form-urlencoded";

async function read(fields: readonly FormField[], body: string, type = urlencoded) {
  const problems: RequestProblem[] = [];
  const reporting = { problems, limits: usualLimits };
  return { ...(await readForm(fields, Buffer.from(body), type, reporting)), problems };
}

t.test(
  "a field belongs to the first matching property, an unknown one to additionalProperties",
  async (t) => {
    const table: [fields: FormField[], body: string, want: object][] = [
      [[page, size], "size=1", { page: { size: 1 } }],
      [[size, page], "size=1", { size: "1" }],
      [[filter, other], "filter[a]=x&b=y&b=z", { filter: { a: "x" }, b: "y" }],
      [[size, other], "size=1&__proto__=x", JSON.parse('{"size":"1","__proto__":"x"}') as object],
    ];
    for (const [fields, given, want] of table) t.same((await read(fields, given)).body, want, given);
    t.match((await read([size], "size=1&b=1")).body, { size: "1" });
  },
);

t.test("the time for many fields, and for many files of one field, is linear in the body", async (t) => {
  const count = 60_000;
  const names = Array.from({ length: count }, (_, at) => `a${at}=1`).join("&");
  const part = '--b\r\nContent-Disposition: form-data; name="f"; filename="x"\r\n\r\nhi\r\n';
  const before = processorTime();
  const { body, problems } = await read([size, other], names);
  t.equal(Object.keys(body).length, count);
  t.same(problems, []);
  const form = await read([files], `${part.repeat(5000)}--b--\r\n`, "multipart/form-data; boundary=b");
  t.equal((form.body["f"] as unknown[]).length, 5000);
  t.ok(processorTime() - before < 6000, `${processorTime() - before} ms`);
});
