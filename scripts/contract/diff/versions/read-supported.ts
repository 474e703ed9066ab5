// Reads the documents of the versions named on a command line: tags by a pattern, revisions, files.
import { type CommandArgs, type CommandIo, type CommandOption, UsageError } from "../../cli/command.ts";
import { isDay } from "../../cli/day.ts";
import { printable } from "../../cli/printable.ts";
import { readingOf } from "../../cli/reading-options.ts";
import type { OpenApiDocument } from "../../document/document.ts";
import { git } from "../../document/git.ts";
import type { Reading } from "../../document/read-document.ts";
import { documentOf } from "../document-option.ts";
import { locateSide, readBeside, readSide } from "../side-location.ts";
import type { SupportedVersion } from "./supported-version.ts";

export const supportedOption: CommandOption = {
  type: "string",
  multiple: true,
  value: "versions",
  summary:
    "Versions whose clients must not break: tags by a pattern ('v1.*'), a revision or a file; with a last day of support: 'v1.0=2027-03-01'. May be repeated.",
};

/** A supported version, with its document. */
export interface ReadVersion extends SupportedVersion {
  readonly document: OpenApiDocument;
}

/** Returns the versions of a command line, with their documents. */
export async function readSupported(args: CommandArgs, io: CommandIo): Promise<readonly ReadVersion[]> {
  return readVersions(await supportedVersions(args, io.cwd), {
    document: documentOf(args),
    cwd: io.cwd,
    reading: readingOf(args, io),
    note: (text) => {
      io.err(printable(text));
    },
  });
}

/** Where to search, and the callback for tags without a contract. */
export interface ReadingVersions {
  readonly document: string;
  readonly cwd: string;
  readonly reading: Reading;
  readonly note: (text: string) => void;
}

/**
 * Returns the versions of `--supported`, in the order given; tags of a pattern in version order. Of a version
 * that is named twice, the last entry counts.
 *
 * @throws UsageError for a pattern that matches no tag, and for an invalid date
 */
export async function supportedVersions(
  args: CommandArgs,
  cwd: string,
): Promise<readonly SupportedVersion[]> {
  const named = new Map<string, SupportedVersion>();
  for (const value of args.values("supported"))
    for (const version of await expanded(value, cwd)) named.set(version.name, version);
  return [...named.values()];
}

/**
 * Returns the versions with their documents. Tags of a pattern without a contract are left out, and reported.
 */
export async function readVersions(
  versions: readonly SupportedVersion[],
  { document, cwd, reading, note }: ReadingVersions,
): Promise<readonly ReadVersion[]> {
  const read: ReadVersion[] = [];
  // Sequential: each document may be large.
  for (const version of versions) {
    const location = await locateSide(version.source, document, cwd);
    const isOfPattern = location.kind === "revision" && !location.named;
    if (isOfPattern && (await readBeside(location, location.path, cwd)) === undefined)
      note(`${version.name} has no ${location.path}: its clients are ignored`);
    else read.push({ ...version, document: await readSide(location, cwd, reading) });
  }
  return read;
}

async function expanded(value: string, cwd: string): Promise<SupportedVersion[]> {
  const { source, until } = lastDay(value);
  if (!/[*?[]/.test(source)) return [{ name: nameOf(source), source, until }];
  // After the end of options, even a pattern that begins with a dash is a pattern.
  const listed = await git(["tag", "--list", "--sort=version:refname", "--", source], cwd);
  const tags = listed
    .text()
    .split("\n")
    .filter((tag) => tag !== "");
  if (tags.length > 0) return tags.map((tag) => ({ name: tag, source: tag, until }));
  throw new UsageError(`--supported ${source}: there is no such tag`, {
    expected: "expected a pattern of tags, as git tag --list takes it",
    fix: "run git fetch --tags, or check out with fetch-depth: 0, and look at git tag --list",
  });
}

function lastDay(value: string): { readonly source: string; readonly until: string | undefined } {
  const at = value.lastIndexOf("=");
  if (at === -1) return { source: value, until: undefined };
  const until = value.slice(at + 1);
  if (at > 0 && isDay(until)) return { source: value.slice(0, at), until };
  throw new UsageError(`--supported ${value} has an invalid last day of support`, {
    expected: `expected a day such as 2027-03-01, got ${until}`,
    fix: `write --supported ${value.slice(0, Math.max(at, 0)) || "v1.0"}=2027-03-01`,
  });
}

/** Returns the name of a version: v1.0 for `v1.0:spec/openapi.yaml`. */
function nameOf(source: string): string {
  const colon = source.indexOf(":");
  return colon > 0 && !source.startsWith("http") ? source.slice(0, colon) : source;
}
