// How a caller says which of several media types a body has.
import { type Code, emit } from "../code.ts";
import { printPrefixType, printString } from "../literal.ts";

/** A media type of a body: the type of the value, and what of the options chooses it. */
export interface BodyChoice {
  readonly type: Code;
  readonly options: Code;
  readonly isDefault: boolean;
}

/** Options by which a media type is chosen: `contentType`, or the header. */
export function chosenBy(mediaType: string, isDefault: boolean): Code {
  const name = mediaTypeName(mediaType);
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
