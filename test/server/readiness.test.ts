// Readiness reports the conditions that requests would meet: a full disk, a malformed data file, a closed
// store.
import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import t, { type Test } from "tap";
import { createLog } from "../../server/system/log.ts";
import { readSettings } from "../../server/settings/read-settings.ts";
import { type RunningServer, startServer } from "../../server/start-server.ts";
import { call, testCredentials } from "../support/test-server.ts";

const notReady = { status: "not ready", reason: "the data cannot be read or written" };

async function start(t: Test, file: string, ...flags: readonly string[]): Promise<RunningServer> {
  const fixed = ["--port", "0", "--log-level", "silent", "--grace-milliseconds", "0", "--data", file];
  const settings = readSettings([...fixed, ...flags], {});
  const server = await startServer({ settings, credentials: testCredentials(), log: createLog(settings) });
  t.teardown(() => server.stop());
  return server;
}

async function readiness(
  server: RunningServer,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(`${server.url}/readyz`);
  return { status: response.status, body: await response.json() };
}

t.test(
  "a malformed data file makes the server permanently unready, and requests fail with 503",
  async (t) => {
    const file = join(t.testdir(), "malformed.db");
    const whole = await start(t, file, "--seed-pools", "3000");
    t.match(await readiness(whole), { status: 200, body: { status: "ready" } });
    await whole.stop();
    const { size } = statSync(file);
    const descriptor = openSync(file, "r+");
    const page = 4096;
    // The schema is on the first pages; the rows after it are overwritten.
    for (let at = 20 * page; at < size; at += page)
      writeSync(descriptor, Buffer.alloc(page, 0xff), 0, page, at);
    closeSync(descriptor);
    const broken = await start(t, file);
    const path = "/SenderPools?pageSize=1000";
    t.match(await call(broken, { path }), { status: 503, body: { code: 20503 } });
    t.match(await readiness(broken), { status: 503, body: notReady });
    t.match(await readiness(broken), { status: 503, body: notReady }, "it stays so");
  },
);

t.test("a full disk makes the server unready until there is space again", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "full-disk-"));
  t.teardown(() => rmSync(folder, { recursive: true }));
  if (!mount(folder)) {
    t.comment("skipped: a small file system cannot be mounted here");
    return;
  }
  t.teardown(() => execFileSync("umount", ["--lazy", folder]));
  const server = await start(t, join(folder, "data.db"));
  t.match(await readiness(server), { status: 200 });
  const filler = join(folder, "filler");
  fill(filler);
  const body = {
    name: "x".repeat(200),
    tags: Object.fromEntries(["a", "b", "c"].map((key) => [key, "y".repeat(200)])),
  };
  let status = 202;
  for (let count = 0; status === 202 && count < 200; count++) {
    ({ status } = await call(server, { method: "POST", path: "/SenderPools", body }));
  }
  t.equal(status, 503, "a write that the disk has no room for");
  t.match(await readiness(server), { status: 503, body: notReady });
  rmSync(filler);
  t.match(await readiness(server), { status: 200 });
  t.equal((await call(server, { method: "POST", path: "/SenderPools", body })).status, 202);
});

/** Mounts a file system of one mebibyte; returns false if that is not permitted. */
function mount(folder: string): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Writes until the disk is full. */
function fill(file: string): void {
  for (const size of [65_536, 4096]) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size), { flag: "a" });
    } catch {
      // Smaller chunks may still fit.
    }
  }
}
