// Credentials per operation: each gets only those that it requires.
import t from "tap";
import { connectTo } from "../../client/connect.ts";
import { type Authorization, authorizations } from "../../client/credentials/authorize.ts";
import { isApiError } from "../../client/response/errors.ts";

const schemes: readonly Authorization[] = [
  { in: "header", name: "Authorization", prefix: "Bearer ", fields: [{ name: "token" }] },
  { in: "query", name: "api_key", prefix: "", fields: [{ name: "apiKey" }] },
  { in: "cookie", name: "session", prefix: "", fields: [{ name: "session" }] },
];
const all = { token: "t", apiKey: "k", session: "s" };

async function sent(options: object, security: readonly (readonly number[])[]): Promise<string> {
  const means = { fetch: () => Promise.reject(new Error("not sent")), hooks: [] };
  const { query, hooks } = authorizations(schemes, [], false)(options)({ security }, means);
  const headers = new Headers();
  for (const { onRequest } of hooks)
    await onRequest?.({ headers } as Parameters<NonNullable<typeof onRequest>>[0]);
  return [...Object.values(query), ...headers.values()].join(" ");
}

t.test(
  "authorize sends the credentials of the first alternative that is completely configured",
  async (t) => {
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
  },
);

t.test("an error for a credential that a field cannot hold does not quote it", async (t) => {
  for (const token of ["se\ncret", "se\r\ncret", "se\0cret", "se\u2026cret", "\nse\r cret"]) {
    const error: unknown = await sent({ token }, [[0]]).catch((error: unknown) => error);
    t.type(error, TypeError);
    t.notMatch(String(error), /se\W*cret/);
  }
  // `fetch` removes white space at the ends, such as the line end of a file with a secret.
  t.equal(await sent({ token: "secret\n" }, [[0]]), "Bearer secret");
});

t.test("authorize reports missing credentials if every operation requires some", (t) => {
  t.throws(() => authorizations(schemes, [[0]], true)({}), { message: /^Missing credentials: pass token/ });
  // Inherited properties do not count as given options.
  const inherited = [{ ...schemes[0], fields: [{ name: "toString" }] }] as readonly Authorization[];
  t.throws(() => authorizations(inherited, [[0]], true)({}), { message: /^Missing/ });
  t.end();
});

t.test(
  "a rejected token is replaced and the request retried within the attempt, if there is another token",
  async (t) => {
    const cases = [
      // The first token is rejected, the next one is accepted.
      { tokens: ["t1", "t2"], statuses: [401, 200], want: { sent: ["Bearer t1", "Bearer t2"], status: 200 } },
      { tokens: ["t1", "t2"], statuses: [401, 401], want: { sent: ["Bearer t1", "Bearer t2"], status: 401 } },
      { tokens: ["t1", "t1"], statuses: [401], want: { sent: ["Bearer t1"], status: 401 } },
      { tokens: ["t1"], statuses: [403], want: { sent: ["Bearer t1"], status: 403 } },
    ];
    for (const { tokens, statuses, want } of cases) {
      const left = [...tokens];
      const [sent, refused]: [string[], string[]] = [[], []];
      let current = left.shift() ?? "";
      const token = Object.assign(() => current, {
        refused: (one: string) => {
          refused.push(one);
          current = left.shift() ?? current;
        },
      });
      const api = {
        client: "Pools",
        userAgent: "pools/1",
        requestIdHeader: "X-Id",
        credentials: [],
        authorize: authorizations(schemes, [[0]], true),
      };
      const options = {
        token,
        baseUrl: "https://api.example.com",
        maxAttempts: 1,
        fetch: async (_: string, { headers }: { readonly headers: Headers }): Promise<Response> => {
          sent.push(headers.get("authorization") ?? "");
          const status = statuses[sent.length - 1] ?? 500;
          return Response.json({}, { status });
        },
      };
      const operation = { method: "POST", path: "/pools", answers: { 200: "application/json" } };
      const status = await connectTo(api, options)
        .call(operation, {}, undefined)
        .withResponse()
        .then(
          ({ response }) => response.status,
          (error: unknown) => isApiError(error) && error.status,
        );
      t.same({ sent, status }, want);
      t.same(refused, want.status === 403 ? [] : ["t1"]);
    }
  },
);
