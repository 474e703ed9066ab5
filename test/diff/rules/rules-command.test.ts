import t from "tap";
import { runCommandLine } from "../../../scripts/contract/cli/run-command-line.ts";
import { rules } from "../../../scripts/contract/diff/rules/table.ts";

async function run(...argv: readonly string[]) {
  const printed = { out: "", err: "" };
  const code = await runCommandLine(["diff", "rules", ...argv], {
    out: (text) => (printed.out += `${text}\n`),
    err: (text) => (printed.err += `${text}\n`),
    cwd: ".",
    env: {},
  });
  return { code, ...printed };
}

t.test("every rule is listed with its direction and what it reports", async (t) => {
  const { code, out } = await run();
  t.equal(code, 0);
  const lines = out.trimEnd().split("\n");
  t.equal(lines.length, rules.length);
  t.match(lines, [/^body-added +request +a request body/]);
});

t.test("rules are also listed as JSON", async (t) => {
  const { out } = await run("--format", "json");
  const listed = JSON.parse(out) as Record<string, unknown>[];
  t.same(
    listed.map(({ id }) => id),
    rules.map(({ id }) => id),
  );
  t.same(Object.keys(listed[0] ?? {}), ["id", "direction", "area", "kind", "summary"]);
});

t.test("an unknown format of the rule list is a usage error", async (t) => {
  const { code, err } = await run("--format", "yaml");
  t.equal(code, 2);
  t.match(err, /format/);
});
