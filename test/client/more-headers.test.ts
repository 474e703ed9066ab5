// Lists and objects in header fields; cookies in the styles `form` and `cookie`; values that neither can hold
// are rejected.
import t from "tap";
import { type HeaderParameter, moreHeaders } from "../../client/request/more-headers.ts";
import { hooksOf, printHook } from "../../scripts/contract/generate/resources/operation-hooks.ts";
import { noContent, planFrom } from "../generate/plan-from.ts";

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

t.test("lists and objects in header fields are serialised by explode, without what is undefined", (t) => {
  const table = [
    { given: {}, value: ["a b", "c=d"], want: "a b,c=d" },
    { given: {}, value: { role: "admin", age: undefined }, want: "role,admin" },
    { given: { explode: true }, value: { role: "a=b", age: 3, by: undefined }, want: "role=a=b,age=3" },
    { given: { json: true }, value: ["a,b", "c"], want: '["a,b","c"]' },
    { given: {}, value: "a,b", want: "a,b" },
  ];
  for (const { given, value, want } of table)
    t.same(
      moreHeaders([{ option: "ids", name: "X-Ids", ...given }])({ ids: value }),
      { "X-Ids": want },
      want,
    );
  const cookies = moreHeaders([{ option: "ids", name: "ids", cookie: true }]);
  t.same(cookies({ ids: { role: "admin", age: undefined } }), { Cookie: "ids=role,admin" });
  t.end();
});

t.test("an item that a header field would split is a TypeError", (t) => {
  for (const ids of [["a", "b,c"], { k: "a,b" }, { "k,l": "a" }]) {
    const headers = moreHeaders([{ option: "ids", name: "X-Ids" }]);
    t.throws(() => headers({ ids }), { name: "TypeError", message: 'ids must not contain "," in an item' });
  }
  t.end();
});

t.test("a text that would end an unencoded cookie is a TypeError", (t) => {
  const headers = moreHeaders([{ option: "id", name: "id", cookie: true, raw: true }]);
  for (const id of ["a;b", "a b", 'a"b', "a,b", "a\\b", "é", "a\r\nb"]) {
    t.throws(
      () => headers({ id }),
      { name: "TypeError", message: /^id must contain only ASCII characters/ },
      id,
    );
  }
  t.end();
});

t.test(
  "a client sends a cookie as its parameter's style says: encoded in `form`, as it is in `cookie`",
  async (t) => {
    const schema = { type: "array", items: { type: "string" } };
    for (const { given, value, want } of [
      { given: { style: "cookie", schema }, value: ["a/b", "c=d"], want: "ids=a/b; ids=c=d" },
      { given: { style: "cookie", explode: false, schema }, value: ["a/b", "c=d"], want: "ids=a/b,c=d" },
      { given: { style: "cookie", schema: { type: "string" } }, value: "a%2Fb/c", want: "ids=a%2Fb/c" },
      { given: { style: "form", schema }, value: ["a/b", "c=d"], want: "ids=a%2Fb; ids=c%3Dd" },
      { given: { schema: { type: "string" } }, value: "a%2Fb/c", want: "ids=a%252Fb%2Fc" },
    ]) {
      const parameters = [{ name: "ids", in: "cookie", ...given }];
      const paths = { "/x": { get: { operationId: "x", parameters, responses: noContent } } };
      const plan = await planFrom({ openapi: "3.2.0", paths });
      const hooks = plan.operations.flatMap((operation) => hooksOf(plan.document.root, operation));
      t.equal(hooks.length, 1);
      const [hook] = hooks;
      if (hook === undefined) continue;
      t.match(hook, { member: "moreHeaders", name: "moreHeaders" });
      t.equal(printHook(hook).includes("raw: true"), given.style === "cookie", printHook(hook));
      const headers = moreHeaders(hook.argument as unknown as readonly HeaderParameter[]);
      t.same(headers({ ids: value }), { Cookie: want }, want);
    }
  },
);
