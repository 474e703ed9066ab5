// Which keywords of JSON Schema 2020-12 decide validity, and what each holds. Everything else is documentation.

/** Keywords that hold one schema. */
export const schemaKeywords = [
  "additionalProperties",
  "unevaluatedProperties",
  "propertyNames",
  "items",
  "unevaluatedItems",
  "contains",
  "not",
  "if",
  "then",
  "else",
];
/** Keywords that hold a list of schemas. */
export const schemaListKeywords = ["prefixItems", "allOf", "anyOf", "oneOf"];
/** Keywords that hold schemas by name. */
export const schemaMapKeywords = ["properties", "patternProperties", "dependentSchemas"];
/** Keywords that hold values. `pattern`, `format` and the references are looked at one by one. */
export const valueKeywords = [
  "type",
  "const",
  "enum",
  "multipleOf",
  "maximum",
  "exclusiveMaximum",
  "minimum",
  "exclusiveMinimum",
  "maxLength",
  "minLength",
  "maxItems",
  "minItems",
  "uniqueItems",
  "maxContains",
  "minContains",
  "maxProperties",
  "minProperties",
  "required",
  "dependentRequired",
];
