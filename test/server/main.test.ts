// The program: a one-line error and exit code 2 if it cannot start, and a clean shutdown.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import t from "tap";
import { listening, runServer } from "../support/server-process.ts";

const folder = mkdtempSync(join(tmpdir(), "main-test-"));
t.teardown(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

t.test("a server that cannot start prints one line and exits with 2", async (t) => {
  const taken = createServer((client) => client.destroy()).listen(0, "127.0.0.1");
  await new Promise((resolve) => taken.on("listening", resolve));
  t.teardown(() => taken.close());
  const address = taken.address();
  const port = String(typeof address === "object" && address ? address.port : 0);
  const table: { args: string[]; env?: Record<string, string>; want: RegExp }[] = [
    {
      args: ["--memory", "--port", port],
      want: new RegExp(`^cannot start: port ${port} is in use by another process; give another with --port`),
    },
    {
      args: ["--memory", "--data", join(folder, "x.db")],
      want: /^cannot start: --memory and --data exclude each other/,
    },
    {
      args: ["--memory", "--metrics-address", "nowhere"],
      want: /^cannot start: --metrics-address must be host:port, such as 127\.0\.0\.1:9090, got "nowhere"$/,
    },
    {
      args: ["--port", "none"],
      want: /^cannot start: --port must be a whole number from 0 to 65535, got "none"$/,
    },
    { args: ["--colour"], want: /^cannot start: Unknown option '--colour'/ },
    {
      args: ["--memory", "--host", "0.0.0.0"],
      want: /^cannot start: the demo account is for loopback only, and HOST is 0\.0\.0\.0/,
    },
    {
      args: ["--memory", "--host", "203.0.113.9"],
      env: { ACCOUNTS: '[{"accountId":"a","authToken":"b"}]' },
      want: /^cannot start: this address is not one of this machine's/,
    },
    { args: ["--memory"], env: { ACCOUNTS: "{}" }, want: /^cannot start: ACCOUNTS: must be a JSON array/ },
    {
      args: ["--memory", "--accounts-file", join(folder, "none.json")],
      want: /^cannot start: ACCOUNTS_FILE: cannot read .*none\.json \(ENOENT\)$/,
    },
    {
      args: ["--memory", "--accounts-file", file("accounts.json", '[{"accountId":"a"}]')],
      want: /^cannot start: .*accounts\.json: \/0 must have authToken/,
    },
    {
      args: ["--port", "0"],
      env: { DATABASE_URL: `postgres://user:hunter2@127.0.0.1:${port}/db?sslmode=disable` },
      want: /^cannot start: PostgreSQL cannot be reached or used: (?!.*hunter2)/,
    },
    {
      args: [
        "--port",
        "0",
        "--data",
        file("data.db", "this is no database, whatever its name says. ".repeat(100)),
      ],
      want: /^cannot start: .*data\.db/,
    },
  ];
  await Promise.all(
    table.map(async ({ args, env, want }) => {
      const server = runServer(t, args, env);
      t.equal(await server.ended, 2, args.join(" "));
      t.match(server.output().trimEnd(), want);
      t.equal(server.output().trimEnd().split("\n").length, 1, server.output());
    }),
  );
});

t.test("--help describes the settings and exits", async (t) => {
  const server = runServer(t, ["--help"]);
  t.equal(await server.ended, 0);
  t.match(server.output(), /--port <value>\s+PORT\s+the port to listen on/);
});

t.test("without a terminal the log is JSON and contains no secret", async (t) => {
  const accounts = '[{"accountId":"AC1","authToken":"very-secret"}]';
  const server = runServer(t, ["--memory", "--port", "0", "--log-requests"], { ACCOUNTS: accounts });
  const url = await listening(server);
  const authorization = `Basic ${Buffer.from("AC1:very-secret").toString("base64")}`;
  t.equal((await fetch(`${url}/v1/Senders?channel=SMS`, { headers: { authorization } })).status, 200);
  t.equal(
    (await fetch(`${url}/v1/Senders`, { headers: { authorization: `${authorization}x` } })).status,
    401,
  );
  server.child.kill("SIGTERM");
  t.equal(await server.ended, 0);
  const lines = server
    .output()
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  t.match(lines, [
    { msg: "listening" },
    { msg: "responded", operationId: "listSenders", status: 200 },
    { status: 401 },
    { msg: "stopping" },
    { msg: "stopped" },
  ]);
  t.notMatch(server.output(), "very-secret");
  t.notMatch(server.output(), authorization.slice(6));
});
