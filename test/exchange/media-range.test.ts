import t from "tap";
import {
  covers,
  mediaKind,
  mediaRange,
  memberOfRange,
  speakingFor,
} from "../../scripts/contract/exchange/media-range.ts";

t.test("a range covers the media types inside it", (t) => {
  const cases = [
    { outer: "*/*", inner: "text/plain", want: true },
    { outer: "text/*", inner: "text/plain", want: true },
    { outer: "text/*", inner: "application/json", want: false },
    { outer: "application/json", inner: "Application/JSON", want: true },
    { outer: "application/json", inner: "application/*", want: false },
    { outer: "application/json", inner: "application/json; charset=utf-8", want: true },
    { outer: "application/json; charset=utf-8", inner: "application/json", want: true },
    { outer: "application/json; charset=latin1", inner: "application/json", want: false },
    { outer: "text/plain; version=1", inner: 'text/plain;version="1"', want: true },
    { outer: "text/plain; version=1", inner: "text/plain", want: false },
    {
      outer: 'a/b; profile="https://x.example/p?v=1"',
      inner: 'a/b; profile="https://x.example/p?v=2"',
      want: false,
    },
    { outer: 'a/b; profile="x;y=z"', inner: 'a/b; profile="x;y=z"; charset=UTF-8', want: true },
    { outer: 'a/b; profile="x\\"y"', inner: 'a/b; Profile="x\\"y"', want: true },
    { outer: "a/b; profile=A", inner: "a/b; profile=a", want: false },
  ];
  for (const { outer, inner, want } of cases) {
    t.equal(covers(mediaRange(outer), mediaRange(inner)), want, `${outer} and ${inner}`);
  }
  t.end();
});

t.test("the most specific range applies to a media type", (t) => {
  const contents = ["*/*", "application/*", "application/json"].map((text) => ({ range: mediaRange(text) }));
  const spokenFor = (text: string) => speakingFor(contents, mediaRange(text))?.range.text;
  t.equal(spokenFor("application/json"), "application/json");
  t.equal(spokenFor("application/xml"), "application/*");
  t.equal(spokenFor("image/png"), "*/*");
  t.equal(speakingFor(contents.slice(2), mediaRange("image/png")), undefined);
  t.end();
});

t.test("a sample member of a range is not covered by a more specific range", (t) => {
  const ranges = ["application/*", "application/json"].map(mediaRange);
  t.equal(memberOfRange(ranges[0]!, ranges).text, "application/octet-stream");
  t.equal(memberOfRange(ranges[1]!, ranges).text, "application/json");
  t.equal(memberOfRange(mediaRange("video/*"), []).text, "video/x-other");
  t.end();
});

t.test("each media type has a kind of body", (t) => {
  const cases = {
    "application/json": "json",
    "application/problem+json": "json",
    "application/x-ndjson": "json",
    "application/x-www-form-urlencoded": "form",
    "multipart/form-data": "multipart",
    "application/atom+xml": "xml",
    "text/xml": "xml",
    "text/csv": "text",
    "image/png": "binary",
  };
  for (const [given, want] of Object.entries(cases)) t.equal(mediaKind(mediaRange(given)), want, given);
  t.end();
});
