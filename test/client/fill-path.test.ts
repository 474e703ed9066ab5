// Values in a path stay one segment.
import { fc } from "../support/laws.ts";
import t from "tap";
import { pathStyles } from "../../client/request/path-styles.ts";
import { fillPath } from "../../client/request/fill-path.ts";

t.test("path values fill the template's expressions in order", (t) => {
  t.equal(fillPath("/a/{x}/b/{y}", ["1", 2]), "/a/1/b/2");
  t.end();
});

t.test("characters with a meaning in paths are encoded", (t) => {
  const cases = [
    { given: "a/b", want: "a%2Fb" },
    { given: "../x", want: "..%2Fx" },
    { given: "%2e%2e", want: "%252e%252e" },
    { given: "a?b#c", want: "a%3Fb%23c" },
    { given: "a\\b", want: "a%5Cb" },
    { given: "$&", want: "%24%26" },
    { given: "…", want: "%E2%80%A6" },
  ];
  for (const { given, want } of cases) t.equal(fillPath("/{id}", [given]), `/${want}`);
  t.end();
});

t.test("path values that would lead to another path, or are empty, are rejected", (t) => {
  for (const value of [".", ".."])
    t.throws(() => fillPath("/pools/{id}", [value]), { name: "TypeError", message: /dot segments$/ });
  for (const value of ["", undefined, null, {}, [], Number.NaN, new Date(Number.NaN)]) {
    t.throws(() => fillPath("/pools/{id}", [value]), { name: "TypeError", message: /^id must/ });
  }
  t.end();
});

t.test("path values that form a dot segment together, or with a dot of the template, are rejected", (t) => {
  const cases: [string, unknown[]][] = [
    ["/a/.{x}", ["."]],
    ["/a/{x}./b", ["."]],
    ["/a/{x}%2E", ["."]],
  ];
  for (const [template, values] of cases)
    t.throws(() => fillPath(template, values, (_, value) => String(value)), { message: /dot segments$/ });
  t.throws(() => fillPath("/a/{x}{y}/b", [".", "."], (_, value) => String(value)), TypeError);
  t.equal(fillPath("/a/.{x}/..b", ["c"]), "/a/.c/..b");
  t.end();
});

t.test("any path value keeps the number of segments", (t) => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: "grapheme" }), (text) => {
      fc.pre(text !== "." && text !== "..");
      const { pathname } = new URL(`http://x/pools/${fillPath("{id}", [text])}/senders`);
      return pathname.split("/").length === 4 && decodeURIComponent(pathname.split("/")[2] ?? "") === text;
    }),
    { numRuns: 200 },
  );
  t.end();
});

t.test("a path value that is declared as JSON is serialised as JSON", (t) => {
  const segment = pathStyles({ filter: "json" });
  t.equal(
    fillPath("/a/{filter}", [{ a: 1, l: ["x y", "é/"] }], segment),
    "/a/%7B%22a%22%3A1%2C%22l%22%3A%5B%22x%20y%22%2C%22%C3%A9%2F%22%5D%7D",
  );
  t.equal(fillPath("/a/{filter}", [null], segment), "/a/null");
  t.throws(() => fillPath("/a/{filter}", [undefined], segment), TypeError);
  t.throws(() => fillPath("/a/{filter}", [[NaN]], segment), TypeError);
  t.end();
});

t.test("dots within the values of an exploded label are encoded, and undefined members are left out", (t) => {
  const segment = pathStyles({ v: "label*", l: "label", m: "matrix*", s: "simple" });
  const table: [string, unknown, string][] = [
    ["{v}", ["e.f", "g"], ".e%2Ef.g"],
    ["{v}", { "a.b": "x.y", c: 1, d: undefined }, ".a%2Eb=x%2Ey.c=1"],
    ["{l}", ["e.f", "g"], ".e.f,g"],
    ["{m}", { a: undefined, b: "x;y" }, ";b=x%3By"],
    ["{s}", { a: "x", b: undefined }, "a,x"],
  ];
  for (const [template, value, want] of table) t.equal(fillPath(template, [value], segment), want);
  for (const value of [[""], ["."], ["", ""]])
    t.throws(() => fillPath("/a/{v}", [value], segment), { name: "TypeError" }, JSON.stringify(value));
  t.end();
});
