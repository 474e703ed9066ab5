// How a caller says which of several media types a body has.
import { type Code, emit, joinCode } from "../code.ts";
import { printPrefixType, printString } from "../literal.ts";

/** A media type of a body: the type of the value, and what of the options chooses it. */
export interface BodyChoice {
  readonly type: Code;
  readonly options: Code;
  readonly isDefault: boolean;
}

/**
 * More media types than this, beside the default, share one form of the method: each form repeats what the method returns, and
 * of 2,000 media types both ways 300 MB were made.
 */
const mostForms = 50;

/** The media types that have a form of the method together, the default alone and first. */
export function formsOf(first: string, types: readonly string[]): (readonly string[])[] {
  const others = types.filter((type) => type !== first);
  return [[first], ...(others.length > mostForms ? [others] : others.map((type) => [type]))];
}

/** Options by which one of these media types is chosen: `contentType`, or the header. */
export function chosenBy(mediaTypes: readonly string[], isDefault: boolean): Code {
  const name = joinCode([...new Set(mediaTypes.map(mediaTypeName))], emit` | `);
  if (isDefault) return emit`{ readonly contentType?: ${name} | undefined }`;
  const header = emit`{ readonly headers: { readonly "Content-Type": ${name} } }`;
  return emit`({ readonly contentType: ${name} } | ${header})`;
}

/** `image/*` stands for any text that begins with `image/`. */
function mediaTypeName(mediaType: string): Code {
  const start = mediaType.replace(/\*.*$/, "");
  if (start === mediaType) return printString(mediaType);
  // A range is a token and a slash (RFC 9110, section 8.3.1); what is no such thing is left to the caller.
  return /^[\w!#&^.+-]+\/$/.test(start) ? printPrefixType(start) : emit`string`;
}
