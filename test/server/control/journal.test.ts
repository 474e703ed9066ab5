// The journal of the reference server, and the verification of expectations against it.
import t from "tap";
import { call } from "../../support/test-server.ts";
import { control, newPool, other, pools, start } from "./ask-control.ts";

t.test("the journal lists only an account's own requests, with their errors", async (t) => {
  const server = await start(t);
  const made = await call(server, newPool);
  t.equal(made.status, 202);
  await call(server, { ...newPool, body: { name: 1, surplus: true } });
  await call(server, { path: `${pools}?pageSize=0`, as: other });
  await call(server, { path: pools, as: "demo:wrong" });
  const { body } = await control(server, { path: "/requests" });
  const { requests } = body as { requests: Record<string, unknown>[] };
  t.match(requests, [
    {
      operationId: "createSenderPool",
      tenant: "demo",
      method: "POST",
      url: `/v1${pools}`,
      body: { name: "one" },
      status: 202,
      problems: [],
    },
    {
      operationId: "createSenderPool",
      status: 400,
      body: { name: 1, surplus: true },
      problems: [
        { in: "body", pointer: "/surplus" },
        { in: "body", pointer: "/name" },
      ],
    },
    { operationId: "listSenderPools", status: 401 },
  ]);
  t.notMatch(JSON.stringify(body), /demo-token|wrong|"authorization"/);
  const others = await control(server, {
    path: "/requests?operationId=listSenderPools&valid=false",
    as: other,
  });
  t.match(others.body, {
    count: 2,
    requests: [
      { url: `/v1${pools}?pageSize=0`, problems: [{ in: "query", name: "pageSize" }] },
      { status: 401 },
    ],
  });
  t.match(await control(server, { method: "DELETE", path: "/requests" }), { body: { requests: [] } });
  t.match(await control(server, { path: "/requests" }), { body: { count: 0 } });
});

t.test("an expectation is verified, or the most similar request is reported", async (t) => {
  const server = await start(t);
  await call(server, newPool);
  const expected = { operationId: "createSenderPool", body: { name: "one" }, count: 1 };
  const requested = { method: "POST", path: "/verify" };
  t.match(await control(server, { ...requested, body: expected }), {
    status: 200,
    body: { verified: true, count: 1 },
  });
  t.match(await control(server, { ...requested, body: { ...expected, body: { name: "two" } } }), {
    status: 422,
    body: { verified: false, nearest: { differences: [{ in: "body", pointer: "/name" }] } },
  });
  t.match(await control(server, { ...requested, body: {} }), { status: 400 });
});
