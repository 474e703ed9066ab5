// The folder of generated files: read whole, written only where something changes.
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compareFiles, type FileDifference } from "./compare-files.ts";
import type { GeneratedFiles } from "./generated-files.ts";

/** The files of a folder by name; none when there is no such folder. Folders inside are nobody's business here. */
export async function readFiles(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const texts = await Promise.all(
    names.map(async (name): Promise<[string, string]> => [name, await readFile(join(folder, name), "utf8")]),
  );
  return new Map(texts);
}

/**
 * Brings a folder to what is generated and tells what was different. What is surplus is deleted only if it was generated:
 * a file that somebody wrote is left for them to move.
 */
export async function writeFiles(folder: string, files: GeneratedFiles): Promise<FileDifference[]> {
  const differences = compareFiles(files, await readFiles(folder));
  await mkdir(folder, { recursive: true });
  for (const difference of differences) {
    const path = join(folder, difference.file);
    if (difference.kind !== "surplus") await writeFile(path, files.get(difference.file) ?? "");
    else if (difference.generated) await rm(path);
  }
  return differences;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
