// The completion script for zsh: `contract completion zsh > "${fpath[1]}/_contract"`.
import { type CommandWords, type FlagWords, quoted } from "./completion-words.ts";

export function zshScript(commands: readonly CommandWords[]): string {
  const isPart = ({ name }: CommandWords): boolean => name.includes(" ");
  const firsts = commands.filter((command) => !isPart(command));
  const parts = commands.filter(isPart);
  return [
    "#compdef contract",
    "_contract() {",
    "  local -a names",
    "  local command=$words[2]",
    "  if (( CURRENT == 2 )); then",
    `    names=(${firsts.map(({ name, summary }) => quoted(`${name}:${summary}`)).join(" ")})`,
    "    _describe command names",
    "    return",
    "  fi",
    '  case "$command $words[3]" in',
    ...parts.map(
      ({ name }) =>
        `    ${quoted(name)}) if (( CURRENT > 3 )); then command=${quoted(name)}; shift words; (( CURRENT-- )); fi ;;`,
    ),
    "  esac",
    "  shift words",
    "  (( CURRENT-- ))",
    '  case "$command" in',
    ...commands.flatMap((command) => commandCase(command, parts)),
    "  esac",
    "}",
    'if [ "$funcstack[1]" = "_contract" ]; then _contract "$@"; else compdef _contract contract; fi',
    "",
  ].join("\n");
}

function commandCase({ name, flags }: CommandWords, parts: readonly CommandWords[]): string[] {
  const own = parts.filter((part) => part.name.startsWith(`${name} `));
  const names = own.map((part) => quoted(`${part.name.slice(name.length + 1)}:${part.summary}`)).join(" ");
  return [
    `    ${quoted(name)})`,
    ...(own.length === 0
      ? []
      : [`      if (( CURRENT == 2 )); then names=(${names}); _describe command names; fi`]),
    `      _arguments ${flags.flatMap(specs).map(quoted).join(" ")} '*:file:_files' ;;`,
  ];
}

/** Returns the specifications for `_arguments`, with brackets and colons in texts escaped. */
function specs({ flag, short, summary, value }: FlagWords): string[] {
  const text = summary.replace(/[[\]\\:]/g, "\\$&");
  const action =
    value === "none"
      ? ""
      : value === "any"
        ? ":value: "
        : value === "file"
          ? ":file:_files"
          : value === "folder"
            ? ":folder:_files -/"
            : `:value:(${value.join(" ")})`;
  return [flag, ...(short === undefined ? [] : [short])].map((name) => `*${name}[${text}]${action}`);
}
