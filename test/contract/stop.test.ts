// Stopping the server: requests in progress are finished, new ones are rejected, and it exits in time.
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import t from "tap";
import { listening, runServer } from "../support/server-process.ts";

const authorization = `Authorization: Basic ${Buffer.from("demo:demo-token").toString("base64")}`;
const body = '{"name":"last orders"}';
const head = (method: string, path: string, ...fields: string[]): string =>
  [`${method} /v1${path} HTTP/1.1`, "Host: x", authorization, ...fields, "", ""].join("\r\n");
const json = ["Content-Type: application/json", `Content-Length: ${body.length}`];

interface Talk {
  readonly socket: Socket;
  readonly received: () => string;
  readonly closed: Promise<void>;
}

async function open(url: string): Promise<Talk> {
  const { port, hostname } = new URL(url);
  const socket = connect(Number(port), hostname);
  let received = "";
  socket.on("data", (chunk: Buffer) => (received += chunk.toString()));
  socket.on("error", () => undefined);
  const closed = new Promise<void>((resolve) => socket.on("close", () => resolve()));
  await new Promise((resolve) => socket.on("connect", resolve));
  return { socket, received: () => received, closed };
}

/** Sends half of a request; the 100 Continue shows that the server is processing it. */
async function sendHalf({ socket, received }: Talk): Promise<void> {
  socket.write(head("POST", "/SenderPools", ...json, "Expect: 100-continue"));
  while (!received().includes("100 Continue")) await sleep(10);
  socket.write(body.slice(0, 5));
}

t.test(
  "on a signal, requests in progress are finished, later ones are rejected, and the process exits with 0",
  async (t) => {
    const server = runServer(t, ["--memory", "--port", "0", "--grace-milliseconds", "400"]);
    const url = await listening(server);
    const underWay = await open(url);
    const idle = await open(url);
    const quiet = await open(url);
    idle.socket.write(head("GET", "/Senders"));
    await sendHalf(underWay);
    while (!idle.received().includes("200 OK")) await sleep(10);
    server.child.kill("SIGTERM");
    while (!server.output().includes("stopping")) await sleep(10);
    idle.socket.write(head("GET", "/Senders"));
    await idle.closed;
    t.match(
      idle.received(),
      /200 OK[^]*HTTP\/1\.1 503[^]*Retry-After: 1[^]*Connection: close[^]*The server is stopping/,
    );
    t.match((await fetch(`${url}/readyz`).catch(() => ({ status: 503 }))).status, 503);
    await sleep(300);
    underWay.socket.write(body.slice(5));
    await underWay.closed;
    t.match(underWay.received(), /\r\n\r\nHTTP\/1\.1 202[^]*Connection: close/);
    await quiet.closed;
    t.equal(await server.ended, 0);
    t.match(server.output(), /"msg":"stopped"/);
  },
);

t.test("a request that does not finish in time is aborted", async (t) => {
  const server = runServer(t, [
    "--memory",
    "--port",
    "0",
    "--drain-seconds",
    "1",
    "--grace-milliseconds",
    "0",
  ]);
  const slow = await open(await listening(server));
  await sendHalf(slow);
  server.child.kill("SIGINT");
  // Its request never ends, so the server would not end without aborting it.
  t.equal(await server.ended, 0);
  await slow.closed;
  t.match(slow.received(), /^HTTP\/1\.1 100 Continue\r\n[^]*$/);
  t.notMatch(slow.received(), /HTTP\/1\.1 [2-5]/);
  t.match(server.output(), /"msg":"stopped"/);
});

t.test("on a second signal the process exits without waiting", async (t) => {
  const server = runServer(t, ["--memory", "--port", "0"]);
  const slow = await open(await listening(server));
  await sendHalf(slow);
  server.child.kill("SIGTERM");
  while (!server.output().includes("stopping")) await sleep(10);
  server.child.kill("SIGTERM");
  t.equal(await server.ended, 1);
});
