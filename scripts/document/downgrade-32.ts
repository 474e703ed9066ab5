// OpenAPI 3.2 to 3.1, for tools that do not know it: what 3.1 can say stays, what it cannot is named.
// https://spec.openapis.org/oas/v3.2.0.html
import type { JsonObject, OpenApiDocument } from "./document.ts";
import { follow, isObject, refOf } from "./pointer.ts";
import { replaceNodes } from "./replace-nodes.ts";
import { pointerOf, walkDocument } from "./walk.ts";

/** What a 3.1 document does not say any more. */
export interface Lost {
  readonly pointer: string;
  readonly problem: string;
}

/**
 * The document in the words of 3.1; any other version as it is. `query` and `additionalOperations` stay in their places:
 * `operationsOf` reads them in every version.
 */
export function downgrade32(document: OpenApiDocument): { document: OpenApiDocument; lost: Lost[] } {
  if (!document.declaredVersion.startsWith("3.2.")) return { document, lost: [] };
  const { root } = document;
  const replaced = new Map<JsonObject, JsonObject>();
  const lost: Lost[] = [];
  walkDocument(root, (visit) => {
    const { node, type } = visit;
    if (!isObject(node)) return;
    if (type === "mediaType") {
      const target = refOf(node) === undefined ? node : follow(root, { pointer: "", node }).node;
      if (!isObject(target)) return;
      for (const [field, problem] of Object.entries(unsaid)) {
        if (target[field] !== undefined) lost.push({ pointer: pointerOf(visit), problem });
      }
      // Without `$ref`: 3.1 has no shared media types.
      if (target !== node || Object.keys(unsaid).some((field) => field in target))
        replaced.set(node, plain(target));
    }
    if (type === "parameter" && node["in"] === "querystring") {
      lost.push({
        pointer: pointerOf(visit),
        problem: "a parameter that is the whole query string is left out",
      });
    }
  });
  const result = replaceNodes({ ...root, openapi: "3.1.1" }, (node) => replaced.get(node));
  return { document: { ...document, root: result }, lost };
}

const unsaid: Readonly<Record<string, string>> = {
  itemSchema: "itemSchema is left out: what streams in has no type",
  prefixEncoding: "prefixEncoding is left out: parts by position cannot be sent",
  itemEncoding: "itemEncoding is left out: parts by position cannot be sent",
};

function plain(media: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(media).filter(([key]) => !Object.hasOwn(unsaid, key)));
}
