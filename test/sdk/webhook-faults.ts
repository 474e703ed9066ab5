// Faulty messages of webhooks, and what both receivers respond.
import { signatureOf } from "../../scripts/contract/runtime/deliveries/signature.ts";

const secretOf = (text: string): string => `whsec_${Buffer.from(text.padEnd(24, "-")).toString("base64")}`;
/** The receiver accepts the new secret and, as in a rotation, the old one. */
export const secrets = { now: secretOf("now"), old: secretOf("old"), other: secretOf("other") };

export interface Message {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface WebhookFault {
  readonly name: string;
  /** The messages, one after the other. */
  readonly messages: readonly Message[];
  /** The status of each response. */
  readonly want: readonly number[];
  /** The numbers that the receiver's function is called with. */
  readonly noted: readonly number[];
}

const text = JSON.stringify({ n: 1 });

export function message(body = text, { id = "msg_1", secret = secrets.now, age = 0 } = {}): Message {
  const at = Math.floor(Date.now() / 1000) - age;
  const signature = signatureOf(secret, { id, at, body: Buffer.from(body) });
  const headers = { "webhook-id": id, "webhook-timestamp": String(at), "webhook-signature": signature };
  return { body, headers: { "Content-Type": "application/json", ...headers } };
}

function without(name: string, { body, headers }: Message): Message {
  return { body, headers: Object.fromEntries(Object.entries(headers).filter(([field]) => field !== name)) };
}

const changed = (headers: Readonly<Record<string, string>>, given = message()): Message => ({
  ...given,
  headers: { ...given.headers, ...headers },
});

export const webhookFaults: readonly WebhookFault[] = [
  { name: "a message without faults", messages: [message()], want: [204], noted: [1] },
  {
    name: "a signature by another secret",
    messages: [message(text, { secret: secrets.other })],
    want: [401],
    noted: [],
  },
  {
    name: "a signature that is not base64",
    messages: [changed({ "webhook-signature": "v1,%%%" })],
    want: [401],
    noted: [],
  },
  {
    name: "a signature of another version",
    messages: [
      changed({ "webhook-signature": message().headers["webhook-signature"]!.replace("v1,", "v2,") }),
    ],
    want: [401],
    noted: [],
  },
  {
    name: "a signature that is cut off",
    messages: [changed({ "webhook-signature": message().headers["webhook-signature"]!.slice(0, -8) })],
    want: [401],
    noted: [],
  },
  {
    name: "an empty signature",
    messages: [changed({ "webhook-signature": "v1," })],
    want: [401],
    noted: [],
  },
  {
    name: "two signatures, of which the second is right",
    messages: [
      changed({
        "webhook-signature": `${message(text, { secret: secrets.other }).headers["webhook-signature"]} ${message().headers["webhook-signature"]}`,
      }),
    ],
    want: [204],
    noted: [1],
  },
  { name: "no signature", messages: [without("webhook-signature", message())], want: [401], noted: [] },
  { name: "no id", messages: [without("webhook-id", message())], want: [401], noted: [] },
  { name: "no timestamp", messages: [without("webhook-timestamp", message())], want: [401], noted: [] },
  { name: "an old timestamp", messages: [message(text, { age: 3600 })], want: [401], noted: [] },
  { name: "a timestamp of the future", messages: [message(text, { age: -3600 })], want: [401], noted: [] },
  {
    name: "a timestamp that is not a number",
    messages: [changed({ "webhook-timestamp": "1e9" })],
    want: [401],
    noted: [],
  },
  {
    name: "a timestamp that was changed",
    messages: [changed({ "webhook-timestamp": String(Math.floor(Date.now() / 1000) - 5) })],
    want: [401],
    noted: [],
  },
  { name: "an id that was changed", messages: [changed({ "webhook-id": "msg_2" })], want: [401], noted: [] },
  {
    name: "a body that was changed",
    messages: [{ ...message(), body: JSON.stringify({ n: 2 }) }],
    want: [401],
    noted: [],
  },
  {
    name: "a body with another order of bytes",
    messages: [{ ...message(), body: `${text} ` }],
    want: [401],
    noted: [],
  },
  {
    name: "an id that is sent again",
    messages: [message(), message()],
    want: [204, 204],
    noted: [1],
  },
  {
    name: "another message after it",
    messages: [message(), message(JSON.stringify({ n: 2 }), { id: "msg_2" })],
    want: [204, 204],
    noted: [1, 2],
  },
  {
    name: "a message that is rejected, then the right one of the same id",
    messages: [message(text, { secret: secrets.other }), message()],
    want: [401, 204],
    noted: [1],
  },
  {
    name: "a secret that was rotated, while both count",
    messages: [message(text, { secret: secrets.old })],
    want: [204],
    noted: [1],
  },
  { name: "a body that is not JSON", messages: [message("{")], want: [400], noted: [] },
  { name: "no body", messages: [message("")], want: [400], noted: [] },
  {
    name: "a body that the document does not allow",
    messages: [message(JSON.stringify({ n: "1" }))],
    want: [400],
    noted: [],
  },
  {
    name: "an event that the document does not declare",
    messages: [message(JSON.stringify({ type: "refunded" }))],
    want: [400],
    noted: [],
  },
  {
    name: "a function that throws, and the message sent again",
    messages: [message(JSON.stringify({ n: -1 })), message(JSON.stringify({ n: -1 }))],
    want: [500, 500],
    noted: [-1, -1],
  },
  {
    name: "a body that is too long",
    messages: [message(JSON.stringify({ n: 1, more: "x".repeat(1_100_000) }))],
    want: [413],
    noted: [],
  },
];
