// Parses the bytes of a body to the value that its schema describes.
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import type { Json } from "../document/document.ts";
import { type MediaKind, mediaKind, mediaRange } from "../exchange/media-range.ts";
import { readJson } from "../runtime/json/read-json.ts";

/** The value, or a syntax error, or the reason why the body cannot be parsed. */
export type BodyReading =
  { readonly value: Json } | { readonly problem: string } | { readonly unread: string };

const decoders: Readonly<Record<string, (bytes: Buffer, limit: { maxOutputLength: number }) => Buffer>> = {
  gzip: gunzipSync,
  "x-gzip": gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
  identity: (bytes) => bytes,
};

/** @param most maximum number of bytes of the decoded body */
export function readBody(bytes: Buffer, mediaType: string, coding: string, most: number): BodyReading {
  const decode = Object.hasOwn(decoders, coding) ? decoders[coding] : undefined;
  if (decode === undefined) return { unread: `content coding ${JSON.stringify(coding)} is not known here` };
  let text: string;
  try {
    text = decode(bytes, { maxOutputLength: most }).toString();
  } catch (error) {
    const isLarge = error instanceof RangeError;
    return isLarge
      ? { unread: `larger than ${most} bytes` }
      : { problem: `must be ${coding}, as its header declares` };
  }
  return valueOf(text, mediaType);
}

function valueOf(text: string, mediaType: string): BodyReading {
  const media = mediaRange(mediaType);
  const kind: MediaKind = mediaKind(media);
  if (kind === "form") return { value: formValue(text) };
  if (kind === "text") return { value: text };
  if (kind !== "json") return { unread: `${kind} bodies are not read` };
  return /^json$|\+json$/.test(media.subtype) ? jsonValue(text) : jsonLines(text);
}

/** Maximum nesting depth; only the first syntax error of a text is reported. */
const limits = { depth: 1000, problems: 1 };

function jsonValue(text: string): BodyReading {
  const { problems, ...reading } = readJson(text, limits);
  if (!reading.wellFormed) return { problem: "must be JSON" };
  const [first] = problems;
  return first === undefined
    ? { value: reading.value as Json }
    : { problem: `${first.pointer} ${first.detail}`.trim() };
}

/** Parses a form; a repeated name becomes a list. */
function formValue(text: string): Json {
  const fields = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(fields.keys())].map((name) => {
      const values = fields.getAll(name);
      return [name, values.length === 1 ? values[0]! : values];
    }),
  );
}

/** Parses JSON lines, and JSON text sequences (RFC 7464), whose separator is a control character. */
function jsonLines(text: string): BodyReading {
  const values: Json[] = [];
  for (const line of text.replaceAll("\u001E", "").split("\n")) {
    if (line.trim() === "") continue;
    const reading = jsonValue(line);
    if (!("value" in reading)) return reading;
    values.push(reading.value);
  }
  return { value: values };
}
