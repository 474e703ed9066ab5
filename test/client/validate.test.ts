// Validation of requests before sending: with the server's rules, and where `eval` is forbidden.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";
import t from "tap";
import { isApiError, TwilioClient } from "../../generated/index.ts";
import {
  formats,
  type RequestProblem,
  validateRequest,
  validateSchema,
  standardBody,
  standardSchema,
} from "../../client/validate.ts";
import { constraints } from "../../generated/constraints.ts";
import document from "../../generated/openapi.json" with { type: "json" };
import { demoAccount } from "../../server/accounts/accounts.ts";
import { startTestServer } from "../support/test-server.ts";

const [senderId = ""] = document.components.schemas.SenderId.examples;
const [senderPoolId = ""] = document.components.schemas.SenderPoolId.examples;
const { maxProperties } = constraints.schemas.Tags;
const tooMany = Object.fromEntries(
  Array.from({ length: maxProperties + 1 }, (_, index) => [`k${index}`, "v"]),
);

const cases: readonly { title: string; given: RequestProblem[]; want: object[] }[] = [
  { title: "an empty body", given: validateRequest("createSenderPool", { body: {} }), want: [] },
  {
    title: "a body with all properties",
    given: validateRequest("createSenderPool", {
      body: { name: "n", senders: [{ senderId }], tags: { greeting: "Hello {{ name | upcase }}" } },
      headers: { "Idempotency-Key": "k" },
    }),
    want: [],
  },
  {
    title: "a missing body",
    given: validateRequest("createSenderPool", {}),
    want: [{ in: "body", pointer: "", detail: "must be sent" }],
  },
  {
    title: "a tag with invalid Liquid",
    given: validateRequest("createSenderPool", { body: { tags: { "a/b": "Hello {{ name" } } }),
    want: [{ in: "body", pointer: "/tags/a~1b", detail: 'must match format "liquid"' }],
  },
  {
    title: "several errors at once",
    given: validateRequest("updateSenderPool", {
      path: { senderPoolId: "p" },
      headers: { "Idempotency-Key": "" },
      body: { tags: tooMany },
    }),
    want: [
      {
        in: "path",
        name: "senderPoolId",
        detail: `must match pattern "${constraints.schemas.SenderPoolId.pattern}"`,
      },
      { in: "header", name: "Idempotency-Key", detail: /^must match pattern/ },
      { in: "body", pointer: "/tags", detail: `must NOT have more than ${maxProperties} properties` },
    ],
  },
  {
    title: "a path without its value",
    given: validateRequest("fetchSenderPool", {}),
    want: [{ in: "path", name: "senderPoolId", detail: "must have required property 'senderPoolId'" }],
  },
  {
    title: "Dates as date-times, and undefined properties",
    given: validateRequest("listSenders", { query: { startDate: new Date(0) } }),
    want: [],
  },
  {
    title: "an invalid date",
    given: validateRequest("listSenders", { query: { startDate: new Date(Number.NaN) } }),
    want: [{ in: "query", name: "startDate", detail: "must be string" }],
  },
  {
    title: "a number beyond its limit",
    given: validateRequest("listSenders", {
      query: { pageSize: constraints.parameters.pageSize.maximum + 1 },
    }),
    want: [
      { in: "query", name: "pageSize", detail: `must be <= ${constraints.parameters.pageSize.maximum}` },
    ],
  },
];

t.test("validation reports errors with their locations", (t) => {
  for (const { title, given, want } of cases) {
    t.match(given, want, title);
    t.equal(given.length, want.length, title);
  }
  t.end();
});

t.test("validation accepts header field names in any case", (t) => {
  const lower: object = { "idempotency-key": "" };
  t.match(validateRequest("createSenderPool", { body: {}, headers: lower }), [
    { in: "header", name: "Idempotency-Key" },
  ]);
  t.end();
});

t.test("validation checks a template, and a value of any schema", (t) => {
  t.ok(formats.liquid("Hello {{ name }}"));
  t.notOk(formats.liquid("Hello {{ name"));
  t.same(validateSchema("Tags", { region: "APAC" }), []);
  t.match(validateSchema("Tags", { region: 1 }), [{ pointer: "/region", detail: "must be string" }]);
  t.end();
});

t.test("validation's errors name an undeclared operation or schema", (t) => {
  for (const name of ["createSenderPol", "toString", "__proto__"]) {
    const id = name as "createSenderPool";
    const schema = name as "Tags";
    t.throws(() => validateRequest(id, {}), new TypeError(`The document has no operation "${name}"`));
    t.throws(() => validateSchema(schema, {}), new TypeError(`The document has no schema "${name}"`));
  }
  t.end();
});

t.test("validation reports the same errors as the server", async (t) => {
  const server = await startTestServer(t);
  const client = new TwilioClient({ ...demoAccount, baseUrl: `${server.url}/v1` });
  const bodies = [{ tags: tooMany }, { tags: { "": "{{" } }, { name: "n", senders: [{ senderId: "s" }] }];
  for (const body of bodies) {
    const error: unknown = await client.senderPools.create(body).catch((cause: unknown) => cause);
    if (!isApiError(error, 400)) throw error;
    t.same(error.problem?.errors, validateRequest("createSenderPool", { body }));
  }
});

t.test("validation runs where eval is forbidden, and without Node", async (t) => {
  const outfile = join(t.testdir({}), "validate.mjs");
  await build({
    stdin: {
      contents: `
        import { formats, validateRequest } from "./client/validate.ts";
        const problems = validateRequest("fetchSenderPool", { path: { senderPoolId: ${JSON.stringify(senderPoolId)} } });
        console.log(problems.length, validateRequest("createSenderPool", { body: { nme: "n" } }).length);
        console.log(formats.liquid("{{ a }}"), formats.liquid("{% b %}"));
      `,
      resolveDir: process.cwd(),
      loader: "ts",
    },
    bundle: true,
    format: "esm",
    platform: "browser",
    outfile,
  });
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--disallow-code-generation-from-strings", outfile],
    {
      encoding: "utf8",
    },
  );
  t.equal(stderr, "");
  t.equal(stdout, "0 1\ntrue false\n");
});

t.test("schemas and bodies are Standard Schemas", (t) => {
  const tags = standardSchema("Tags")["~standard"];
  t.match(tags, { version: 1, vendor: "contract" });
  const value = { region: "APAC" };
  t.equal((tags.validate(value) as { value: unknown }).value, value, "the value itself");
  t.same(tags.validate({ region: 1 }).issues, [{ message: "must be string", path: ["region"] }]);
  const senders = standardSchema("SenderReferenceList")["~standard"].validate([{}, 1]);
  t.ok(
    senders.issues?.some(({ path }) => path[0] === 1),
    "numbers in lists",
  );
  const body = standardBody("createSenderPool")["~standard"];
  const typed: { name?: string | undefined } | undefined = body.types?.input;
  t.equal(typed, undefined);
  t.equal(body.validate({ name: "n" }).issues, undefined);
  t.match(body.validate({ nme: "n" }).issues, [{ path: [], message: /additional properties/ }]);
  t.match(body.validate(undefined).issues, [{ message: "must be sent" }]);
  t.end();
});
