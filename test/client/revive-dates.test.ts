// Date-times become Dates exactly where the document declares them.
import t from "tap";
import { type DatePaths } from "../../client/operation.ts";
import { reviveDates } from "../../client/response/revive-dates.ts";

const text = "2023-09-05T22:32:05.651Z";
const date = new Date(text);
const tree: DatePaths = {
  at: true,
  get children() {
    return tree;
  },
};

t.test("date-times are found in properties, arrays, maps and recursive schemas", (t) => {
  const cases: { given: unknown; dates: DatePaths; want: unknown }[] = [
    { given: { at: text, name: text }, dates: { at: true }, want: { at: date, name: text } },
    { given: [{ at: text }], dates: { at: true }, want: [{ at: date }] },
    { given: { list: [[text]] }, dates: { list: true }, want: { list: [[date]] } },
    { given: { a: text, b: text }, dates: { "*": true }, want: { a: date, b: date } },
    {
      given: { at: text, children: [{ at: text }] },
      dates: tree,
      want: { at: date, children: [{ at: date }] },
    },
    { given: { at: null }, dates: { at: true }, want: { at: null } },
    ...[
      "soon",
      "May",
      "Room 12",
      "2020",
      "7",
      "2023-09-05",
      "2023-09-05T22:32:05",
      "2023-02-31T25:00:00Z",
      "2023-02-30T10:00:00Z",
      "2023-02-29T23:30:00-02:00",
      "2100-02-29T00:00:00.5+01:00",
      "2023-04-31T00:00:00Z",
      "2023-06-00T00:00:00Z",
      "2023-13-01T00:00:00Z",
      "2023-04-01T24:00:00Z",
      "2023-04-01T23:59:60Z",
      "2023-04-01T10:00:00+24:00",
    ].map((at) => ({
      given: { at },
      dates: { at: true } as const,
      want: { at },
    })),
    {
      given: [
        { k: "b", at: text },
        { k: "a", at: text },
      ],
      dates: ["k", { a: { at: true } }],
      want: [
        { k: "b", at: text },
        { k: "a", at: date },
      ],
    },
    {
      given: { k: "constructor", at: text },
      dates: ["k", { a: {} }, { at: true }],
      want: { k: "constructor", at: date },
    },
    ...[
      "2024-02-29T23:30:00-02:00",
      "2000-02-29T00:00:00Z",
      "2023-12-31T23:59:59+14:00",
      "2023-01-01t00:00:00z",
    ].map((at) => ({ given: { at }, dates: { at: true } as const, want: { at: new Date(at) } })),
    { given: { at: text }, dates: ["k", { a: { at: true } }], want: { at: text } },
    { given: { at: 5 }, dates: { at: true }, want: { at: 5 } },
    { given: null, dates: { at: true }, want: null },
    { given: {}, dates: Object.fromEntries([["constructor", true]]), want: {} },
  ];
  for (const { given, dates, want } of cases) t.strictSame(reviveDates(given, dates), want);
  t.end();
});
