// Errors: one class per status, recognised even from another copy of the package.
import { build } from "esbuild";
import t from "tap";
import * as client from "../../generated/index.ts";
import { operations } from "../../generated/operations.ts";
import { sdk } from "../../generated/sdk.ts";
import { json, observedClient } from "./observed-fetch.ts";

const problem = {
  type: "about:blank",
  title: "T",
  status: 404,
  detail: "The sender pool does not exist.",
  instance: "urn:x",
  code: 20404,
};

async function errorOf(
  status: number,
  body: unknown = problem,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const { client: observed } = observedClient([() => json(body, status, headers)]);
  return observed.senders.fetch("s").catch((error: unknown) => error);
}

t.test("every error status of the document has a class", async (t) => {
  const statuses = new Set(
    Object.values(operations)
      .flatMap(({ responses }) => Object.keys(responses))
      .map(Number)
      .filter((status) => status >= 400),
  );
  const classes = Object.values<unknown>(client).filter(
    (one) => typeof one === "function" && one.prototype instanceof client.ApiError,
  ) as (new () => client.ApiError)[];
  for (const status of statuses) {
    const error = await errorOf(status);
    t.type(error, client.ApiError);
    t.equal(classes.filter((one) => error instanceof one).length, 1, `${status} has a class of its own`);
  }
  const undeclared = await errorOf(418);
  t.type(undeclared, client.ApiError);
  t.notOk(classes.some((one) => undeclared instanceof one));
  t.type(await errorOf(404), client.NotFoundError);
});

t.test("an error's stack has the frames of the code that made the call", async (t) => {
  const failures = {
    ApiError: () => json(problem, 404),
    ConnectionError: () => Promise.reject(new TypeError("fetch failed")),
    TimeoutError: () => new Promise<Response>(() => undefined),
  };
  for (const [name, failure] of Object.entries(failures)) {
    const { client: observed } = observedClient([failure], { timeout: 20, maxAttempts: 1 });
    const callers = [
      async function readOfTheCaller() {
        await observed.senders.fetch("s");
      },
      async function responseOfTheCaller() {
        await observed.senders.fetch("s").withResponse();
      },
      async function writeOfTheCaller() {
        await Promise.all([observed.senderPools.create({})]);
      },
      async function listOfTheCaller() {
        for await (const sender of observed.senders.list()) t.fail(sender.id);
      },
    ];
    for (const caller of callers) {
      const error = await caller().catch((error: unknown) => error);
      t.match(error, { name, stack: new RegExp(`^${name}: .*\\n[^]*at async ${caller.name} `) });
    }
  }
});

t.test("the error classes use the client's name", (t) => {
  t.ok(sdk.client in client);
  t.equal(client.TwilioClient.name, sdk.client);
  t.end();
});

t.test("an error's message contains the reason, the operation and the request id", async (t) => {
  const error = await errorOf(404, problem, { "Request-Id": "req-1", "Retry-After": "3" });
  t.match(error, {
    name: "ApiError",
    message: "GET /Senders/s: 404 The sender pool does not exist.",
    method: "GET",
    path: "/Senders/s",
    status: 404,
    problem,
    requestId: "req-1",
    retryAfter: 3,
  });
});

t.test("an error's message contains the problem's list of errors", async (t) => {
  const errors = [
    { in: "body", pointer: "/tags", detail: "must be object" },
    { in: "query", name: "pageSize", detail: "must be integer" },
    { in: "body", pointer: "", detail: "must be sent" },
  ];
  t.match(await errorOf(400, { ...problem, detail: "Three problems.", errors }), {
    message:
      "GET /Senders/s: 400 Three problems.\n- /tags must be object\n- pageSize must be integer\n- body must be sent",
  });
});

t.test("a connection error's message has the platform's error code and none of its text", async (t) => {
  const refused = Object.assign(new Error("connect http://secret"), { code: "ECONNREFUSED" });
  for (const { given, want } of [
    { given: refused, want: "GET /Senders/s: no response (ECONNREFUSED)" },
    {
      given: new TypeError("fetch failed", { cause: refused }),
      want: "GET /Senders/s: no response (ECONNREFUSED)",
    },
    { given: new TypeError("fetch failed"), want: "GET /Senders/s: no response" },
    { given: new DOMException("lost", "NetworkError"), want: "GET /Senders/s: no response" },
  ]) {
    const throwing = (): never => {
      throw given;
    };
    const { client: observed } = observedClient([throwing], { maxAttempts: 1 });
    const error: unknown = await observed.senders.fetch("s").catch((reason: unknown) => reason);
    t.match(error, { name: "ConnectionError" });
    t.equal(error instanceof Error && error.message, want);
  }
});

t.test("malformed problem documents are tolerated", async (t) => {
  for (const body of [
    null,
    5,
    "text",
    [],
    {},
    { detail: 5, title: {}, errors: "x" },
    { errors: [null, {}] },
  ]) {
    t.match(await errorOf(400, body), { status: 400, message: /^GET \/Senders\/s: 400/ });
  }
});

t.test("isApiError recognises errors by status, from any copy of the package", async (t) => {
  const { outputFiles } = await build({
    entryPoints: ["generated/index.ts"],
    bundle: true,
    format: "esm",
    minify: true,
    write: false,
  });
  const copy = (await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0]!.contents).toString("base64")}`
  )) as typeof client;
  const error = await errorOf(404);
  t.notOk(error instanceof copy.ApiError);
  t.ok(error instanceof copy.NotFoundError);
  t.notOk(error instanceof copy.ConflictError);
  for (const { isApiError } of [client, copy]) {
    t.equal(isApiError(error), true);
    t.equal(isApiError(error, 404), true);
    t.equal(isApiError(error, 409), false);
    for (const other of [undefined, null, "x", {}, new Error("x"), { status: 404 }])
      t.equal(isApiError(other), false);
  }
  const minified = new copy.TwilioClient({
    accountId: "a",
    authToken: "b",
    fetch: async () => json({}, 409),
  });
  await t.rejects(minified.senders.fetch("x"), { name: "ApiError", status: 409 });
});
