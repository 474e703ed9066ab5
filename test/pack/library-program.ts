// A program that uses every entry of the packed tool.

/** Calls a function of every entry, and prints the results; `old.json` is a document in its folder. */
export const program = `import { defineConfig } from "sender-pools-contract/config";
import { diff } from "sender-pools-contract/diff";
import { lint } from "sender-pools-contract/lint";
import { startMock } from "sender-pools-contract/mock";
import { accepts, isContained, smallestMember, valueBetween } from "sender-pools-contract/schema";
import { sdk } from "sender-pools-contract/sdk";
import { server } from "sender-pools-contract/server";
import { verifyApp } from "sender-pools-contract/verify";

async function main(): Promise<object> {
  const mock = await startMock("old.json");
  const { status }: Response = await fetch(mock.url + "/pets");
  const { requests } = await verifyApp(mock.url, "old.json");
  await mock.close();
  const { findings } = await diff("old.json", "new.json", { protect: ["wire"] });
  const { files, archive } = await sdk("old.json", { name: "pets" });
  return {
    status,
    verified: requests > 5,
    broken: findings.flatMap(({ verdict, rule, witness }) => verdict === "breaking" ? [rule, witness?.rejection.length] : []),
    rules: (await lint({ openapi: "3.1.0", info: { title: "t", version: "1" }, paths: {} })).map(({ rule }) => rule),
    made: [files.has("dist/generated/index.js"), archive.name, (await server("old.json")).files.has("server.ts")],
    contained: isContained({ type: "integer" }, { type: "number" }),
    apart: valueBetween([{ type: "string" }], [{ maxLength: 1 }]),
    least: smallestMember({ type: "array", items: { const: 1 }, minItems: 1 }),
    accepted: accepts({ type: "null" }, 0).accepted,
    verifies: typeof verifyApp,
    config: defineConfig({ documents: { pets: "old.json" }, diff: { "fail-on": "any" } }),
  };
}
main().then((told) => console.log(JSON.stringify(told)));
`;

/** What the program prints. */
export const told = {
  status: 200,
  verified: true,
  broken: ["max-length", 1],
  rules: [],
  made: [true, "pets-1.0.0.tgz", true],
  contained: { contained: true },
  apart: { kind: "found", value: "aa" },
  least: { kind: "found", value: [1] },
  accepted: false,
  verifies: "function",
  config: { documents: { pets: "old.json" }, diff: { "fail-on": "any" } },
};
