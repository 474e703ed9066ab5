// The string format `liquid`, which JSON Schema does not have: exchanges of a document that uses it are held against it, too.
import { assertFormat } from "../containment/validator.ts";
import type { OpenApiDocument } from "../document/document.ts";
import { isObject } from "../document/pointer.ts";
import { walkDocument } from "../document/walk.ts";

/** UTF-16 units: the text of a whole page. What is longer is for `maxLength` to refuse, and would hold up those who wait. */
const longest = 10_000;

/** Loads the parser only for a document that has the format: it takes a noticeable part of a start. */
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
