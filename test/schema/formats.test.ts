// Checks that there is one table of formats, which every module uses.
import t from "tap";
import { formatNames as knownToDiff } from "../../scripts/contract/containment/formats.ts";
import { isCustomFormat } from "../../scripts/contract/generate/validators/formats.ts";
import { knownFormats } from "../../scripts/contract/lint/formats.ts";
import { formatNames, formatOf, hasFormat } from "../../scripts/contract/schema/formats.ts";
import { slownessOf } from "../../scripts/contract/schema/patterns/slow-pattern.ts";
import { emittedValidators } from "../generate/emitted-validators.ts";
import { importsOf, sourcesIn } from "../support/project-sources.ts";

t.test("lint, diff and validators know the same formats", (t) => {
  const names = [...formatNames()].sort();
  // `double` accepts every number that JSON can contain, so the diff has nothing to compare.
  t.same(
    [...knownToDiff()].sort(),
    names.filter((name) => name !== "double"),
  );
  // Liquid is not a format of a standard.
  t.same(Object.keys(knownFormats()).sort(), [...names, "liquid"].sort());
  t.same(names.filter(isCustomFormat), []);
  t.end();
});

t.test("no library's table of formats is used in addition", (t) => {
  const others = ["scripts", "server", "client", "generated"]
    .flatMap(sourcesIn)
    .flatMap(importsOf)
    .filter(({ target }) => target.startsWith("ajv-formats"));
  t.same(
    others.map(({ path }) => path),
    [],
  );
  t.end();
});

const values: readonly (readonly [format: string, value: string | number, want: boolean])[] = [
  ["date-time", "2024-01-15T09:30:00Z", true],
  ["date-time", "2024-01-15t09:30:00z", true],
  ["date-time", "2024-01-15 09:30:00Z", false],
  ["date-time", "2016-12-31T23:59:60Z", false],
  ["date-time", "2024-01-15T09:30:00+0100", false],
  ["time", "09:30:00+01", false],
  ["date", "2023-02-29", false],
  ["duration", "P1Y2D", false],
  ["duration", "PT36H", true],
  ["email", '"a b"@example.com', true],
  ["email", "a@b", false],
  ["idn-email", "실례@실례.테스트", true],
  ["idn-email", "2962", false],
  ["hostname", `${"a".repeat(64)}.com`, false],
  ["hostname", "a_b", false],
  ["idn-hostname", "실례.테스트", true],
  ["uuid", "urn:uuid:00000000-0000-4000-8000-000000000000", false],
  ["uuid", "00000000-0000-4000-8000-00000000000A", true],
  ["regex", "\\Z", false],
  ["regex", "(?i:a)", true],
  ["regex", "a\\-b", true],
  ["iri", "http://ƒøø.ßår/?∂éœ=πîx", true],
  ["iri", "/abc", false],
  ["uri-reference", "a:b:c d", false],
  ["uri-template", "{a.b}", true],
  ["float", 3.5e38, false],
  ["float", 1.5, true],
  ["double", 1e308, true],
  ["int32", 2147483648, false],
  ["int32", 1.5, false],
  ["int64", 9223372036854775808, false],
  ["byte", "YQ=", false],
];

t.test("emitted validators agree with lint and diff about formats", async (t) => {
  const schemas = Object.fromEntries(formatNames().map((name) => [name, { format: name }]));
  const validators = await emittedValidators(t, { schemas });
  for (const [format, value, want] of values) {
    t.equal(hasFormat(format, value), want, `${format} ${value}`);
    t.equal(validators.schemas[format]?.(value), want, `${format} ${value}, emitted`);
  }
});

t.test("no format check takes disproportionate time for a text", (t) => {
  for (const name of formatNames()) {
    const format = formatOf(name);
    if (format !== undefined && "expression" in format)
      t.equal(slownessOf({ source: format.expression.source, flags: "u" }), undefined, name);
    const before = process.cpuUsage();
    for (const unit of ["a", "a.", "a@", "1", "1:", "/", "%41", "-", "{a}", "P1", "[::"])
      hasFormat(name, unit.repeat(20_000));
    t.ok(process.cpuUsage(before).user < 1_000_000, name);
  }
  t.end();
});
