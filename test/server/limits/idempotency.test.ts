// Recognition of retried writes by key and fingerprint.
import { fc } from "../../support/laws.ts";
import t from "tap";
import { constraints } from "../../../generated/constraints.ts";
import {
  bodyFingerprint,
  canonicalJson,
  idempotencyScope,
  readIdempotencyKey,
} from "../../../server/limits/idempotency.ts";

t.test("an idempotency key is the same, unquoted or as a quoted string", (t) => {
  const cases = [
    { given: "abc", want: "abc" },
    { given: '"abc"', want: "abc" },
    { given: '"a b"', want: "a b" },
    { given: '"a\\"b"', want: 'a"b' },
    { given: '"a\\\\b"', want: "a\\b" },
    { given: '"\\\\\\""', want: '\\"' },
    { given: '"abc";v=1', want: "abc" },
    { given: '"abc"; a; b="x;y"', want: "abc" },
    { given: "a\\b", want: "a\\b" },
    { given: 'a"b', want: 'a"b' },
  ];
  const pattern = new RegExp(constraints.schemas.IdempotencyKey.pattern, "u");
  for (const { given, want } of cases) {
    t.match(given, pattern);
    t.equal(readIdempotencyKey(given), want);
  }
  t.end();
});

t.test("JSON is serialised in canonical form (RFC 8785)", (t) => {
  const cases = [
    { given: { b: 1, a: [true, null, "x"] }, want: '{"a":[true,null,"x"],"b":1}' },
    {
      given: { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, ö: 7 },
      want: '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"\ud83d\ude00":5,"\ufb33":3}',
    },
    {
      given: [1e30, 4.5, 2e-3, 1e-27, -0, 333333333.33333329],
      want: "[1e+30,4.5,0.002,1e-27,0,333333333.3333333]",
    },
    { given: JSON.parse('{"__proto__": {"b": 1, "a": 2}}') as unknown, want: '{"__proto__":{"a":2,"b":1}}' },
    { given: '€ \u000f\n"\\', want: '"€ \\u000f\\n\\"\\\\"' },
    { given: {}, want: "{}" },
  ];
  for (const { given, want } of cases) t.equal(canonicalJson(given), want);
  t.end();
});

t.test("a fingerprint does not depend on spelling or the order of keys, but on everything else", (t) => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
      const respelled: unknown = JSON.parse(JSON.stringify(left, null, 2));
      const same = bodyFingerprint(left) === bodyFingerprint(right);
      return (
        bodyFingerprint(left) === bodyFingerprint(respelled) &&
        same === (canonicalJson(left) === canonicalJson(right))
      );
    }),
  );
  t.equal(bodyFingerprint({ a: 1, b: 2 }), bodyFingerprint({ b: 2, a: 1 }));
  t.not(bodyFingerprint({ a: 1 }), bodyFingerprint({ a: "1" }));
  t.not(bodyFingerprint([1, 2]), bodyFingerprint([2, 1]));
  t.not(bodyFingerprint(undefined), bodyFingerprint(null));
  t.match(bodyFingerprint(undefined), /^[\w-]{43}$/);
  t.end();
});

t.test("an idempotency key is scoped to one operation at one path", (t) => {
  const scopes = [
    idempotencyScope("createSenderPool", "/SenderPools"),
    idempotencyScope("updateSenderPool", "/SenderPools/a"),
    idempotencyScope("updateSenderPool", "/SenderPools/b"),
    idempotencyScope("deleteSenderPool", "/SenderPools/a"),
  ];
  t.equal(new Set(scopes).size, scopes.length);
  t.end();
});
