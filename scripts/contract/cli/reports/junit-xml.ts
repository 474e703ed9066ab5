// Test results as JUnit's XML, which every CI reads: suites of cases, each of which passed, failed or was skipped.

import { printableLines } from "../printable.ts";

/** One case; without a result it passed and says nothing. */
export interface TestCase {
  readonly name: string;
  readonly place?: { readonly file: string; readonly line: number };
  readonly result?:
    | { readonly kind: "failure"; readonly type: string; readonly message: string; readonly text: string }
    | { readonly kind: "skipped"; readonly message: string }
    /** Passed, with something to tell. */
    | { readonly kind: "told"; readonly text: string };
}

/** One `testsuite`, as `testSuites` takes it. */
export function testSuite(name: string, cases: readonly TestCase[]): string {
  const count = (kind: string): number => cases.filter(({ result }) => result?.kind === kind).length;
  const counts = { tests: cases.length, failures: count("failure"), errors: 0, skipped: count("skipped") };
  return [
    `  <testsuite${attributes({ name, ...counts })}>`,
    ...cases.map((one) => `    ${testCase(name, one)}`),
    "  </testsuite>",
  ].join("\n");
}

/** @param of  what the element of all suites says of itself: its name, its counts, its time */
export function testSuites(
  suites: readonly string[],
  of: Readonly<Record<string, string | number>> = {},
): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes(of)}>`,
    ...suites,
    "</testsuites>",
  ].join("\n");
}

function testCase(classname: string, { name, place, result }: TestCase): string {
  const open = `<testcase${attributes({ classname, name, ...(place && { file: place.file, line: place.line }) })}`;
  return result === undefined ? `${open}/>` : `${open}>${resultElement(result)}</testcase>`;
}

function resultElement(result: NonNullable<TestCase["result"]>): string {
  if (result.kind === "skipped") return `<skipped${attributes({ message: result.message })}/>`;
  if (result.kind === "told") return `<system-out>${content(result.text)}</system-out>`;
  const { message, type, text } = result;
  return `<failure${attributes({ message, type })}>${content(text)}</failure>`;
}

/** Line breaks in values would be read as blanks anyway (XML 1.0, section 3.3.3). */
function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${content(String(value).replaceAll(/[\t\n\r]/g, " "))}"`)
    .join("");
}

/** Text in XML 1.0 (section 2.2), with escapes for what it may not hold, not even by its number, and for what cannot be seen. */
function content(text: string): string {
  return printableLines(text)
    .replace(/[\ufffe\uffff]/g, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
