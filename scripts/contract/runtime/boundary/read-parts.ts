// Reads multipart bodies whose parts have no names: each part is the item of a list (OpenAPI 3.2, section
// 4.15.7; RFC 2046, section 5.1).
import type { FormPart, FormParts, ParameterProblem } from "../wire-parameter.ts";
import { parseQuery } from "../wire-query.ts";
import { formFile } from "./form-file.ts";
import { essenceOf, isJsonType } from "./media-type.ts";
import { jsonOf, type Reporting, textOfBytes } from "./read-form.ts";

/**
 * A list of parts in two representations: as handlers receive it, and for the validators, where files are
 * strings.
 */
export interface ReadParts {
  readonly body: unknown[];
  readonly plain: unknown[];
}

/**
 * Reads the parts of a body; their problems are added to the list. Rejects with a SyntaxError for bytes that
 * are not of the media type.
 */
export async function readParts(
  { first, rest }: FormParts,
  raw: Uint8Array,
  type: string,
  reporting: Reporting,
): Promise<ReadParts> {
  const read: ReadParts = { body: [], plain: [] };
  for (const [index, { head, content }] of splitParts(raw, type).entries()) {
    const declared = first[index] ?? rest;
    const bytes = raw.subarray(content.start, content.end);
    const item = itemOf(declared, { bytes, type: head.get("content-type"), head, index }, reporting);
    read.body.push(item);
    read.plain.push(item instanceof File ? textOfBytes(new Uint8Array(await item.arrayBuffer())) : item);
  }
  return read;
}

/** One part as it was received. */
interface SentPart {
  readonly bytes: Uint8Array;
  /** Its media type. */
  readonly type: string | undefined;
  /** Header fields by lower-case names. */
  readonly head: ReadonlyMap<string, string>;
  readonly index: number;
}

/** The media type of the part decides, where the document leaves a choice. */
function itemOf(declared: FormPart, part: SentPart, { problems, limits }: Reporting): unknown {
  const { bytes, type, head, index } = part;
  const isText = type === undefined || essenceOf(type).startsWith("text/");
  const isJson = type === undefined ? declared.isJson === true : isJsonType(type);
  if (declared.files === "all" || (declared.files === "some" && !isText && !isJson)) {
    const name = /;\s*filename="?([^";]*)/i.exec(head.get("content-disposition") ?? "")?.[1] ?? "";
    return formFile(new File([new Uint8Array(bytes)], name, { type: type ?? "" }));
  }
  let text: string;
  try {
    text = itemDecoder.decode(bytes);
  } catch {
    problems.push({ in: "body", pointer: `/${index}`, detail: "must be UTF-8" });
    return "";
  }
  if (isJson) return jsonOf(text, String(index), { problems, limits });
  const shape = { kind: "scalar", types: declared.types } as const;
  const item = { name: "item", style: "form", explode: true, allowReserved: false, shape } as const;
  const found: ParameterProblem[] = [];
  const value = parseQuery([item], `item=${encodeURIComponent(text)}`, found)["item"];
  for (const { detail } of found) problems.push({ in: "body", pointer: `/${index}`, detail });
  return value ?? text;
}

const itemDecoder = new TextDecoder("utf-8", { fatal: true });

interface SplitPart {
  readonly head: ReadonlyMap<string, string>;
  /** The content, from its first byte to the one after its last. */
  readonly content: { readonly start: number; readonly end: number };
}

/** Splits a body at its delimiters; what precedes the first and follows the last is ignored. */
function splitParts(raw: Uint8Array, type: string): SplitPart[] {
  const [, quoted, token] = /;\s*boundary=(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))/i.exec(type) ?? [];
  const boundary = quoted?.replaceAll(/\\(.)/g, "$1") ?? token;
  const malformed = new SyntaxError(`must be ${essenceOf(type)}`);
  if (boundary === undefined || boundary === "") throw malformed;
  // One character per byte: positions in the text are positions in the body.
  const text = `\r\n${textOfBytes(raw)}`;
  const delimiter = `\r\n--${boundary}`;
  const parts: SplitPart[] = [];
  let from = -1;
  for (let at = text.indexOf(delimiter); at !== -1; at = text.indexOf(delimiter, at + 2)) {
    const end = at + delimiter.length;
    const closing = /^(--)?[ \t]*(?:\r\n|$)/.exec(text.slice(end, end + 128));
    // Another text that begins with the boundary is content.
    if (closing === null) continue;
    if (from !== -1) parts.push(partBetween(text, from, at));
    if (closing[1] !== undefined) return parts;
    // The line break that ends the delimiter is the first of an empty head, too.
    from = end + closing[0].length - 2;
  }
  throw malformed;
}

/** @param from  position of the line break before the head */
function partBetween(text: string, from: number, to: number): SplitPart {
  const blank = text.indexOf("\r\n\r\n", from);
  const isOpen = blank === -1 || blank + 4 > to + 2;
  const head = new Map<string, string>();
  const lines = text.slice(from + 2, isOpen ? to : blank).replace(/\r\n[ \t]+/g, " ");
  for (const line of lines.split("\r\n")) {
    const colon = line.indexOf(":");
    if (colon > 0) head.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  const start = isOpen ? to : Math.min(blank + 4, to);
  // The text begins two characters before the body.
  return { head, content: { start: start - 2, end: to - 2 } };
}
