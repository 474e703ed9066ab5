// Properties of validation in both directions: valid requests are accepted; a request with one error gets a
// 400 that names its location.
import { fc } from "../support/laws.ts";
import t from "tap";
import { constraints } from "../../generated/constraints.ts";
import { createSenderPool } from "../../generated/operations.ts";
import { call, startTestServer } from "../support/test-server.ts";

// Much work: it may take long on a busy machine.
t.setTimeout(600_000);

const { schemas } = constraints;
const { TagKey, TagValue, Name, Tags, SenderId } = schemas;
const numRuns = process.env["CHECK_LONG"] === undefined ? 120 : 10_000;

/**
 * Any text that the contract allows, that is, code points except U+0000 and surrogates, biased to those that
 * are special in JavaScript.
 */
function text(limits: { readonly minLength?: number; readonly maxLength: number }): fc.Arbitrary<string> {
  const special = fc.constantFrom(
    "__proto__",
    "constructor",
    "toString",
    "a/b",
    "~1",
    "%",
    "\u2028",
    "💥",
    '"',
    "\\",
  );
  const any = fc.string({ unit: "binary", minLength: limits.minLength ?? 0, maxLength: limits.maxLength });
  return fc.oneof(
    { weight: 4, arbitrary: any.filter((value) => !value.includes("\0")) },
    { weight: 1, arbitrary: special },
  );
}

/** Without Liquid delimiters, which are tested by example. */
const tagValue = text(TagValue)
  .map((value) => value.replaceAll("{", "("))
  .filter((value) => value !== "");
const tags = fc.dictionary(text(TagKey), tagValue, { maxKeys: Tags.maxProperties, noNullPrototype: true });
const senderId = fc
  .tuple(
    fc.constantFrom(...Array.from("01234567")),
    fc.string({
      unit: fc.constantFrom(...Array.from("abcdefghjkmnpqrstvwxyz0123456789")),
      minLength: 25,
      maxLength: 34,
    }),
  )
  .map(([first, rest]) => SenderId.prefix + first + rest);
const senders = fc.array(
  senderId.map((id) => ({ senderId: id })),
  { maxLength: 20 },
);
const body = fc.record({ name: text(Name), tags, senders }, { requiredKeys: [], noNullPrototype: true });

/** Parts of a body that violate one rule each: the change, and the pointer that the response must report. */
const brokenParts: { readonly part: fc.Arbitrary<object>; readonly pointer: RegExp }[] = [
  {
    part: text({ minLength: Name.maxLength + 1, maxLength: Name.maxLength + 50 })
      .filter((name) => Array.from(name).length > Name.maxLength)
      .map((name) => ({ name })),
    pointer: /^\/name$/,
  },
  { part: fc.constantFrom(1, null, true, [], {}).map((name) => ({ name })), pointer: /^\/name$/ },
  {
    part: fc.constantFrom("{{", "{% nothing %}", "{{ a", "{% if %}").map((value) => ({ tags: { k: value } })),
    pointer: /^\/tags\/k$/,
  },
  {
    part: fc.constantFrom("", 1, null, ["a"]).map((value) => ({ tags: { k: value } })),
    pointer: /^\/tags\/k$/,
  },
  { part: fc.constant({ tags: { "": "v" } }), pointer: /^\/tags\/$/ },
  { part: fc.constantFrom("a", 1, null, []).map((value) => ({ tags: value })), pointer: /^\/tags$/ },
  {
    part: senderId.map((id) => ({ senders: [{ senderId: id.toUpperCase() }] })),
    pointer: /^\/senders\/0\/senderId$/,
  },
  {
    part: senderId.map((id) => ({ senders: [{ senderId: `${id} ` }] })),
    pointer: /^\/senders\/0\/senderId$/,
  },
  {
    part: senderId.map((id) => ({ senders: [{ senderId: id, extra: 1 }] })),
    pointer: /^\/senders\/0\/extra$/,
  },
  { part: fc.constant({ senders: [{}] }), pointer: /^\/senders\/0$/ },
  { part: fc.constant({ senders: {} }), pointer: /^\/senders$/ },
  {
    part: fc.constantFrom("Name", "id", "__proto__", "toString").map((key) => Object.fromEntries([[key, 1]])),
    pointer: /^\/(Name|id|__proto__|toString)$/,
  },
];

/** As JSON.stringify, but keeps an own `__proto__`. */
const merged = (whole: object, part: object): string =>
  JSON.stringify(Object.fromEntries([...Object.entries(whole), ...Object.entries(part)]));

t.test(`${createSenderPool.operationId}: a valid request is accepted and returned unchanged`, async (t) => {
  const server = await startTestServer(t);
  await fc.assert(
    fc.asyncProperty(body, async (given) => {
      const accepted = await call(server, {
        method: "POST",
        path: "/SenderPools",
        body: JSON.stringify(given),
      });
      if (accepted.status !== 202) throw new Error(accepted.text);
      const { operationId } = accepted.body as { operationId: string };
      const page = await call(server, { path: `/SenderPools?operationId=${operationId}` });
      const [pool] = (page.body as { senderPools: { name: string; tags: Record<string, string> }[] })
        .senderPools;
      t.same(pool?.name, given.name ?? "");
      t.same(Object.entries(pool?.tags ?? {}).sort(), Object.entries(given.tags ?? {}).sort());
    }),
    { numRuns },
  );
});

t.test(
  `${createSenderPool.operationId}: a request with one error is a 400 that names its location`,
  async (t) => {
    const server = await startTestServer(t);
    const broken = fc
      .tuple(body, fc.constantFrom(...brokenParts))
      .chain(([whole, { part, pointer }]) => part.map((wrong) => ({ text: merged(whole, wrong), pointer })));
    await fc.assert(
      fc.asyncProperty(broken, async ({ text: given, pointer }) => {
        const response = await call(server, { method: "POST", path: "/SenderPools", body: given });
        if (response.status !== 400) throw new Error(`${response.status} ${response.text}`);
        const { errors } = response.body as { errors: { in: string; pointer: string }[] };
        const places = errors.map((error) => `${error.in} ${error.pointer}`);
        if (!errors.every((error) => error.in === "body" && pointer.test(error.pointer)))
          throw new Error(places.join());
      }),
      { numRuns },
    );
    t.match(
      (await call(server, { path: "/SenderPools" })).body,
      { senderPools: { length: 0 } },
      "and nothing was done",
    );
  },
);

t.test("any bytes as a body get a 202 or a problem document", async (t) => {
  const server = await startTestServer(t);
  const bytes = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.json(),
    fc.jsonValue().map((value) => JSON.stringify({ tags: value })),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (given) => {
      const { status } = await call(server, { method: "POST", path: "/SenderPools", body: given });
      return status === 202 || status === 400;
    }),
    { numRuns },
  );
});

t.test("no path, query or header causes a 5xx", async (t) => {
  const server = await startTestServer(t);
  const part = fc.oneof(
    fc.string({ unit: "grapheme" }).map(encodeURIComponent),
    fc.string({ unit: fc.constantFrom(...Array.from("%25/.&=;~a_")) }),
    fc.constantFrom("pageSize", "pageToken", "SenderPools", "Operations"),
  );
  const printable = fc.string({ unit: fc.constantFrom(...Array.from(' "\\,/W*!~abc')), maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(part, part, printable, async (segment, query, header) => {
      const headers = { "if-match": header, "idempotency-key": header, prefer: header };
      const response = await call(server, {
        method: "DELETE",
        path: `/SenderPools/${segment}?${query}`,
        headers,
      });
      return (
        response.status >= 400 &&
        response.status < 500 &&
        response.headers["content-type"] === "application/problem+json"
      );
    }),
    { numRuns },
  );
});
