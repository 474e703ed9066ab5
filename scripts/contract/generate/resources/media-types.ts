// What a client makes of media types: which body it sends, and what it reads answers as.
import { essenceOf, isJsonType } from "../../runtime/boundary/media-type.ts";
import { type Code, emit } from "../code.ts";
import type { PlannedOperation } from "../plan.ts";

const preferred = [
  isJsonType,
  (type: string) => essenceOf(type) === "multipart/form-data",
  (type: string) => essenceOf(type) === "application/x-www-form-urlencoded",
];

/** All types that a body may have, as the document writes them. */
export function bodyTypesOf({ body }: PlannedOperation): string[] {
  return body?.content.map(({ mediaType }) => mediaType) ?? [];
}

/** The type of the body to send, as the document writes it: JSON when there is a choice, then forms. */
export function bodyType(operation: PlannedOperation): string | undefined {
  const types = bodyTypesOf(operation);
  return preferred.map((wanted) => types.find(wanted)).find((type) => type !== undefined) ?? types[0];
}

/**
 * The header `Content-Type` for it, as the document writes it; empty where the platform has to write it: forms in parts, and types
 * with `*`. JSON is always UTF-8 (RFC 8259, section 8.1), which needs no parameter.
 */
export function contentType(mediaType: string): string {
  if (isJsonType(mediaType)) {
    if (mediaType.includes("*")) return "application/json";
    return hasParameters(mediaType) ? mediaType : essenceOf(mediaType);
  }
  return essenceOf(mediaType).startsWith("multipart/") || mediaType.includes("*") ? "" : mediaType;
}

/** Whether a media type says more than its essence and `charset`: a version, a profile, an extension. */
export function hasParameters(mediaType: string): boolean {
  return /;\s*(?!charset\s*=)[^\s;]/i.test(mediaType);
}

/** The TypeScript type of a response's data where its schema does not say it; undefined where it does. */
export function dataTypeOf(mediaType: string): Code | undefined {
  const essence = essenceOf(mediaType);
  if (isJsonType(essence) || essence === "*/*" || essence === "application/*") return undefined;
  return essence.startsWith("text/") ? emit`string` : emit`Blob`;
}

/** The TypeScript type of a body that is sent as it is given; undefined for JSON and forms. */
export function bodyDataType(mediaType: string): Code | undefined {
  const essence = essenceOf(mediaType);
  if (preferred.some((known) => known(essence)) || essence === "*/*") return undefined;
  return essence.startsWith("text/")
    ? emit`string`
    : emit`Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array> | string`;
}
