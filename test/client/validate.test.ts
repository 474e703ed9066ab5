// Requests are checked before they are sent: by the same rules as the server's, and where no code may be made from strings.
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
    title: "everything that a body may have",
    given: validateRequest("createSenderPool", {
      body: { name: "n", senders: [{ senderId }], tags: { greeting: "Hello {{ name | upcase }}" } },
      headers: { "Idempotency-Key": "k" },
    }),
    want: [],
  },
  {
    title: "a body that is left out",
    given: validateRequest("createSenderPool", {}),
    want: [{ in: "body", pointer: "", detail: "must be sent" }],
  },
  {
    title: "a tag that is no Liquid",
    given: validateRequest("createSenderPool", { body: { tags: { "a/b": "Hello {{ name" } } }),
    want: [{ in: "body", pointer: "/tags/a~1b", detail: 'must match format "liquid"' }],
  },
  {
    title: "all that is wrong, at once",
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
    title: "dates as Dates, and what is undefined",
    given: validateRequest("listSenders", { query: { startDate: new Date(0) } }),
    want: [],
  },
  {
    title: "a date that is none",
    given: validateRequest("listSenders", { query: { startDate: new Date(Number.NaN) } }),
    want: [{ in: "query", name: "startDate", detail: "must be string" }],
  },
  {
    title: "a number past its limit",
    given: validateRequest("listSenders", {
      query: { pageSize: constraints.parameters.pageSize.maximum + 1 },
    }),
    want: [
      { in: "query", name: "pageSize", detail: `must be <= ${constraints.parameters.pageSize.maximum}` },
    ],
  },
];

t.test("says what is wrong, and where", (t) => {
  for (const { title, given, want } of cases) {
    t.match(given, want, title);
    t.equal(given.length, want.length, title);
  }
  t.end();
});

t.test("takes header fields in any case", (t) => {
  const lower: object = { "idempotency-key": "" };
  t.match(validateRequest("createSenderPool", { body: {}, headers: lower }), [
    { in: "header", name: "Idempotency-Key" },
  ]);
  t.end();
});

t.test("checks a template, and a value of any schema", (t) => {
  t.ok(formats.liquid("Hello {{ name }}"));
  t.notOk(formats.liquid("Hello {{ name"));
  t.same(validateSchema("Tags", { region: "APAC" }), []);
  t.match(validateSchema("Tags", { region: 1 }), [{ pointer: "/region", detail: "must be string" }]);
  t.end();
});

t.test("names an operation and a schema that the document does not have", (t) => {
  for (const name of ["createSenderPol", "toString", "__proto__"]) {
    const id = name as "createSenderPool";
    const schema = name as "Tags";
    t.throws(() => validateRequest(id, {}), new TypeError(`The document has no operation "${name}"`));
    t.throws(() => validateSchema(schema, {}), new TypeError(`The document has no schema "${name}"`));
  }
  t.end();
});

t.test("says the same as the server", async (t) => {
  const server = await startTestServer(t);
  const client = new TwilioClient({ ...demoAccount, baseUrl: `${server.url}/v1` });
  const bodies = [{ tags: tooMany }, { tags: { "": "{{" } }, { name: "n", senders: [{ senderId: "s" }] }];
  for (const body of bodies) {
    const error: unknown = await client.senderPools.create(body).catch((cause: unknown) => cause);
    if (!isApiError(error, 400)) throw error;
    t.same(error.problem?.errors, validateRequest("createSenderPool", { body }));
  }
});

t.test("runs where no code may be made from strings, and needs nothing of Node", async (t) => {
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
