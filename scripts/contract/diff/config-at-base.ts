// Finds base's config if the change edits it: other text, another path, or no config in head.
import type { ConfigInForce, WrittenConfig } from "../cli/command.ts";
import { git } from "../document/git.ts";
import { readBeside, type SideLocation } from "./side-location.ts";

/** An edit of the config by a change. */
export interface ConfigEdit {
  /** The file named in messages about the edit. */
  readonly path: string;
  /** Undefined: base has none. */
  readonly atBase: WrittenConfig | undefined;
}

/**
 * Returns undefined if the config in force is base's, or is not that of head: if base's files are checked
 * out, an edit is not in force.
 */
export async function configEdit(
  { base, head }: { readonly base: SideLocation; readonly head: SideLocation },
  config: ConfigInForce | undefined,
  cwd: string,
): Promise<ConfigEdit | undefined> {
  if (config?.text === undefined || base.kind !== "revision") return undefined;
  const isOfHead = head.kind === "file" || ((await textAt(head, config.path, cwd)) ?? "") === config.text;
  if (!isOfHead) return undefined;
  const atBase = await configAt(base, config.candidates, cwd);
  if ((atBase?.text ?? "") === config.text && (atBase?.path ?? config.path) === config.path) return undefined;
  return { path: config.text === "" ? (atBase?.path ?? config.path) : config.path, atBase };
}

/** Returns the text of a file of a side, without a byte order mark. */
export async function textAt(side: SideLocation, path: string, cwd: string): Promise<string | undefined> {
  return (await readBeside(side, path, cwd))?.replace(/^\ufeff/, "");
}

/** Returns the nearest of these files that exists in a revision. */
async function configAt(
  base: SideLocation & { readonly kind: "revision" },
  candidates: readonly string[],
  cwd: string,
): Promise<WrittenConfig | undefined> {
  const options = ["ls-tree", "--name-only", "-z", "--end-of-options"];
  const listed = await git([...options, base.revision, "--", ...candidates], cwd);
  const there = new Set(listed.text().split("\0"));
  const path = candidates.find((one) => there.has(one));
  const text = path === undefined ? undefined : await textAt(base, path, cwd);
  return path === undefined || text === undefined ? undefined : { path, text };
}
