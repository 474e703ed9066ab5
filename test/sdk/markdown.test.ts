// Markdown in descriptions of a document.
import t from "tap";
import { prose } from "../../scripts/contract/sdk/markdown.ts";

t.test("code spans end at as many backticks as open them, and unmatched backticks are text", (t) => {
  const cases = [
    { given: "a `b` c ``d ` e`` f", want: "a `b` c ``d ` e`` f" },
    { given: "`a ``b`` `", want: "``` a ``b`` ```" },
    { given: "a ` b `` c", want: "a \\` b \\`\\` c" },
    { given: "``a` <b>", want: "\\`\\`a\\` \\<b\\>" },
  ];
  for (const { given, want } of cases) t.equal(prose(given), want, given);
  t.end();
});

t.test("a line of very many backticks is parsed in linear time", (t) => {
  const many = 200_000;
  t.equal(prose("`a ".repeat(many)).length > many, true);
  t.end();
});
