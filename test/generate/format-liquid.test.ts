// The format `liquid` accepts whatever parses, without rendering.
import { readFileSync } from "node:fs";
import t from "tap";
import { createLiquidFormat } from "../../scripts/contract/runtime/format-liquid.ts";
import { isLiquid as lintIsLiquid } from "../../scripts/contract/lint/formats.ts";
import { processorTime } from "../support/processor-time.ts";

const isLiquid = createLiquidFormat({ longest: 512 });

t.test("a template that parses is accepted, whatever its filters are", (t) => {
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

/** The rows of `spec/README.md`: a template in backquotes, and whether it is accepted. */
const dialect = readFileSync(new URL("../../spec/README.md", import.meta.url), "utf8")
  .split("\n")
  .flatMap((line) => {
    const [, template, verdict] = /^\| `([^`]+)` +\| (accepted|rejected) +\|/.exec(line) ?? [];
    return template === undefined
      ? []
      : [{ template: template.replaceAll("⍽", "\u00a0").replaceAll("\\|", "|"), verdict }];
  });

t.test("linter, proxy, server and client use the Liquid dialect that spec/README.md lists", (t) => {
  t.ok(dialect.length >= 20);
  for (const { template, verdict } of dialect) {
    t.equal(isLiquid(template) ? "accepted" : "rejected", verdict, template);
    t.equal(lintIsLiquid(template) ? "accepted" : "rejected", verdict, template);
  }
  t.end();
});

t.test("nested templates are parsed in linear time", (t) => {
  const long = createLiquidFormat({ longest: Number.POSITIVE_INFINITY });
  const startedAt = processorTime();
  t.ok(long("{% comment %}".repeat(20_000) + "{% endcomment %}".repeat(20_000)));
  t.notOk(long("{{".repeat(100_000)));
  t.ok(processorTime() - startedAt < 3_000);
  t.end();
});

t.test("unknown tags and syntax errors are rejected", (t) => {
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

t.test("a string beyond the limit is left to maxLength, however expensive it would be to parse", (t) => {
  const startedAt = processorTime();
  t.ok(isLiquid("{{".repeat(1_000_000)));
  t.ok(processorTime() - startedAt < 100);
  t.end();
});
