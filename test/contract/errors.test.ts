// The precedence of errors, and the conformance of every error response to the contract.
import t, { type Test } from "tap";
import { operations, type OperationId } from "../../generated/operations.ts";
import { createValidators } from "../../generated/validators.js";
import { errorKind, errorOfStatus } from "../../server/problems/errors.ts";
import { beyondDocument, type Responded, call, type Call, startTestServer } from "../support/test-server.ts";

const isProblem = createValidators({ liquid: () => true }).schemas.Problem;
const unknownId = "comms_senderpool_0aaaaaaaaaaaaaaaaaaaaaaaaa";

/**
 * Asserts that status and header fields are those of the catalogue, and that the body is a problem document.
 */
function checkProblem(t: Test, response: Responded, status: number, title: string): void {
  t.equal(response.status, status, title);
  t.equal(response.headers["content-type"], "application/problem+json");
  t.ok(isProblem(response.body), JSON.stringify(isProblem.errors));
  const kind = errorOfStatus(status);
  t.ok(kind);
  if (kind !== undefined)
    t.match(response.body, { status, code: errorKind(kind).code, title: errorKind(kind).title });
  t.equal(
    (response.body as { instance: string }).instance,
    `urn:request:${String(response.headers["request-id"])}`,
  );
}

t.test("of several errors the one of highest precedence is returned", beyondDocument, async (t) => {
  const server = await startTestServer(t, ["--max-body", "2000"]);
  const huge = `"${"x".repeat(3000)}"`;
  const table: { title: string; given: Call; want: number }[] = [
    { title: "an unknown path, with any credentials", given: { path: "/Nothing", as: "" }, want: 404 },
    {
      title: "a method that the path does not support, with any credentials",
      given: { method: "PUT", path: "/Senders", as: "" },
      want: 405,
    },
    {
      title: "no credentials, before any error of the request",
      given: { method: "POST", path: "/SenderPools?x=1", body: "{", as: "" },
      want: 401,
    },
    { title: "no credentials, before a malformed id", given: { path: "/SenderPools/x", as: "" }, want: 401 },
    {
      title: "no credentials, before a path that cannot be decoded",
      given: { path: "/SenderPools/%zz", as: "" },
      want: 401,
    },
    {
      title: "an unsupported media type, before errors of the query",
      given: {
        method: "POST",
        path: "/SenderPools?x=1",
        body: "a=1",
        headers: { "content-type": "text/plain" },
      },
      want: 415,
    },
    {
      title: "a body beyond the limit, before errors of the query",
      given: { method: "POST", path: "/SenderPools?x=1", body: huge },
      want: 413,
    },
    {
      title: "a malformed body, before a pool that does not exist",
      given: { method: "PATCH", path: `/SenderPools/${unknownId}`, body: "{" },
      want: 400,
    },
    {
      title: "a pool that does not exist",
      given: { method: "PATCH", path: `/SenderPools/${unknownId}`, body: {} },
      want: 404,
    },
    {
      title: "a pool that does not exist, before its condition",
      given: { method: "DELETE", path: `/SenderPools/${unknownId}`, headers: { "if-match": '"7"' } },
      want: 404,
    },
  ];
  for (const { title, given, want } of table) checkProblem(t, await call(server, given), want, title);
});

t.test("all errors of a request are listed at once, in all locations", async (t) => {
  const server = await startTestServer(t);
  const response = await call(server, {
    method: "PATCH",
    path: "/SenderPools/nobody?x=1",
    body: '{"name":1,"name":2,"tags":{"a":"{{"},"extra":true}',
    headers: { "idempotency-key": "", "if-match": "not a tag" },
  });
  const errors = (response.body as { errors: { in: string; name?: string; pointer?: string }[] }).errors;
  t.same(errors.map(({ in: place, name, pointer }) => `${place} ${name ?? pointer ?? ""}`).sort(), [
    "body /extra",
    "body /name",
    "body /name",
    "body /tags/a",
    "header Idempotency-Key",
    "header If-Match",
    "path senderPoolId",
    "query x",
  ]);
});

t.test("a 405 lists the path's methods in Allow", async (t) => {
  const server = await startTestServer(t);
  const table = [
    { path: "/SenderPools", want: "GET, HEAD, POST" },
    { path: "/SenderPools/Operations", want: "GET, HEAD" },
    { path: `/SenderPools/${unknownId}`, want: "GET, HEAD, PATCH, DELETE" },
    { path: `/SenderPools/${unknownId}/Senders/x`, want: "DELETE" },
  ];
  for (const { path, want } of table) {
    for (const method of ["PUT", "OPTIONS", "TRACE", "PROPFIND"]) {
      const response = await call(server, { method, path, as: "" });
      checkProblem(t, response, 405, `${method} ${path}`);
      t.equal(response.headers.allow, want);
    }
  }
});

t.test("every operation requires credentials and rejects wrong ones", async (t) => {
  const server = await startTestServer(t);
  const wrong = ["demo:wrong", "nobody:demo-token", "demo", ":", "demo:demo-token2", "DEMO:demo-token"];
  for (const id of Object.keys(operations) as OperationId[]) {
    const { method, path } = operations[id];
    const given = { method, path: path.replace(/\{[^}]*\}/g, "x") };
    const response = await call(server, { ...given, as: "" });
    checkProblem(t, response, 401, id);
    t.match(response.headers["www-authenticate"], /^Basic realm=/);
  }
  for (const as of wrong) checkProblem(t, await call(server, { path: "/Senders", as }), 401, as);
  for (const authorization of [
    "Bearer x",
    "Basic",
    "Basic ====",
    "Basic ZGVtbw",
    "Basic ZGVtbzpkZW1v LXRva2Vu",
  ]) {
    checkProblem(
      t,
      await call(server, { path: "/Senders", as: "", headers: { authorization } }),
      401,
      authorization,
    );
  }
  const basic = Buffer.from("demo:demo-token").toString("base64");
  for (const authorization of [`basic ${basic}`, `BASIC  ${basic}`]) {
    t.equal(
      (await call(server, { path: "/Senders", as: "", headers: { authorization } })).status,
      200,
      "the scheme has no case",
    );
  }
});

t.test("bodies are parsed as JSON in UTF-8, with or without a byte order mark", async (t) => {
  const server = await startTestServer(t);
  const send = async (body: string, type?: string): Promise<number> =>
    (
      await call(server, {
        method: "POST",
        path: "/SenderPools",
        body,
        headers: type === undefined ? {} : { "content-type": type },
      })
    ).status;
  const table = [
    { type: "application/json; charset=utf-8", want: 202 },
    { type: "Application/JSON;charset=UTF-8", want: 202 },
    { type: 'application/json; charset="utf-8"', want: 202 },
    { type: "application/json; charset=utf-16", want: 415 },
    { type: "application/json; charset=latin1", want: 415 },
    { type: "application/merge-patch+json", want: 415 },
    { type: "text/json", want: 415 },
    { type: "application/jsonx", want: 415 },
    { type: "", want: 415 },
  ];
  for (const { type, want } of table) t.equal(await send("{}", type), want, type);
  t.equal(await send("\ufeff{}"), 202, "a byte order mark");
  t.equal(
    (
      await call(server, {
        method: "POST",
        path: "/SenderPools",
        body: "{}",
        headers: { "content-encoding": "gzip" },
      })
    ).status,
    415,
  );
  t.match(await call(server, { method: "POST", path: "/SenderPools" }), {
    status: 400,
    body: { errors: [{ in: "body", pointer: "", detail: "must be sent" }] },
  });
  t.equal(
    (
      await call(server, {
        method: "DELETE",
        path: `/SenderPools/${unknownId}`,
        headers: { "content-type": "application/json" },
      })
    ).status,
    404,
    "a DELETE may announce JSON and send none",
  );
});

t.test("with --prefer, a declared error is returned on request", beyondDocument, async (t) => {
  const server = await startTestServer(t, ["--prefer"]);
  for (const id of Object.keys(operations) as OperationId[]) {
    const { method, path, responses } = operations[id];
    const given = { method, path: path.replace(/\{[^}]*\}/g, "x") };
    for (const status of Object.keys(responses)
      .map(Number)
      .filter((status) => status >= 400)) {
      const response = await call(server, { ...given, headers: { prefer: `code=${status}` } });
      checkProblem(t, response, status, `${id} ${status}`);
      t.equal(response.headers["preference-applied"], `code=${status}`);
    }
  }
  const startedAt = performance.now();
  const declared = await call(server, { path: "/Senders", headers: { prefer: "wait=1" } });
  t.ok(performance.now() - startedAt > 900);
  t.match(declared, { status: 200, headers: { "preference-applied": "wait=1" } });
  const undeclared = await call(server, { path: "/Senders", headers: { prefer: "code=418" } });
  t.match(
    undeclared,
    { status: 200, headers: { "preference-ignored": /^code=418; declared="400 401 .*503"$/ } },
    "an undeclared status is not granted, and the response says so",
  );
  t.notOk("preference-applied" in undeclared.headers);
});

t.test("without --prefer, Prefer is ignored", beyondDocument, async (t) => {
  const server = await startTestServer(t);
  t.equal((await call(server, { path: "/Senders", headers: { prefer: "code=503" } })).status, 200);
});

t.test("with a rate limit, every response reports the remaining requests", beyondDocument, async (t) => {
  const server = await startTestServer(t, ["--rate-limit", "--rate-per-second", "1", "--rate-burst", "2"]);
  t.match((await call(server, { path: "/Senders" })).headers, {
    ratelimit: '"default";r=1;t=1',
    "ratelimit-policy": '"default";q=2;w=2',
  });
  t.match(await call(server, { path: "/SenderPools/x" }), { status: 400, headers: { ratelimit: /r=0/ } });
  const response = await call(server, { path: "/SenderPools/x" });
  checkProblem(t, response, 429, "before what is wrong with the request");
  t.match(response.headers["retry-after"], /^[12]$/);
  t.equal(
    (await call(server, { path: "/Senders", as: "AC-other:other-token" })).status,
    200,
    "others are not held up",
  );
});
