// The faults of answers and connections once more, against the client as its users have it: packed, installed, imported by name.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import t from "tap";
import { responseFaults } from "../client/response-faults.ts";
import { connectionFaults } from "../client/connection-faults.ts";
import { sourceClient, testFaults, type TriedClient } from "../client/run-faults.ts";
import { installed, installPeer } from "./made-package.ts";

// npm is started.
t.setTimeout(120_000);

// Not the name that tsconfig.json maps to the source: the loader of the tests would follow it there.
const name = "packed-comms";
const folder = await installed(t.testdir(), "spec/openapi.yaml", "--name", name, "--env", "TWILIO_*");
installPeer(folder);
const module = join(folder, "client.mjs");
writeFileSync(module, `export * from "${name}"; export * from "${name}/node";`);
const packed = (await import(pathToFileURL(module).href)) as TriedClient;

t.test("is not the source under another name", (t) => {
  t.not(packed.TwilioClient, sourceClient.TwilioClient);
  t.not(packed.createNodeFetch, sourceClient.createNodeFetch);
  t.end();
});

t.test("answers", (t) => {
  testFaults(t, responseFaults, packed);
  t.end();
});

t.test("connections", (t) => {
  testFaults(t, connectionFaults, packed);
  t.end();
});
