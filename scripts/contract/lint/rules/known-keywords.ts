// known-keywords: JSON Schema ignores what it does not know, so a mistyped keyword is a limit that nobody enforces.
import { nearestName } from "../../document/nearest-name.ts";
import { childPointer } from "../../document/pointer.ts";
import type { Rule } from "../rule.ts";

/** JSON Schema 2020-12: core, applicators, validation, annotations; then the Schema Object's own of OpenAPI. */
const keywords = new Set(
  [
    "$id $schema $ref $anchor $dynamicRef $dynamicAnchor $vocabulary $comment $defs",
    "allOf anyOf oneOf not if then else dependentSchemas prefixItems items contains",
    "properties patternProperties additionalProperties propertyNames unevaluatedItems unevaluatedProperties",
    "type const enum multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern",
    "maxItems minItems uniqueItems maxContains minContains maxProperties minProperties required dependentRequired",
    "title description default deprecated readOnly writeOnly examples",
    "format contentEncoding contentMediaType contentSchema",
    "discriminator xml externalDocs example",
  ].flatMap((line) => line.split(" ")),
);

export const knownKeywords: Rule = {
  id: "known-keywords",
  summary: "Every keyword of a schema is one of JSON Schema 2020-12 or of OpenAPI.",
  *check({ nodes }) {
    for (const { pointer, node } of nodes("schema")) {
      for (const key of Object.keys(node)) {
        if (keywords.has(key) || key.startsWith("x-")) continue;
        const nearest = nearestName(key, keywords);
        const hint = nearest === undefined ? "" : `: ${nearest} is one`;
        yield { pointer: childPointer(pointer, key), message: `${key} is no keyword of JSON Schema${hint}` };
      }
    }
  },
};
