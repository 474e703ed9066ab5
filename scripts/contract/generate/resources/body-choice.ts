// How callers select one of several media types for a body.
import { type Code, emit, joinCode } from "../code.ts";
import { printPrefixType, printString } from "../literal.ts";

/** A media type of a body: the type of the value, and the options that select it. */
export interface BodyChoice {
  readonly type: Code;
  readonly options: Code;
  readonly isDefault: boolean;
}

/**
 * Maximum number of overloads for media types other than the default; if there are more, all share one
 * overload. Each overload repeats the return type: an operation with 2,000 media types for the request and
 * 2,000 for the response took 300 MB.
 */
const maximumOverloads = 50;

/** Groups the media types by overload: first the default alone, then the others. */
export function formsOf(first: string, types: readonly string[]): (readonly string[])[] {
  const others = types.filter((type) => type !== first);
  return [[first], ...(others.length > maximumOverloads ? [others] : others.map((type) => [type]))];
}

/** Returns the type of the options that select one of these media types: `contentType`, or the header. */
export function chosenBy(mediaTypes: readonly string[], isDefault: boolean): Code {
  const name = joinCode([...new Set(mediaTypes.map(mediaTypeName))], emit` | `);
  if (isDefault) return emit`{ readonly contentType?: ${name} | undefined }`;
  const header = emit`{ readonly headers: { readonly "Content-Type": ${name} } }`;
  return emit`({ readonly contentType: ${name} } | ${header})`;
}

/** Returns the type of a media type's name; `image/*` is any text that begins with `image/`. */
function mediaTypeName(mediaType: string): Code {
  const start = mediaType.replace(/\*.*$/, "");
  if (start === mediaType) return printString(mediaType);
  // A range is a token and a slash (RFC 9110, section 8.3.1); for anything else, any string is accepted.
  return /^[\w!#&^.+-]+\/$/.test(start) ? printPrefixType(start) : emit`string`;
}
