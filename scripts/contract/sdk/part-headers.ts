// Headers that a document gives to the parts of a form, where those who send and read forms (FormData) know none.
import type { OpenApiDocument, SourceLocation } from "../document/document.ts";
import { childPointer, isObject } from "../document/pointer.ts";
import { pointerOf, walkDocument } from "../document/walk.ts";

/** What has a place of its own: the field's name, and `contentType`. */
const known = new Set(["content-disposition", "content-type"]);

/** In the order of the document. */
export function partHeaders(document: OpenApiDocument): { place: SourceLocation; problem: string }[] {
  const found: { place: SourceLocation; problem: string }[] = [];
  walkDocument(document.root, (visit) => {
    if (visit.type !== "encoding" || !isObject(visit.node)) return;
    const { headers } = visit.node;
    const names = isObject(headers) ? Object.keys(headers) : [];
    for (const name of names.filter((one) => !known.has(one.toLowerCase()))) {
      const place = document.locate(childPointer(pointerOf(visit), "headers", name));
      const problem = `the header ${name} of a part is left out: forms are sent and read without headers of parts`;
      found.push({ place, problem });
    }
  });
  return found;
}
