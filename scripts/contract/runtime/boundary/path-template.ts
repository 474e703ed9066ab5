// Parses path templates, and matches paths with them.
import { setOwn } from "../wire-value.ts";

/**
 * A segment of a template: a literal, or a pattern for a segment with parameters (`whole`: the segment is a
 * single parameter).
 */
export type Segment =
  string | { readonly pattern: RegExp; readonly names: readonly string[]; readonly whole: boolean };

/** A parsed path template, such as `/pets/{id}`. */
export interface PathTemplate {
  /** The template as written in the document. */
  readonly text: string;
  readonly segments: readonly Segment[];
  /** A key that is equal for templates that differ only in parameter names. */
  readonly shape: string;
}

/** `ignoreCase`: whether literal text matches in any case, for routers that are set to ignore it. */
export function templateOf(path: string, ignoreCase = false): PathTemplate {
  const segments = path.split("/").map((segment) => segmentOf(segment, ignoreCase));
  return { text: path, segments, shape: path.replace(/\{[^{}]*\}/g, "{}") };
}

function segmentOf(text: string, ignoreCase: boolean): Segment {
  const pieces = text.split(/\{([^{}]*)\}/);
  if (pieces.length === 1 && (!ignoreCase || text === "")) return text;
  const names = pieces.filter((_, at) => at % 2 === 1);
  const literals = pieces.filter((_, at) => at % 2 === 0);
  const source = literals.map(patternOf).join("(.+)");
  const whole = names.length === 1 && literals.every((literal) => literal === "");
  return { pattern: new RegExp(`^${source}$`, ignoreCase ? "i" : ""), names, whole };
}

/**
 * Returns the pattern of literal text next to parameters. Characters that no path can contain (RFC 3986,
 * section 3.3) are sent percent-encoded; all others match literally, because in the value of a parameter
 * `%3A` is a colon of its own.
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
 * Returns the path parameters by name, as sent; undefined if the path does not match.
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

/** Decodes a literal segment, which may be sent percent-encoded (RFC 3986, section 2.3). */
export function decodedSegment(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Whether some path may match both templates. May return a false positive: for two segments with parameters,
 * it does not compare their literal text.
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
