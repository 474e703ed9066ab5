// Fuzzing on the raw socket: requests derived from the document with one error each, and framing that no
// client would use. The server must never respond with a 5xx, never hang, and always respond with a problem
// document. CHECK_LONG=1 sends ten thousand.
import { fc } from "../support/laws.ts";
import t from "tap";
import document from "../../generated/openapi.json" with { type: "json" };
import { operations } from "../../generated/operations.ts";
import { sendRaw } from "../support/raw-request.ts";
import { startTestServer } from "../support/test-server.ts";

const isLong = process.env["CHECK_LONG"] === "1";
const authorization = `Basic ${Buffer.from("demo:demo-token").toString("base64")}`;
const { schemas } = document.components;
const examplesOfPath: Readonly<Record<string, string>> = {
  senderPoolId: schemas.SenderPoolId.examples[0]!,
  operationId: schemas.OperationId.examples[0]!,
  senderId: schemas.SenderId.examples[0]!,
};
t.setTimeout(isLong ? 600_000 : 60_000);

interface Sent {
  method: string;
  target: string;
  fields: [name: string, value: string][];
  body: string;
}

/** A valid request to each operation. */
const right = Object.values(operations).map((operation): Sent => {
  const path = operation.path.replace(/\{([^}]*)\}/g, (_, name: string) => examplesOfPath[name] ?? "x");
  const isList = operation.operationId === "addSenderPoolSenders";
  const sender = { senderId: examplesOfPath["senderId"] };
  const body =
    operation.body === undefined ? "" : JSON.stringify(isList ? [sender] : { name: "a", tags: { b: "c" } });
  const type: Sent["fields"] = body === "" ? [] : [["Content-Type", "application/json"]];
  return {
    method: operation.method,
    target: `/v1${path}`,
    fields: [["Authorization", authorization], ...type],
    body,
  };
});

const text = fc.string({ unit: "binary", maxLength: 40 });
const latin = fc
  .string({ unit: "binary-ascii", maxLength: 60 })
  .map((given) => given.replace(/[\r\n\0]/g, "~"));
const token = fc.stringMatching(/^[A-Za-z-]{1,12}$/);

/** Introduces one error. */
const broken: fc.Arbitrary<Sent> = fc.constantFrom(...right).chain((sent) =>
  fc.oneof(
    fc
      .constantFrom("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
      .map((method) => ({ ...sent, method })),
    fc
      .tuple(fc.nat(), latin)
      .map(([at, piece]) => ({ ...sent, target: spliced(sent.target, at, encodeURI(piece)) })),
    fc
      .tuple(token, latin)
      .map(([name, value]) => ({ ...sent, target: `${sent.target}?${name}=${encodeURI(value)}` })),
    fc
      .tuple(fc.constantFrom("pageSize", "pageToken", "startDate", "status", "operationId"), latin)
      .map(([name, value]) => ({
        ...sent,
        target: `${sent.target}?${name}=${value.replace(/[ #]/g, "%20")}`,
      })),
    fc
      .tuple(
        fc.constantFrom(
          "Authorization",
          "Content-Type",
          "If-Match",
          "Idempotency-Key",
          "Prefer",
          "Accept",
          "Expect",
          "Host",
        ),
        latin,
      )
      .map(([name, value]) => ({
        ...sent,
        fields: [...sent.fields.filter(([other]) => other !== name), [name, value] as [string, string]],
      })),
    fc.tuple(fc.nat(), text).map(([at, piece]) => ({ ...sent, body: spliced(sent.body, at, piece) })),
    fc.json({ maxDepth: 4 }).map((body) => ({ ...sent, body })),
  ),
);

function spliced(whole: string, at: number, piece: string): string {
  const from = at % (whole.length + 1);
  return whole.slice(0, from) + piece + whole.slice(from + 1);
}

function bytesOf({ method, target, fields, body }: Sent, isLast = true): Buffer {
  const length: [string, string][] = body === "" ? [] : [["Content-Length", String(Buffer.byteLength(body))]];
  const host: [string, string][] = fields.some(([name]) => name === "Host") ? [] : [["Host", "x"]];
  const all = [...host, ...fields, ...length, ...(isLast ? [["Connection", "close"]] : [])];
  const head = all.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  return Buffer.from(`${method} ${target.replace(/[ \t]/g, "%20")} HTTP/1.1\r\n${head}\r\n${body}`);
}

/** Returns the error in the server's response; undefined if there is none. */
function fault(received: string): string | undefined {
  const match = /^HTTP\/1\.1 (\d{3}) [^\r]*\r\n([\s\S]*?)\r\n\r\n([\s\S]*)$/.exec(received);
  if (match === null) return `no answer: ${JSON.stringify(received.slice(0, 200))}`;
  const [, status = "", head = "", body = ""] = match;
  if (Number(status) >= 500) return `a ${status}: ${body}`;
  if (Number(status) < 400) return undefined;
  if (!/content-type: application\/problem\+json/i.test(head))
    return `a ${status} that is no problem document`;
  // The response to a HEAD has no body.
  if (body !== "" && (JSON.parse(body) as { status: number }).status !== Number(status))
    return `says ${body}`;
  return undefined;
}

t.test("a request with one error: never a 5xx, never a hang, always a problem document", async (t) => {
  const server = await startTestServer(t, ["--request-seconds", "5"]);
  const property = fc.asyncProperty(broken, async (sent) => {
    const wrong = fault(await sendRaw(server.url, [bytesOf(sent)]));
    if (wrong !== undefined) throw new Error(wrong);
  });
  await fc.assert(property, { numRuns: isLong ? 10_000 : 400 });
  t.pass("all were answered");
});

t.test("pipelined requests in chunks of any size get their responses in order", async (t) => {
  const server = await startTestServer(t);
  const requests = fc.array(fc.constantFrom(...right), { minLength: 1, maxLength: 8 });
  const cuts = fc.array(fc.nat({ max: 2000 }), { maxLength: 12 });
  const property = fc.asyncProperty(requests, cuts, async (sent, at) => {
    const all = Buffer.concat(sent.map((one, index) => bytesOf(one, index === sent.length - 1)));
    const ends = [...new Set(at.map((cut) => cut % all.length))].sort((a, b) => a - b);
    const pieces = [...ends, all.length].map((end, index) => all.subarray(ends[index - 1] ?? 0, end));
    const received = await sendRaw(server.url, pieces, { pause: 1 });
    const statuses = [...received.matchAll(/^HTTP\/1\.1 (\d{3})|(?<=\})HTTP\/1\.1 (\d{3})/gm)];
    if (statuses.length !== sent.length)
      throw new Error(`${statuses.length} answers to ${sent.length}: ${received}`);
    if (/HTTP\/1\.1 5/.test(received)) throw new Error(received);
  });
  await fc.assert(property, { numRuns: isLong ? 500 : 30 });
  t.pass("as many answers as requests");
});

t.test("corrupted bytes anywhere in the framing get a response, and the server stays up", async (t) => {
  const server = await startTestServer(t, ["--request-seconds", "1"]);
  const noise = fc.uint8Array({ minLength: 1, maxLength: 4 });
  const property = fc.asyncProperty(fc.constantFrom(...right), fc.nat(), noise, async (sent, at, bytes) => {
    const whole = bytesOf(sent);
    const from = at % whole.length;
    const mangled = Buffer.concat([whole.subarray(0, from), bytes, whole.subarray(from + bytes.length)]);
    const received = await sendRaw(server.url, [mangled], { isAll: true });
    if (!/^HTTP\/1\.1 [1-4]/.test(received)) throw new Error(JSON.stringify(received));
    if (/^HTTP\/1\.1 4/.test(received) && !received.includes("problem+json")) throw new Error(received);
  });
  await fc.assert(property, { numRuns: isLong ? 3000 : 100 });
  const [first] = right;
  t.match(await sendRaw(server.url, [bytesOf(first!)]), /^HTTP\/1\.1 200 /);
});

t.test("a request that stops at any byte times out with a problem document", async (t) => {
  const server = await startTestServer(t, ["--request-seconds", "1"]);
  const stopped = fc
    .tuple(fc.constantFrom(...right), fc.nat())
    .map(([sent, at]) => bytesOf(sent).subarray(0, 1 + (at % (bytesOf(sent).length - 1))));
  // They wait concurrently.
  const all = fc.sample(stopped, { numRuns: isLong ? 500 : 50 });
  const responses = await Promise.all(all.map((bytes) => sendRaw(server.url, [bytes])));
  for (const [index, response] of responses.entries()) {
    t.match(response, /^HTTP\/1\.1 408 [\s\S]*problem\+json/, JSON.stringify(all[index]!.toString()));
  }
});
