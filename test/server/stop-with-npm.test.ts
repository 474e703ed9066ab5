// A server run by `npm start` stops with npm, although a signal to npm reaches only the shell between the
// two.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import t from "tap";

t.test(
  "a signal to npm stops the server that it started",
  { skip: process.platform === "win32" },
  async (t) => {
    const child = spawn("npm", ["start", "--", "--memory", "--port", "0", "--drain-seconds", "1"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    const closed = once(child.stdout, "end");
    let url: string | undefined;
    while (url === undefined) {
      await once(child.stdout, "data");
      url = /"url":"([^"]+)"/.exec(output)?.[1];
    }
    t.equal((await fetch(`${url}/healthz`)).status, 200);
    child.kill("SIGTERM");
    // The server keeps the other end open until it exits.
    await Promise.race([closed, sleep(30_000, undefined, { ref: false })]);
    t.match(output, /"reason":"npm start was ended","msg":"stopping"[^]*"msg":"stopped"/);
    await t.rejects(fetch(`${url}/healthz`));
  },
);
