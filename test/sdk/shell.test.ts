// Shell words: a shell parses them to the given text, and an invalid word or variable is rejected.
import { execFileSync } from "node:child_process";
import t from "tap";
import { shell, shellVariable, shellWord } from "../../scripts/contract/sdk/shell.ts";

t.test("a shell parses a quoted word to the given text", (t) => {
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

t.test("a shell variable is a name and nothing else", (t) => {
  t.equal(shellVariable("POOLS_KEY"), "POOLS_KEY");
  for (const name of ["", "1A", "A B", "A;echo", "A=1 echo", "$(A)", "A\n"])
    t.throws(() => shellVariable(name), TypeError, name);
  t.end();
});
