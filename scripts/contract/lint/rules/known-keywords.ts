// known-keywords: JSON Schema ignores unknown keywords, so a mistyped keyword is a constraint that is not
// enforced.
import { nearestName } from "../../document/nearest-name.ts";
import { childPointer } from "../../document/pointer.ts";
import { keywords, vocabulary } from "../../vocabulary.ts";
import type { Rule } from "../rule.ts";

/**
 * JSON Schema 2020-12: core, applicators, validation, annotations; then the keywords of OpenAPI's Schema
 * Object.
 */
const known: ReadonlySet<string> = new Set(
  keywords.filter((keyword) => [undefined, "OpenAPI"].includes(vocabulary[keyword].from)),
);

export const knownKeywords: Rule = {
  id: "known-keywords",
  summary: "Every keyword of a schema is one of JSON Schema 2020-12 or of OpenAPI.",
  *check({ nodes }) {
    for (const { pointer, node } of nodes("schema")) {
      for (const key of Object.keys(node)) {
        if (known.has(key) || key.startsWith("x-")) continue;
        const nearest = nearestName(key, known);
        const hint = nearest === undefined ? "" : `: ${nearest} is one`;
        yield { pointer: childPointer(pointer, key), message: `${key} is not a JSON Schema keyword${hint}` };
      }
    }
  },
};
