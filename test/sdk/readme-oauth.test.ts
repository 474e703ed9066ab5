// The section of a package's README on access tokens.
import t from "tap";
import { emit } from "../../scripts/contract/generate/code.ts";
import { oauthSection } from "../../scripts/contract/sdk/readme-oauth.ts";
import { noContent, planFrom } from "../generate/plan-from.ts";

t.test("a README names the device flow of a document, and where it starts", async (t) => {
  const readme = async (flows: object) => {
    const plan = await planFrom({
      openapi: "3.2.0",
      servers: [{ url: "https://api.example.com" }],
      security: [{ login: [] }],
      paths: { "/notes": { get: { operationId: "listNotes", responses: noContent } } },
      components: { securitySchemes: { login: { type: "oauth2", flows } } },
    });
    return String(oauthSection(plan, "notes", emit`NotesClient`));
  };
  const tokenUrl = "https://login.example.com/token";
  const device = { tokenUrl, deviceAuthorizationUrl: "/device", scopes: { read: "Read." } };
  const text = await readme({ deviceAuthorization: device });
  t.match(text, "device flow (RFC 8628)");
  t.match(text, "https://api.example.com/device", "relative to the server");
  t.match(text, tokenUrl, "tokens are renewed there");
  t.notMatch(await readme({ clientCredentials: { tokenUrl, scopes: {} } }), "device");
});
