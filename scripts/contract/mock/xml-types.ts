// Which media types are XML.
import { mediaKind, mediaRange } from "../exchange/media-range.ts";

/** Whether bodies of a media type are read as XML. */
export function isXmlType(mediaType: string): boolean {
  return mediaKind(mediaRange(mediaType)) === "xml";
}
