// A program that exceeds its limits ends with three lines; every other program runs as without limits.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import t, { type Test } from "tap";

const runner = pathToFileURL("scripts/bounded-run.js").href;

/** Runs a program's text under limits, in its own process. */
async function bounded(
  t: Test,
  text: string,
  limits: object,
  args: readonly string[] = ["lint", "a b.json"],
) {
  const folder = t.testdir({
    "program.mjs": text,
    "main.mjs": `import { runBounded } from ${JSON.stringify(runner)};
      process.exitCode = await runBounded(new URL("program.mjs", import.meta.url).href, ${JSON.stringify(limits)});`,
  });
  const child = spawn(process.execPath, [join(folder, "main.mjs"), ...args]);
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const code = await new Promise((resolve) => child.on("close", resolve));
  return { code, out, err };
}

t.test("a bounded program keeps its arguments, output and exit code", async (t) => {
  const program = `process.stdout.write("line\\n".repeat(20000)); console.error(process.argv.slice(2).join(" ")); process.exitCode = 1;`;
  const { code, out, err } = await bounded(t, program, {});
  t.equal(code, 1);
  t.equal(out.length, 100_000);
  t.equal(err, "lint a b.json\n");
});

const greedy = {
  "a loop": { text: "for (;;);", limits: { seconds: 1 }, got: "1 seconds of a processor's time" },
  "a pattern that backtracks": {
    text: `/^(a+)+$/.test("a".repeat(60) + "b");`,
    limits: { seconds: 1 },
    got: "1 seconds of a processor's time",
  },
  "a list that grows": {
    text: "const list = []; for (;;) list.push({ at: list.length });",
    limits: { memory: 64 },
    got: "64 MB of memory",
  },
};

for (const [name, { text, limits, got }] of Object.entries(greedy)) {
  t.test(`a program beyond its limits ends with three lines: ${name}`, async (t) => {
    t.same(await bounded(t, text, limits), {
      code: 2,
      out: "",
      err: `what contract lint "a b.json" reads is too large
expected that it takes at most ${got}, got that it takes more
fix: split the document, or leave out what need not be in it
`,
    });
  });
}

t.test("a bounded program can recurse a million calls deep", async (t) => {
  const program =
    "const down = (left) => (left === 0 ? 0 : 1 + down(left - 1)); console.log(down(1_000_000));";
  t.match(await bounded(t, program, {}), { code: 0, out: "1000000\n", err: "" });
});

t.test(
  "the message of an exceeded limit names the large files that were read, with their longest list",
  async (t) => {
    const program = `import { channel } from "node:diagnostics_channel";
    const sizes = channel("contract:file-size");
    sizes.publish({ name: "small.json", length: 1 });
    sizes.publish({ name: "a\\u202e.json", length: 6e6 });
    sizes.publish({ name: "a\\u202e.json", length: 6e6, longest: { pointer: "/paths", members: 150000 } });
    setTimeout(() => { for (;;); });`;
    const { err } = await bounded(t, program, { seconds: 1 }, ["lint", "a.json"]);
    t.equal(
      err.split("\n")[0],
      'what contract lint a.json reads is too large: small.json has 0.0 MB; "a\\u202e.json" has 6.0 MB, and /paths 150000 members',
    );
  },
);
