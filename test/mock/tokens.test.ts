// Tokens of OAuth 2.0: the mock issues them if the document declares the token endpoint on its own server.
import t from "tap";
import { json, mockOf } from "./mock-of.ts";

const flow = (tokenUrl: string) => ({ tokenUrl, scopes: { read: "" } });

async function start(t: Parameters<typeof mockOf>[0], tokenUrl: string) {
  const oauth = { type: "oauth2", flows: { clientCredentials: flow(tokenUrl) } };
  return mockOf(
    t,
    {
      servers: [{ url: "https://api.example/v1" }],
      paths: {
        "/me": {
          get: {
            operationId: "getMe",
            security: [{ oauth: ["read"] }],
            responses: { 200: json({ type: "object" }) },
          },
        },
      },
      components: { securitySchemes: { oauth } },
    },
    { credentials: ["one", "two"].map((value) => ({ scheme: "oauth", value })) },
  );
}

function ask(url: string, form: Record<string, string>, headers: Record<string, string> = {}) {
  return fetch(url, { method: "POST", body: new URLSearchParams(form), headers });
}

for (const [tokenUrl, path] of [
  ["oauth/token", "/v1/oauth/token"],
  ["/oauth/token", "/oauth/token"],
  ["https://api.example/token", "/token"],
] as const)
  t.test(`a token fetched at ${tokenUrl} is accepted`, async (t) => {
    const mock = await start(t, tokenUrl);
    const grant = { grant_type: "client_credentials", scope: "read" };
    const given = await ask(mock.origin + path, { ...grant, client_id: "me", client_secret: "mine" });
    t.equal(given.headers.get("cache-control"), "no-store");
    const body = (await given.json()) as { access_token: string };
    t.match(body, { access_token: "one", token_type: "Bearer", expires_in: 3600, scope: "read" });
    const headers = { Authorization: `Bearer ${body.access_token}` };
    t.equal((await fetch(`${mock.url}/me`, { headers })).status, 200);
    const second = `Basic ${Buffer.from("tenant-2:secret").toString("base64")}`;
    t.match(await (await ask(mock.origin + path, grant, { Authorization: second })).json(), {
      access_token: "two",
    });
    t.match(await (await ask(mock.origin + path, {})).json(), { error: "invalid_request" });
    t.match(await (await ask(mock.origin + path, { grant_type: "magic" })).json(), {
      error: "unsupported_grant_type",
    });
  });

t.test("a token endpoint on another server is not served by the mock", async (t) => {
  const mock = await start(t, "https://login.example/token");
  t.equal((await ask(`${mock.origin}/token`, { grant_type: "client_credentials" })).status, 404);
});

t.test("schemes that share a location and are required together share their credentials", async (t) => {
  const bearer = { type: "http", scheme: "bearer" };
  const mock = await mockOf(t, {
    paths: {
      "/me": {
        get: {
          operationId: "getMe",
          security: [{ one: [], two: [] }],
          responses: { 200: json({ type: "object" }) },
        },
      },
    },
    components: {
      securitySchemes: {
        one: bearer,
        two: { type: "oauth2", flows: { implicit: { authorizationUrl: "https://a.example", scopes: {} } } },
      },
    },
  });
  t.equal((await fetch(`${mock.url}/me`, { headers: mock.headers() })).status, 200);
});
