// The endpoints of a package's entry `/oauth` are those of the document, unless the caller passes others.
import t from "tap";
import { execute, sdk } from "./made-package.ts";

t.setTimeout(120_000);

const noContent = { 204: { description: "Done." } };
const discovery = "https://id.example.com/.well-known/openid-configuration";
const document = JSON.stringify({
  openapi: "3.1.0",
  info: { title: "Guarded", version: "1.0.0" },
  servers: [{ url: "https://api.example.com/v1" }],
  paths: {
    "/own": { get: { operationId: "own", security: [{ login: [] }], responses: noContent } },
    "/far": { get: { operationId: "far", security: [{ far: [] }], responses: noContent } },
    "/mine": { get: { operationId: "mine", security: [{ connect: [] }], responses: noContent } },
  },
  components: {
    securitySchemes: {
      login: {
        type: "oauth2",
        flows: {
          authorizationCode: {
            authorizationUrl: "https://id.example.com/authorize",
            tokenUrl: "https://id.example.com/code",
            refreshUrl: "https://id.example.com/code/refresh",
            scopes: {},
          },
          clientCredentials: { tokenUrl: "/token", refreshUrl: "refresh", scopes: {} },
        },
      },
      far: {
        type: "oauth2",
        flows: { clientCredentials: { tokenUrl: "https://far.example.com/token", scopes: {} } },
      },
      connect: { type: "openIdConnect", openIdConnectUrl: discovery },
    },
  },
});

t.test("tokens are requested from the document's endpoints", async (t) => {
  const folder = t.testdir({ "a.json": document });
  const { code, err } = await sdk(folder, "a.json", "-n", "guarded", "--out", "package");
  t.equal(code, 0, err);
  const program = `import { oauth } from "./package/dist/generated/oauth.js";
    const sent = [];
    const fetch = async (url, { method, body }) => {
      sent.push([method, url, body?.get("grant_type") ?? ""].join(" ").trim());
      return Response.json(
        method === "GET" ? { token_endpoint: "https://id.example.com/found" } : { access_token: "t", expires_in: 60 },
      );
    };
    const requested = async (options) => {
      sent.length = 0;
      const token = oauth({ clientId: "a", clientSecret: "b", fetch, ...options });
      return [await token(), ...sent];
    };
    console.log(JSON.stringify([
      await requested({}),
      await requested({ refreshToken: "r" }),
      await requested({ scheme: "far" }),
      await requested({ scheme: "far", refreshToken: "r" }),
      await requested({ scheme: "connect" }),
      await requested({ tokenUrl: "https://other.example.com/token" }),
    ]));`;
  t.same(JSON.parse(await execute(folder, "a.mjs", program)), [
    ["t", "POST https://api.example.com/token client_credentials"],
    ["t", "POST https://api.example.com/refresh refresh_token"],
    ["t", "POST https://far.example.com/token client_credentials"],
    ["t", "POST https://far.example.com/token refresh_token"],
    ["t", `GET ${discovery}`, "POST https://id.example.com/found client_credentials"],
    ["t", "POST https://other.example.com/token client_credentials"],
  ]);
});
