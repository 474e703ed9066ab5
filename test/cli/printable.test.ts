// Escaping of untrusted text in output.
//
// @own-process: the command listens for signals.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { runCommandLine } from "../../scripts/contract/cli/run-command-line.ts";
import { printable, printableJson, printableLines, unseen } from "../../scripts/contract/cli/printable.ts";

t.test("invisible characters are escaped, on one line", async (t) => {
  const cases = [
    { given: "a\nb\r\tc", want: "a\\nb\\r\\tc" },
    { given: "\u001b[31mred\u009b", want: "\\u001b[31mred\\u009b" },
    { given: "a\u202eb\u2066c\u061c", want: "a\\u202eb\\u2066c\\u061c" },
    {
      given: "\u2028\u2029\u200b\ufeff\u00a0\u3000\u115f",
      want: "\\u2028\\u2029\\u200b\\ufeff\\u00a0\\u3000\\u115f",
    },
    { given: "\u{e0041}\ud800", want: "\\udb40\\udc41\\ud800" },
    { given: "Größe 名前 😀 a b", want: "Größe 名前 😀 a b" },
  ];
  for (const { given, want } of cases) t.equal(printable(given), want);
  t.equal(printableLines("a\r\nb\u202e"), "a\nb\\u202e");
});

t.test("no printed text is a command to a workflow's runner, wherever its line is wrapped", async (t) => {
  const commands = ["::error::x", "a ::add-mask::x", "a\n::stop-commands::x", "a ##[error]b"];
  for (const given of [...commands, "##vso[task.prependpath]x", "a##teamcity[message text='x']"])
    for (const line of printable(given).split(" ")) t.notMatch(line, /^\s*::|##\w*\[/, given);
  t.equal(printable("a::b"), "a::b");
});

t.test("escaped JSON keeps its meaning", async (t) => {
  const value = { "a\u2028": ["\u202e", "\u{e0041}", "##[error]x", "##vso[a]x", "\u007f", "\n"] };
  const text = printableJson(JSON.stringify(value, null, 2));
  t.same(JSON.parse(text), value);
  t.notMatch(text, /[\u2028\u202e\u007f]|##\w*\[/);
});

t.test("every command prints a hostile name of a document or folder on one line", async (t) => {
  const hostile = "a\n::error::x\u001b[2J\u202e";
  const cwd = t.testdir();
  const info = { title: "Pools", version: "1.0.0" };
  const get = { operationId: "a", responses: { 204: { description: "Done." } } };
  const servers = [{ url: "https://pools.example" }];
  const document = { openapi: "3.1.0", info, servers, paths: { "/a": { get } } };
  writeFileSync(join(cwd, `${hostile}.json`), JSON.stringify(document));
  const commands = [
    ["lint"],
    ["generate", "--out", `g${hostile}`],
    ["generate", "--out", `g${hostile}`, "--check"],
    ["generate", "--out", `${hostile}.json`],
    ["server", "--out", `v${hostile}`],
    ["sdk", "--name", "pools", "--out", `s${hostile}`],
    ["mock", "--explain"],
    ["diff", `${hostile}.json`],
  ];
  for (const [command = "", ...flags] of commands) {
    const said: string[] = [];
    const say = (text: string): void => void said.push(text);
    await runCommandLine([command, `${hostile}.json`, ...flags], { out: say, err: say, cwd, env: {} });
    const lines = said.join("\n").split("\n");
    t.same(
      lines.filter((line) => line.startsWith("::") || line.replace(unseen, "") !== line),
      [],
      `${command} ${flags.length}`,
    );
  }
});
