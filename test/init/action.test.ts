// What other repositories use of this one: the action, which has the steps of the workflow, and the hooks.
import { readdirSync, readFileSync } from "node:fs";
import t from "tap";
import { parse } from "yaml";
import { commands } from "../../scripts/contract/cli/commands.ts";
import { parseCommandLine } from "../../scripts/contract/cli/parse-command-line.ts";

interface Step {
  readonly name?: string;
  readonly shell?: string;
  readonly env?: Record<string, string>;
}

const stepsOf = (path: string): Step[] => {
  const { jobs, runs } = parse(readFileSync(path, "utf8")) as {
    jobs?: { diff: { steps: Step[] } };
    runs?: { steps: Step[] };
  };
  return jobs?.diff.steps ?? runs?.steps ?? [];
};

/**
 * `${{ inputs.command || '…' }}` becomes `${{ inputs.command }}`, because the action's inputs have defaults.
 */
const withoutDefaults = (step: Step): Step =>
  JSON.parse(JSON.stringify({ ...step, shell: "bash" }).replace(/ \|\| '[^']*'(?= \}\})/g, "")) as Step;

t.test("the action has the steps of the workflow after the installation of the tool", async (t) => {
  const workflow = stepsOf(".github/workflows/contract.yml");
  const action = stepsOf(".github/actions/contract-diff/action.yml");
  const from = workflow.findIndex(({ name }) => name === "Compare");
  t.ok(action.length > 2);
  t.same(action.map(withoutDefaults), workflow.slice(from).map(withoutDefaults));
  for (const { shell } of action) t.equal(shell, "bash");
});

t.test("all actions are pinned to a commit", async (t) => {
  const files = readdirSync(".github", { recursive: true, encoding: "utf8" });
  const workflows = files.filter((name) => name.endsWith(".yml"));
  t.ok(workflows.length > 2);
  for (const file of workflows)
    for (const [, used] of readFileSync(`.github/${file}`, "utf8").matchAll(/uses: (\S+)/g))
      t.match(used, /@[0-9a-f]{40}$/, file);
});

t.test("all images are pinned to a digest", (t) => {
  const lines = ["Dockerfile", "compose.yaml"].flatMap((file) => readFileSync(file, "utf8").split("\n"));
  const images = lines.flatMap((line) => /^(?:FROM| *image:) (\S+)/.exec(line)?.[1] ?? []);
  t.equal(images.length, 3);
  for (const image of images) t.match(image, /:[\d.]+[\w-]*@sha256:[0-9a-f]{64}$/);
  t.equal(new Set(images.filter((image) => image.startsWith("node:"))).size, 1);
  t.end();
});

t.test("the hooks run existing commands", async (t) => {
  const hooks = parse(readFileSync(".pre-commit-hooks.yaml", "utf8")) as {
    entry: string;
    pass_filenames: boolean;
  }[];
  t.ok(hooks.length > 2);
  for (const { entry, pass_filenames: passes } of hooks) {
    const [, name = "", rest = ""] = /^npx --no -- contract (\w+) ?(.*)$/.exec(entry) ?? [];
    const command = await commands.get(name)?.();
    t.ok(command, entry);
    if (command !== undefined)
      t.doesNotThrow(() => parseCommandLine(command, rest.split(" ").filter(Boolean)));
    t.equal(passes, false);
  }
});
