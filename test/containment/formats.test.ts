// The table of formats, validated against Ajv, a second validator, and the languages that contain and are
// contained in each format.
import t from "tap";
import {
  formatNames,
  hasFormat,
  isInRange,
  stringFormat,
} from "../../scripts/contract/containment/formats.ts";
import { regExpOf } from "../../scripts/contract/schema/patterns/read-pattern.ts";
import { memberOf, search } from "../../scripts/contract/containment/search.ts";
import { secondOpinion } from "./support/second-opinion.ts";
import { written } from "./support/sides.ts";

/**
 * `@hyperjump/json-schema` does not know the formats of OpenAPI, and prints a stack for each invalid
 * idn-hostname.
 */
const notCompared = new Set(["byte", "idn-hostname", "url", "json-pointer-uri-fragment"]);

t.test("members of a format are accepted and other strings rejected, by every validator", async (t) => {
  for (const name of formatNames()) {
    const format = stringFormat(name);
    if (!format) continue;
    for (const [values, want] of [
      [format.members, true],
      [format.strangers, false],
    ] as const) {
      for (const value of values) {
        t.equal(hasFormat(name, value), want, `${name} ${JSON.stringify(value)}`);
        if (notCompared.has(name)) continue;
        t.equal(
          await secondOpinion({}, { format: name }, value),
          want,
          `${name} ${JSON.stringify(value)}, second`,
        );
      }
    }
  }
});

t.test("a format lies between its inner and its outer language", (t) => {
  for (const name of formatNames()) {
    const { members = [], around, within } = stringFormat(name) ?? {};
    for (const member of members) {
      if (around !== undefined)
        t.ok(regExpOf(around)?.test(member), `${name}: ${member} is inside ${around}`);
    }
    if (within === undefined) continue;
    const word = memberOf(written({ type: "string", pattern: within }));
    t.ok(word.kind === "found" && typeof word.instance === "string" && hasFormat(name, word.instance), name);
  }
  t.end();
});

t.test("formats are contained in the formats that they imply", (t) => {
  for (const name of formatNames()) {
    for (const other of stringFormat(name)?.implies ?? []) {
      const outcome = search({ accepts: [written({ format: name })], rejects: [written({ format: other })] });
      t.equal(outcome.kind, "none", `${name} implies ${other}`);
      for (const member of stringFormat(name)?.members ?? [])
        t.ok(hasFormat(other, member), `${member} is ${other}`);
    }
  }
  t.end();
});

t.test("number formats are ranges", (t) => {
  const cases = [
    { format: "int32", inside: [0, 2 ** 31 - 1, -(2 ** 31)], outside: [2 ** 31, 0.5] },
    { format: "int64", inside: [0, -(2 ** 53), 2 ** 53], outside: [2 ** 63, 1.5] },
    { format: "float", inside: [0.1, 3e38], outside: [1e39, -1e39] },
    { format: "double", inside: [1e308, -1e308], outside: [] },
  ];
  for (const { format, inside, outside } of cases) {
    for (const value of inside) t.ok(isInRange(format, value), `${format} ${value}`);
    for (const value of outside) t.notOk(isInRange(format, value), `not ${format} ${value}`);
  }
  t.end();
});

t.test("pairs of formats are decided", (t) => {
  const cases = [
    { given: ["date", "date-time"], want: "found" },
    { given: ["int32", "int64"], want: "none" },
    { given: ["int64", "int32"], want: "found" },
    { given: ["float", "double"], want: "none" },
    { given: ["uuid", "date"], want: "found" },
    { given: ["password", "date"], want: "found" },
    { given: ["date", "password"], want: "none" },
    { given: ["date", "made-up"], want: "none" },
  ];
  for (const { given, want } of cases) {
    const [accepted, rejected] = given.map((format) => written({ format }));
    t.equal(search({ accepts: [accepted!], rejects: [rejected!] }).kind, want, given.join(" in "));
  }
  t.end();
});
