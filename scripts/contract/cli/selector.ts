// Conditions on findings with a reason: `rule=enum path=/v1/**: we announced it`, as flags say them and as a config is written down.
import { UsageError } from "./command.ts";
import { isReason } from "./reason.ts";

/** Condition → what makes a test of its value. */
export type Conditions<T> = Readonly<Record<string, (value: string) => (finding: T) => boolean>>;

/** Which findings are meant, and why. */
export interface Selector<T> {
  readonly conditions: readonly ((finding: T) => boolean)[];
  readonly reason: string;
}

/** A value with blanks or quotes in it is written in quotes, as JSON. */
const word = /(?:[^\s"]|"(?:[^"\\]|\\.)*")+/y;

/** Throws a UsageError for what it cannot read, with `fix`. */
export function parseSelector<T>(
  { flag, text, fix }: { readonly flag: string; readonly text: string; readonly fix: string },
  conditions: Conditions<T>,
): Selector<T> {
  const refuse = (expected: string): UsageError => unreadable({ flag, text, fix }, expected);
  const { words, reason } = splitSelector(text);
  if (!isReason(reason)) throw refuse("expected a colon and a reason at its end");
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
      throw refuse(`expected a value for ${name}, got one that is none: ${messageOf(cause)}`);
    }
  });
  return { conditions: tests, reason };
}

/** What is said of a flag whose value cannot be read. */
export function unreadable(
  { flag, text, fix }: { readonly flag: string; readonly text: string; readonly fix: string },
  expected: string,
): UsageError {
  return new UsageError(`--${flag} ${JSON.stringify(text)} cannot be read`, { expected, fix });
}

/** The text that `parseSelector` reads these conditions from. */
export function selectorText(conditions: Readonly<Record<string, string>>, reason: string): string {
  const words = Object.entries(conditions).map(([name, value]) => `${name}=${quoted(value)}`);
  return `${words.join(" ")}: ${reason.replace(/\s+/g, " ").trim()}`;
}

/** The words before the first colon that a blank follows and no quotes hold; what follows is the reason. */
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
