// Who is told which credentials: an operation gets what it asks for.
import t from "tap";
import { type Authorization, authorizations } from "../../client/credentials/authorize.ts";

const schemes: readonly Authorization[] = [
  { in: "header", name: "Authorization", prefix: "Bearer ", fields: [{ name: "token" }] },
  { in: "query", name: "api_key", prefix: "", fields: [{ name: "apiKey" }] },
  { in: "cookie", name: "session", prefix: "", fields: [{ name: "session" }] },
];
const all = { token: "t", apiKey: "k", session: "s" };

async function sent(options: object, security: readonly (readonly number[])[]): Promise<string> {
  const { query, hook } = authorizations(schemes, [], false)(options)({ security });
  const headers = new Headers();
  await hook.onRequest?.({ headers } as Parameters<NonNullable<typeof hook.onRequest>>[0]);
  return [...Object.values(query), ...headers.values()].join(" ");
}

t.test("sends what the first alternative asks for of which everything is given", async (t) => {
  const cases = [
    { given: all, security: [], want: "" },
    { given: all, security: [[]], want: "" },
    { given: all, security: [[0]], want: "Bearer t" },
    { given: all, security: [[1]], want: "k" },
    { given: all, security: [[0, 1]], want: "k Bearer t" },
    { given: all, security: [[2], [0]], want: "session=s" },
    { given: all, security: [[], [0]], want: "Bearer t" },
    { given: { token: "t" }, security: [[1], [0]], want: "Bearer t" },
    { given: { token: "t" }, security: [[0, 1]], want: "Bearer t" },
    { given: { token: "t" }, security: [[0, 1], []], want: "" },
    { given: { token: "t" }, security: [[0, 1], [2]], want: "Bearer t" },
    { given: { apiKey: "k" }, security: [[0]], want: "" },
    { given: {}, security: [[0]], want: "" },
    { given: all, security: [[9]], want: "" },
  ];
  for (const { given, security, want } of cases)
    t.equal(await sent(given, security), want, JSON.stringify({ given, security }));
});

t.test("says what is missing where every operation asks for something", (t) => {
  t.throws(() => authorizations(schemes, [[0]], true)({}), { message: /^Missing credentials: pass token/ });
  // What an object inherits nobody has given.
  const inherited = [{ ...schemes[0], fields: [{ name: "toString" }] }] as readonly Authorization[];
  t.throws(() => authorizations(inherited, [[0]], true)({}), { message: /^Missing/ });
  t.end();
});
