// Accounts are parsed strictly, and no error message repeats a secret.
import t from "tap";
import { AccountsError, hashSecret, parseAccounts } from "../../../server/accounts/accounts.ts";

t.test("an account has its token and its API keys, in plain text or hashed", (t) => {
  const hash = hashSecret("hidden").toString("hex");
  const text = JSON.stringify([
    { accountId: "AC1", authToken: "secret", apiKeys: [{ apiKey: "SK1", apiKeySecretSha256: hash }] },
  ]);
  t.same(parseAccounts(text), [
    { username: "AC1", passwordHash: hashSecret("secret"), accountId: "AC1" },
    { username: "SK1", passwordHash: hashSecret("hidden"), accountId: "AC1" },
  ]);
  t.end();
});

t.test("errors in a description of accounts name their location", (t) => {
  const table: { given: unknown; want: string }[] = [
    { given: {}, want: "must be a JSON array with at least one account" },
    { given: [], want: "must be a JSON array with at least one account" },
    { given: ["AC1"], want: "/0 must be an object" },
    {
      given: [{ accountId: "AC:1", authToken: "x" }],
      want: "/0/accountId must be a string of 1 to 256 characters without a colon",
    },
    { given: [{ accountId: "AC1" }], want: "/0 must have authToken or authTokenSha256, and not both" },
    {
      given: [{ accountId: "AC1", authToken: "x", authTokenSha256: "y" }],
      want: "/0 must have authToken or authTokenSha256, and not both",
    },
    {
      given: [{ accountId: "AC1", authTokenSha256: "zz" }],
      want: "/0/authTokenSha256 must be 64 hex digits",
    },
    { given: [{ accountId: "AC1", authToken: "" }], want: "/0/authToken must be a string that is not empty" },
    { given: [{ accountId: "AC1", authToken: "x", apiKeys: 1 }], want: "/0/apiKeys must be an array" },
    {
      given: [{ accountId: "AC1", token: "x" }],
      want: '/0 has "token"; known are accountId, authToken, authTokenSha256, apiKeys',
    },
    {
      given: [{ accountId: "AC1", authToken: "x", apiKeys: [{ apiKey: "AC1", apiKeySecret: "y" }] }],
      want: 'has the user name "AC1" twice',
    },
  ];
  for (const { given, want } of table) {
    t.throws(() => parseAccounts(JSON.stringify(given)), new AccountsError(want), want);
  }
  t.end();
});

t.test("the error for invalid JSON does not quote the file, since it may contain a secret", (t) => {
  t.throws(() => parseAccounts('[{"authToken": "s3cret" oops'), { message: "is not JSON" });
  t.end();
});
