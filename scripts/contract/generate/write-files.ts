// The folder of generated files: read completely, and written only if something changes.
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { checkTarget, foreign } from "../cli/write-target.ts";
import { compareFiles, type FileDifference } from "./compare-files.ts";
import type { GeneratedFiles } from "./generated-files.ts";
import { isGenerated } from "./header.ts";

/** The only subfolder that contains generated files. */
const inner = "resources";

/**
 * Returns the files of a folder and of its `resources/` by path (`types.ts`, `resources/pets.js`); none if
 * there is no such folder. Other subfolders are ignored.
 */
export async function readFiles(folder: string): Promise<Map<string, string>> {
  const names = [
    ...(await fileNames(folder)),
    ...(await fileNames(join(folder, inner))).map((name) => `${inner}/${name}`),
  ];
  const texts = await Promise.all(
    names.map(async (name): Promise<[string, string]> => [name, await readFile(join(folder, name), "utf8")]),
  );
  return new Map(texts);
}

async function fileNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

/**
 * Updates a folder to the generated files and returns the differences. Surplus files are deleted only if they
 * were generated; files written by hand are kept. Throws a UsageError, and writes nothing, if a file that was
 * not generated would be replaced, or if the folder contains only other files.
 *
 * @param shown  the folder as named on the command line
 */
export async function writeFiles(
  folder: string,
  files: GeneratedFiles,
  shown: string,
): Promise<FileDifference[]> {
  const present = await readFiles(folder);
  await checkFolder(folder, { files, present, shown });
  const differences = compareFiles(files, present);
  await mkdir(folder, { recursive: true });
  for (const difference of differences) {
    const path = join(folder, difference.file);
    if (difference.kind !== "surplus") {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, files.get(difference.file) ?? "");
    } else if (difference.generated) await rm(path);
  }
  return differences;
}

async function checkFolder(
  folder: string,
  parts: { files: GeneratedFiles; present: ReadonlyMap<string, string>; shown: string },
): Promise<void> {
  const { files, present, shown } = parts;
  for (const file of files.keys()) await checkTarget(folder, join(folder, file), join(shown, file));
  const written = [...present].filter(([, text]) => !isGenerated(text)).map(([file]) => file);
  const replaced = written.find((file) => files.has(file));
  if (replaced !== undefined) throw foreign(shown, replaced);
  if (written.length < present.size) return;
  const [first] = await readdir(folder).catch(() => []);
  if (first !== undefined) throw foreign(shown, first);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
