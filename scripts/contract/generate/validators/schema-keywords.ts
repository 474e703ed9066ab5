// Which keywords of JSON Schema 2020-12 decide validity, and what each contains. All others are annotations.
import { keywords, keywordsWith, vocabulary } from "../../vocabulary.ts";

/** Keywords that contain one schema. */
export const schemaKeywords = keywordsWith({ kind: "applicator", holds: "schema" });
/** Keywords that contain a list of schemas. */
export const schemaListKeywords = keywordsWith({ kind: "applicator", holds: "schema[]" });
/** Keywords that contain schemas by name. */
export const schemaMapKeywords = keywordsWith({ kind: "applicator", holds: "schema{}" });
/** Keywords that contain values. `pattern`, `format` and the references are handled separately. */
export const valueKeywords = keywords.filter((keyword) => {
  const { kind, from } = vocabulary[keyword];
  return kind === "assertion" && from === undefined && keyword !== "pattern" && keyword !== "format";
});
/** All of the above. */
export const decidingKeywords = keywords.filter((keyword) => {
  const { kind, from } = vocabulary[keyword];
  return (kind === "assertion" || kind === "applicator") && from === undefined;
});
