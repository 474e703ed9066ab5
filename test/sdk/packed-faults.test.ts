// Faulty responses and connections, tested against the client as its users have it: packed, installed,
// imported by name.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import t from "tap";
import { responseFaults } from "../client/response-faults.ts";
import { connectionFaults } from "../client/connection-faults.ts";
import { sourceClient, testFaults, type TriedClient } from "../client/run-faults.ts";
import { installed, installPeer } from "./made-package.ts";

// Starts npm.
t.setTimeout(120_000);

// Differs from the name that tsconfig.json maps to the source, since the loader of the tests would load that.
const name = "packed-comms";
const folder = await installed(t.testdir(), "spec/openapi.yaml", "--name", name, "--env", "TWILIO_*");
installPeer(folder);
const module = join(folder, "client.mjs");
writeFileSync(module, `export * from "${name}"; export * from "${name}/node";`);
const packed = (await import(pathToFileURL(module).href)) as TriedClient;

t.test("the packed client is not the source under another name", (t) => {
  t.not(packed.TwilioClient, sourceClient.TwilioClient);
  t.not(packed.createNodeFetch, sourceClient.createNodeFetch);
  t.end();
});

t.test("the packed client handles faulty responses", (t) => {
  testFaults(t, responseFaults, packed);
  t.end();
});

t.test("the packed client handles faulty connections", (t) => {
  testFaults(t, connectionFaults, packed);
  t.end();
});
