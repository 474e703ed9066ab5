// Rules about the keywords of objects.
import { bound, changed, presence } from "./describe.ts";
import { bodies, label } from "./oasdiff-label.ts";
import { rulesOf, schemaRules } from "./rule.ts";

/** The rules by id. */
export const objects = {
  ...schemaRules({
    "additional-properties": {
      kind: "constraint",
      keywords: ["additionalProperties"],
      summary: "properties that are not listed",
      describe: presence,
    },
    "dependent-required": {
      kind: "constraint",
      keywords: ["dependentRequired"],
      summary: "properties that other properties require",
      describe: changed,
      oasdiff: label({
        added: { name: "dependent-required-added", on: bodies },
        removed: { name: "dependent-required-removed", on: bodies },
        changed: { name: "dependent-required-changed", on: bodies },
      }),
    },
    "dependent-schemas": {
      kind: "constraint",
      keywords: ["dependentSchemas"],
      summary: "schemas that apply if a property is present",
      describe: presence,
      oasdiff: label({
        added: { name: "dependent-schema-added", on: bodies },
        removed: { name: "dependent-schema-removed", on: bodies },
      }),
    },
    "max-properties": {
      kind: "constraint",
      keywords: ["maxProperties"],
      summary: "the greatest number of properties",
      describe: bound,
    },
    "min-properties": {
      kind: "constraint",
      keywords: ["minProperties"],
      summary: "the least number of properties",
      describe: bound,
    },
    "pattern-properties": {
      kind: "constraint",
      keywords: ["patternProperties"],
      summary: "properties whose names match a pattern",
      describe: presence,
      oasdiff: label({
        added: { name: "pattern-property-added", on: bodies },
        removed: { name: "pattern-property-removed", on: bodies },
      }),
    },
    "property-names": {
      kind: "constraint",
      keywords: ["propertyNames"],
      summary: "the names that properties may have",
      describe: presence,
      oasdiff: label({
        added: { name: "property-names-added", on: bodies },
        removed: { name: "property-names-removed", on: bodies },
      }),
    },
    property: {
      kind: "structure",
      keywords: ["properties"],
      summary: "a property",
      describe: presence,
    },
    "read-only": {
      kind: "structure",
      keywords: ["readOnly"],
      summary: "whether a property is for responses only",
      describe: changed,
    },
    required: {
      kind: "structure",
      keywords: ["required"],
      summary: "whether a property is required",
      describe: presence,
      oasdiff: label({
        added: { name: "became-required", on: ["request-property", "response-property"] },
        removed: { name: "became-optional", on: ["request-property", "response-property"] },
      }),
    },
    "unevaluated-properties": {
      kind: "constraint",
      keywords: ["unevaluatedProperties"],
      summary: "properties that no other keyword applies to",
      describe: changed,
      oasdiff: label({
        added: { name: "unevaluated-properties-added", on: bodies },
        removed: { name: "unevaluated-properties-removed", on: bodies },
      }),
    },
    "write-only": {
      kind: "structure",
      keywords: ["writeOnly"],
      summary: "whether a property is for requests only",
      describe: changed,
    },
  }),
  ...rulesOf(
    { direction: "both", area: "body", kind: "structure" },
    {
      xml: {
        summary: "the XML element or attribute that a value is written as",
        describe: changed,
      },
    },
  ),
};
