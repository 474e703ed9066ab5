// Prints test results as JUnit XML, which every CI system reads: suites of cases, each passed, failed or
// skipped.

import { printableLines } from "../printable.ts";

/** One test case; without a result it passed without output. */
export interface TestCase {
  readonly name: string;
  readonly place?: { readonly file: string; readonly line: number };
  readonly result?:
    | { readonly kind: "failure"; readonly type: string; readonly message: string; readonly text: string }
    | { readonly kind: "skipped"; readonly message: string }
    /** Passed, with output. */
    | { readonly kind: "told"; readonly text: string };
}

/** Returns one `testsuite`, for `testSuites`. */
export function testSuite(name: string, cases: readonly TestCase[]): string {
  const count = (kind: string): number => cases.filter(({ result }) => result?.kind === kind).length;
  const counts = { tests: cases.length, failures: count("failure"), errors: 0, skipped: count("skipped") };
  return [
    `  <testsuite${attributes({ name, ...counts })}>`,
    ...cases.map((one) => `    ${testCase(name, one)}`),
    "  </testsuite>",
  ].join("\n");
}

/** @param of  the attributes of the `testsuites` element: its name, its counts, its time */
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

/** XML parsers read line breaks in attribute values as spaces (XML 1.0, section 3.3.3). */
function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${content(String(value).replaceAll(/[\t\n\r]/g, " "))}"`)
    .join("");
}

/**
 * Escapes text for XML 1.0 (section 2.2), including characters that XML does not allow even as references,
 * and invisible ones.
 */
function content(text: string): string {
  return printableLines(text)
    .replace(/[\ufffe\uffff]/g, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
