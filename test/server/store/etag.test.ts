// If-Match as in RFC 9110.
import t from "tap";
import { entityTag, ifMatchHolds, readIfMatch } from "../../../server/store/etag.ts";

const headers = [
  { given: "*", want: "*" },
  { given: '"1"', want: ['"1"'] },
  { given: '"1", "2"', want: ['"1"', '"2"'] },
  { given: '"1","2"\t,  "3"', want: ['"1"', '"2"', '"3"'] },
  { given: 'W/"1"', want: [] },
  { given: '"1", W/"2", "3"', want: ['"1"', '"3"'] },
  { given: '"a,W/", "b"', want: ['"a,W/"', '"b"'] },
  { given: '""', want: ['""'] },
] as const;
for (const { given, want } of headers) {
  t.test(`If-Match: ${given} is parsed as ${JSON.stringify(want)}`, (t) => {
    t.strictSame(readIfMatch(given), want);
    t.end();
  });
}

t.test("If-Match holds for the version that it names, and always if it is absent", (t) => {
  const cases = [
    { ifMatch: undefined, want: true },
    { ifMatch: "*", want: true },
    { ifMatch: [entityTag(7)], want: true },
    { ifMatch: readIfMatch(`"6", ${entityTag(7)}`), want: true },
    { ifMatch: readIfMatch(`W/${entityTag(7)}`), want: false },
    { ifMatch: ["7"], want: false },
    { ifMatch: [], want: false },
  ] as const;
  for (const { ifMatch, want } of cases) t.equal(ifMatchHolds(ifMatch, 7), want, JSON.stringify(ifMatch));
  t.end();
});
