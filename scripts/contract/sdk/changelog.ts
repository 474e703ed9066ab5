// Prints the package's CHANGELOG: sections of earlier versions are kept, and this version comes first.
import { joinMarkdown, mark, type Markdown, prose, span, trustedMarkdown } from "./markdown.ts";
import type { PackageSettings } from "./package-settings.ts";

/**
 * @param earlier  the existing file of the folder, if there is one
 * @param methods  all methods of this version, such as `pools.create`
 */
export function printChangelog(
  { version, document }: PackageSettings,
  methods: readonly string[],
  earlier: string | undefined,
): Markdown {
  const sections = sectionsOf(earlier ?? "").filter((section) => section.version !== version);
  const had = methodsAfter(sections);
  const added = methods.filter((method) => !had.has(method));
  const removed = [...had].filter((method) => !methods.includes(method));
  const lines = [
    mark`## ${prose(version)}`,
    mark``,
    mark`Made from ${prose(document.title)} ${prose(document.version)} (${prose(document.sha256.slice(0, 12))}).`,
    ...(added.length === 0 ? [] : [mark``, mark`Added: ${spans(added)}.`]),
    ...(removed.length === 0 ? [] : [mark``, mark`Removed: ${spans(removed)}.`]),
  ];
  const rest = sections.map(({ text }) => mark`\n${trustedMarkdown(text.trim())}\n`);
  return mark`# Changelog\n\n${joinMarkdown(lines, "\n")}\n${rest}`;
}

function spans(names: readonly string[]): Markdown {
  return joinMarkdown(
    names.map((name) => span(name)),
    ", ",
  );
}

interface Section {
  readonly version: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly text: string;
}

/** Returns the methods that remain after some sections, the newest first. */
function methodsAfter(sections: readonly Section[]): Set<string> {
  const methods = new Set<string>();
  for (const { added, removed } of [...sections].reverse()) {
    for (const method of added) methods.add(method);
    for (const method of removed) methods.delete(method);
  }
  return methods;
}

function sectionsOf(changelog: string): Section[] {
  return changelog.split(/^(?=## )/m).flatMap((text) => {
    const [, version] = /^## (\S+)/.exec(text) ?? [];
    return version === undefined
      ? []
      : [{ version, text, added: listed(text, "Added"), removed: listed(text, "Removed") }];
  });
}

function listed(text: string, kind: string): string[] {
  const [, list = ""] = new RegExp(`^${kind}: (.*)$`, "m").exec(text) ?? [];
  return [...list.matchAll(/`([^`]+)`/g)].map(([, method = ""]) => method);
}
