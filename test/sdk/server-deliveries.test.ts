// Webhooks and callbacks of a generated server: typed, validated, signed, retried.
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import t, { type Test } from "tap";
import { verify } from "../../client/webhooks/verify.ts";
import { madeUpSecret } from "../../scripts/contract/mock/deliveries/made-up-secret.ts";
import type {
  Deliverer,
  Delivery,
  DeliveryOptions,
} from "../../scripts/contract/runtime/deliveries/deliverer.ts";
import { importTypeScript } from "../support/import-typescript.ts";
import { compileServer, generateServer } from "./generated-server.ts";

t.setTimeout(120_000);

const pet = { $ref: "#/components/schemas/Pet" };
const accepted = { 204: { description: "taken" } };
const json = (schema: object): object => ({ content: { "application/json": { schema } } });
const document = {
  openapi: "3.1.0",
  info: { title: "Pets", version: "1" },
  components: {
    schemas: { Pet: { type: "object", required: ["name"], properties: { name: { type: "string" } } } },
  },
  paths: {
    "/pets": {
      post: {
        operationId: "addPet",
        responses: accepted,
        callbacks: {
          fed: { "{$request.body#/notify}": { put: { requestBody: json(pet), responses: accepted } } },
        },
      },
    },
  },
  webhooks: {
    "pet.born": {
      post: {
        parameters: [{ name: "X-Event", in: "header", schema: { const: "born" } }],
        requestBody: json({ type: "object", required: ["at"], properties: { at: { type: "integer" } } }),
        responses: accepted,
      },
    },
  },
};

interface Messages {
  readonly "pet.born": { readonly at: number };
  readonly fed: { readonly name: string };
}

const folder = t.testdir({
  "openapi.json": JSON.stringify(document),
  "plain.json": JSON.stringify({ ...document, webhooks: {}, paths: {} }),
});
await generateServer(folder, join(folder, "openapi.json"));
const { createDeliveries } = (await importTypeScript(join(folder, "generated/deliveries.ts"))) as {
  readonly createDeliveries: (options: DeliveryOptions) => Deliverer<Messages>;
};

interface Seen {
  readonly method: string | undefined;
  readonly headers: Headers;
  readonly body: Buffer<ArrayBuffer>;
}

/** Starts a receiver that responds with these statuses in turn; the last one repeats. */
async function receiver(t: Test, statuses: readonly number[]): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      response.writeHead(statuses[Math.min(seen.length, statuses.length - 1)] ?? 200).end();
      seen.push({
        method: request.method,
        headers: new Headers(request.headers as Record<string, string>),
        body,
      });
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.teardown(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, seen };
}

const secret = [madeUpSecret(1), madeUpSecret(2)];
const options = { secret, backoff: 1, attempts: 3, accepts: () => true };

t.test(
  "a message is sent again until it is accepted, under the same id, signed by each secret",
  async (t) => {
    const { url, seen } = await receiver(t, [500, 503, 204]);
    const told: Delivery[] = [];
    const deliveries = createDeliveries({ ...options, onAttempt: (delivery) => void told.push(delivery) });
    const delivery = await deliveries.deliver("pet.born", url, { at: 1 });
    t.match(delivery, { name: "pet.born", receiver: url, state: "delivered" });
    t.same(
      delivery.attempts.map(({ status }) => status),
      [500, 503, 204],
    );
    t.same(
      told.map(({ state }) => state),
      ["pending", "pending", "delivered"],
    );
    for (const { method, headers, body } of seen) {
      t.same([method, headers.get("x-event"), body.toString()], ["POST", "born", '{"at":1}']);
      t.equal(headers.get("webhook-id"), delivery.id);
      for (const one of secret) await verify(new Uint8Array(body), headers, one, 300);
    }
  },
);

t.test("a callback has the declared method; a 410 and the last attempt end a delivery", async (t) => {
  const deliveries = createDeliveries(options);
  for (const { status, attempts } of [
    { status: 410, attempts: 1 },
    { status: 500, attempts: 3 },
  ]) {
    const { url, seen } = await receiver(t, [status]);
    const delivery = await deliveries.deliver(
      "fed",
      url,
      { name: "a" },
      { id: "msg_1", headers: { "X-A": "b" } },
    );
    t.match(delivery, { id: "msg_1", state: "failed" });
    t.equal(delivery.attempts.length, attempts);
    t.match([seen[0]?.method, seen[0]?.headers.get("x-a")], ["PUT", "b"]);
  }
});

t.test("deliveries that are pending when a server stops are reported as pending", async (t) => {
  const { url } = await receiver(t, [500]);
  const deliveries = createDeliveries({ ...options, backoff: 60_000, onAttempt: () => deliveries.close() });
  t.match(await deliveries.deliver("fed", url, { name: "a" }), {
    state: "pending",
    attempts: [{ status: 500 }],
  });
});

t.test("invalid bodies, receivers that are not accepted and malformed secrets are errors", async (t) => {
  const deliveries = createDeliveries(options);
  const none = "http://127.0.0.1:1/";
  await t.rejects(
    deliveries.deliver("pet.born", none, { at: 1.5 }),
    /^pet.born is broken: \/at must be integer/,
  );
  await t.rejects(deliveries.deliver("fed", none, { name: "a" }, { headers: { "X-Key": "secret\nvalue" } }), {
    name: "TypeError",
    message: /^(?!.*secret).*X-Key/,
  });
  for (const url of [none, "ftp://a.example/", "https://a:b@a.example/", "nowhere"])
    await t.rejects(
      createDeliveries({ secret }).deliver("fed", url, { name: "a" }),
      /the receiver is not accepted/,
    );
  t.throws(() => createDeliveries({ secret: "whsec_" }), TypeError);
});

t.test("names and bodies are typed, and a document without messages has no such module", async (t) => {
  const program = `import { createDeliveries } from "./generated/deliveries.ts";
const deliveries = createDeliveries({ secret: () => process.env["SECRET"] ?? "" });
void deliveries.deliver("pet.born", new URL("https://a.example"), { at: 1 });
void deliveries.deliver("fed", "https://a.example", { name: "a" }).then(({ state }) => state === "delivered");
// @ts-expect-error the name is missing
void deliveries.deliver("fed", "https://a.example", {});
// @ts-expect-error a text for a number
void deliveries.deliver("pet.born", "https://a.example", { at: "1" });
// @ts-expect-error no such message
void deliveries.deliver("pet.sold", "https://a.example", {});
`;
  t.equal(compileServer(folder, { "main.ts": program }), "");
  const other = t.testdir({});
  await generateServer(other, join(folder, "plain.json"));
  t.notOk(existsSync(join(other, "generated/deliveries.ts")));
});
