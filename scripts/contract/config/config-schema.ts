// Generates the JSON Schema of a config, for editors, from the flags of the commands.
import type { CommandOption, ConfigSection } from "../cli/command.ts";
import type { JsonObject } from "../document/document.ts";
import { configSections, makingSections, type SectionOptions, severities } from "./config.ts";
import { severityName } from "./parse-settings.ts";
import { choicesOf } from "../cli/choices-of.ts";

const text = { type: "string", minLength: 1 } as const;
const path = { ...text, description: "A path, from the folder of this file." } as const;

/** Returns a JSON Schema 2020-12. Every flag that a config may set is a property of its command's section. */
export function configSchema(options: SectionOptions): JsonObject {
  const part = {
    overlay: { ...oneOrMore(path), description: "Overlays, applied in this order before anything else." },
    ...Object.fromEntries(configSections.map((section) => [section, { $ref: `#/$defs/${section}` }])),
    supported: {
      description: "Versions that clients still use.",
      ...oneOrMore({ $ref: "#/$defs/supported" }),
    },
  };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "contract.config.yaml",
    description: "What contract does with the documents of a repository.",
    type: "object",
    properties: {
      $schema: { type: "string" },
      documents: {
        description: "The documents, each below a name of its own.",
        type: "object",
        propertyNames: { pattern: "^[\\w.-]+$" },
        additionalProperties: { anyOf: [path, { $ref: "#/$defs/document" }] },
      },
      ...part,
    },
    additionalProperties: false,
    $defs: {
      document: {
        type: "object",
        properties: { document: path, ...part },
        required: ["document"],
        additionalProperties: false,
      },
      ...Object.fromEntries(
        configSections.map((section) => [section, sectionSchema(section, options.get(section) ?? {})]),
      ),
      supported: {
        anyOf: [
          { ...text, description: "A tag, revision or pattern, such as v1.*." },
          {
            type: "object",
            properties: {
              versions: { ...text, description: "A tag, revision or pattern, such as v1.*." },
              until: {
                type: "string",
                format: "date",
                description: "The last day on which it is supported.",
              },
            },
            required: ["versions"],
            additionalProperties: false,
          },
        ],
      },
    },
  };
}

function sectionSchema(section: ConfigSection, options: Readonly<Record<string, CommandOption>>): JsonObject {
  const settings: JsonObject = {
    type: "object",
    properties: Object.fromEntries(Object.entries(options).map(optionSchema)),
    additionalProperties: false,
  };
  return {
    description: `What contract ${section} does; false leaves the document out of it.`,
    anyOf: [
      { type: ["boolean", "null"] },
      settings,
      ...(makingSections.has(section) ? [{ type: "array", items: settings }] : []),
    ],
  };
}

function optionSchema([name, option]: readonly [string, CommandOption]): [string, JsonObject] {
  const { type, summary, multiple, conditions, default: usual } = option;
  const description = usual === undefined ? summary : `${summary} Default: ${usual}.`;
  if (conditions !== undefined) return [severityName, severitySchema(conditions)];
  if (type === "boolean") return [name, { type, description }];
  const choices = choicesOf(option);
  const value = choices === undefined ? { type: ["string", "number"], minLength: 1 } : { enum: choices };
  return [name, { description, ...(multiple === true ? oneOrMore(value) : value) }];
}

function severitySchema(conditions: readonly string[]): JsonObject {
  return {
    description: "Severities of findings; the first entry that matches applies.",
    type: "array",
    items: {
      type: "object",
      properties: {
        ...Object.fromEntries(conditions.map((name) => [name, text])),
        severity: { enum: [...severities] },
        reason: { ...text, description: "The reason, for readers a year from now." },
      },
      required: ["severity", "reason"],
      anyOf: conditions.map((name) => ({ required: [name] })),
      additionalProperties: false,
    },
  };
}

function oneOrMore(schema: JsonObject): JsonObject {
  return { anyOf: [schema, { type: "array", items: schema }] };
}
