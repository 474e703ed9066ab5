// The formats of this project: what they accept, and where they agree with ajv-formats.
import formats from "ajv-formats/dist/formats.js";
import { fc } from "../support/laws.ts";
import t from "tap";
import { codePoints } from "../../scripts/contract/runtime/code-points.ts";
import { isByte } from "../../scripts/contract/runtime/format-byte.ts";
import { isDateTime } from "../../scripts/contract/runtime/format-date-time.ts";
import { isDate } from "../../scripts/contract/runtime/format-date.ts";
import { isInt32, isInt64 } from "../../scripts/contract/runtime/format-integer.ts";
import { isRegex } from "../../scripts/contract/runtime/format-regex.ts";
import { isTime } from "../../scripts/contract/runtime/format-time.ts";
import { isUri } from "../../scripts/contract/runtime/format-uri.ts";

t.test("a date-time has T, seconds and a zone, and is a valid calendar date", (t) => {
  const valid = [
    "2024-01-15T09:30:00Z",
    "2024-02-29T23:59:59.999999999+23:59",
    "0000-01-01t00:00:00z",
    "2000-02-29T00:00:00-00:00",
    "2024-12-31T00:00:00.1Z",
  ];
  const invalid = [
    "",
    "2024-01-15",
    "2024-01-15 09:30:00Z",
    "2024-01-15T09:30Z",
    "2024-01-15T09:30:00",
    "2024-01-15T09:30:60Z",
    "2016-12-31T23:59:60Z",
    "2024-01-15T24:00:00Z",
    "2024-01-15T09:60:00Z",
    "2024-01-15T09:30:00.Z",
    "2024-01-15T09:30:00,5Z",
    "2024-01-15T09:30:00+0200",
    "2024-01-15T09:30:00+24:00",
    "2024-01-15T09:30:00+02",
    "2023-02-29T00:00:00Z",
    "1900-02-29T00:00:00Z",
    "2024-04-31T00:00:00Z",
    "2024-00-10T00:00:00Z",
    "2024-13-10T00:00:00Z",
    "2024-01-00T00:00:00Z",
    "2024-01-15T09:30:00ZZ",
    "+02024-01-15T09:30:00Z",
    "２０２4-01-15T09:30:00Z",
    "2024-1-15T09:30:00Z",
  ];
  for (const text of valid) t.ok(isDateTime(text), text);
  for (const text of invalid) t.notOk(isDateTime(text), text);
  t.end();
});

t.test("formatted dates are valid date-times, and dates agree with ajv-formats", (t) => {
  fc.assert(
    fc.property(
      fc.date({
        min: new Date("0000-01-01T00:00:00Z"),
        max: new Date("9999-12-31T23:59:59Z"),
        noInvalidDate: true,
      }),
      (date) => {
        const text = date.toISOString();
        t.ok(isDateTime(text) && isDate(text.slice(0, 10)) && isTime(text.slice(11)), text);
      },
    ),
    { numRuns: 50 },
  );
  const digits = fc.stringMatching(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/);
  const { validate } = formats.fullFormats.date as { validate: (text: string) => boolean };
  fc.assert(
    fc.property(digits, (text) => isDate(text) === validate(text)),
    { numRuns: 2000 },
  );
  t.end();
});

t.test("uri accepts the same texts as ajv-formats", (t) => {
  const cases = [
    "https://example.com/a?b#c",
    "urn:request:req-1",
    "about:blank",
    "http://[2001:db8::1]:80/",
    "http://[::ffff:1.2.3.4]/",
    "http://user:pass@host/%20",
    "mailto:a@b.c",
    "file:///x",
    "a:",
    "",
    "//host/path",
    "/path",
    "no colon",
    "http://a b",
    "http://[::1",
    "http://host/%zz",
    "1a:b",
    "http://host/\u00e9",
    'http://host/"x"',
    "http://host/#a#b",
  ];
  const { uri } = formats.fullFormats;
  for (const text of cases) t.equal(isUri(text), (uri as (text: string) => boolean)(text), text);
  t.end();
});

t.test("formats of numbers, Base64 and regular expressions have their limits", (t) => {
  const cases: [boolean, boolean, string][] = [
    [isInt32(2147483647), true, "the largest int32"],
    [isInt32(2147483648), false, "one more"],
    [isInt32(-2147483648), true, "the smallest int32"],
    [isInt32(1.5), false, "no integer"],
    [isInt64(2 ** 63), false, "2^63"],
    [isInt64(-(2 ** 63)), true, "-2^63"],
    [isByte("aGk="), true, "padded"],
    [isByte("aGk"), false, "without padding"],
    [isByte("aGk=\n"), false, "with a line end"],
    [isRegex("^[a-z]\\-$"), true, "works without u only"],
    [isRegex("\\p{L}"), true, "works with u only"],
    [isRegex("("), false, "not closed"],
  ];
  for (const [given, want, title] of cases) t.equal(given, want, title);
  t.end();
});

t.test("lengths count code points, a lone surrogate as one", (t) => {
  fc.assert(
    fc.property(fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }), (text) => {
      t.equal(codePoints(text), Array.from(text).length);
    }),
    { numRuns: 200 },
  );
  t.equal(codePoints("\u{1f600}\ud800"), 2);
  t.end();
});
