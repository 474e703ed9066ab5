// Snapshots of accounts, and the rejection of cross-origin requests by the control surface.
import t from "tap";
import { call } from "../../support/test-server.ts";
import { control, newPool, other, pools, start } from "./ask-control.ts";

t.test("a snapshot restores an account, its running operations and kept responses included", async (t) => {
  const server = await start(t, ["--pace", "manual"]);
  const senders = await call(server, { path: "/Senders?pageSize=1" });
  const [sender] = (senders.body as { senders: { id: string }[] }).senders;
  const body = { name: "kept", senders: [{ senderId: sender!.id }] };
  const keyed = { ...newPool, body, headers: { "Idempotency-Key": '"a-key-of-16-or-more"' } };
  const made = await call(server, keyed);
  t.equal(made.status, 202);
  const kept = await control(server, { method: "POST", path: "/snapshots", body: { name: "one" } });
  t.match(kept, { status: 201, body: { snapshots: ["one"] } });
  t.match(await control(server, { path: "/snapshots", as: other }), { body: { snapshots: [] } });

  await call(server, newPool);
  await control(server, { method: "POST", path: "/steps", body: {} });
  const count = async (): Promise<number> => {
    const { body } = await call(server, { path: pools });
    return (body as { senderPools: unknown[] }).senderPools.length;
  };
  t.equal(await count(), 2);
  const restored = await control(server, { method: "POST", path: "/snapshots/one/restore" });
  t.match(restored, { status: 200, body: { restored: "one" } });
  t.equal(await count(), 1);
  t.equal(made.headers["location"], (await call(server, keyed)).headers["location"], "the response is kept");
  const under = await call(server, { path: "/SenderPools/Operations" });
  t.match(under.body, { operations: [{ status: "PROCESSING", stats: { queued: 1 } }] });
  t.match(await control(server, { method: "POST", path: "/steps", body: {} }), { body: { moved: 1 } });

  t.match(await control(server), { body: { snapshots: ["one"] } });
  t.match(await control(server, { method: "POST", path: "/snapshots/two/restore" }), { status: 404 });
  t.match(await control(server, { method: "DELETE", path: "/snapshots/one" }), { body: { snapshots: [] } });
});

t.test("the control surface shows only the account's own state", async (t) => {
  const server = await start(t);
  await call(server, newPool);
  t.match((await control(server, { path: "/state" })).body, {
    collections: [
      { path: "/v1/SenderPools", items: [{ name: "one" }], more: false },
      { path: "/v1/SenderPools/Operations", items: [{ status: "COMPLETED" }] },
      { path: "/v1/Senders" },
    ],
  });
  t.match((await control(server, { path: "/state", as: other })).body, {
    collections: [{ items: [] }, {}, {}],
  });
});

t.test("cross-origin requests are rejected, even with valid credentials", async (t) => {
  const server = await start(t);
  const authorization = `Basic ${Buffer.from("demo:demo-token").toString("base64")}`;
  const headers = { authorization, origin: "http://page.example" };
  const response = await fetch(`${server.url}/_control/data`, { method: "DELETE", headers });
  t.equal(response.status, 403);
  t.match(await response.json(), { title: "Forbidden", detail: /pages of other origins/ });
});
