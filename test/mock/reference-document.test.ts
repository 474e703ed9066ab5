// A mock of this repository's document passes the contract tests that need nothing but the document, and the
// client's examples do the same with it as with the server.
//
// @own-process: it sets a variable for the tests that it imports.
import t from "tap";
import { demoAccount } from "../../server/accounts/accounts.ts";
import { referenceAccount } from "../../server/seed.ts";
import { startMockedServer } from "../support/mocked-server.ts";
import { runExample } from "../support/run-example.ts";

process.env["TEST_MOCK"] = "1";
t.setTimeout(120_000);

await import("../contract/errors.test.ts");
await import("../contract/head.test.ts");
await import("../contract/limits.test.ts");
await import("../contract/lists.test.ts");
await import("../contract/writes.test.ts");

t.test("the client's examples run with a mock as with the server", async (t) => {
  const { url } = await startMockedServer(t, [demoAccount, referenceAccount], "look");
  for (const { example, code = 0, output } of [
    { example: "reference-create", output: "" },
    { example: "reference-update", output: "" },
    {
      example: "reference-list",
      code: 1,
      output: /ApiError: GET \/SenderPools: 400 .*\n- pageToken must be a token/,
    },
    {
      example: "create-wait-list",
      output: /2 of 2 senders have joined\nCOMPLETED at [^]*Sales Leads - APAC:\n- \+15005550006\n/,
    },
    { example: "conditional-update", output: /is marked as seen/ },
    { example: "errors", output: /400 [^]*\/tags.* must NOT have fewer/ },
  ])
    t.match(await runExample(example, url), { code, output }, example);
});
