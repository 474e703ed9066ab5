// Environment variables that a document may name, and which of them a client reads.
import t from "tap";
import { runCommandLine } from "../../scripts/contract/cli/run-command-line.ts";
import { readDocument } from "../../scripts/contract/document/read-document.ts";
import {
  ownVariables,
  variablesOf,
  withAllowedVariables,
} from "../../scripts/contract/generate/allowed-variables.ts";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const document = (env: string, client = "AwsClient"): string =>
  JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Pools", version: "1.0.0" },
    "x-sdk": { client },
    servers: [{ url: "https://pools.example" }],
    security: [{ token: [] }],
    paths: { "/a": { get: { operationId: "a", responses: { 204: { description: "done" } } } } },
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer", "x-sdk": { token: { env } } } },
    },
  });

async function run(folder: string, args: readonly string[]): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const code = await runCommandLine(args, { out: say, err: say, cwd: folder, env: {} });
  return { code, said: said.join("\n") };
}

t.test("an invalid variable name in a document is an error with its line, in every command", async (t) => {
  const folder = t.testdir({ "base.json": document("POOLS_TOKEN") });
  for (const env of ["`date`", "$(date)", "A B", "A\nB", "1A", "A-B", "", "*/", "Ä"]) {
    writeFileSync(join(folder, "openapi.json"), document(env));
    const commands = [
      ["lint", "openapi.json"],
      ["diff", "base.json", "openapi.json"],
      ["generate", "openapi.json", "--out", "out"],
      ["server", "openapi.json", "--out", "out"],
      ["sdk", "openapi.json", "--name", "pools", "--out", "out"],
    ];
    for (const args of commands) {
      const { code, said } = await run(folder, args);
      t.equal(code, 2, `${args[0]} ${JSON.stringify(env)}`);
      t.match(
        said,
        /openapi\.json:1:\d+: \/components\/securitySchemes\/token\/x-sdk\/token\/env is not a valid name/,
      );
    }
  }
});

t.test("a document's variables are used if they start with the client's prefix or are allowed", async (t) => {
  const cases = [
    { env: "AWS_SECRET_ACCESS_KEY", client: undefined, given: [], read: false },
    { env: "AWS_SECRET_ACCESS_KEY", client: undefined, given: ["AWS_SECRET_ACCESS_KEY"], read: true },
    { env: "POOLS_TOKEN", client: undefined, given: [], read: true },
    { env: "POOLSIDE_TOKEN", client: undefined, given: [], read: false },
    { env: "TEAM_POOLS_TOKEN", client: undefined, given: [], read: true },
    { env: "TEAM_TOKEN", client: undefined, given: [], read: false },
    { env: "TEAM_TOKEN", client: undefined, given: ["A,TEAM_*"], read: true },
    { env: "SWIM_TOKEN", client: "SwimClient", given: [], read: true },
  ];
  for (const { env, client, given, read } of cases) {
    const folder = t.testdir({ "openapi.json": document(env) });
    const allowed = [...ownVariables("@team/pools", client), ...variablesOf(given)];
    const whole = await readDocument(join(folder, "openapi.json"));
    const { document: left, refused } = withAllowedVariables(whole, allowed);
    t.equal(JSON.stringify(left.root).includes(env), read, JSON.stringify({ env, client, given }));
    t.strictSame(
      refused.map(({ name }) => name),
      read ? [] : [env],
    );
  }
  t.strictSame(variablesOf(["A, B", "C"]), ["A", "B", "C"]);
  t.strictSame(ownVariables("@team/pools-client", undefined), [
    "TEAM_POOLS_CLIENT_*",
    "TEAM_POOLS_*",
    "POOLS_CLIENT_*",
    "POOLS_*",
  ]);
});

t.test("sdk reports which variables its client reads, and which not", async (t) => {
  t.setTimeout(120_000);
  const folder = t.testdir({ "openapi.json": document("AWS_SECRET_ACCESS_KEY") });
  const args = ["sdk", "openapi.json", "--name", "@team/pools"];
  const refused = await run(folder, args);
  t.match(refused.said, /openapi\.json:1:\d+: AWS_SECRET_ACCESS_KEY is not read[^]*fix: --env AWS_SECRET/);
  const { said } = await run(folder, [...args, "--env", "AWS_SECRET_ACCESS_KEY"]);
  t.match(said, "the client reads AWS_SECRET_ACCESS_KEY for token\nand sends them to https://pools.example");
});
