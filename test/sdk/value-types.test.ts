// `--int64` and `--dates` of `contract sdk`: types, values in both directions, validators and pages agree.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import t, { type Test } from "tap";
import { compile, execute, sdk } from "./made-package.ts";

t.setTimeout(120_000);

const int64 = { type: "integer", format: "int64" };
const account = { $ref: "#/components/schemas/Account" };
const json = (schema: object): object => ({ content: { "application/json": { schema } } });

const document = JSON.stringify({
  openapi: "3.1.0",
  info: { title: "Bank", version: "1.0.0" },
  tags: [{ name: "accounts" }],
  paths: {
    "/accounts/{id}": {
      put: {
        operationId: "putAccount",
        tags: ["accounts"],
        parameters: [
          { name: "id", in: "path", required: true, schema: int64 },
          { name: "after", in: "query", schema: int64 },
        ],
        requestBody: { required: true, ...json(account) },
        responses: { 200: { description: "stored", ...json(account) } },
      },
    },
    "/events": {
      get: {
        operationId: "events",
        tags: ["accounts"],
        responses: {
          200: { description: "events", content: { "application/jsonl": { schema: account } } },
        },
      },
    },
    "/accounts": {
      get: {
        operationId: "listAccounts",
        tags: ["accounts"],
        "x-sdk": { pagination: { by: "last", parameter: "after", last: "/id", items: "/items" } },
        parameters: [{ name: "after", in: "query", schema: int64 }],
        responses: {
          200: {
            description: "a page",
            ...json({ type: "object", properties: { items: { type: "array", items: account } } }),
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Account: {
        type: "object",
        required: ["id"],
        properties: {
          id: { ...int64, minimum: 1 },
          plain: { type: "integer" },
          text: { type: "string" },
          days: { type: "array", items: { type: ["integer", "null"], format: "int64" } },
          either: { oneOf: [int64, { type: "string", format: "date-time" }] },
          since: { type: "string", format: "date-time" },
        },
      },
    },
  },
});

const largest = "9223372036854775807";
/** What the server sends: with integers beyond 2^53, texts that look like them, and NULs. */
const stored =
  `{"id":${largest},"plain":5,"text":"\\u0000123456789012345678 \\"9007199254740993\\"",` +
  `"days":[1,null,-9007199254740993,1152921504606847000],"either":"2024-01-15T09:30:00Z","since":"2024-01-15T09:30:00Z"}`;

/** A server that keeps what it receives, and responds with `stored`. */
async function bank(t: Test): Promise<{ url: string; received: string[] }> {
  const received: string[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      received.push(`${request.method} ${request.url} ${body}`);
      const after = new URL(request.url ?? "", "http://x").searchParams.get("after");
      const isStream = request.url === "/events";
      response.setHeader("Content-Type", isStream ? "application/jsonl" : "application/json");
      if (isStream) response.end(`${stored}\n{"id":1}\n`);
      else if (request.url === "/accounts/0") response.end(`{"id":1,"plain":9007199254740993}`);
      else if (request.method === "PUT") response.end(stored);
      else response.end(after === null ? `{"items":[${stored}]}` : '{"items":[]}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.teardown(() => new Promise((resolve) => server.close(resolve)));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

async function made(t: Test, ...flags: string[]): Promise<string> {
  const folder = t.testdir({ "a.json": document, "package.json": '{"type":"module"}' });
  const ran = await sdk(folder, join(folder, "a.json"), "-n", "bank", "-o", "node_modules/bank", ...flags);
  t.equal(ran.code, 0, ran.err);
  return folder;
}

const options = { lib: ["es2023", "dom", "dom.iterable"], target: "es2023" };

t.test("bigint: integers of 64 bits keep every digit in both directions", async (t) => {
  const { url, received } = await bank(t);
  const folder = await made(t, "--int64", "bigint", "--client", "Bank");
  const program = `import { Bank } from "bank";
    import { validateRequest } from "bank/validate";
    const { accounts } = new Bank({ baseUrl: "${url}", maxAttempts: 1 });
    const found = await accounts.putAccount(
      9007199254740993n, { id: ${largest}n, days: [2n, 3, null], text: "\\0\\0", plain: 7 }, { after: 5n });
    const id: bigint = found.id;
    const days: (bigint | null)[] | undefined = found.days;
    const plain: number | undefined = found.plain;
    const since: Date | undefined = found.since;
    console.log(id, days, plain, since, found.either, JSON.stringify(found.text));
    await accounts.putAccount(2, found);
    for await (const item of accounts.events()) console.log(item.id);
    for await (const item of accounts.listAccounts()) console.log(item.id + 1n);
    console.log(await accounts.putAccount(0, { id: 1 }).catch((error: unknown) => String(error)));
    console.log(validateRequest("putAccount", { path: { id: 1n }, body: { id: ${largest}n } }));
    console.log(validateRequest("putAccount", { path: { id: 1 }, body: { id: 0n } }).map(({ detail }) => detail));
    console.log(validateRequest("putAccount", { path: { id: 1 }, body: { id: ${largest}0n } }).length > 0);
    // @ts-expect-error a plain integer is no bigint
    validateRequest("putAccount", { path: { id: 1 }, body: { id: 1, plain: 1n } });`;
  t.equal(compile(folder, program, undefined, options), "");
  const erased = program.replace(/const (\w+): [^=]+=/g, "const $1 =").replace(": unknown", "");
  t.same((await execute(folder, "a.mjs", erased)).split("\n"), [
    `${largest}n [ 1n, null, -9007199254740993n, 1152921504606847000n ] 5 2024-01-15T09:30:00.000Z 2024-01-15T09:30:00.000Z "\\u0000123456789012345678 \\"9007199254740993\\""`,
    `${largest}n`,
    "1n",
    "9223372036854775808n",
    `UnexpectedResponseError: PUT /accounts/0: 200 holds 9007199254740993, too large for a number`,
    "[]",
    "[ 'must be >= 1' ]",
    "true",
    "",
  ]);
  t.equal(
    received[0],
    `PUT /accounts/9007199254740993?after=5 {"id":${largest},"days":[2,3,null],"text":"\\u0000\\u0000","plain":7}`,
  );
  const resent = stored.replaceAll("00Z", "00.000Z");
  t.equal(received[1], `PUT /accounts/2 ${resent}`);
  t.match(received, [/PUT/, /PUT/, /GET \/events/, "GET /accounts ", `GET /accounts?after=${largest} `]);
  t.match(readFileSync(join(folder, "node_modules/bank/README.md"), "utf8"), /come back as `bigint`/);
  t.match(readFileSync(join(folder, "node_modules/bank/AGENTS.md"), "utf8"), /64 bits are `bigint`/);
});

t.test("string: integers and date-times are texts, and travel as the document declares", async (t) => {
  const { url, received } = await bank(t);
  const folder = await made(t, "--int64", "string", "--dates", "string", "--client", "Bank");
  const program = `import { Bank } from "bank";
    import { validateRequest } from "bank/validate";
    const { accounts } = new Bank({ baseUrl: "${url}", maxAttempts: 1 });
    const found = await accounts.putAccount("7", { id: "${largest}", days: ["2", 3, null], text: "12" }, { after: "5" });
    const id: string = found.id;
    const since: string | undefined = found.since;
    console.log(id, found.days, found.plain, since, found.either);
    await accounts.putAccount(2, found);
    for await (const item of accounts.listAccounts()) console.log(item.id);
    const detail = (id: string) =>
      validateRequest("putAccount", { path: { id }, body: { id } }).map((problem) => problem.detail);
    console.log(detail("${largest}"), detail("x").length);`;
  t.equal(compile(folder, program, undefined, options), "");
  const erased = program.replace(/const (\w+): [^=]+=/g, "const $1 =").replace("(id: string)", "(id)");
  t.same((await execute(folder, "a.mjs", erased)).split("\n"), [
    `${largest} [ '1', null, '-9007199254740993', '1152921504606847000' ] 5 2024-01-15T09:30:00Z 2024-01-15T09:30:00Z`,
    largest,
    "[] 2",
    "",
  ]);
  t.equal(received[0], `PUT /accounts/7?after=5 {"id":${largest},"days":[2,3,null],"text":"12"}`);
  t.equal(received[1], `PUT /accounts/2 ${stored}`);
  t.match(readFileSync(join(folder, "node_modules/bank/README.md"), "utf8"), /Date-times are strings/);
});

t.test("a type that does not exist is rejected", async (t) => {
  const folder = t.testdir({ "a.json": document });
  const { code, err } = await sdk(folder, "a.json", "-n", "bank", "--int64", "float");
  t.equal(code, 2);
  t.match(err, /--int64 float is not known/);
});
