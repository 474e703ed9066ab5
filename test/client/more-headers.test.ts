// Cookies in the styles `form` and `cookie`; values that cannot be in a cookie are rejected.
import t from "tap";
import { moreHeaders } from "../../client/request/more-headers.ts";

t.test("cookies are serialised according to style and explode", (t) => {
  const table = [
    { given: { explode: true }, value: ["a b", "c"], want: "ids=a%20b; ids=c" },
    { given: {}, value: ["a", "b,c"], want: "ids=a,b%2Cc" },
    { given: { explode: true }, value: { role: "admin", age: 3 }, want: "role=admin; age=3" },
    { given: { explode: true, json: true }, value: { c: "x;y" }, want: "ids=%7B%22c%22%3A%22x%3By%22%7D" },
    { given: { explode: true, json: true }, value: ["a"], want: "ids=%5B%22a%22%5D" },
    { given: { raw: true, explode: true }, value: ["a/b", "c=d"], want: "ids=a/b; ids=c=d" },
  ];
  for (const { given, value, want } of table) {
    const headers = moreHeaders([{ option: "ids", name: "ids", cookie: true, ...given }]);
    t.same(headers({ ids: value }), { Cookie: want }, want);
  }
  t.end();
});

t.test("a text that would end an unencoded cookie is a TypeError", (t) => {
  const headers = moreHeaders([{ option: "id", name: "id", cookie: true, raw: true }]);
  for (const id of ["a;b", "a b", 'a"b', "a,b", "a\\b", "é", "a\r\nb"]) {
    t.throws(() => headers({ id }), { name: "TypeError", message: /^id must not hold/ }, id);
  }
  t.end();
});
