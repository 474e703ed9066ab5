// A new account's stored entry accepts its credentials and does not contain its secrets.
import t from "tap";
import { hashSecret, parseAccounts } from "../../../server/accounts/accounts.ts";
import { newAccount } from "../../../server/accounts/new-account.ts";
import { runServer } from "../../support/server-process.ts";

t.test("the entry of a new account accepts its secrets and contains none of them", (t) => {
  const { credentials, entry } = newAccount();
  const { accountId, authToken, apiKey, apiKeySecret } = credentials;
  t.strictSame(parseAccounts(JSON.stringify([entry])), [
    { username: accountId, passwordHash: hashSecret(authToken), accountId },
    { username: apiKey, passwordHash: hashSecret(apiKeySecret), accountId },
  ]);
  for (const secret of [authToken, apiKeySecret]) {
    t.equal(Buffer.from(secret, "base64url").length, 32);
    t.notMatch(JSON.stringify(entry), secret);
  }
  t.not(newAccount().credentials.authToken, authToken);
  t.end();
});

t.test("--new-account prints an account and exits", async (t) => {
  const server = runServer(t, ["--new-account"]);
  t.equal(await server.ended, 0);
  t.match(server.output(), /"authTokenSha256": "[0-9a-f]{64}"/);
});
