// Serialisation of query parameters.
import t from "tap";
import { queryString } from "../../client/request/query-string.ts";
import { queryStyles } from "../../client/request/query-styles.ts";

const date = new Date("2024-01-15T09:30:00Z");

t.test("query parameters are serialised in each style of OpenAPI", (t) => {
  const cases = [
    { given: { pageSize: 50, open: true }, want: "pageSize=50&open=true" },
    { given: { startDate: date }, want: "startDate=2024-01-15T09%3A30%3A00.000Z" },
    { given: { a: undefined, b: "x" }, want: "b=x" },
    { given: { "a b": "c&d=e+f" }, want: "a%20b=c%26d%3De%2Bf" },
    { given: { tag: ["a", "b"] }, want: "tag=a&tag=b" },
    { given: { tag: [] }, want: "" },
    { given: { filter: { a: 1, b: undefined, c: date } }, want: "a=1&c=2024-01-15T09%3A30%3A00.000Z" },
    { given: { tag: ["a,b", "c"] }, style: "form", want: "tag=a%2Cb,c" },
    { given: { tag: { a: 1, b: 2 } }, style: "form", want: "tag=a,1,b,2" },
    { given: { tag: ["a", "b"] }, style: "spaceDelimited", want: "tag=a%20b" },
    { given: { tag: ["a", "b"] }, style: "pipeDelimited", want: "tag=a%7Cb" },
    { given: { tag: { a: 1, b: 2 } }, style: "deepObject", want: "tag%5Ba%5D=1&tag%5Bb%5D=2" },
    {
      given: { tag: { a: [1, 2], b: { c: date } } },
      style: "deepObject",
      want: "tag%5Ba%5D=1&tag%5Ba%5D=2&tag%5Bb%5D%5Bc%5D=2024-01-15T09%3A30%3A00.000Z",
    },
    {
      given: { tag: { a: [{ b: 1 }, { b: 2 }] } },
      style: "deepObject",
      want: "tag%5Ba%5D%5B0%5D%5Bb%5D=1&tag%5Ba%5D%5B1%5D%5Bb%5D=2",
    },
    { given: { tag: "quotes/h2g2.txt:1@2", b: "a/b" }, style: "+", want: "tag=quotes/h2g2.txt:1@2&b=a%2Fb" },
    { given: { tag: "a&b#c+d=e f%20g%h" }, style: "+", want: "tag=a%26b%23c%2Bd%3De%20f%20g%25h" },
    { given: { tag: ["a/b", "c,d"] }, style: "+", want: "tag=a/b&tag=c,d" },
    { given: { tag: ["a/b", "c,d"] }, style: "form+", want: "tag=a/b,c%2Cd" },
    { given: { tag: { a: [1] } }, style: "json", want: "tag=%7B%22a%22%3A%5B1%5D%7D" },
  ] as const;
  for (const { given, want, ...rest } of cases) {
    t.equal("style" in rest ? queryStyles({ tag: rest.style })(given) : queryString(given), want);
  }
  t.end();
});

t.test("a value without a text is rejected with its parameter's name", (t) => {
  for (const value of [
    null,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    new Date(Number.NaN),
    [null],
    [[1]],
    () => 1,
  ]) {
    t.throws(() => queryString({ pageToken: value }), { name: "TypeError" });
  }
  t.end();
});

t.test(
  "an item that contains its style's delimiter is rejected by name, since it could not be parsed",
  (t) => {
    for (const [style, item] of [
      ["spaceDelimited", "a b"],
      ["pipeDelimited", "a|b"],
    ] as const) {
      const message = /^tag must not contain "[ |]" in an item$/;
      t.throws(
        () => queryStyles({ tag: style })({ tag: [item, "c"] }),
        { name: "TypeError", message },
        style,
      );
    }
    t.equal(queryStyles({ tag: "pipeDelimited" })({ tag: ["a b", "c"] }), "tag=a%20b%7Cc");
    t.end();
  },
);
