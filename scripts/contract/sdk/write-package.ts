// The package's folder on disk, and the archive next to it.
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { constants, gunzipSync } from "node:zlib";
import { checkTarget, foreign } from "../cli/write-target.ts";
import { compareFiles, type FileDifference } from "../generate/compare-files.ts";
import type { PackageText } from "./package-files.ts";
import { codeFolder } from "./package-json.ts";

/** Returns the files of a folder that belong to a package, by path; all others are ignored. */
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

/** Returns files that are missing or differ, and surplus code files. */
export function differences(
  wanted: ReadonlyMap<string, string>,
  present: ReadonlyMap<string, string>,
): FileDifference[] {
  return compareFiles(wanted, present).filter(
    ({ kind, file }) => kind !== "surplus" || file.startsWith(`${codeFolder}/`),
  );
}

/**
 * Writes files that differ, and deletes code of an earlier package. Throws a UsageError, and writes nothing,
 * if the folder contains anything but such a package, or if a file that was not generated would be replaced.
 *
 * @returns the files in the code folder that this tool did not write, which are kept
 */
export async function writePackage(
  folder: string,
  wanted: ReadonlyMap<string, PackageText>,
  { shown, archive }: { readonly shown: string; readonly archive: Archive },
): Promise<string[]> {
  const present = await readPackage(folder);
  const own = ownFiles(present);
  await checkFolder(folder, wanted, { present, own, shown });
  await checkArchive(archive);
  const left: string[] = [];
  for (const { kind, file } of differences(wanted, present)) {
    const path = join(folder, file);
    if (kind !== "surplus") {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, wanted.get(file) ?? "");
    } else if (own?.has(file) === true) await rm(path);
    else left.push(file);
  }
  await writeFile(join(folder, listFile), `${[...wanted.keys()].join("\n")}\n`);
  await writeFile(archive.path, archive.content);
  return left;
}

/** The archive of a package: its path and content. */
export interface Archive {
  readonly path: string;
  readonly content: Buffer;
}

/** The list of files that this tool wrote; not part of the package. */
const listFile = ".contract-files";

/** Undefined for a package from before this list existed. */
function ownFiles(present: ReadonlyMap<string, string>): ReadonlySet<string> | undefined {
  const list = present.get(listFile);
  return list === undefined ? undefined : new Set(list.split(/\r?\n/));
}

async function checkFolder(
  folder: string,
  wanted: ReadonlyMap<string, string>,
  parts: { present: ReadonlyMap<string, string>; own: ReadonlySet<string> | undefined; shown: string },
): Promise<void> {
  const { present, own, shown } = parts;
  for (const file of [...wanted.keys(), listFile])
    await checkTarget(folder, join(folder, file), join(shown, file));
  const manifest = present.get("package.json");
  if (!isOurs(manifest)) {
    const [first] = await readdir(folder).catch(() => []);
    if (first !== undefined)
      throw foreign(shown, manifest === undefined ? first : "a package.json of others");
  }
  const replaced = [...present].find(
    ([file, text]) => own?.has(file) === false && wanted.has(file) && wanted.get(file) !== text,
  );
  if (replaced !== undefined) throw foreign(shown, replaced[0]);
}

/** Whether a package.json is that of a package that was generated from a document. */
function isOurs(manifest: string | undefined): boolean {
  return manifest !== undefined && /^ {2}"contract": \{\n {4}"document": \{/m.test(manifest);
}

async function checkArchive({ path }: Archive): Promise<void> {
  await checkTarget(dirname(path), path);
  const known = await readFile(path).catch(() => undefined);
  if (known !== undefined && !isPackage(known)) throw foreign(dirname(path), path);
}

function isPackage(archive: Buffer): boolean {
  try {
    // `package.json` is the first file: the rest is not read.
    const start = gunzipSync(archive.subarray(0, 1 << 16), { finishFlush: constants.Z_SYNC_FLUSH });
    return isOurs(start.toString("latin1"));
  } catch {
    return false;
  }
}
