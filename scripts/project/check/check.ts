// `npm run check`: runs every step, and ends with the names of the failed ones, or with the questions that
// stay open.
import { delimiter, join } from "node:path";
import { runSteps, type Verdict } from "./run-steps.ts";
import { steps } from "./steps.ts";

const path = [join(process.cwd(), "node_modules", ".bin"), process.env["PATH"]].join(delimiter);
const write = (text: string): void => void process.stdout.write(text);
const verdicts = await runSteps(steps, { write, env: { ...process.env, PATH: path } });
const named = (verdict: Verdict): string =>
  steps.flatMap(({ name }, index) => (verdicts[index] === verdict ? [`\n  ${name}`] : [])).join("");

if (verdicts.includes("unknown"))
  write(`\n? not known, and to be asked where the registry answers:${named("unknown")}\n`);
if (verdicts.includes("red")) {
  write(`\n✗ red, each with its fix above:${named("red")}\n`);
  process.exitCode = 1;
}
