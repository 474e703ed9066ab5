// Parsing of Retry-After.
import t from "tap";
import { retryAfter } from "../../client/request/retry-after.ts";

const now = "Sun, 06 Nov 1994 08:49:37 GMT";

t.test(
  "Retry-After is read as seconds and in all three date formats, relative to the server's clock",
  (t) => {
    const cases = [
      { given: "0", want: 0 },
      { given: "120", want: 120_000 },
      { given: "Sun, 06 Nov 1994 08:49:47 GMT", want: 10_000 },
      { given: "Sunday, 06-Nov-94 08:49:47 GMT", want: 10_000 },
      { given: "Sun Nov  6 08:49:47 1994", want: 10_000 },
      { given: "Sun, 06 Nov 1994 08:49:27 GMT", want: 0 },
      { given: "-1", want: undefined },
      { given: "1.5", want: undefined },
      { given: "1e3", want: undefined },
      { given: "0x10", want: undefined },
      { given: "soon", want: undefined },
      { given: "2024-01-15T09:30:00Z", want: undefined },
      { given: "", want: undefined },
    ];
    for (const { given, want } of cases) {
      t.equal(retryAfter(new Headers({ "Retry-After": given, Date: now })), want, given);
    }
    t.equal(retryAfter(new Headers()), undefined);
    t.end();
  },
);

t.test("Retry-After is relative to the local clock if the server sends no Date", (t) => {
  const moment = new Date(Date.now() + 5000).toUTCString();
  const delay = retryAfter(new Headers({ "Retry-After": moment })) ?? 0;
  t.ok(delay > 3000 && delay <= 5000);
  t.end();
});
