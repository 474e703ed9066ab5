// Page tokens: reading returns the issued position, and only for the same list.
import { randomBytes } from "node:crypto";
import { fc } from "../../support/laws.ts";
import t from "tap";
import { constraints } from "../../../generated/constraints.ts";
import { newSenderPoolId, newSenderPoolOperationId } from "../../../server/ids/ids.ts";
import { PageTokenError, PageTokens } from "../../../server/ids/page-token.ts";

const key = randomBytes(32);
const tokens = new PageTokens(key);
const list = { accountId: "AC1", operationId: "listSenderPoolSenders", resourceId: newSenderPoolId() };
const location = {
  filters: { channel: "SMS", startDate: 1.5, endDate: undefined },
  after: newSenderPoolId(),
};

function rejection(read: () => unknown): PageTokenError | undefined {
  try {
    read();
  } catch (error) {
    if (error instanceof PageTokenError) return error;
    throw error;
  }
  return undefined;
}

t.test("a page token carries its position and filters; the request may repeat the same filters", (t) => {
  const token = tokens.issue(list, location);
  const want = { filters: { channel: "SMS", startDate: 1.5 }, after: location.after };
  for (const given of [{}, { channel: "SMS" }, { channel: undefined, startDate: 1.5 }, location.filters]) {
    t.strictSame(tokens.read(token, list, given), want);
  }
  t.strictSame(tokens.read(tokens.issue(list, { filters: {}, after: null }), list, {}), {
    filters: {},
    after: null,
  });
  t.end();
});

t.test("a page token can be read by another process with the same key", (t) => {
  t.equal(
    new PageTokens(Buffer.from(key)).read(tokens.issue(list, location), list, {}).after,
    location.after,
  );
  t.end();
});

const elsewhere = [
  { title: "another account", list: { ...list, accountId: "AC2" } },
  { title: "another operation", list: { ...list, operationId: "listSenders" } },
  { title: "another pool", list: { ...list, resourceId: newSenderPoolId() } },
  { title: "no pool", list: { accountId: list.accountId, operationId: list.operationId } },
];
for (const { title, list: other } of elsewhere) {
  t.test(`a page token is rejected for ${title}`, (t) => {
    t.equal(rejection(() => tokens.read(tokens.issue(list, location), other, {}))?.reason, "unknown");
    t.end();
  });
}

t.test("a page token signed with another key is rejected", (t) => {
  const other = new PageTokens(randomBytes(32));
  t.equal(rejection(() => other.read(tokens.issue(list, location), list, {}))?.reason, "unknown");
  t.end();
});

t.test("filters that differ from the page token's are rejected by name", (t) => {
  const token = tokens.issue(list, location);
  const cases = [
    { given: { channel: "RCS" }, want: "channel" },
    { given: { channel: "SMS", startDate: 2 }, want: "startDate" },
    { given: { endDate: 3 }, want: "endDate" },
    { given: { status: "ACTIVATED" }, want: "status" },
  ];
  for (const { given, want } of cases) {
    const error = rejection(() => tokens.read(token, list, given));
    t.match(error, {
      reason: "other-filters",
      filter: want,
      message: `must be used with the ${want} it was made with`,
    });
  }
  t.end();
});

t.test("a page token with any character changed is rejected", (t) => {
  const token = tokens.issue(list, location);
  const base64url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const character = fc.constantFrom(...Array.from(base64url), "=", "+", "/", " ", "é", "\u0000");
  fc.assert(
    fc.property(fc.nat(token.length), fc.nat(1), character, (at, length, text) => {
      const changed = token.slice(0, at) + text + token.slice(at + length);
      fc.pre(changed !== token);
      return rejection(() => tokens.read(changed, list, {}))?.reason === "unknown";
    }),
    { numRuns: 2000 },
  );
  for (const given of [
    "",
    "pageToken",
    "A",
    "=",
    token + "=",
    `${token}A`,
    token.slice(1),
    token.toUpperCase(),
  ]) {
    t.equal(rejection(() => tokens.read(given, list, {}))?.reason, "unknown", given);
  }
  t.end();
});

t.test("the longest page token is within the contract's limit", (t) => {
  const id = (made: string) => made.padEnd(made.length + 9, "z");
  const filters = {
    operationId: id(newSenderPoolOperationId()),
    channel: "WHATSAPP",
    status: "DEACTIVATED",
    startDate: -62167219200000.123,
    endDate: 253402300799999.98,
  };
  const longest = tokens.issue(list, { filters, after: id(newSenderPoolId()) });
  t.ok(longest.length <= constraints.schemas.PageToken.maxLength, `${longest.length} characters`);
  t.end();
});
