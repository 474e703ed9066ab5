// Prints the failed assertions of the last test run, which are spread over a long output.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where tap keeps the output of each test file. */
const folder = ".tap/test-results";

/** Maximum number of lines of an assertion's details, and of characters of a line. */
const longest = { lines: 40, columns: 200 };

/** Returns the failed assertions of an output in TAP, each with its details (https://testanything.org). */
function failuresIn(output: string): string[] {
  const lines = output.split("\n");
  return lines.flatMap((line, at) => {
    const [, indent] = /^( *)not ok (?!.*# (?:TODO|SKIP))/.exec(line) ?? [];
    if (indent === undefined) return [];
    const end = lines.indexOf(`${indent}  ...`, at);
    const details = lines[at + 1] === `${indent}  ---` && end > at ? lines.slice(at + 1, end + 1) : [];
    const shown = [line, ...details].slice(0, longest.lines);
    return [shown.map((one) => one.slice(indent.length, indent.length + longest.columns)).join("\n")];
  });
}

for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
  if (!name.endsWith(".tap")) continue;
  const failures = failuresIn(readFileSync(join(folder, name), "utf8"));
  if (failures.length > 0) process.stdout.write(`\n${name.slice(0, -4)}\n${failures.join("\n")}\n`);
}
