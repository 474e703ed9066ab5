// `Prefer` is read as RFC 7240 writes it, and grants only what the contract declares.
import t from "tap";
import { preferenceApplied, readPreference } from "../../../server/http/prefer.ts";

t.test("a preference is granted as far as it can be", (t) => {
  const table = [
    { given: "code=503", want: { code: 503 } },
    { given: "code=503, wait=2", want: { code: 503, wait: 2 } },
    { given: 'Code="503" , WAIT = "2"', want: { code: 503, wait: 2 } },
    { given: "respond-async, code=429; foo=bar, wait=1", want: { code: 429, wait: 1 } },
    { given: "code=503, code=429", want: { code: 503 } },
    { given: "wait=3600", want: { wait: 30 } },
    { given: "code=404", want: { undeclaredCode: 404 } },
    { given: "code=200", want: { undeclaredCode: 200 } },
    { given: "code=abc, wait=-1", want: {} },
    { given: 'note="a, code=503"', want: {} },
    { given: "", want: {} },
    { given: "=503,,;", want: {} },
  ];
  for (const { given, want } of table) {
    t.same(readPreference(given, { declared: [429, 503], longestWait: 30 }), want, given);
  }
  t.end();
});

t.test("what was granted is said", (t) => {
  t.equal(preferenceApplied({ code: 503, wait: 2 }), "code=503, wait=2");
  t.equal(preferenceApplied({}), "");
  t.end();
});
