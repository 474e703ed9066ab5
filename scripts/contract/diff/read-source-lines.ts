// Reads the lines of every file that a finding points to, so that a page can show base and head side by side.
import type { SourceLocation } from "../document/document.ts";
import { isUrl } from "../document/uri.ts";
import type { Comparison } from "./comparison.ts";
import { readBeside, type SideLocation } from "./side-location.ts";

/** Returns a look-up of lines, read once; a location in a file that can no longer be read has none. */
export async function readSourceLines(
  { findings }: Comparison,
  cwd: string,
): Promise<(place: SourceLocation) => readonly string[] | undefined> {
  const names = new Set(
    findings.flatMap(({ base, head }) => [base, head].flatMap((place) => place?.source.file ?? [])),
  );
  const read = [...names].map(async (name): Promise<[string, readonly string[]]> => {
    if (isUrl(name)) return [name, []];
    const { location, path } = whereIs(name);
    const text = await readBeside(location, path, cwd);
    return [name, (text ?? "").split(/\r?\n/)];
  });
  const lines = new Map(await Promise.all(read));
  return ({ file }) => lines.get(file);
}

/** Parses the file name of a location: `origin/main:spec/openapi.yaml`, or a path. */
function whereIs(name: string): { readonly location: SideLocation; readonly path: string } {
  const colon = name.indexOf(":");
  if (colon <= 0) return { location: { kind: "file", path: name, named: true }, path: name };
  const path = name.slice(colon + 1);
  return { location: { kind: "revision", revision: name.slice(0, colon), path, named: true }, path };
}
