// Requests with one defect each, on the raw socket: never a 5xx, never a hang, and the mock continues.
// CHECK_LONG=1 sends ten thousand.
import { fc } from "../support/laws.ts";
import t from "tap";
import { startMock } from "../../scripts/contract/mock/start-mock.ts";
import { sendRaw } from "../support/raw-request.ts";

const isLong = process.env["CHECK_LONG"] === "1";
t.setTimeout(isLong ? 3_000_000 : 60_000);

interface Sent {
  readonly method: string;
  readonly target: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

const json = ["Content-Type", "application/json"] as const;
const right: readonly Sent[] = [
  { method: "POST", target: "/v3/pet", fields: [json], body: '{"name":"Rex","photoUrls":[]}' },
  { method: "PUT", target: "/v3/pet", fields: [json], body: '{"id":1,"name":"Rex","photoUrls":[]}' },
  { method: "GET", target: "/v3/pet/1", fields: [], body: "" },
  { method: "GET", target: "/v3/pet/findByStatus?status=sold", fields: [], body: "" },
  { method: "POST", target: "/v3/pet/1/sell", fields: [], body: "" },
  { method: "POST", target: "/v3/orders", fields: [json], body: '{"quantity":2}' },
  { method: "GET", target: "/v3/orders?page=1&sort=quantity", fields: [], body: "" },
  {
    method: "PATCH",
    target: "/v3/orders/00000000-0000-8000-8000-000000000001",
    fields: [["Content-Type", "application/json-patch+json"]],
    body: '[{"op":"replace","path":"/quantity","value":3}]',
  },
  { method: "PUT", target: "/v3/settings", fields: [json], body: '{"theme":"light"}' },
  { method: "GET", target: "/_control", fields: [], body: "" },
  { method: "POST", target: "/_control/faults", fields: [json], body: '{"operationId":"x","status":404}' },
  { method: "POST", target: "/_control/verify", fields: [json], body: '{"operationId":"getPet"}' },
  { method: "DELETE", target: "/_control/faults/1", fields: [], body: "" },
  { method: "POST", target: "/_control/webhooks/x", fields: [json], body: '{"url":"http://127.0.0.1/"}' },
];

const latin = fc
  .string({ unit: "binary-ascii", maxLength: 40 })
  .map((given) => given.replace(/[\r\n\0]/g, "~"));
const names = ["Content-Type", "If-Match", "If-None-Match", "Accept", "Prefer", "X-Key", "Cookie", "Origin"];
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "PROPFIND"];
const signs = ["%zz", "%00", "%ff", "//", "__proto__", "?"];

/** Introduces one defect. */
const broken: fc.Arbitrary<Sent> = fc.constantFrom(...right).chain((sent) =>
  fc.oneof(
    fc.constantFrom(...methods).map((method) => ({ ...sent, method })),
    fc
      .tuple(fc.nat(), latin)
      .map(([at, piece]) => ({ ...sent, target: spliced(sent.target, at, encodeURI(piece)) })),
    fc
      .tuple(fc.nat(), fc.constantFrom(...signs))
      .map(([at, piece]) => ({ ...sent, target: spliced(sent.target, at, piece) })),
    fc.tuple(fc.constantFrom(...names), latin).map(([name, value]) => ({
      ...sent,
      // `wait` delays the response.
      fields: [
        ...sent.fields.filter(([other]) => other !== name),
        [name, value.replace(/wait/gi, "")] as const,
      ],
    })),
    fc
      .tuple(fc.nat(), fc.string({ unit: "binary", maxLength: 20 }))
      .map(([at, piece]) => ({ ...sent, body: spliced(sent.body, at, piece) })),
    fc.json({ maxDepth: 4 }).map((body) => ({ ...sent, body })),
  ),
);

function spliced(whole: string, at: number, piece: string): string {
  const from = at % (whole.length + 1);
  return whole.slice(0, from) + piece + whole.slice(from + 1);
}

function bytesOf({ method, target, fields, body }: Sent, key: string): Buffer {
  const own = fields.some(([name]) => name === "X-Key") ? [] : [["X-Key", key]];
  const length = body === "" ? [] : [["Content-Length", String(Buffer.byteLength(body))]];
  const all = [["Host", "x"], ...own, ...fields, ...length, ["Connection", "close"]];
  const head = all.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  return Buffer.from(`${method} ${target.replace(/[ \t#]/g, "%20")} HTTP/1.1\r\n${head}\r\n${body}`);
}

t.test("a request with one defect causes no 5xx, no hang and no withheld response", async (t) => {
  const mock = await startMock("test/fixtures/mock/shop.json");
  t.teardown(() => mock.close());
  const key = mock.headers()["X-Key"] ?? "";
  const property = fc.asyncProperty(broken, async (sent) => {
    const received = await sendRaw(mock.origin, [bytesOf(sent, key)]);
    const [, status = ""] = /^HTTP\/1\.1 (\d{3}) /.exec(received) ?? [];
    if (status === "" || Number(status) >= 500) throw new Error(received.slice(0, 2000) || "no response");
  });
  await fc.assert(property, { numRuns: isLong ? 10_000 : 200 });
  t.same(
    mock.journal().filter(({ withheld }) => withheld !== undefined),
    [],
  );
});

t.test("HEAD of the control page is like GET", async (t) => {
  const mock = await startMock("test/fixtures/mock/shop.json", { ui: true });
  t.teardown(() => mock.close());
  const page = `${mock.origin}/_control/ui`;
  const [get, head] = [await fetch(page), await fetch(page, { method: "HEAD" })];
  t.equal(head.status, 200);
  t.equal(head.headers.get("Content-Type"), get.headers.get("Content-Type"));
  t.equal(await head.text(), "");
});
