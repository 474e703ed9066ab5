// Words for a shell: what a shell reads is what was given, and what is no word or no variable is refused.
import { execFileSync } from "node:child_process";
import t from "tap";
import { shell, shellVariable, shellWord } from "../../scripts/contract/sdk/shell.ts";

t.test("a shell reads a word as it was given", (t) => {
  const words = [
    "plain",
    "a b",
    "it's",
    "$(echo x) `echo x`",
    "; echo x",
    "a\\",
    '"',
    "*",
    "~",
    "#",
    "",
    "é",
  ];
  for (const word of words)
    t.equal(execFileSync("sh", ["-c", shell`printf %s ${shellWord(word)}`], { encoding: "utf8" }), word);
  for (const text of ["a\nb", "a\rb", "a\u2028b", "a\u0000b"]) t.throws(() => shellWord(text), TypeError);
  t.end();
});

t.test("a variable is a name, and nothing beside it", (t) => {
  t.equal(shellVariable("POOLS_KEY"), "POOLS_KEY");
  for (const name of ["", "1A", "A B", "A;echo", "A=1 echo", "$(A)", "A\n"])
    t.throws(() => shellVariable(name), TypeError, name);
  t.end();
});
