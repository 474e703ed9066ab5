// Finds headers that a document declares for the parts of a form; FormData supports none.
import type { OpenApiDocument, SourceLocation } from "../document/document.ts";
import { childPointer, isObject } from "../document/pointer.ts";
import { pointerOf, walkDocument } from "../document/walk.ts";

/** Headers that are set otherwise: by the field's name, and by `contentType`. */
const known = new Set(["content-disposition", "content-type"]);

/** Returns the headers of form parts, which packages cannot send, in the order of the document. */
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
