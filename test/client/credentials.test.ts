// Credentials and base URL: from options and environment, never shown.
import { inspect } from "node:util";
import t from "tap";
import { TwilioClient } from "../../generated/index.ts";
import { credentialHeaders, type CredentialScheme } from "../../client/credentials/credentials.ts";
import { json, observedClient } from "./observed-fetch.ts";

const names = [
  "TWILIO_ACCOUNT_SID",
  "TWILIO_AUTH_TOKEN",
  "TWILIO_API_KEY",
  "TWILIO_API_KEY_SECRET",
  "TWILIO_COMMS_BASE_URL",
];

t.beforeEach((t) => {
  const before = names.map((name) => [name, process.env[name]] as const);
  for (const name of names) Reflect.deleteProperty(process.env, name);
  t.teardown(() => {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  });
});

async function sentBy(
  options: ConstructorParameters<typeof TwilioClient>[0],
): Promise<{ url: string; authorization: string }> {
  let sent = { url: "", authorization: "" };
  const client = new TwilioClient({
    ...options,
    fetch: async (url, { headers }) => {
      sent = { url, authorization: atob((headers.get("Authorization") ?? "").replace("Basic ", "")) };
      return json({});
    },
  });
  await client.senders.fetch("x");
  return sent;
}

t.test("options take precedence over the environment, and pairs of credentials are not mixed", async (t) => {
  t.match(await sentBy({ accountId: "a", authToken: "b" }), { authorization: "a:b" });
  t.match(await sentBy({ apiKey: "k", apiKeySecret: "s" }), { authorization: "k:s" });
  Object.assign(process.env, { TWILIO_ACCOUNT_SID: "env", TWILIO_AUTH_TOKEN: "token" });
  t.match(await sentBy({}), { authorization: "env:token" });
  t.match(await sentBy({ apiKey: "k", apiKeySecret: "s" }), { authorization: "k:s" });
  t.match(await sentBy({ accountId: "a" }), { authorization: "a:token" });
});

t.test("the second pair of credentials is used if the environment has only that one", async (t) => {
  Object.assign(process.env, { TWILIO_API_KEY: "k", TWILIO_API_KEY_SECRET: "s", TWILIO_ACCOUNT_SID: "" });
  t.match(await sentBy({}), { authorization: "k:s" });
});

t.test("Basic credentials are encoded as UTF-8", async (t) => {
  const { authorization } = await sentBy({ accountId: "ä", authToken: "→" });
  t.equal(new TextDecoder().decode(Uint8Array.from(authorization, (byte) => byte.charCodeAt(0))), "ä:→");
});

t.test("a missing credential is reported by name, without the values of the others", (t) => {
  t.throws(() => new TwilioClient(), { name: "TypeError", message: /accountId.*TWILIO_ACCOUNT_SID/ });
  t.throws(() => new TwilioClient({ accountId: "a" }), { message: /authToken.*TWILIO_AUTH_TOKEN/ });
  t.throws(() => new TwilioClient({ accountId: "", authToken: "b" }), { message: /accountId/ });
  t.throws(() => new TwilioClient({ accountId: "a:b", authToken: "c" }), {
    message: /^accountId has a colon$/,
  });
  t.end();
});

t.test("the base URL is the public API's, unless options or environment set another", async (t) => {
  const credentials = { accountId: "a", authToken: "b" };
  t.match(await sentBy(credentials), { url: "https://comms.twilio.com/v1/Senders/x" });
  process.env["TWILIO_COMMS_BASE_URL"] = "http://localhost:1/v1/";
  t.match(await sentBy(credentials), { url: "http://localhost:1/v1/Senders/x" });
  t.match(await sentBy({ ...credentials, baseUrl: "http://localhost:2" }), {
    url: "http://localhost:2/Senders/x",
  });
});

t.test("an invalid base URL, or one with a user, query or fragment, is rejected", (t) => {
  for (const baseUrl of [
    "",
    "/v1",
    "localhost:3000",
    "ftp://x",
    "http://u:p@x/v1",
    "http://x?a",
    "http://x/#a",
    "http://x y",
  ]) {
    t.throws(() => new TwilioClient({ accountId: "a", authToken: "b", baseUrl }), {
      name: "TypeError",
      message: /^baseUrl/,
    });
  }
  t.end();
});

t.test("no secret is shown when a client is printed, nor in its errors", async (t) => {
  const { client } = observedClient([() => json({ detail: "no" }, 404)]);
  const error: unknown = await client.senders.fetch("x").catch((reason: unknown) => reason);
  for (const thing of [client, client.senderPools, error]) {
    t.notMatch(inspect(thing, { depth: 10, showHidden: true }), /secret|QUMx/);
    t.notMatch(JSON.stringify(thing), /secret|QUMx/);
  }
});

t.test("a missing credential's error names the option, and the variable if there is one", (t) => {
  const scheme = (env?: string): CredentialScheme => ({
    header: "Authorization",
    prefix: "Basic ",
    fields: [{ name: "account", ...(env === undefined ? {} : { env }) }, { name: "secret" }],
  });
  const missing = (text: string) => ({ name: "TypeError", message: `Missing credentials: pass ${text}` });
  t.throws(() => credentialHeaders([scheme("POOLS_ACCOUNT")], {}), missing("account or set POOLS_ACCOUNT"));
  t.throws(() => credentialHeaders([scheme()], {}), missing("account"));
  t.throws(() => credentialHeaders([scheme()], { account: "a" }), missing("secret"));
  t.same(credentialHeaders([scheme()], { account: "a", secret: "b" }), { Authorization: "Basic YTpi" });
  t.end();
});
