// `contract completion`: prints a script that lets a shell complete commands, flags and their values.
import { type Command, type CommandArgs, type CommandIo, type ExitCode, UsageError } from "../command.ts";
import { commands } from "../commands.ts";
import { bashScript } from "./bash-script.ts";
import { type CommandWords, completionWords } from "./completion-words.ts";
import { fishScript } from "./fish-script.ts";
import { zshScript } from "./zsh-script.ts";

const shells: Readonly<Record<string, (commands: readonly CommandWords[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

export const completionCommand: Command = {
  name: "completion",
  summary: "Print a script for completion in a shell.",
  usage: Object.keys(shells).join("|"),
  details: [
    "bash:  source <(contract completion bash)               # in ~/.bashrc",
    'zsh:   contract completion zsh > "${fpath[1]}/_contract"',
    "fish:  contract completion fish > ~/.config/fish/completions/contract.fish",
  ].join("\n"),
  options: {},
  positionals: { min: 1, max: 1 },
  run,
};

async function run({ positionals: [shell = ""] }: CommandArgs, io: CommandIo): Promise<ExitCode> {
  const print = Object.hasOwn(shells, shell) ? shells[shell] : undefined;
  if (print === undefined) {
    throw new UsageError(`there is no completion for ${JSON.stringify(shell)}`, {
      expected: `expected one of ${Object.keys(shells).join(", ")}`,
      fix: "contract completion bash",
    });
  }
  const loaded = await Promise.all([...commands.values()].map((load) => load()));
  io.out(print(completionWords(loaded)).trimEnd());
  return 0;
}
