// `Prefer` is parsed as RFC 7240 defines it.
import t from "tap";
import { preferenceApplied, readPreference } from "../../../scripts/contract/runtime/control/prefer.ts";

t.test("valid preferences are read, invalid ones ignored", (t) => {
  const table = [
    { given: "code=503", want: { code: 503 } },
    { given: "code=503, wait=2", want: { code: 503, wait: 2 } },
    { given: 'Code="503" , WAIT = "2"', want: { code: 503, wait: 2 } },
    { given: "respond-async, code=429; foo=bar, wait=1", want: { code: 429, wait: 1 } },
    { given: "code=503, code=429", want: { code: 503 } },
    { given: "wait=3600", want: { wait: 30 } },
    { given: 'code=200, example="a b"', want: { code: 200, example: "a b" } },
    { given: "code=abc, wait=-1", want: {} },
    { given: 'note="a, code=503"', want: {} },
    { given: "", want: {} },
    { given: "=503,,;", want: {} },
  ];
  for (const { given, want } of table) {
    t.same(readPreference(given, 30), want, given);
  }
  t.end();
});

t.test("Preference-Applied lists the applied preferences", (t) => {
  t.equal(preferenceApplied({ code: 503, wait: 2 }), "code=503, wait=2");
  t.equal(preferenceApplied({ example: "a b" }), 'example="a b"');
  t.equal(preferenceApplied({}), "");
  t.end();
});
