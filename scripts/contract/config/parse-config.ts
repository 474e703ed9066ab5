// Parses the data of a config: its documents, the settings of each, and the settings of all.
import type { CommandOption, ConfigSection } from "../cli/command.ts";
import { isDay } from "../cli/day.ts";
import type { SourceFile } from "../document/source-file.ts";
import {
  type Config,
  type ConfigPart,
  configSections,
  type ConfiguredDocument,
  makingSections,
  type SectionOptions,
  type Settings,
  type Setting,
} from "./config.ts";
import type { ConfigLocation } from "./config-path.ts";
import { ConfigNode } from "./config-reader.ts";
import { parseSetting, parseSettings, pathOf } from "./parse-settings.ts";

/** The Overlays of one document, or of all. */
export const overlayOption: CommandOption = { type: "string", multiple: true, value: "file", summary: "" };

const partNames = ["overlay", ...configSections, "supported"];

/** The top-level names of a config, and the names in a document. */
export const configNames: readonly string[] = ["$schema", "documents", ...partNames];
export const documentNames: readonly string[] = ["document", ...partNames];

/**
 * Parses a config. Sections that are not in `options` are not checked here; their own commands do that.
 *
 * @throws DocumentError, with its line, for invalid content
 */
export function parseConfig(
  file: Pick<SourceFile, "value" | "locate">,
  options: SectionOptions,
  at: ConfigLocation,
): Config {
  const root = new ConfigNode(file);
  const members = root.members(configNames);
  const documents = [...(members.get("documents")?.members() ?? [])].map(([name, node]) =>
    parseDocument(name, node, { options, at }),
  );
  const twice = documents.find(({ document }, index) =>
    documents.slice(0, index).some((other) => other.document === document),
  );
  if (twice !== undefined) {
    const node = members.get("documents")?.members().get(twice.name) ?? root;
    node.refuse(
      "expected each document once",
      "join the two: a section may be a list of what is made",
      `${twice.document} is configured twice`,
    );
  }
  return { documents, shared: parsePart(members, { options, at }) };
}

interface Given {
  readonly options: SectionOptions;
  readonly at: ConfigLocation;
}

function parseDocument(name: string, node: ConfigNode, given: Given): ConfiguredDocument {
  if (!/^[\w.-]+$/.test(name)) {
    node.refuse(
      "expected a name of letters, digits, dots and dashes",
      "write a shorter name before the colon",
      `${JSON.stringify(name)} cannot be the name of a document`,
    );
  }
  const { place } = node;
  const none: ConfigPart = { overlay: undefined, sections: new Map(), supported: undefined };
  if (typeof node.value === "string") return { name, place, document: pathOf(node, given.at), ...none };
  const members = node.members(documentNames);
  const document = members.get("document");
  if (document === undefined) {
    return node.refuse(
      "expected document: and its path",
      "write document: openapi.yaml",
      `${name} names no document`,
    );
  }
  return { name, place, document: pathOf(document, given.at), ...parsePart(members, given) };
}

function parsePart(members: ReadonlyMap<string, ConfigNode>, given: Given): ConfigPart {
  const sections = new Map<ConfigSection, readonly Settings[]>();
  for (const section of configSections) {
    const node = members.get(section);
    if (node !== undefined) sections.set(section, parseSection(section, node, given));
  }
  const [overlay, supported] = [members.get("overlay"), members.get("supported")];
  return {
    overlay: overlay && parseSetting(overlay, overlayOption, given.at),
    sections,
    supported: supported && parseSupported(supported),
  };
}

/** `false` excludes the document from the command; a list requests several runs. */
function parseSection(section: ConfigSection, node: ConfigNode, { options, at }: Given): Settings[] {
  if (node.value === false) return [];
  if (Array.isArray(node.value) && !makingSections.has(section))
    return node.refuse("expected a map of names, got a list", "join them");
  const known = options.get(section);
  return node.items().map((item) => {
    // `generate: true`, or a name without a value: the command runs with its defaults.
    if (item.value === true || item.value === null) return new Map();
    if (known !== undefined) return parseSettings(item, known, at);
    item.members();
    return new Map();
  });
}

/** Parses a list of `v1.*`, or of `{ versions: v1.*, until: 2027-12-31 }`, to the syntax of `--supported`. */
function parseSupported(node: ConfigNode): Setting {
  const items = node.items();
  return {
    values: items.map(supportedText),
    places: items.length === 0 ? [node.place] : items.map(({ place }) => place),
  };
}

function supportedText(node: ConfigNode): string {
  const isText = typeof node.value === "string";
  const members = isText ? new Map([["versions", node]]) : node.members(["versions", "until"]);
  const [versions = node, until] = [members.get("versions"), members.get("until")];
  const { value: named } = versions;
  if (typeof named !== "string" || named === "" || named.includes("=")) {
    return versions.refuse(
      "expected a tag, a revision or a pattern of tags",
      "write versions: v1.*, and until: with its last day",
    );
  }
  if (until === undefined) return named;
  if (typeof until.value === "string" && isDay(until.value)) return `${named}=${until.value}`;
  return until.refuse("expected a day, such as 2027-12-31", "write until: 2027-12-31");
}
