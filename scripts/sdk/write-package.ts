// The package's folder on the disk, and the archive beside it.
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { compareFiles, type FileDifference } from "../generate/compare-files.ts";
import type { PackageText } from "./package-files.ts";
import { codeFolder } from "./package-json.ts";

/** The files that belong to a package in a folder, by path; what else lies there is nobody's business here. */
export async function readPackage(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((path) => !path.includes("/") || path.startsWith(`${codeFolder}/`));
  const texts = await Promise.all(
    paths.map(async (path): Promise<[string, string]> => [path, await readFile(join(folder, path), "utf8")]),
  );
  return new Map(texts);
}

/** Files that are missing or not as they should be, and code that should not be there. */
export function differences(
  wanted: ReadonlyMap<string, string>,
  present: ReadonlyMap<string, string>,
): FileDifference[] {
  return compareFiles(wanted, present).filter(
    ({ kind, file }) => kind !== "surplus" || file.startsWith(`${codeFolder}/`),
  );
}

/** Writes what is not as it should be, and deletes code of an earlier package. */
export async function writePackage(
  folder: string,
  wanted: ReadonlyMap<string, PackageText>,
  archive: { readonly path: string; readonly content: Buffer },
): Promise<void> {
  for (const { kind, file } of differences(wanted, await readPackage(folder))) {
    const path = join(folder, file);
    if (kind === "surplus") {
      await rm(path);
    } else {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, wanted.get(file) ?? "");
    }
  }
  await writeFile(archive.path, archive.content);
}
