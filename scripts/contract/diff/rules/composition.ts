// Rules about keywords of any value: its type and values, and the composition of schemas.
import { changed, members, presence } from "./describe.ts";
import { bodies, everywhere, label, requests } from "./oasdiff-label.ts";
import { rulesOf, schemaRules } from "./rule.ts";

/** The rules by id. */
export const composition = {
  ...schemaRules({
    "any-of": {
      kind: "structure",
      keywords: ["anyOf"],
      summary: "alternatives of which at least one must match",
      describe: presence,
      oasdiff: label({
        added: { name: "any-of-added", on: bodies },
        removed: { name: "any-of-removed", on: bodies },
      }),
    },
    const: {
      kind: "constraint",
      keywords: ["const"],
      summary: "the one value that is allowed",
      describe: changed,
      oasdiff: label({
        added: { name: "const-added", on: bodies },
        removed: { name: "const-removed", on: bodies },
        changed: { name: "const-changed", on: bodies },
      }),
    },
    "dynamic-ref": {
      kind: "structure",
      keywords: ["$dynamicRef", "$recursiveRef"],
      summary: "a dynamic reference, whose target depends on the referring schema",
      describe: changed,
    },
    enum: {
      kind: "constraint",
      keywords: ["enum"],
      summary: "the values that are allowed",
      describe: members,
      oasdiff: label({
        narrowed: { name: "enum-value-removed", on: requests },
        widened: { name: "enum-value-added", on: ["response-property"] },
        added: { name: "became-enum", on: requests },
      }),
    },
    "if-then-else": {
      kind: "constraint",
      keywords: ["if", "then", "else"],
      summary: "what applies under a condition (if, then, else)",
      describe: presence,
      oasdiff: label({
        added: { name: "if-added", on: bodies },
        removed: { name: "if-removed", on: bodies },
      }),
    },
    not: {
      kind: "constraint",
      keywords: ["not"],
      summary: "a schema that a value must not match",
      describe: presence,
    },
    "one-of": {
      kind: "structure",
      keywords: ["oneOf"],
      summary: "alternatives of which exactly one must match",
      describe: presence,
      oasdiff: label({
        added: { name: "one-of-added", on: bodies },
        removed: { name: "one-of-removed", on: bodies },
      }),
    },
    schema: {
      kind: "structure",
      keywords: ["$ref"],
      summary: "a schema as a whole",
      describe: presence,
    },
    type: {
      kind: "constraint",
      keywords: ["type"],
      summary: "the JSON types that are allowed",
      describe: members,
      oasdiff: label({
        changed: { name: "type-changed", on: everywhere },
        narrowed: { name: "list-of-types-narrowed", on: everywhere },
        widened: { name: "list-of-types-widened", on: everywhere },
      }),
    },
  }),
  ...rulesOf(
    { direction: "both", area: "schema", kind: "annotation" },
    {
      default: {
        summary: "a default value",
        describe: changed,
        oasdiff: label({
          added: { name: "default-value-added", on: everywhere },
          removed: { name: "default-value-removed", on: everywhere },
          changed: { name: "default-value-changed", on: everywhere },
        }),
      },
      discriminator: {
        summary: "how a reader distinguishes alternatives",
        describe: changed,
        oasdiff: label({
          added: { name: "discriminator-added", on: bodies },
          removed: { name: "discriminator-removed", on: bodies },
        }),
      },
      "extensible-enum": {
        summary: "the known values of an open enum",
        describe: members,
      },
    },
  ),
  ...rulesOf(
    { direction: "both", area: "schema", kind: "name" },
    {
      "schema-name": {
        summary: "the name of a schema",
        describe: changed,
        oasdiff: () => "api-schema-removed",
      },
    },
  ),
};
