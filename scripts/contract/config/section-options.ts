// The flags that a section of a config may set: those of its commands, except flags that are allowed only on
// a command line.
import type { Command, CommandOption, ConfigSection } from "../cli/command.ts";
import type { SectionOptions } from "./config.ts";

/** Commands by name; each is loaded on demand. */
export type CommandTable = ReadonlyMap<string, () => Promise<Command>>;

/** Returns the flags of one section, or of all. Only their commands are loaded. */
export async function sectionOptions(commands: CommandTable, only?: ConfigSection): Promise<SectionOptions> {
  const chosen = [...commands].filter(([name]) => only === undefined || name.split(" ")[0] === only);
  const found = new Map<ConfigSection, Record<string, CommandOption>>();
  for (const [, load] of chosen) {
    const { section, options } = await load();
    if (section === undefined) continue;
    const known = found.get(section) ?? {};
    // A flag means the same in each command of a section; the first one's description is used for the
    // section.
    found.set(section, { ...options, ...known });
  }
  return new Map([...found].map(([section, options]) => [section, configurable(options)]));
}

/** Set per document, not per command. */
const ofDocuments = ["overlay", "supported"];

function configurable(options: Readonly<Record<string, CommandOption>>): Record<string, CommandOption> {
  return Object.fromEntries(
    Object.entries(options).filter(
      ([name, { flagOnly }]) => flagOnly !== true && !ofDocuments.includes(name),
    ),
  );
}

/** Returns true if a flag names a file or a folder. */
export function isPath({ value }: CommandOption): boolean {
  return value === "file" || value === "folder";
}
