// Receivers process the messages that mocks send; the packed entry point is tested in
// test/fixtures/cases/g29-webhooks.
import t from "tap";
import { fetchHandler, fastifyPlugin } from "../../client/webhooks/handle.ts";
import { type Check, unwrapEvent } from "../../client/webhooks/unwrap.ts";
import { WebhookError, type WebhookHeaders, type WebhookSecret } from "../../client/webhooks/verify.ts";
import { madeUpSecret } from "../../scripts/contract/mock/deliveries/made-up-secret.ts";
import { signatureOf } from "../../scripts/contract/runtime/deliveries/signature.ts";

const anything: Check = () => true;
const rules = [{ name: "told", properties: [], check: anything }];
const unwrap = (body: Uint8Array, headers: WebhookHeaders, secret: WebhookSecret) =>
  unwrapEvent(rules, body, headers, secret);

function message(
  secret: string,
  text: string,
): { body: Uint8Array<ArrayBuffer>; headers: Record<string, string> } {
  const body = new TextEncoder().encode(text);
  const at = Math.floor(Date.now() / 1000);
  const signature = signatureOf(secret, { id: "msg_1", at, body });
  return {
    body,
    headers: { "webhook-id": "msg_1", "webhook-timestamp": String(at), "webhook-signature": signature },
  };
}

t.test("a message signed by a mock is accepted, whatever its bytes", async (t) => {
  const secret = madeUpSecret(1);
  for (const text of ['{"a":"é"}', '"\\u0000"', "1"]) {
    const { body, headers } = message(secret, text);
    t.match(await unwrap(body, headers, secret), {
      name: "told",
      id: "msg_1",
      body: JSON.parse(text) as unknown,
    });
    await t.rejects(unwrap(body, headers, madeUpSecret(2)), WebhookError);
  }
});

t.test("an invalid secret is a TypeError", async (t) => {
  const { body, headers } = message(madeUpSecret(1), "1");
  await t.rejects(unwrap(body, headers, "whsec_%"), {
    name: "TypeError",
    message: /must be whsec_ and base64/,
  });
});

t.test("a custom store determines which messages have been processed", async (t) => {
  const secret = madeUpSecret(1);
  const kept = new Set<string>();
  let dealt = 0;
  const handle = fetchHandler(unwrap, { secret, seen: kept, on: { told: () => (dealt += 1) } });
  const { body, headers } = message(secret, "1");
  const send = () => handle(new Request("https://me.example/", { method: "POST", body, headers }));
  t.same([(await send()).status, (await send()).status, dealt, [...kept]], [204, 204, 1, ["msg_1"]]);
});

t.test("a body that breaks off is a 400, and the handler does not reject", async (t) => {
  const errors: unknown[] = [];
  const handle = fetchHandler(unwrap, { secret: "", on: {}, onError: (error) => errors.push(error) });
  const body = new ReadableStream({ start: (stream) => stream.error(new Error("gone")) });
  const request = new Request("https://me.example/", { method: "POST", body, duplex: "half" });
  t.equal((await handle(request)).status, 400);
  t.match(errors, [{ message: "gone" }]);
  t.type(fastifyPlugin(unwrap, { secret: "", on: {} }), "function");
});

t.test("the pseudo-header fields of HTTP/2 are left out", async (t) => {
  const secret = madeUpSecret(1);
  const { body, headers } = message(secret, "1");
  const fields = { ":method": "POST", ":path": "/", ...headers };
  t.match(await unwrap(body, fields, secret), { name: "told", id: "msg_1" });
});
