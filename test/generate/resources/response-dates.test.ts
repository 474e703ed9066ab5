// Where responses of one operation hold date-times: by status and media type where they differ.
import t from "tap";
import type { Json } from "../../../scripts/document/document.ts";
import { emit } from "../../../scripts/generate/code.ts";
import { DatePaths } from "../../../scripts/generate/resources/date-paths.ts";
import { responseDates } from "../../../scripts/generate/resources/response-dates.ts";
import { planFrom } from "../plan-from.ts";

const dated: Json = { type: "object", properties: { at: { type: "string", format: "date-time" } } };
const plain: Json = { type: "object", properties: { at: { type: "string" } } };
const is = (schema: Json, type = "application/json"): Json => ({
  description: "",
  content: { [type]: { schema } },
});

t.test("one value for all that agree, a function where they differ", async (t) => {
  const both: Json = {
    description: "",
    content: { "application/json": { schema: plain }, "application/hal+json": { schema: dated } },
  };
  const cases: { responses: object; want: string | undefined }[] = [
    { responses: { 200: is(plain) }, want: undefined },
    { responses: { 200: is(dated) }, want: "{ at: true }" },
    { responses: { 200: is(dated), 201: is(dated), 204: { description: "" } }, want: "{ at: true }" },
    { responses: { 200: is(dated, "*/*") }, want: "{ at: true }" },
    { responses: { default: is(dated) }, want: "{ at: true }" },
    { responses: { 200: is(dated), 404: is(plain) }, want: "{ at: true }" },
    {
      responses: { 200: is(plain), 201: is(dated) },
      want: "(status) => status === 200 ? undefined : status === 201 ? { at: true } : undefined",
    },
    {
      responses: { "2XX": is(dated), 202: is(plain) },
      want: "(status) => status === 202 ? undefined : Math.floor(status / 100) === 2 ? { at: true } : undefined",
    },
    {
      responses: { 200: both },
      want: '(status, type) => status === 200 && type === "application/json" ? undefined : status === 200 && type === "application/hal+json" ? { at: true } : undefined',
    },
  ];
  for (const { responses, want } of cases) {
    const plan = await planFrom({ paths: { "/a": { get: { responses } } } });
    const paths = new DatePaths(plan, () => emit`never`);
    t.equal(responseDates(plan.operations[0]!, paths), want, JSON.stringify(responses));
  }
});
