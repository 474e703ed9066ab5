// Parses one section of a config to the flags that it sets.
import type { CommandOption } from "../cli/command.ts";
import { isReason, sampleReason } from "../cli/reason.ts";
import { selectorText } from "../cli/selector.ts";
import { type Setting, type Settings, severities } from "./config.ts";
import { type ConfigLocation, configPath } from "./config-path.ts";
import type { ConfigNode } from "./config-reader.ts";
import { choicesOf } from "../cli/choices-of.ts";
import { isPath } from "./section-options.ts";

/** The name of the list that stands for the flag `--grade` in a section. */
export const severityName = "severity";

/**
 * Parses the settings of a section.
 *
 * @throws DocumentError for a name that is not a flag, and for a value that the flag does not take
 */
export function parseSettings(
  node: ConfigNode,
  options: Readonly<Record<string, CommandOption>>,
  at: ConfigLocation,
): Settings {
  const graded = Object.entries(options).find(([, { conditions }]) => conditions !== undefined);
  const known = Object.keys(options).map((name) => (name === graded?.[0] ? severityName : name));
  const settings = new Map<string, Setting>();
  for (const [name, member] of node.members(known)) {
    if (name === severityName && graded !== undefined) {
      settings.set(graded[0], parseSeverity(member, graded[1].conditions ?? []));
      continue;
    }
    const option = options[name];
    if (option !== undefined) settings.set(name, parseSetting(member, option, at));
  }
  return settings;
}

/** Parses the values of one flag. */
export function parseSetting(node: ConfigNode, option: CommandOption, at: ConfigLocation): Setting {
  if (option.type === "boolean") {
    if (typeof node.value !== "boolean") node.refuse("expected true or false", "write true or false");
    return { values: node.value ? [""] : [], places: [node.place] };
  }
  if (Array.isArray(node.value) && option.multiple !== true) {
    node.refuse("expected one value, got a list", "write the value alone");
  }
  const items = node.items();
  return {
    values: items.map((item) => valueOf(item, option, at)),
    places: items.length === 0 ? [node.place] : items.map(({ place }) => place),
  };
}

function valueOf(node: ConfigNode, option: CommandOption, at: ConfigLocation): string {
  const { value } = node;
  if ((typeof value !== "string" || value === "") && typeof value !== "number") {
    return node.refuse("expected a text", "write a text, in quotes where YAML reads something else");
  }
  const text = String(value);
  const choices = choicesOf(option);
  if (choices?.includes(text) === false) {
    node.refuse(`expected one of ${choices.join(", ")}`, `write ${choices[0] ?? ""}`);
  }
  return isPath(option) ? pathOf(node, at) : text;
}

/** Returns a path relative to the working directory of the command. */
export function pathOf(node: ConfigNode, at: ConfigLocation): string {
  const { value } = node;
  if (typeof value !== "string" || value === "")
    return node.refuse("expected a path", "write the path of a file");
  return (
    configPath(value, at) ??
    node.refuse("expected a path inside of the repository", "name one there, or give it by a flag")
  );
}

function parseSeverity(node: ConfigNode, conditions: readonly string[]): Setting {
  const items = node.items();
  return {
    values: items.map((item) => gradeText(item, conditions)),
    places: items.length === 0 ? [node.place] : items.map(({ place }) => place),
  };
}

/** `{ rule: enum, severity: warn, reason: … }` → `warn rule=enum: …`. */
function gradeText(node: ConfigNode, conditions: readonly string[]): string {
  const members = node.members([...conditions, "severity", "reason"]);
  const text = (name: string): string | undefined => {
    const member = members.get(name);
    if (member === undefined || typeof member.value === "string") return member?.value as string | undefined;
    return member.refuse("expected a text", "write a text, in quotes where YAML reads something else");
  };
  const [severity, reason = ""] = [severityOf(members.get("severity")), text("reason")];
  if (severity === undefined)
    return node.refuse(
      `expected severity: one of ${severities.join(", ")}`,
      "write severity: warn",
      "the severity is missing",
    );
  if (!isReason(reason)) {
    return (members.get("reason") ?? node).refuse(
      "expected a reason that a reader understands a year from now",
      `write reason: ${sampleReason}`,
      "a severity needs a reason",
    );
  }
  const chosen = conditions.flatMap((name) => {
    const value = text(name);
    return value === undefined ? [] : [[name, value]];
  });
  if (chosen.length === 0) {
    return node.refuse(
      `expected one of ${conditions.join(", ")}`,
      "write rule: and the name of a rule",
      "a severity needs a rule",
    );
  }
  return `${severity} ${selectorText(Object.fromEntries(chosen) as Record<string, string>, reason)}`;
}

/** In YAML 1.1, which some editors write, `off` is false. */
function severityOf(node: ConfigNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  const word = node.value === false ? "off" : node.value;
  return (
    severities.find((one) => one === word) ??
    node.refuse(`expected one of ${severities.join(", ")}`, "write warn")
  );
}
