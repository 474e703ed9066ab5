import t from "tap";
import { expressionsIn, parseRuntimeExpression } from "../../scripts/contract/lint/runtime-expression.ts";

t.test("runtime expressions are parsed by the grammar of OpenAPI", (t) => {
  const cases = [
    { given: "$url", want: { source: "url" } },
    { given: "$statusCode", want: { source: "statusCode" } },
    { given: "$request.path.id", want: { source: "request", part: "path", name: "id" } },
    { given: "$request.query.a b", want: { source: "request", part: "query", name: "a b" } },
    { given: "$response.header.X-A", want: { source: "response", part: "header", name: "X-A" } },
    { given: "$request.body", want: { source: "request", part: "body", pointer: "" } },
    { given: "$response.body#/a~1b/0", want: { source: "response", part: "body", pointer: "/a~1b/0" } },
    { given: "$response.header.a b", want: undefined },
    { given: "$response.body#a", want: undefined },
    { given: "$response.body/a", want: undefined },
    { given: "$response.body#/a~2", want: undefined },
    { given: "$request.path.", want: undefined },
    { given: "$request.cookie.a", want: undefined },
    { given: "$answer.body", want: undefined },
    { given: "$urls", want: undefined },
  ];
  for (const { given, want } of cases) t.same(parseRuntimeExpression(given), want, given);
  t.end();
});

t.test("a link's value is a runtime expression, a string with expressions in braces, or a constant", (t) => {
  const cases = [
    { given: "$url", want: ["$url"] },
    { given: "a{$url}b{$request.path.id}", want: ["$url", "$request.path.id"] },
    { given: "{id}", want: [] },
    { given: { $url: 1 }, want: [] },
  ];
  for (const { given, want } of cases) t.same(expressionsIn(given), want);
  t.end();
});
