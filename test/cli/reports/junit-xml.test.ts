// Test results as JUnit XML.
import t from "tap";
import { testSuite, testSuites } from "../../../scripts/contract/cli/reports/junit-xml.ts";

t.test("a JUnit suite counts its cases by result", (t) => {
  const suite = testSuite("a & b", [
    { name: "passed" },
    { name: "two\nlines", result: { kind: "skipped", message: "until <then>" } },
    {
      name: "failed",
      place: { file: "a.yaml", line: 7 },
      result: { kind: "failure", type: "x", message: "m", text: "1\n2" },
    },
    { name: "told", result: { kind: "told", text: "t" } },
  ]);
  t.equal(
    testSuites([suite], { name: "all", time: 1.5 }),
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="all" time="1.5">
  <testsuite name="a &amp; b" tests="4" failures="1" errors="0" skipped="1">
    <testcase classname="a &amp; b" name="passed"/>
    <testcase classname="a &amp; b" name="two lines"><skipped message="until &lt;then&gt;"/></testcase>
    <testcase classname="a &amp; b" name="failed" file="a.yaml" line="7"><failure message="m" type="x">1
2</failure></testcase>
    <testcase classname="a &amp; b" name="told"><system-out>t</system-out></testcase>
  </testsuite>
</testsuites>`,
  );
  t.end();
});

t.test("JUnit XML escapes invisible characters and commands to a runner", (t) => {
  const text = "a\u202eb\u0007\ufffe\r\n::error::c";
  const suite = testSuite(text, [
    { name: text, result: { kind: "failure", type: "x", message: text, text } },
  ]);
  t.notMatch(suite, /[\u202e\u0007\ufffe\r]|^\s*::/m);
  t.match(suite, "a\\u202eb\\u0007\ufffd  \\u003a:error::c");
  t.match(suite, "a\\u202eb\\u0007\ufffd\n\\u003a:error::c");
  t.end();
});
