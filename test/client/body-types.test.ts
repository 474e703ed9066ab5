// Bodies of operations with several media types: the header `Content-Type`, however it is set, selects the
// serialisation.
import t from "tap";
import { bodyTypes } from "../../client/request/body-types.ts";
import { call } from "../../client/request/call.ts";
import type { Operation } from "../../client/operation.ts";

const operation: Operation = {
  method: "POST",
  path: "/items",
  body: "application/json",
  answers: { 204: "" },
  headers: { contentType: "Content-Type" },
  encode: bodyTypes({
    "application/json": {},
    "multipart/form-data": { meta: "application/json" },
    "application/x-www-form-urlencoded": { tags: "pipeDelimited" },
    "text/csv": {},
    "application/vnd.api+json": {},
    "image/*": {},
  }),
};

/** Returns the media type and the text that are sent. */
async function sent(body: unknown, options: object = {}): Promise<string[]> {
  let request = new Request("https://api.example.com");
  const context = {
    baseUrl: "https://api.example.com",
    headers: {},
    timeout: 5000,
    maxAttempts: 1,
    backoff: { first: 1, longest: 1 },
    hooks: [],
    fetch: async (url: string, init: RequestInit) => {
      request = new Request(url, init);
      return new Response(null, { status: 204 });
    },
  };
  await call(context, operation, { body }, options);
  const type = request.headers.get("Content-Type") ?? "";
  return [type.replace(/boundary=.*/, "boundary"), (await request.text()).replace(/\r\n/g, "|")];
}

const cases: readonly { body: unknown; type?: string; want: readonly [string, string | RegExp] }[] = [
  { body: { name: "a" }, want: ["application/json", '{"name":"a"}'] },
  { body: "text", want: ["application/json", '"text"'] },
  {
    body: { name: "a" },
    type: "application/vnd.api+json",
    want: ["application/vnd.api+json", '{"name":"a"}'],
  },
  {
    body: { name: "a" },
    type: "Application/JSON; charset=utf-8",
    want: ["Application/JSON; charset=utf-8", '{"name":"a"}'],
  },
  { body: "a,b\n", type: "text/csv", want: ["text/csv", "a,b\n"] },
  { body: new Uint8Array([65]), type: "image/png", want: ["image/png", "A"] },
  {
    body: { a: "x y", tags: ["1", "2"] },
    type: "application/x-www-form-urlencoded",
    want: ["application/x-www-form-urlencoded", "a=x%20y&tags=1%7C2"],
  },
  {
    body: { name: "a", file: new Blob(["x"]), meta: { b: 1 } },
    type: "multipart/form-data",
    want: [
      "multipart/form-data; boundary",
      /name="name"\|\|a\|.*name="file"; filename="blob"\|.*Content-Type: application\/json\|[^|]*name="meta"\|\|\{"b":1\}\|/,
    ],
  },
  {
    body: { 'a"b': "x\ny", more: { c: [2] }, file: new File(["é"], "1\r\n.txt", { type: "text/plain" }) },
    type: "multipart/form-data",
    want: [
      "multipart/form-data; boundary",
      /name="a%22b"\|\|x\|y\|.*Content-Type: application\/json\|[^|]*name="more"\|\|\{"c":\[2\]\}\|.*name="file"; filename="1%0D%0A\.txt"\|Content-Type: text\/plain\|\|é\|--.*--\|$/,
    ],
  },
  {
    body: { name: "x\ny", file: new Blob(["z"]) },
    type: "multipart/form-data",
    want: ["multipart/form-data; boundary", /name="name"\|\|x\|y\|.*name="file"; filename="blob"/],
  },
  { body: "--b--", type: "multipart/mixed; boundary=b", want: ["multipart/mixed; boundary", "--b--"] },
];

t.test("a body is serialised as the media type that the option or the header selects", async (t) => {
  for (const { body, type, want } of cases) {
    const ways = type === undefined ? [{}] : [{ contentType: type }, { headers: { "content-type": type } }];
    for (const options of ways) t.match(await sent(body, options), want, type ?? "the default");
  }
});
