// The folder of generated files: read whole, written only where something changes.
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { checkTarget, foreign } from "../cli/write-target.ts";
import { compareFiles, type FileDifference } from "./compare-files.ts";
import type { GeneratedFiles } from "./generated-files.ts";
import { isGenerated } from "./header.ts";

/** The one folder inside that holds generated files. */
const inner = "resources";

/**
 * The files of a folder and of `resources/` in it, by path (`types.ts`, `resources/pets.js`); none when there is no such folder.
 * Other folders inside are nobody's business here.
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
 * Brings a folder to what is generated and tells what was different. What is surplus is deleted only if it was generated:
 * a file that somebody wrote is left for them to move. Throws a UsageError, and writes nothing, where somebody else's file would
 * be replaced, and in a folder that holds files of others only.
 *
 * @param shown  how the folder was named
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
