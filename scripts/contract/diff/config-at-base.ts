// The config that base has, where the change edits it: another text, at another path, or none any more.
import type { ConfigInForce, WrittenConfig } from "../cli/command.ts";
import { git } from "../document/git.ts";
import { readBeside, type SideLocation } from "./side-location.ts";

/** What a change makes of the config. */
export interface ConfigEdit {
  /** The file that is named where the edit is told. */
  readonly path: string;
  /** Undefined: base has none. */
  readonly atBase: WrittenConfig | undefined;
}

/** Undefined where the config in force is base's, or is not what head has: where base's files are checked out, an edit is not in force. */
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

/** The text of a file of a side, without a byte order mark, which is no text. */
export async function textAt(side: SideLocation, path: string, cwd: string): Promise<string | undefined> {
  return (await readBeside(side, path, cwd))?.replace(/^\ufeff/, "");
}

/** The nearest of these files that a revision has. */
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
