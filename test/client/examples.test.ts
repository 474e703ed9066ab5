// Runs the reference page's samples, unchanged, and our own examples against the server.
import { readFileSync } from "node:fs";
import t from "tap";
import { referencePoolId } from "../../server/seed.ts";
import { runExample as run } from "../support/run-example.ts";
import { call, startTestServer } from "../support/test-server.ts";

const reference = "TWILIO_ACCOUNT_SID:TWILIO_AUTH_TOKEN";

t.test("the reference page's sample creates a pool", async (t) => {
  const server = await startTestServer(t);
  t.match(await run("reference-create", server.url), { code: 0, output: "" });
  const { text } = await call(server, { path: "/SenderPools", as: reference });
  t.match(text, /"name":"Sales Leads - APAC","tags":\{"region":"APAC"\}/);
});

t.test("the reference page's sample updates its pool", async (t) => {
  const server = await startTestServer(t);
  t.match(await run("reference-update", server.url), { code: 0, output: "" });
  const { text } = await call(server, { path: `/SenderPools/${referencePoolId}`, as: reference });
  t.match(text, /"name":"Customer Support Senders - Tier 1","tags":\{"tier":"1"\}/);
});

t.test("the reference page's sample of a list is rejected for its page token", async (t) => {
  const server = await startTestServer(t);
  const { code, output } = await run("reference-list", server.url);
  t.equal(code, 1);
  t.match(output, /ApiError: GET \/SenderPools: 400 .*\n- pageToken must be a token/);
});

t.test("the sample files equal the reference page's code", (t) => {
  const want = [
    'import { TwilioClient } from "twilio-comms";',
    "async function main() {",
    "const client = new TwilioClient({",
    'accountId: "TWILIO_ACCOUNT_SID",',
    'authToken: "TWILIO_AUTH_TOKEN",',
    "});",
    "await client.senderPools.create({",
    'name: "Sales Leads - APAC",',
    "tags: {",
    '"region": "APAC",',
    "},",
    "});",
    "}",
    "main();",
  ];
  t.same(codeLines("reference-create"), want);
  const list = [
    "await client.senderPools.list({",
    'startDate: new Date("2024-01-15T09:30:00Z"),',
    'endDate: new Date("2024-01-15T09:30:00Z"),',
    'operationId: "comms_operation_01h9krwprkeee8fzqspvwy6nq8",',
    'pageToken: "pageToken",',
    "pageSize: 50,",
    "});",
  ];
  t.same(codeLines("reference-list"), [...want.slice(0, 6), ...list, ...want.slice(-2)]);
  const update = [
    'await client.senderPools.update("comms_senderpool_01h9krwprkeee8fzqspvwy6nq8", {',
    'name: "Customer Support Senders - Tier 1",',
    "tags: {",
    '"tier": "1",',
    "},",
    "});",
  ];
  t.same(codeLines("reference-update"), [...want.slice(0, 6), ...update, ...want.slice(-2)]);
  t.end();
});

t.test("our own examples print the expected output", async (t) => {
  const server = await startTestServer(t, ["--pace", "50"]);
  t.match(await run("create-wait-list", server.url), {
    code: 0,
    output: /2 of 2 senders have joined\nCOMPLETED at [^]*Sales Leads - APAC:\n- \+15005550006\n/,
  });
  t.match(await run("conditional-update", server.url), { code: 0, output: /is marked as seen/ });
  t.match(await run("errors", server.url), { code: 0, output: /400 [^]*\/tags.* must NOT have fewer/ });
});

/** Removes comments, blank lines and indentation, which the page does not show. */
function codeLines(example: string): string[] {
  return readFileSync(`client/examples/${example}.ts`, "utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("//") && !line.startsWith("/*"));
}
