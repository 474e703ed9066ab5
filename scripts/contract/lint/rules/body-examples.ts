// body-examples: a body without an example gives readers no valid request to send.
import type { JsonObject } from "../../document/document.ts";
import { childPointer, follow, isArray, isObject, type Located } from "../../document/pointer.ts";
import type { LintContext, Rule } from "../rule.ts";

export const bodyExamples: Rule = {
  id: "body-examples",
  summary:
    "Every request body and every response with a body has an example, in its media type or on its schema.",
  *check(context) {
    const judged = new Set<string>();
    for (const { pointer, node } of bodies(context)) {
      const { content } = node;
      if (!isObject(content)) continue;
      for (const [mediaType, object] of Object.entries(content)) {
        const place = childPointer(pointer, "content", mediaType);
        if (object === undefined || judged.has(place)) continue;
        judged.add(place);
        const { node: followed } = follow(context.root, { pointer: place, node: object });
        if (isObject(followed) && !hasExample(context.root, followed)) {
          yield { pointer: place, message: `${mediaType} has no example` };
        }
      }
    }
  },
};

function bodies({ allOperations }: LintContext): Located<JsonObject>[] {
  return allOperations.flatMap(({ requestBody, responses }): readonly Located<JsonObject>[] =>
    requestBody === undefined ? responses : [requestBody, ...responses],
  );
}

function hasExample(root: JsonObject, mediaType: JsonObject): boolean {
  const { example, examples, schema, itemSchema } = mediaType;
  if (example !== undefined) return true;
  if (isObject(examples) && Object.keys(examples).length > 0) return true;
  return [schema, itemSchema].some((written) => {
    if (written === undefined) return false;
    const { node } = follow(root, { pointer: "", node: written });
    const own = isObject(node) ? node["examples"] : undefined;
    const beside = isObject(written) ? written["examples"] : undefined;
    return [own, beside].some((list) => isArray(list) && list.length > 0);
  });
}
