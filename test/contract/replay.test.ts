// Verification of the diff's witnesses: the server generated from head rejects every request witness, the one
// from base accepts it.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { compare } from "../../scripts/contract/diff/compare.ts";
import { replay } from "../../scripts/contract/diff/replay/replay.ts";
import { demoAccount } from "../../server/accounts/accounts.ts";
import { readFiles } from "../support/read-files.ts";
import { bundleServerOf } from "../support/server-of-document.ts";
import { startTestServer } from "../support/test-server.ts";

const base = readFileSync("spec/openapi.yaml", "utf8");

/** Changes after which the contract rejects some requests, one in each replacement. */
const head = [
  ["minLength: 1\n      maxLength: 128", "minLength: 1\n      maxLength: 64"],
  ["maxProperties: 10", "maxProperties: 9"],
  ["minimum: 1, maximum: 1000", "minimum: 1, maximum: 500"],
  ["enum: [SMS, RCS, EMAIL, WHATSAPP, PUSH]", "enum: [SMS, RCS, EMAIL, WHATSAPP]"],
  ["maxItems: 1000\n", "maxItems: 3\n"],
  [
    "      properties:\n        name: { $ref",
    "      required: [tags]\n      properties:\n        name: { $ref",
  ],
].reduce((text, [from = "", to = ""]) => {
  if (!text.includes(from)) throw new Error(`the contract has no ${from}`);
  return text.replace(from, to);
}, base);

const credentials = `Basic ${btoa(`${demoAccount.accountId}:${demoAccount.authToken}`)}`;

t.test("request witnesses are accepted by base's server and rejected by head's", async (t) => {
  const [before, after] = await Promise.all([
    readFiles({ "base.yaml": base }),
    readFiles({ "head.yaml": head }),
  ]);
  const comparison = compare(before, after);
  const requests = comparison.findings.filter(
    ({ side, verdict }) => verdict === "breaking" && side === "request",
  );
  t.ok(requests.length >= 12, `${requests.length} request witnesses`);

  const accepting = await startTestServer(t);
  for (const { finding, outcome, response } of await replay(comparison, accepting.url, {
    credentials,
  })) {
    t.equal(outcome, "accepted", `${finding.operation} ${finding.place}: ${response}`);
  }

  const program = await bundleServerOf(head, join(t.testdir(), "head"));
  const child = spawn(process.execPath, [program, "--memory", "--port", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  t.teardown(() => child.kill("SIGKILL"));
  let output = "";
  const url = await new Promise<string>((listening, reject) => {
    child.once("exit", () => reject(new Error(`ended: ${output}`)));
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const found = /"url":"([^"]+)"/.exec(output)?.[1];
      if (found !== undefined) listening(found);
    });
  });
  for (const { finding, outcome, response: declared } of await replay(comparison, url, { credentials })) {
    t.equal(outcome, "refused", `${finding.operation} ${finding.place}: ${declared}`);
  }
});
