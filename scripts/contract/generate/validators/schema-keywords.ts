// Which keywords of JSON Schema 2020-12 decide validity, and what each holds. Everything else is documentation.
import { keywords, keywordsWith, vocabulary } from "../../vocabulary.ts";

/** Keywords that hold one schema. */
export const schemaKeywords = keywordsWith({ kind: "applicator", holds: "schema" });
/** Keywords that hold a list of schemas. */
export const schemaListKeywords = keywordsWith({ kind: "applicator", holds: "schema[]" });
/** Keywords that hold schemas by name. */
export const schemaMapKeywords = keywordsWith({ kind: "applicator", holds: "schema{}" });
/** Keywords that hold values. `pattern`, `format` and the references are looked at one by one. */
export const valueKeywords = keywords.filter((keyword) => {
  const { kind, from } = vocabulary[keyword];
  return kind === "assertion" && from === undefined && keyword !== "pattern" && keyword !== "format";
});
/** All of those. */
export const decidingKeywords = keywords.filter((keyword) => {
  const { kind, from } = vocabulary[keyword];
  return (kind === "assertion" || kind === "applicator") && from === undefined;
});
