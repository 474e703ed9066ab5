// The completion script for bash: `source <(contract completion bash)`.
import { type CommandWords, type FlagWords, quoted } from "./completion-words.ts";

/** Works with bash 3.2, which macOS has, and does not require the bash-completion package. */
export function bashScript(commands: readonly CommandWords[]): string {
  const firsts = [...new Set(commands.map(({ name }) => name.split(" ")[0] ?? ""))];
  const seconds = firsts.flatMap((first) => {
    const parts = commands.flatMap(({ name }) =>
      name.startsWith(`${first} `) ? [name.slice(first.length + 1)] : [],
    );
    return parts.length === 0 ? [] : [{ first, parts }];
  });
  return [
    "# bash completion for contract",
    "_contract() {",
    "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]} words=",
    "  COMPREPLY=()",
    "  # A value after `=` is a word of its own: --format=json",
    '  [ "$word" = "=" ] && word=',
    '  [ "$before" = "=" ] && before=${COMP_WORDS[COMP_CWORD-2]}',
    `  if [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY=($(compgen -W ${quoted([...firsts, "--help", "--version"].join(" "))} -- "$word")); return; fi`,
    '  case "$command ${COMP_WORDS[2]}" in',
    ...seconds.flatMap(({ first, parts }) =>
      parts.map((part) => `    ${quoted(`${first} ${part}`)}) command=${quoted(`${first} ${part}`)} ;;`),
    ),
    "  esac",
    '  case "$command" in',
    ...seconds.map(
      ({ first, parts }) =>
        `    ${quoted(first)}) [ "$COMP_CWORD" -eq 2 ] && words=${quoted(parts.join(" "))} ;;`,
    ),
    "  esac",
    '  case "$command $before" in',
    ...commands.flatMap(({ name, flags }) => flags.flatMap((flag) => valueCase(name, flag))),
    "  esac",
    '  case "$command" in',
    ...commands.map(
      ({ name, flags }) =>
        `    ${quoted(name)}) words="$words ${flags.map(({ flag }) => flag).join(" ")}" ;;`,
    ),
    "  esac",
    '  case "$word" in',
    '    -*) COMPREPLY=($(compgen -W "$words" -- "$word")) ;;',
    "    *)",
    '      COMPREPLY=($(compgen -W "$words" -- "$word" | command grep -v "^-"))',
    "      _contract_files -f ;;",
    "  esac",
    "}",
    "# Paths keep their blanks: one a line.",
    "_contract_files() {",
    "  local path",
    '  while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen "$1" -- "$word")',
    "  type compopt > /dev/null 2>&1 && compopt -o filenames 2> /dev/null",
    "}",
    "complete -F _contract contract",
    "",
  ].join("\n");
}

/** Completes the value of a flag. */
function valueCase(command: string, { flag, short, value }: FlagWords): string[] {
  if (value === "none") return [];
  const patterns = [flag, ...(short === undefined ? [] : [short])].map((name) =>
    quoted(`${command} ${name}`),
  );
  const reply =
    value === "any"
      ? ":"
      : value === "file"
        ? "_contract_files -f"
        : value === "folder"
          ? "_contract_files -d"
          : `COMPREPLY=($(compgen -W ${quoted(value.join(" "))} -- "$word"))`;
  return [`    ${patterns.join("|")}) ${reply}; return ;;`];
}
