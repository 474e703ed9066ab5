// The client's resources match the document.
import t from "tap";
import type { Json } from "../../scripts/contract/document/document.ts";
import { emitClient } from "../../scripts/contract/sdk/emit-client.ts";
import type { Plan } from "../../scripts/contract/generate/plan.ts";
import { type DocumentParts, planFrom } from "./plan-from.ts";
import { json, resourcesDocument } from "./resources-document.ts";

/** All files of a client, concatenated. */
async function clientText(plan: Plan): Promise<string> {
  return [...(await emitClient(plan)).values()].join("\n");
}

t.test("the emitted resources match the document", async (t) => {
  const text = await clientText(await planFrom(resourcesDocument));
  const cases: { name: string; want: string | RegExp }[] = [
    { name: "a comment cannot end early", want: "* A pool *\\/ of `things`.\n" },
    { name: "ids are distinguished", want: 'export type PoolId = Id<"PoolId">;' },
    {
      name: "properties that are models are named",
      want: /interface Pool extends Output<Schemas\["Pool"\]> \{[^]*?id: PoolId;\n {2}state\?: State;\n {2}parts\?: Pool\[\];/,
    },
    {
      name: "request types differ where dates and enums do",
      want: 'export type StateInput = Input<Schemas["State"]>;',
    },
    {
      name: "a request-only type has the name itself",
      want: /interface NewPool extends Input<Schemas\["NewPool"\]> \{\n {2}state\?: StateInput;/,
    },
    { name: "the last absolute server is the default", want: 'baseUrl: "https://eu.example.com/v1"' },
    {
      name: "only used credentials are emitted",
      want: /in: "header", name: "Authorization", prefix: "Bearer ", fields: \[\{ name: "token" \}\] \},\s+\{ in: "header", name: "X-Key", prefix: "", fields: \[\{ name: "apiKey", env: "KEY" \}\] \},/,
    },
    { name: "the request ID header is found", want: 'requestIdHeader: "X-Request-ID"' },
    {
      name: "unusual styles are emitted",
      want: 'search: /* @__PURE__ */ queryStyles({ filter: "deepObject", ids: "form" }),',
    },
    {
      name: "header parameters are options",
      want: 'headers: { idempotencyKey: "Idempotency-Key", timeoutHeader: "timeout", eTag: "ETag" }, keyed: true,',
    },
    {
      name: "dates are followed through recursion",
      want: "const poolDates: DatePaths = { at: true, get parts() { return poolDates; } };",
    },
    {
      name: "dates of a list are those of its items",
      want: "const pageDates: DatePaths = { data: { pools: poolDates } };",
    },
    {
      name: "a list continues by its link",
      want: 'next: { items: ["data", "pools"], none: [], query: { page: ["next"] } }',
    },
    {
      name: "waiting uses its link",
      want: 'operationOf("GET /work/{workId}"), path: [["workId"]], until: { state: ["DONE"] } };',
    },
    {
      name: "a list iterates over its items",
      want: "list(query?: ListPoolsQuery, options?: CallOptions): Pages<Page2, Pool, never>;",
    },
    {
      name: "an optional body may be omitted",
      want: "create(body?: NewPool, options?: CreatePoolOptions)",
    },
    { name: "deprecation is emitted", want: "   * @deprecated\n" },
    {
      name: "required values come first, as parameters",
      want: /putPoolsByPoolIdPartsByClass\(poolId: PoolId, class_: Input<[^]*?body: string, query: PutPoolsByPoolIdPartsByClassQuery, options\?: CallOptions\)/,
    },
    { name: "a description is one line of a comment", want: "* @param poolId Which pool.\n" },
    { name: "operations without a tag have a resource, too", want: "readonly default: Default;" },
    {
      name: "waiting is possible for an operation started elsewhere",
      want: /waitForWork\(workId: .*, options\?: WaitOptions<.*>\): Promise</,
    },
    {
      name: "no method has a name reserved for classes",
      want: "constructor2(workId: string, options?: CallOptions): ApiPromise<undefined, never>",
    },
    { name: "a response without a body has no type", want: '"DELETE 204 /work/{workId}", values)' },
    {
      name: "problems are typed by status, and by range if the status is not declared",
      want: 'export interface Problems {\n  404: Problem;\n  "4XX": Problem;\n  "5XX": Problem;\n}',
    },
  ];
  for (const { name, want } of cases) t.match(text, want, name);
});

t.test("paging and waiting are left out if the links do not define them", async (t) => {
  const list = (link: Json, schema: Json): DocumentParts => ({
    paths: {
      "/a": {
        get: {
          operationId: "listA",
          parameters: [{ name: "page", in: "query", schema: { type: "string" } }],
          responses: { "200": { ...(json(schema) as object), links: { next: link, operation: link } } },
        },
      },
    },
  });
  const one = { type: "object", properties: { items: { type: "array", items: {} } } };
  const two = { type: "object", properties: { a: { type: "array" }, b: { type: "array" } } };
  const cases = [
    list({ operationId: "listA", parameters: { page: "$response.body#/next" } }, two),
    list({ operationId: "listA", parameters: { page: "$url" } }, one),
    list({ operationId: "listA" }, one),
    list({ operationId: "elsewhere", parameters: { page: "$response.body#/next" } }, one),
  ];
  for (const parts of cases) t.match(await clientText(await planFrom(parts)), '"GET q /a", values)');
  const good = list({ operationId: "listA", parameters: { page: "$response.header.Next" } }, one);
  t.match(
    await clientText(await planFrom(good)),
    'next: { items: ["items"], none: [], query: { page: "Next" } } }',
  );
});

t.test("subtypes reached by a discriminator can be imported, with their derived types", async (t) => {
  const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
  const object = (properties: Json, more: object = {}): Json => ({ type: "object", properties, ...more });
  const discriminator = { propertyName: "kind" };
  const schemas = {
    Mapped: object(
      {},
      { discriminator: { ...discriminator, mapping: { dog: "Dog", cat: "#/components/schemas/Cat" } } },
    ),
    Dog: { allOf: [ref("Mapped"), object({ tail: ref("Tail") })] },
    Tail: object({ mapped: ref("Mapped") }),
    Cat: object({ kind: { type: "string" } }),
    Base: object({}, { discriminator }),
    Heir: { allOf: [ref("Base"), object({})] },
    Stranger: object({}),
  };
  const responses = { 200: json(object({ mapped: ref("Mapped"), base: ref("Base") })) };
  const text = await clientText(await planFrom({ paths: { "/a": { get: { responses } } }, schemas }));
  for (const name of ["Mapped", "Dog", "Tail", "Cat", "Base", "Heir"])
    t.match(text, new RegExp(`export (interface|type) ${name} `), name);
  t.notMatch(text, "Stranger");
});

t.test(
  "several basic schemes emit plain credentials, and one beside a bearer scheme emits authorizations",
  async (t) => {
    const basic = (name: string, env?: string) => ({
      type: "http",
      scheme: "basic",
      "x-sdk": { username: { name, env }, password: { name: `${name}Secret`, env: env && `${env}_SECRET` } },
    });
    const bearer = { type: "http", scheme: "bearer" };
    const of = async (securitySchemes: object): Promise<string> => {
      const security = Object.keys(securitySchemes).map((name) => ({ [name]: [] }));
      const paths = { "/a": { get: { responses: { 204: { description: "Done." } } } } };
      return await clientText(await planFrom({ components: { securitySchemes }, security, paths }));
    };
    const plain = /credentials: \[\s*\{\s*header: "Authorization",\s*prefix: "Basic ",/;
    t.match(await of({ a: basic("account", "ACCOUNT"), b: basic("key", "KEY") }), plain);
    t.match(await of({ a: basic("account"), b: basic("key") }), plain, "no variables");
    t.match(await of({ a: basic("account"), b: bearer }), "authorizations(", "a token may be renewed");
  },
);

t.test("a body is sent with its declared media type, except where JSON is the default", async (t) => {
  const of = async (...types: string[]): Promise<string> => {
    const content = Object.fromEntries(types.map((type) => [type, { schema: { type: "object" } }]));
    const post = { requestBody: { content }, responses: { 204: { description: "Done." } } };
    return await clientText(await planFrom({ paths: { "/a": { post } } }));
  };
  const cases = [
    // The default type needs no entry.
    { given: ["application/json; charset=utf-8"], body: undefined, encode: undefined },
    { given: ["application/json; v=2"], body: "application/json; v=2", encode: /bodyTypes/ },
    { given: ["application/*+json"], body: undefined, encode: undefined },
    {
      given: ["text/csv", "application/vnd.b+json; v=2", "application/json"],
      body: "application/vnd.b+json; v=2",
      encode: /bodyTypes\(\{ "application\/vnd.b\+json; v=2": /,
    },
  ];
  for (const { given, body, encode } of cases) {
    const text = await of(...given);
    if (body === undefined) t.match(text, '"POST b 204 /a", values)', given.join());
    else t.match(text, ` body: "${body}", encode: `, given.join());
    if (encode === undefined) t.notMatch(text, "encode:", given.join());
    else t.match(text, encode, given.join());
  }
});

t.test(
  "the return type of a method is repeated for each media type of its body only if these are few",
  async (t) => {
    const of = async (count: number): Promise<string> => {
      const content = Object.fromEntries(
        Array.from({ length: count }, (_, at): [string, Json] => [
          `application/x${at}+json`,
          { schema: { type: "object", properties: { [`p${at}`]: { type: "string" } } } },
        ]),
      );
      const post = {
        operationId: "make",
        requestBody: { content },
        responses: { "200": { description: "Made.", content } },
      };
      return clientText(await planFrom({ paths: { "/things": { post } } }));
    };
    const forms = (text: string): number => text.match(/^ {2}\w+\(body\??: /gm)?.length ?? 0;
    t.equal(forms(await of(51)), 51);
    const many = await of(52);
    t.equal(forms(many), 2);
    t.match(many, /readonly contentType: "application\/x1\+json" \| "application\/x2\+json" \|/);
    t.ok((await of(200)).length < many.length + 150 * 2000, "the length grows with their number");
  },
);

t.test(
  "the items of a list have a type where the list is optional, and beside other media types",
  async (t) => {
    const schema = { type: "object", properties: { data: { type: "array", items: { type: "object" } } } };
    const content = { "application/json": { schema }, "text/html": { schema: { type: "string" } } };
    const pagination = { by: "page", parameter: "page" };
    const parameters = [{ name: "page", in: "query", schema: { type: "integer" } }];
    const get = {
      operationId: "list",
      "x-sdk": { pagination },
      parameters,
      responses: { 200: { description: "a", content } },
    };
    const text = await clientText(await planFrom({ paths: { "/a": { get } } }));
    const data = 'Output<operations["list"]["responses"][200]["content"]["application/json"]>';
    t.match(text, `, NonNullable<${data}["data"]>[number], `);
  },
);
