// Validates the string format `liquid`, which JSON Schema does not define, for exchanges of documents that
// use it.
import { assertFormat } from "../containment/validator.ts";
import type { OpenApiDocument } from "../document/document.ts";
import { isObject } from "../document/pointer.ts";
import { walkDocument } from "../document/walk.ts";

/**
 * Maximum length in UTF-16 units of a validated text: a whole page. Longer texts are left to `maxLength`,
 * because parsing them would delay other exchanges.
 */
const longest = 10_000;

/**
 * Loads the parser only for a document that uses the format, because it adds noticeably to the start-up time.
 */
export async function assertLiquid(document: OpenApiDocument): Promise<void> {
  if (!usesLiquid(document)) return;
  const { isLiquid } = await import("../lint/formats.ts");
  assertFormat("liquid", (text) => text.length > longest || isLiquid(text));
}

function usesLiquid({ root }: OpenApiDocument): boolean {
  const formats = new Set<unknown>();
  walkDocument(root, ({ type, node }) => {
    if (type === "schema" && isObject(node)) formats.add(node["format"]);
  });
  return formats.has("liquid");
}
