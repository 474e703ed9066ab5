// Shell completion: the scripts are run by real bash, zsh and fish, where those are installed.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { commands } from "../../scripts/contract/cli/commands.ts";
import { runCommandLine } from "../../scripts/contract/cli/run-command-line.ts";

async function script(shell: string): Promise<string> {
  let text = "";
  const say = (line: string): void => void (text += `${line}\n`);
  await runCommandLine(["completion", shell], { cwd: ".", env: {}, out: say, err: say });
  return text;
}

const isThere = (shell: string): boolean => spawnSync(shell, ["--version"]).status === 0;

t.test("bash completes commands, flags, their words and files", async (t) => {
  const cwd = t.testdir({ "my api.yaml": "", folder: {} });
  writeFileSync(join(cwd, "contract.bash"), await script("bash"));
  const complete = (...words: string[]): string[] => {
    const line = `source ./contract.bash; COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); _contract; printf '%s\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", line, "bash", "contract", ...words], {
      cwd,
      encoding: "utf8",
    });
    t.equal(stderr, "", words.join(" "));
    return stdout.split("\n").filter((word) => word !== "");
  };
  const cases: { words: string[]; has: string[]; not?: string[] }[] = [
    { words: [""], has: ["diff", "lint", "completion", "--version"], not: ["accept", "diff accept"] },
    { words: ["li"], has: ["lint"], not: ["diff"] },
    { words: ["diff", ""], has: ["accept", "rules", "my api.yaml"], not: ["--format"] },
    { words: ["diff", "--fo"], has: ["--format"] },
    { words: ["diff", "--format", ""], has: ["text", "gitlab", "junit"], not: ["my api.yaml"] },
    { words: ["diff", "--format", "=", "gi"], has: ["github", "gitlab"], not: ["text"] },
    { words: ["diff", "accept", "--re"], has: ["--reason"] },
    { words: ["diff", "accept", "--format"], has: [], not: ["--format"] },
    { words: ["diff", "--reason", ""], has: ["my api.yaml"] },
    { words: ["sdk", "-o", ""], has: ["folder"], not: ["my api.yaml"] },
    { words: ["lint", "my"], has: ["my api.yaml"] },
    { words: ["lint", "--skip", ""], has: [], not: ["my api.yaml"] },
  ];
  for (const { words, has, not = [] } of cases) {
    const got = complete(...words);
    for (const word of has) t.ok(got.includes(word), `${words.join(" ")}: ${word} in ${got.join(", ")}`);
    for (const word of not) t.notOk(got.includes(word), `${words.join(" ")}: no ${word}`);
  }
});

t.test("zsh and fish accept their scripts, which contain every command and flag", async (t) => {
  for (const shell of ["zsh", "fish"]) {
    const text = await script(shell);
    for (const [name, load] of commands) {
      const { options } = await load();
      const words = [...name.split(" "), ...Object.keys(options)];
      for (const word of words)
        t.match(text, new RegExp(`\\b${word.replaceAll("-", "\\-")}\\b`), `${shell}: ${word}`);
    }
    if (!isThere(shell)) continue;
    const file = join(t.testdir({ script: text }), "script");
    const { status, stderr } = spawnSync(shell, [shell === "zsh" ? "-n" : "--no-execute", file], {
      encoding: "utf8",
    });
    t.same({ status, stderr }, { status: 0, stderr: "" }, shell);
  }
});

t.test(
  "fish completes commands, flags and values",
  { skip: isThere("fish") ? false : "fish is not installed" },
  async (t) => {
    const file = join(t.testdir({ "contract.fish": await script("fish") }), "contract.fish");
    const complete = (line: string): string => {
      const commands = `source ${file}; complete -C ${JSON.stringify(line)}`;
      return spawnSync("fish", ["--no-config", "-c", commands], { encoding: "utf8" }).stdout;
    };
    t.match(complete("contract diff --format "), /^junit\b/m);
    t.match(complete("contract di"), /^diff\t/m);
  },
);

t.test("completion for an unsupported shell is rejected", async (t) => {
  t.match(await script("tcsh"), /no completion for "tcsh"\nexpected one of bash, zsh, fish\nfix: /);
});
