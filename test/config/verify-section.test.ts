// The section `verify` of a config: for which documents servers are verified and how; where requests go, only
// a command line says.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import t, { type Test } from "tap";
import { repository } from "./repository.ts";

t.setTimeout(120_000);

async function emptyServer(t: Test): Promise<string> {
  const server = createServer((_, response) => response.writeHead(404).end());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.teardown(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const documents = "documents: { one: spec/one.yaml, two: { document: spec/two.yaml, verify: false } }\n";

t.test("verify checks each document of a config with its settings, except excluded documents", async (t) => {
  const target = await emptyServer(t);
  const { run } = repository(t, `${documents}verify: { format: json, min-coverage: 50 }\n`);
  const { code, out, err } = await run(["verify", "--target", target]);
  const { coverage, operations } = JSON.parse(out) as {
    coverage: unknown;
    operations: { operation: string }[];
  };
  t.match({ coverage, operations }, { coverage: 0, operations: [{ operation: "one" }] });
  t.equal(operations.length, 1);
  t.equal(code, 1);
  t.match(err, /0 % of the testable constraints were tried; --min-coverage requires 50/);
  t.match(await run(["verify", "--target", target, "--no-min-coverage"]), { code: 0 }, "flags win");
  t.match(
    await run(["verify", "two", "--target", target, "--format", "text"]),
    { out: /two/ },
    "by its name",
  );
});

t.test("a config cannot set where verify sends requests, nor what they may change", async (t) => {
  const given = [
    "target: http://127.0.0.1:1",
    "write: true",
    "change-existing: true",
    "allow-host: [example.com]",
    "credential: [key=HOME]",
    "other-credential: [key=HOME]",
    "har: all.har",
    "replay: report.json",
  ];
  for (const line of given) {
    const { run } = repository(t, `${documents}verify: { ${line} }\n`);
    const { code, err } = await run(["verify", "--target", "http://127.0.0.1:1"]);
    t.equal(code, 2, line);
    t.match(err, /contract\.config\.yaml:2:\d+: .*\n.*\nfix: /, line);
  }
});
