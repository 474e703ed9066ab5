import t from "tap";
import { runSteps } from "../../scripts/project/check/run-steps.ts";
import type { Step } from "../../scripts/project/check/steps.ts";

const step = (name: string, program: string, more: Partial<Step> = {}): Step => ({
  name,
  command: [process.execPath, "-e", program],
  fix: `mend ${name}`,
  ...more,
});

async function ran(steps: readonly Step[]): Promise<{ verdicts: readonly string[]; text: string }> {
  let text = "";
  const verdicts = await runSteps(steps, { write: (piece) => void (text += piece), env: process.env });
  return { verdicts, text: text.replace(/\(\d+\.\d s\)/g, "(… s)") };
}

t.test("a failed step stops no other, and is reported with its output and its fix", async (t) => {
  const { verdicts, text } = await ran([
    step("first", "console.error('line 3'); process.exit(1)"),
    step("second", ""),
    step("third", "", { alone: true }),
  ]);
  t.same(verdicts, ["red", "green", "green"]);
  t.match(text, "line 3\n✗ first (… s)\nfix: mend first\n");
  t.ok(text.endsWith("… third\n✓ third (… s)\n"), "a step that takes the whole machine is the last");
});

t.test("exit code 2 means unknown for a step that needs the network, and failed for others", async (t) => {
  const { verdicts } = await ran([
    step("asks", "process.exit(2)", { mayBeUnknown: true }),
    step("does not ask", "process.exit(2)"),
  ]);
  t.same(verdicts, ["unknown", "red"]);
});

t.test("a program that is missing or ends by a signal is red, with the reason", async (t) => {
  const { verdicts, text } = await ran([
    { name: "missing", command: ["no-such-program-here"], fix: "install it" },
    step("ended", "process.kill(process.pid, 'SIGKILL')"),
  ]);
  t.same(verdicts, ["red", "red"]);
  t.match(text, /✗ missing \(… s\): .*ENOENT\nfix: install it/);
  t.match(text, "✗ ended (… s): SIGKILL\n");
});

t.test("the failures of a step with a long output are printed once more, beside its fix", async (t) => {
  const failures = [process.execPath, "-e", "console.log('not ok 7 of 28,000')"];
  const { text } = await ran([
    step("fails", "process.exit(1)", { alone: true, failures }),
    step("passes", "", { alone: true, failures }),
  ]);
  t.equal(text, "… fails\nnot ok 7 of 28,000\n✗ fails (… s)\nfix: mend fails\n… passes\n✓ passes (… s)\n");
});
