// Conditions on findings with a reason, as in flags and in stored configs: `rule=enum path=/v1/**: we
// announced it`.
import { UsageError } from "./command.ts";
import { matchesPattern } from "./name-pattern.ts";
import { isReason } from "./reason.ts";

/** Condition → a function that turns its value into a test. */
export type Conditions<T> = Readonly<Record<string, (value: string) => (finding: T) => boolean>>;

/** Which findings are selected, and why. */
export interface Selector<T> {
  readonly conditions: readonly ((finding: T) => boolean)[];
  readonly reason: string;
}

/** A condition that is met where one of the texts fits the pattern. */
export function named<T>(textsOf: (finding: T) => readonly string[]): Conditions<T>[string] {
  return (pattern) => (finding) => textsOf(finding).some((text) => matchesPattern(pattern, text));
}

/**
 * A condition on a name out of a list. A pattern that fits none of them is an error, as it can only be a
 * mistake.
 */
export function listed<T>(names: readonly string[], textOf: (finding: T) => string): Conditions<T>[string] {
  const make = named<T>((finding) => [textOf(finding)]);
  return (pattern) => {
    if (names.some((name) => matchesPattern(pattern, name))) return make(pattern);
    throw new RangeError(`there is no ${pattern}`);
  };
}

/** A condition that is met where a regular expression finds something in the text. */
export function containing<T>(textOf: (finding: T) => string): Conditions<T>[string] {
  return (source) => {
    const pattern = new RegExp(source, "u");
    return (finding) => pattern.test(textOf(finding));
  };
}

/** A value with spaces or quotes is written in quotes, as a JSON string. */
const word = /(?:[^\s"]|"(?:[^"\\]|\\.)*")+/y;

/**
 * Parses a selector.
 *
 * @throws UsageError, with `fix`, for invalid text
 */
export function parseSelector<T>(
  { flag, text, fix }: { readonly flag: string; readonly text: string; readonly fix: string },
  conditions: Conditions<T>,
): Selector<T> {
  const refuse = (expected: string): UsageError => unreadable({ flag, text, fix }, expected);
  const { words, reason } = splitSelector(text);
  if (reason === "") throw refuse("expected a colon and a reason at its end");
  if (!isReason(reason)) throw refuse(`expected a reason that explains the choice, got ${reason}`);
  if (words.length === 0) throw refuse("expected a condition, such as rule=enum, before the reason");
  const tests = words.map((one) => {
    const at = one.indexOf("=");
    const name = at === -1 ? one : one.slice(0, at);
    const make = Object.hasOwn(conditions, name) ? conditions[name] : undefined;
    if (make === undefined || at === -1)
      throw refuse(`expected conditions on ${Object.keys(conditions).join(", ")}, got ${one}`);
    try {
      return make(unquoted(one.slice(at + 1)));
    } catch (cause) {
      throw refuse(`expected a valid value for ${name}: ${messageOf(cause)}`);
    }
  });
  return { conditions: tests, reason };
}

/**
 * `warn rule=enum: why`: what the findings are graded to, and which they are. Throws as `parseSelector` does.
 */
export function parseGraded<T, To>(
  { flag, text, fix }: { readonly flag: string; readonly text: string; readonly fix: string },
  grades: Readonly<Record<string, To>>,
  conditions: Conditions<T>,
): Selector<T> & { readonly to: To } {
  const [first = "", ...rest] = text.trim().split(" ");
  const grade = Object.entries(grades).find(([name]) => name === first);
  if (grade === undefined) {
    const expected = `expected one of ${Object.keys(grades).join(", ")} first, got ${first}`;
    throw unreadable({ flag, text, fix }, expected);
  }
  return { to: grade[1], ...parseSelector({ flag, text: rest.join(" "), fix }, conditions) };
}

/** The first that a finding meets all conditions of. */
export function firstFitting<T, S extends Selector<T>>(finding: T, selectors: readonly S[]): S | undefined {
  return selectors.find(({ conditions }) => conditions.every((meets) => meets(finding)));
}

/** Returns the error for a flag whose value is invalid. */
function unreadable(
  { flag, text, fix }: { readonly flag: string; readonly text: string; readonly fix: string },
  expected: string,
): UsageError {
  return new UsageError(`--${flag} ${JSON.stringify(text)} cannot be read`, { expected, fix });
}

/** Returns the text from which `parseSelector` reads these conditions. */
export function selectorText(conditions: Readonly<Record<string, string>>, reason: string): string {
  const words = Object.entries(conditions).map(([name, value]) => `${name}=${quoted(value)}`);
  return `${words.join(" ")}: ${reason.replace(/\s+/g, " ").trim()}`;
}

/** Splits at the first colon that is followed by a space and not quoted; the rest is the reason. */
function splitSelector(text: string): { words: string[]; reason: string } {
  const words: string[] = [];
  for (let at = 0; at < text.length; at = word.lastIndex) {
    word.lastIndex = at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
    const one = word.exec(text)?.[0];
    if (one === undefined) break;
    if (!one.endsWith(":")) {
      words.push(one);
      continue;
    }
    const last = one.slice(0, -1);
    return { words: last === "" ? words : [...words, last], reason: text.slice(word.lastIndex).trim() };
  }
  return { words, reason: "" };
}

function quoted(value: string): string {
  return /^[^\s":]+$/.test(value) ? value : JSON.stringify(value);
}

function unquoted(value: string): string {
  if (!/^".*"$/s.test(value)) return value;
  const text: unknown = JSON.parse(value);
  return String(text);
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
