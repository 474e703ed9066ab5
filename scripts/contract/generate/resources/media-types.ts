// Media types of a client: which request body it sends, and how it parses responses.
import { essenceOf, isJsonType } from "../../runtime/boundary/media-type.ts";
import { type Code, emit } from "../code.ts";
import type { PlannedOperation } from "../plan.ts";

const preferred = [
  isJsonType,
  (type: string) => essenceOf(type) === "multipart/form-data",
  (type: string) => essenceOf(type) === "application/x-www-form-urlencoded",
];

/** Returns all media types that a body may have, as written in the document. */
export function bodyTypesOf({ body }: PlannedOperation): string[] {
  return body?.content.map(({ mediaType }) => mediaType) ?? [];
}

/** Returns the media type of the body to send, as written in the document: JSON is preferred, then forms. */
export function bodyType(operation: PlannedOperation): string | undefined {
  const types = bodyTypesOf(operation);
  return preferred.map((wanted) => types.find(wanted)).find((type) => type !== undefined) ?? types[0];
}

/**
 * Returns the `Content-Type` header for it, as written in the document; empty if the platform must set it:
 * for multipart forms, and for types with `*`. JSON is always UTF-8 (RFC 8259, section 8.1), which needs no
 * parameter.
 */
export function contentType(mediaType: string): string {
  if (isJsonType(mediaType)) {
    if (mediaType.includes("*")) return "application/json";
    return hasParameters(mediaType) ? mediaType : essenceOf(mediaType);
  }
  return essenceOf(mediaType).startsWith("multipart/") || mediaType.includes("*") ? "" : mediaType;
}

/** Whether a media type has parameters other than `charset`: a version, a profile, an extension. */
export function hasParameters(mediaType: string): boolean {
  return /;\s*(?!charset\s*=)[^\s;]/i.test(mediaType);
}

/**
 * Returns the TypeScript type of a response's data if its schema does not determine it; undefined if it does.
 */
export function dataTypeOf(mediaType: string): Code | undefined {
  if (isFile(mediaType)) return emit`Blob & { readonly name?: string }`;
  return essenceOf(mediaType).startsWith("text/") && !isJsonType(mediaType) ? emit`string` : undefined;
}

/** Whether a response's data is a file: content that is neither JSON nor text. */
export function isFile(mediaType: string): boolean {
  const essence = essenceOf(mediaType);
  return !isJsonType(essence) && !/^(text\/|application\/\*$|\*\/\*$)/.test(essence);
}

/** Returns the TypeScript type of a body that is sent unchanged; undefined for JSON and forms. */
export function bodyDataType(mediaType: string): Code | undefined {
  const essence = essenceOf(mediaType);
  if (preferred.some((known) => known(essence)) || essence === "*/*") return undefined;
  return essence.startsWith("text/")
    ? emit`string`
    : emit`Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array> | string`;
}
