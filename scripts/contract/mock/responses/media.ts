// Media types and bodies of generated responses.
import type { SchemaPart } from "../../containment/schema-part.ts";
import type { Json, JsonObject } from "../../document/document.ts";
import { bodyText } from "../../exchange/body-text.ts";
import { mediaRange } from "../../exchange/media-range.ts";
import { essenceOf, isEventStream, isJsonType, isStreamType } from "../../runtime/boundary/media-type.ts";
import { streamOf } from "../../runtime/state/stream-body.ts";

/** Returns the declared media type that `Accept` prefers (RFC 9110, section 12.5.1); JSON among equals. */
export function chosenType(declared: readonly string[], accept: string | undefined): string | undefined {
  const usual = declared.find(isJsonType) ?? declared[0];
  if (accept === undefined || declared.length < 2) return usual;
  const likes = accept.split(",").map((range) => {
    const [, quality = "1"] = /;\s*q=([0-9.]+)/i.exec(range) ?? [];
    return { range: essenceOf(range), quality: Number(quality) };
  });
  const liked = (type: string): number => {
    const essence = essenceOf(type);
    return likes.reduce((most, { range, quality }) => {
      const fits =
        range === essence ||
        range === "*/*" ||
        (range.endsWith("/*") && essence.startsWith(range.slice(0, -1)));
      return fits ? Math.max(most, quality + (range === essence ? 1e-3 : 0)) : most;
    }, 0);
  };
  const best = declared.reduce((most, type) => Math.max(most, liked(type)), 0);
  if (best === 0 || (usual !== undefined && liked(usual) === best)) return usual;
  return declared.find((type) => liked(type) === best);
}

/**
 * Returns a value as the body of a response: JSON as the value, texts unchanged, anything else as the bytes
 * of its text.
 */
export function bodyOf(
  type: string,
  value: Json,
  { root, part }: { readonly root: JsonObject; readonly part: SchemaPart },
): unknown {
  if (isJsonType(type)) return value;
  if (isEventStream(type) || (isStreamType(type) && typeof value !== "string"))
    return Buffer.from(streamOf(type, value));
  if (typeof value === "string") return value;
  return Buffer.from(bodyText(mediaRange(type), value, { root, schema: part }));
}
