// The format `liquid` takes what parses, and nothing is rendered to find out.
import t from "tap";
import { createLiquidFormat } from "../../scripts/generate/runtime/format-liquid.ts";
import { processorTime } from "../support/processor-time.ts";

const isLiquid = createLiquidFormat({ longest: 512 });

t.test("what parses is taken, whatever its filters are", (t) => {
  const table = [
    "APAC",
    "50 % {off}",
    "}} %}",
    "Hello {{ recipient.firstName | default: 'there' }}",
    "{{ name | a_filter_of_the_sender }}",
    "{% if tier == '1' %}first{% else %}second{% endif %}",
    "{% raw %}{{ not looked at {% endraw %}",
    "{% include 'no-such-file' %}",
  ];
  for (const text of table) t.ok(isLiquid(text), text);
  t.end();
});

t.test("unknown tags and syntax errors are refused", (t) => {
  for (const text of [
    "{{",
    "{{ name",
    "{% if a %}",
    "{% unknown %}",
    "{% assign = 1 %}",
    "{{ 'open }}",
    "{%",
  ]) {
    t.notOk(isLiquid(text), text);
  }
  t.end();
});

t.test("a text beyond the limit is left to maxLength, however hard it would be to parse", (t) => {
  const startedAt = processorTime();
  t.ok(isLiquid("{{".repeat(1_000_000)));
  t.ok(processorTime() - startedAt < 100);
  t.end();
});
