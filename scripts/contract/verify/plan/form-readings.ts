// The values that the text of a form field may represent: forms have no types, so that `cidr={}` is an
// object, a string, or the only item of a list.
import type { Json } from "../../document/document.ts";
import { isArray } from "../../document/pointer.ts";
import { leafText } from "../../exchange/scalar-text.ts";

/** Returns the values that a field with this value may be read as; undefined: the field is missing. */
export function readingsOf(member: Json): (Json | undefined)[] {
  const texts = (isArray(member) ? member : [member]).map(leafText);
  const [text] = texts;
  if (text === undefined) return [undefined];
  const typed = texts.map(typedBy);
  return texts.length > 1 ? [texts, typed] : [text, [text], ...typed, typed];
}

/** Returns the value of a text that is JSON, else the text. */
function typedBy(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
