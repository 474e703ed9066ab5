// `npm run check`: runs every step, stops at the first red one, and ends with the line that says what to do, or with what it could not
// find out.
import { spawnSync } from "node:child_process";
import { delimiter, join } from "node:path";
import { steps } from "./steps.ts";

const path = [join(process.cwd(), "node_modules", ".bin"), process.env["PATH"]].join(delimiter);
const couldNotRun = 2;
const unknown: string[] = [];

for (const { name, command, fix, mayBeUnknown = false } of steps) {
  const started = performance.now();
  process.stdout.write(`… ${name}\n`);
  const [program = "", ...args] = command;
  const { status, error } = spawnSync(program, args, {
    stdio: "inherit",
    shell: process.platform === "win32",
    env: { ...process.env, PATH: path },
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (mayBeUnknown && status === couldNotRun) {
    process.stdout.write(`? ${name} (${seconds} s)\n`);
    unknown.push(name);
    continue;
  }
  if (status !== 0) {
    process.stdout.write(`\n✗ ${name} (${seconds} s)${error ? `: ${error.message}` : ""}\nfix: ${fix}\n`);
    process.exit(1);
  }
  process.stdout.write(`✓ ${name} (${seconds} s)\n`);
}
for (const name of unknown)
  process.stdout.write(`\n? not known, and to be asked where the registry answers: ${name}\n`);
