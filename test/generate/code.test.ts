// Text becomes code only through its type: a raw string is a compile error, and only listed modules may
// declare text to be code.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { type Code, emit, joinCode, noCode } from "../../scripts/contract/generate/code.ts";
import { docComment } from "../../scripts/contract/generate/comment.ts";
import { printString } from "../../scripts/contract/generate/literal.ts";
import { mark, prose } from "../../scripts/contract/sdk/markdown.ts";
import { shell, shellWord } from "../../scripts/contract/sdk/shell.ts";

/** Modules that pass on existing code: the printers, and those that read a module or run a compiler. */
const trusted = [
  "generate/client-runtime.ts",
  "generate/code.ts",
  "generate/comment.ts",
  "generate/emit-types.ts",
  "generate/emit-validators.ts",
  "generate/header.ts",
  "generate/literal.ts",
  "generate/names.ts",
  "generate/resources/print-class.ts",
  "generate/runtime-module.ts",
  "generate/runtime-source.ts",
  "generate/validators/code/function-code.ts",
  "sdk/compile-modules.ts",
  "sdk/declare-modules.ts",
  "sdk/module-statements.ts",
  "sdk/module-syntax.ts",
  "sdk/runtime-modules.ts",
  "sdk/with-examples.ts",
];
const casting = ["generate/code.ts", "sdk/markdown.ts", "sdk/plain-text.ts", "sdk/shell.ts"];

t.test("a raw string is neither code nor a part of code, Markdown or a shell line", (t) => {
  const text: string = '"; globalThis.marker = true; "';
  // @ts-expect-error: a string is not code
  const assigned: Code = text;
  // @ts-expect-error: a string is not a part of code
  const part = emit`const name = ${text};`;
  // @ts-expect-error: a plain template literal is not code
  const plain: Code = `${emit`a`} + ${emit`b`}`;
  // @ts-expect-error: the result of a string method is not code
  const method: Code = emit`a`.trim();
  // @ts-expect-error: a string may not be an item of a list of code
  const joined = joinCode([emit`a`, text]);
  // @ts-expect-error: Markdown is not code
  const page = emit`${prose(text)}`;
  // @ts-expect-error: a string is not Markdown
  const raw = mark`# ${text}`;
  // @ts-expect-error: code is not Markdown
  const code = mark`# ${emit`a`}`;
  // @ts-expect-error: a string is not a shell word
  const line = shell`npm install ${text}`;
  t.equal([assigned, part, plain, method, joined, page, raw, code, line].length, 9);
  t.end();
});

t.test("a string enters code only as a literal or a comment", (t) => {
  const text = '*/ "; globalThis.marker = true; //\n`';
  t.equal(emit`const a = ${printString("x")};\n`, 'const a = "x";\n');
  t.equal((0, eval)(emit`${docComment([text])}(${printString(text)})`), text);
  t.equal(emit`x${1}${[emit`a`, emit`b`]}${noCode};`, "x1ab;");
  t.equal(shell`echo ${shellWord("it's $(x)")}`, "echo 'it'\\''s $(x)'");
  t.throws(() => shellWord("a\nb"), TypeError);
  t.equal(
    emit`/**\n * @example go(${printString("*/ x")})\n */\n${docComment(["a"])}go("*/*", ${printString("*/")});\n`,
    '/**\n * @example go("*\\/ x")\n */\n/** a */\ngo("*/*", "*/");\n',
    "a literal does not end the comment that it is in",
  );
  t.end();
});

t.test("only modules that read code from elsewhere declare text to be code", (t) => {
  const root = join(import.meta.dirname, "../../scripts/contract");
  const files = ["generate", "sdk", "server"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => join(folder, file).replaceAll("\\", "/")),
  );
  const having = (pattern: RegExp) =>
    files.filter((file) => pattern.test(readFileSync(join(root, file), "utf8"))).sort();
  t.strictSame(having(/\btrustedCode\b/), trusted);
  t.strictSame(having(/\bas (?:Code|Markdown|Shell|PlainText)\b/), casting);
  t.end();
});
