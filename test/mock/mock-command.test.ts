// `contract mock` from the command line: its output, also for untrusted documents and requests.
//
// @own-process: the command listens for signals.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join, resolve } from "node:path";
import t from "tap";
import { parseCommandLine } from "../../scripts/contract/cli/parse-command-line.ts";
import { runCommandLine } from "../../scripts/contract/cli/run-command-line.ts";
import { unseen } from "../../scripts/contract/cli/printable.ts";
import { mockCommand, runMock } from "../../scripts/contract/mock/mock-command.ts";
import { recorder } from "./recorder.ts";

/** Moves the cursor up, reverses text direction, and issues a workflow command of GitHub Actions. */
const hostile = "\u001b[2Ax\u202ey\u0085\n::error::z";

const document = {
  openapi: "3.1.0",
  info: { title: `Pets${hostile}`, version: "1" },
  components: {
    securitySchemes: { [`key`]: { type: "apiKey", in: "header", name: "X-Key" } },
    schemas: { Pet: { type: "object", properties: { id: { type: "string" } }, required: ["id"] } },
  },
  paths: {
    [`/pets${hostile}/{id}`]: {
      get: {
        operationId: `getPet${hostile}`,
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        responses: {
          200: {
            description: "a pet",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } },
          },
        },
      },
    },
    "/pets": {
      get: {
        operationId: "listPets",
        security: [{ key: [] }],
        responses: { 200: { description: hostile, content: { "application/json": { example: [] } } } },
      },
    },
  },
};

t.test("control characters of a document or request do not reach the terminal", async (t) => {
  const cwd = t.testdir();
  writeFileSync(join(cwd, "pets.json"), JSON.stringify(document));
  const { out, err, io } = recorder(cwd);
  let stop = (): void => undefined;
  const stopped = new Promise<void>((resolve) => (stop = resolve));
  const credential = `key=secret${hostile}`;
  const args = parseCommandLine(mockCommand, ["pets.json", "--port", "0", "--credential", credential]);
  const ended = runMock(args, io, stopped);
  while (err.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
  const [origin = ""] = /http:[^\s,]+/.exec(err[0] ?? "") ?? [];
  t.match(err[0], /^mock: Pets\\u001b\[2Ax\\u202ey\\u0085\\n::error::z is at http/);
  t.equal((await fetch(`${origin}/pets${encodeURIComponent(hostile)}/1`)).status, 200);
  t.equal((await fetch(`${origin}/pets`)).status, 401);
  stop();
  t.equal(await ended, 0);
  t.match(out[0], /^getPet\\u001b/);
  const explained = recorder(cwd);
  await runMock(parseCommandLine(mockCommand, ["pets.json", "--explain"]), explained.io, Promise.resolve());
  t.match(explained.out.at(-1), /^2 operations: /);
  for (const line of [...out, ...err, ...explained.out]) {
    t.equal(line.replace(unseen, "?"), line, line);
    t.notMatch(line, /^::/);
  }
});

t.test("a port in use and a foreign address are reported when a mock starts", async (t) => {
  const cwd = t.testdir({ "pets.json": JSON.stringify({ ...document, info: { title: "x", version: "1" } }) });
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  t.teardown(() => other.close());
  const { port } = other.address() as AddressInfo;
  const inUse = [
    `port ${port} is in use by another process`,
    "fix: name another one with --port; 0 selects a free one",
  ];
  // An address of the documentation (RFC 5737).
  const foreign = ["192.0.2.7 is not an address of this machine", "fix: name another one with --host"];
  const everywhere = [
    "--host cannot be used",
    "expected an address of this machine, got an empty text",
    "fix: leave --host out for 127.0.0.1, or name 0.0.0.0 for every address",
  ];
  const cases = [
    { argv: ["mock", "pets.json", "--port", String(port)], want: inUse },
    { argv: ["proxy", "pets.json", "--port", String(port), "--target", "http://127.0.0.1:1"], want: inUse },
    { argv: ["mock", "pets.json", "--port", "0", "--host", "192.0.2.7"], want: foreign },
    { argv: ["mock", "pets.json", "--port", "0", "--host", ""], want: everywhere },
    { argv: ["proxy", "pets.json", "--host", "", "--target", "http://127.0.0.1:1"], want: everywhere },
  ];
  for (const { argv, want } of cases) {
    const { err, io } = recorder(cwd);
    t.equal(await runCommandLine(argv, io), 2);
    t.same(err.join("\n").split("\n"), want, argv.join(" "));
  }
});

t.test("--export overwrites a file that a mock has written, and no other", async (t) => {
  const cwd = t.testdir({
    "package.json": '{"name":"mine"}',
    "real.json": "{}",
    link: t.fixture("symlink", "real.json"),
  });
  writeFileSync(join(cwd, "pets.json"), JSON.stringify(document));
  const exported = async (file: string): Promise<number> => {
    const { io } = recorder(cwd);
    return runMock(
      parseCommandLine(mockCommand, ["pets.json", "--port", "0", "--export", file]),
      io,
      Promise.resolve(),
    );
  };
  for (const file of ["package.json", "link"])
    await t.rejects(exported(file), { message: /nothing is written$/ }, file);
  t.equal(readFileSync(join(cwd, "package.json"), "utf8"), '{"name":"mine"}');
  t.equal(await exported("data.yaml"), 0);
  t.equal(await exported("data.yaml"), 0, "what an earlier run has written is replaced");
  t.match(readFileSync(join(cwd, "data.yaml"), "utf8"), /^\{/);
});

t.test("a mock ends while requests wait, and exports what it has acknowledged", async (t) => {
  const cwd = t.testdir({ "shop.json": readFileSync("test/fixtures/mock/shop.json", "utf8") });
  const program = resolve("scripts/contract.js");
  const argv = [program, "mock", "shop.json", "--port", "0", "--quiet", "--export", "data.json"];
  const child = spawn(process.execPath, argv, { cwd, stdio: ["ignore", "ignore", "pipe"] });
  t.teardown(() => child.kill("SIGKILL"));
  let told = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (told += text));
  while (!told.includes("try:")) await once(child.stderr, "data");
  const [, url = ""] = /is at (http:[^\s,]+)/.exec(told) ?? [];
  const waiting = fetch(`${url}/orders`, { headers: { Prefer: "wait=60" } });
  const headers = { "Content-Type": "application/json" };
  await fetch(`${url}/orders`, { method: "POST", headers, body: '{"quantity":3}' });
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await t.rejects(waiting);
  t.same(await ended, [0, null], "long before the wait is over");
  t.match(JSON.parse(readFileSync(join(cwd, "data.json"), "utf8")), { "/orders": [{ quantity: 3 }] });
});
