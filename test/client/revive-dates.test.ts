// Date-times become Dates where the document says so, and only there.
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

t.test("follows properties, arrays, maps and circles", (t) => {
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
    { given: { at: text }, dates: ["k", { a: { at: true } }], want: { at: text } },
    { given: { at: 5 }, dates: { at: true }, want: { at: 5 } },
    { given: null, dates: { at: true }, want: null },
    { given: {}, dates: Object.fromEntries([["constructor", true]]), want: {} },
  ];
  for (const { given, dates, want } of cases) t.strictSame(reviveDates(given, dates), want);
  t.end();
});
