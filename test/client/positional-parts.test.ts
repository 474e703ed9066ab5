// Lists as parts without names: what the client serialises, servers read as the same values.
import { isDeepStrictEqual } from "node:util";
import t from "tap";
import { positionalParts } from "../../client/request/positional-parts.ts";
import { readParts } from "../../scripts/contract/runtime/boundary/read-parts.ts";
import { usualLimits } from "../../scripts/contract/runtime/json/scan-json.ts";
import { fc } from "../support/laws.ts";

async function received(
  body: unknown,
  types: object = {},
): Promise<{ body: unknown[]; problems: unknown[] }> {
  const encode = positionalParts({ type: "multipart/mixed", ...types });
  const sent = encode(body, new Headers()) as Blob;
  const problems: never[] = [];
  const rest = { types: ["string"], files: "some" } as const;
  const bytes = new Uint8Array(await sent.arrayBuffer());
  const read = await readParts({ first: [], rest }, bytes, sent.type, { problems, limits: usualLimits });
  return { body: read.body, problems };
}

t.test("texts, JSON and bytes arrive as they were sent", async () => {
  const piece = fc.constantFrom("\r\n", "\r", "\n", "-", "--", ":", " ", "\0", "a", "é", "𝄞", '"', "b");
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
  const item = fc.oneof(
    text,
    fc.dictionary(text, text, { maxKeys: 2, noNullPrototype: true }),
    fc.array(fc.oneof(text, fc.integer()), { maxLength: 3 }),
    fc.uint8Array({ maxLength: 12 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(item, { maxLength: 4 }), async (items) => {
      const { body, problems } = await received(items);
      const values = await Promise.all(
        body.map(async (one) => (one instanceof File ? new Uint8Array(await one.arrayBuffer()) : one)),
      );
      const want = items.map((one): unknown => (one instanceof Uint8Array ? Uint8Array.from(one) : one));
      return isDeepStrictEqual(values, want) && problems.length === 0;
    }),
  );
});

t.test("a value without a text is an error, not `undefined`", async (t) => {
  await t.rejects(received([undefined]), {
    message: "item 0 must be a string, number, boolean or valid Date",
  });
  await t.rejects(received(["a", undefined], { rest: "application/json" }), { name: "TypeError" });
  await t.rejects(received([{ n: NaN }]), { message: "n must be a finite number or valid Date" });
});

t.test("a body that is not a list is sent as given", (t) => {
  const blob = new Blob(["--b--"]);
  t.equal(positionalParts({ type: "multipart/mixed" })(blob, new Headers()), blob);
  t.end();
});
