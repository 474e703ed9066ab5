// The `contract proxy` command: lines for findings, a summary, and an exit code with --fail.
//
// @own-process: the command listens for signals.
import t from "tap";
import { runCommandLine } from "../../scripts/contract/cli/run-command-line.ts";
import { parseCommandLine } from "../../scripts/contract/cli/parse-command-line.ts";
import { proxyCommand, runProxy } from "../../scripts/contract/proxy/proxy-command.ts";
import { call, startTestServer } from "../support/test-server.ts";

function recorder() {
  const [out, err]: [string[], string[]] = [[], []];
  const io = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    cwd: process.cwd(),
    env: {},
  };
  return { out, err, io };
}

t.test("each contract violation is printed as one line, and sets the exit code with --fail", async (t) => {
  const server = await startTestServer(t);
  const tooSmall = { path: "/Senders?pageSize=0&secret=1" };
  for (const { flags, request, want, code } of [
    {
      flags: ["--fail"],
      request: tooSmall,
      want: /^request {2}listSenders {2}GET \/v1\/Senders → 400 {2}query\/pageSize must be >= 1$/,
      code: 1,
    },
    {
      flags: ["--format", "json"],
      request: tooSmall,
      want: /^\{"side":"request",.*"operation":"listSenders".*"place":"query\/pageSize"/,
      code: 0,
    },
    {
      flags: [],
      request: { method: "POST", path: "/SenderPools", body: '{"tags":{"a":"Hello {{ secret=1"}}' },
      want: /^request {2}createSenderPool {2}POST \/v1\/SenderPools → 400 {2}body\/tags\/a must match format "liquid"$/,
      code: 0,
    },
  ]) {
    const { out, err, io } = recorder();
    let stop = (): void => undefined;
    const stopped = new Promise<void>((resolve) => (stop = resolve));
    const args = parseCommandLine(proxyCommand, ["--target", server.url, "--port", "0", ...flags]);
    const ended = runProxy(args, io, stopped);
    while (err.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const [url] = /http:\S+/.exec(err[0] ?? "") ?? [""];
    t.equal((await call({ url }, request)).status, 400);
    while (out.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    stop();
    t.equal(await ended, code);
    t.match(out[0], want);
    t.notMatch(out.join(), /secret=1|demo-token/);
    t.equal(err.at(-1), "proxy: 1 of 1 exchanges violated the contract");
  }
});

t.test("an invalid command line of the proxy is reported in three lines", async (t) => {
  const table = [
    { args: [], want: /got nothing\nfix: write --target/ },
    { args: ["--target", "ftp://x"], want: /^expected an http or https URL/m },
    { args: ["--target", "http://user:hidden@x"], want: /got http:\/\/x\n/ },
    { args: ["--target", "http://x", "--port", "99999"], want: /got 99999/ },
    { args: ["--target", "http://x", "--format", "xml"], want: /expected text or json, got xml/ },
  ];
  for (const { args, want } of table) {
    const { err, io } = recorder();
    t.equal(await runCommandLine(["proxy", ...args], io), 2);
    t.match(err.join("\n"), want);
    t.notMatch(err.join(), /hidden/);
  }
});
