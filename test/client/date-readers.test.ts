import t from "tap";
import { datesByStatus, datesByType, everyDates, tupleDates } from "../../client/response/date-readers.ts";
import { reviveDates } from "../../client/response/revive-dates.ts";

const text = "2026-01-01T00:00:00Z";
const date = new Date(text);

t.test("items of a tuple are read as dates by their position", (t) => {
  const pair = tupleDates(() => [[{}, true]]);
  t.same(reviveDates([text, text, text], pair), [text, date, text]);
  const open = tupleDates(() => [[{}], { at: true }]);
  t.same(reviveDates({ row: [text, { at: text }, { at: text }] }, { row: open }), {
    row: [text, { at: date }, { at: date }],
  });
  const many = tupleDates(() => [[], pair]);
  t.same(reviveDates([[text, text], [text]], many), [[text, date], [text]]);
  t.end();
});

t.test("a value instead of a tuple that is not an array has its own date locations", (t) => {
  const either = tupleDates(() => [[true], {}, { at: true }]);
  t.same(reviveDates({ at: text }, either), { at: date });
  t.same(reviveDates([text], either), [date]);
  t.equal(reviveDates(text, either), text);
  t.end();
});

t.test("each of several locations is read", (t) => {
  const either = everyDates(() => [true, { at: true }, { made: true }]);
  t.same(reviveDates(text, either), date);
  t.same(reviveDates({ at: text, made: text, name: text }, either), { at: date, made: date, name: text });
  t.same(reviveDates({ a: [text, { at: text }] }, { a: either }), { a: [date, { at: date }] });
  t.end();
});

const response = (status: number, type = "application/json") => ({
  status,
  headers: new Headers({ "Content-Type": type }),
});
const given = (): unknown => ({ at: text, made: text });

t.test("date locations depend on the status if successes differ", (t) => {
  const dates = datesByStatus(() => ({ "200": { at: true }, "2XX": { made: true } }));
  t.same(reviveDates(given(), dates, response(200)), { at: date, made: text });
  t.same(reviveDates(given(), dates, response(201)), { at: text, made: date });
  const one = datesByStatus(() => ({ "201": { made: true } }));
  t.same(reviveDates(given(), one, response(200)), { at: text, made: text });
  t.end();
});

t.test("date locations depend on the media type if those of a status differ", (t) => {
  const byType = datesByType(() => ({
    "application/json": { at: true },
    "application/json;v=2": {},
    "application/vnd.b+json": { made: true },
  }));
  const rows = [
    { type: "application/json; charset=utf-8", want: { at: date, made: text } },
    { type: "Application/JSON; v=2", want: { at: text, made: text } },
    { type: "application/vnd.b+json", want: { at: text, made: date } },
    { type: "application/other+json", want: { at: date, made: text } },
  ];
  for (const { type, want } of rows) {
    t.same(reviveDates(given(), byType, response(200, type)), want, type);
    const byBoth = datesByStatus(() => ({ "200": byType, "201": {} }));
    t.same(reviveDates(given(), byBoth, response(200, type)), want, `200 with ${type}`);
    t.same(reviveDates(given(), byBoth, response(201, type)), given(), `201 with ${type}`);
  }
  t.end();
});
