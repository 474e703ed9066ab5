// `npm run demo` succeeds, and prints all of its steps.
import { spawnSync } from "node:child_process";
import t from "tap";
import { createPaint } from "../scripts/project/demo/paint.ts";

t.test("the demo prints every step, as plain text without a terminal", (t) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import=tsx", "scripts/project/demo/demo.ts"],
    {
      encoding: "utf8",
      timeout: 60_000,
    },
  );
  t.equal(status, 0);
  t.equal(stderr, "");
  t.notMatch(stdout, /\x1b/);
  for (const part of [
    /1\. Look at the senders/,
    /EMAIL +ACTIVATED +Newsletter/,
    /2\. Create a pool[^]*→ 202/,
    /■*·+ [0-4] of 5[^]*■■■■■ 5 of 5[^]*→ COMPLETED after \d+ ms/,
    /4\. Find the pool[^]*→ comms_senderpool_/,
    /5\. Update it[^]*✗ PATCH .*: 412 /,
    /6\. Add the last sender[^]*→ 6 senders/,
    /7\. Break a limit[^]*✗ PATCH .*: 400 [^]*- \/tags must NOT have more than \d+ properties/,
    /8\. Delete the pool[^]*✗ GET .*: 404 /,
  ]) {
    t.match(stdout, part);
  }
  t.end();
});

t.test("the demo uses colours on a terminal", (t) => {
  const lines: string[] = [];
  createPaint((line) => lines.push(line), true).refusal("no");
  createPaint((line) => lines.push(line), false).refusal("no\nnever");
  t.same(lines, ["   \u001b[31m✗\u001b[39m no", "   ✗ no\n     never"]);
  t.end();
});
