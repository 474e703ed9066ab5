// Path templates: which one a path is, and what it says.
import { setOwn } from "../wire-value.ts";

/** A segment of a template: a text, or what to look for in a segment that holds parameters, or is one of them (`whole`). */
export type Segment =
  string | { readonly pattern: RegExp; readonly names: readonly string[]; readonly whole: boolean };

/** `/pets/{id}`, taken apart. */
export interface PathTemplate {
  /** As the document writes it. */
  readonly text: string;
  readonly segments: readonly Segment[];
  /** The same for templates that only differ in the names of their parameters. */
  readonly shape: string;
}

export function templateOf(path: string): PathTemplate {
  return { text: path, segments: path.split("/").map(segmentOf), shape: path.replace(/\{[^{}]*\}/g, "{}") };
}

function segmentOf(text: string): Segment {
  const pieces = text.split(/\{([^{}]*)\}/);
  if (pieces.length === 1) return text;
  const names = pieces.filter((_, at) => at % 2 === 1);
  const literals = pieces.filter((_, at) => at % 2 === 0);
  const source = literals.map(patternOf).join("(.+)");
  const whole = names.length === 1 && literals.every((literal) => literal === "");
  return { pattern: new RegExp(`^${source}$`), names, whole };
}

/**
 * A text beside parameters. What no path can hold (RFC 3986, section 3.3) is sent percent-encoded; all else as it is, since in the value of a
 * parameter `%3A` is a colon of its own.
 */
function patternOf(literal: string): string {
  return Array.from(literal, (character) => {
    const plain = character.replace(/[.*+?^${}()|[\]\\]/, "\\$&");
    if (/[\w\-.~!$&'()*+,;=:@%]/.test(character)) return plain;
    const bytes = Array.from(
      new TextEncoder().encode(character),
      (byte) => `%${byte.toString(16).padStart(2, "0")}`,
    );
    const encoded = bytes.join("").replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
    return `(?:${plain}|${encoded})`;
  }).join("");
}

/**
 * The values of a path by the names of its parameters, as they were sent; undefined when it is another path.
 *
 * @param path  the segments of a path without its query, still percent-encoded
 */
export function matchPath(
  { segments }: PathTemplate,
  path: readonly string[],
): Record<string, string> | undefined {
  if (path.length !== segments.length) return undefined;
  const values: Record<string, string> = {};
  for (let at = 0; at < segments.length; at++) {
    const segment = segments[at]!;
    const text = path[at]!;
    if (typeof segment === "string") {
      if (segment !== text && segment !== decodedSegment(text)) return undefined;
    } else if (segment.whole) {
      if (text === "") return undefined;
      setOwn(values, segment.names[0]!, text);
    } else {
      const found = segment.pattern.exec(text);
      if (found === null) return undefined;
      for (const [index, name] of segment.names.entries()) setOwn(values, name, found[index + 1] ?? "");
    }
  }
  return values;
}

/** A literal segment may be written with percent-encoding (RFC 3986, section 2.3). */
export function decodedSegment(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Whether some path may match both templates. Says yes too often rather than too seldom: of two segments with parameters, it does not
 * ask whether their texts fit together.
 */
export function mayMeet(one: PathTemplate, other: PathTemplate): boolean {
  return (
    one.segments.length === other.segments.length &&
    one.segments.every((segment, at) => {
      const beside = other.segments[at];
      if (beside === undefined) return false;
      if (typeof segment !== "string") return typeof beside !== "string" || segment.pattern.test(beside);
      return typeof beside === "string" ? segment === beside : beside.pattern.test(segment);
    })
  );
}
