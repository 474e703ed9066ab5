// Merges the settings of one run: the flags of the command line first, then the config's settings of the
// document, then those of all documents.
import type { Command, CommandArgs, ConfigSection } from "../cli/command.ts";
import { commandArgs } from "../cli/command-args.ts";
import type { ConfigPart, Setting, Settings } from "./config.ts";

/**
 * Returns the settings of a document's runs in a section; empty if the document is excluded. The more
 * specific setting wins; grades precede those of all documents.
 */
export function settingsOf(
  section: ConfigSection,
  own: ConfigPart | undefined,
  shared: ConfigPart,
  adds: (flag: string) => boolean,
): Settings[] {
  const common = shared.sections.get(section)?.[0];
  const runs = own?.sections.get(section) ?? [new Map<string, Setting>()];
  const overlay = own?.overlay ?? shared.overlay;
  const supported = own?.supported ?? shared.supported;
  return runs.map((settings) => {
    const merged = new Map(common ?? []);
    if (overlay !== undefined) merged.set("overlay", overlay);
    if (supported !== undefined && section === "diff") merged.set("supported", supported);
    for (const [name, setting] of settings) {
      const after = adds(name) ? common?.get(name) : undefined;
      merged.set(name, after === undefined ? setting : joined(setting, after));
    }
    return merged;
  });
}

function joined(first: Setting, second: Setting): Setting {
  return { values: [...first.values, ...second.values], places: [...first.places, ...second.places] };
}

/** Returns the arguments of a run: the settings that the command has flags for and that were not typed. */
export function argsUnder(
  command: Command,
  typed: CommandArgs,
  settings: Settings,
  run: { readonly positionals: readonly string[]; readonly document?: string; readonly documents: number },
): CommandArgs {
  const given = new Map(typed.given);
  for (const [name, { values }] of settings) {
    const option = Object.hasOwn(command.options, name) ? command.options[name] : undefined;
    if (option === undefined) continue;
    const givenValues = typed.given.get(name);
    if (givenValues === undefined) given.set(name, values);
    else if (option.adds === true && givenValues.length > 0) given.set(name, [...givenValues, ...values]);
  }
  if (run.document !== undefined) {
    // Its path, whatever name was used for it.
    if (command.section === "diff") given.set("document", [run.document]);
    else given.delete("spec");
  }
  return commandArgs(run.positionals, given, { typed, documents: run.documents });
}
