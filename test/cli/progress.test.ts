// The progress line of a command: shown only on a terminal, once the work takes a second, and erased before
// other output.
import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import t, { type Test } from "tap";
import { isWatched, ProgressLine } from "../../scripts/progress-line.js";

const runner = pathToFileURL("scripts/bounded-run.js").href;

/** A program that blocks all timers for more than a second, and announces three phases. */
const program = `import { channel } from "node:diagnostics_channel";
const phases = channel("contract:phase");
const until = Date.now() + 1600;
phases.publish({ name: "compare operations", done: 3, all: 12 });
while (Date.now() < until);
console.log("result");
console.error("talk");
`;

function folderOf(t: Test): string {
  return t.testdir({
    "program.mjs": program,
    "main.mjs": `import { runBounded } from ${JSON.stringify(runner)};
      process.exitCode = await runBounded(new URL("program.mjs", import.meta.url).href);`,
  });
}

/**
 * Returns what a terminal receives, all streams combined; undefined without python3, whose pty module is
 * needed.
 */
async function onTerminal(args: readonly string[], env: Record<string, string>): Promise<string | undefined> {
  if (spawnSync("python3", ["-c", "import pty"]).status !== 0) return undefined;
  const child = spawn(
    "python3",
    ["-c", "import pty, sys; pty.spawn(sys.argv[1:])", process.execPath, ...args],
    {
      env: { PATH: process.env["PATH"], TERM: "xterm", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
  await new Promise((resolve) => child.on("close", resolve));
  return text;
}

t.test("progress is shown on a terminal, and erased before other output", async (t) => {
  const main = join(folderOf(t), "main.mjs");
  const text = await onTerminal([main], {});
  if (text === undefined) {
    t.comment("there is no python3 to make a terminal");
    return;
  }
  t.match(text, /\r\u001b\[2K\S compare operations {2}█{5}░{15} {2}3 of 12 {2}1 s/);
  t.match(text, /\r\u001b\[2K(result|talk)\r\n/);
  t.match(text, /^result\r\n|K?result\r\n/m);
  t.notMatch(text.slice(text.lastIndexOf("\u001b[2K")), /compare/, "nothing of it is left");
  for (const [args, env] of [
    [[main, "--quiet"], {}],
    [[main], { CI: "true" }],
    [[main], { TERM: "dumb" }],
  ] as const) {
    const plain = await onTerminal(args, env);
    t.notMatch(plain, /compare|\u001b/);
    t.match(plain, /result/);
  }
});

t.test("progress is not printed to a pipe", async (t) => {
  const child = spawn(process.execPath, [join(folderOf(t), "main.mjs")]);
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  await new Promise((resolve) => child.on("close", resolve));
  t.same({ out, err }, { out: "result\n", err: "talk\n" });
});

t.test(
  "progress depends on the stream, flags and environment, and its line is truncated and sanitised",
  async (t) => {
    const cases = [
      { stream: { isTTY: true }, args: [], env: {}, want: true },
      { stream: { isTTY: true }, args: [], env: { CI: "false" }, want: true },
      { stream: { isTTY: true }, args: [], env: { CI: "1" }, want: false },
      { stream: { isTTY: true }, args: ["--quiet"], env: {}, want: false },
      { stream: {}, args: [], env: {}, want: false },
    ];
    for (const { stream, args, env, want } of cases) t.equal(isWatched(stream, args, env), want);
    const clock = t.capture(Date, "now", () => now);
    let now = 0;
    const written: string[] = [];
    const line = new ProgressLine({ columns: 30, write: (text) => written.push(text) });
    line.showNow({ name: "read \u001b[2J\u202esecret.yaml" });
    t.same(written, [], "nothing before a second has passed");
    now = 1500;
    line.showNow({ name: "read \u001b[2J\u202eapi.yaml and a long name" });
    t.match(written[0], /^\r\u001b\[2K⠋ read \?\[2J\?api\.yaml and a lo$/);
    line.showNow({ name: "" });
    t.equal(written[1], "\r\u001b[2K");
    line.end();
    t.equal(written.length, 2);
    clock.restore();
  },
);
