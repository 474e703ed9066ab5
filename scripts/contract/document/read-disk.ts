// Reads files from disk: regular files up to a maximum size, and for a document only those in its own
// repository or folder.
import { existsSync } from "node:fs";
import { constants, open, realpath, stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { DocumentError } from "./document.ts";
import { decodeText, maxBytes, type ReadText, tooLarge } from "./read-text.ts";

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a directory",
  EACCES: "reading it is not allowed",
  ENOTDIR: "a part of its path is not a directory",
  ELOOP: "its symbolic links lead in a circle",
  ENAMETOOLONG: "its name is too long",
  ERR_INVALID_ARG_VALUE: "its name is not a valid file name",
};

/** Returns the text of a file on disk; relative paths start from `directory`. */
export async function readDisk(path: string, directory = process.cwd()): Promise<string> {
  const bytes = await guarded(path, () => readRegular(path, resolve(directory, path)));
  return decodeText(bytes, path);
}

/**
 * Returns a reader for the files of the document at `entry`: those in its git repository, or in its folder if
 * it is in none. Symbolic links are resolved first; files in `.git` are never read.
 */
export function diskReader(
  entry: string,
  { directory = process.cwd(), allowOutside = false }: { directory?: string; allowOutside?: boolean },
): ReadText {
  const root = rootOf(resolve(directory, entry));
  return async (path) => {
    const absolute = resolve(directory, path);
    if (!allowOutside) rejectOutside(path, root.folder, absolute, root.kind);
    const real = await guarded(path, async () => {
      const [file, folder] = await Promise.all([realpath(absolute), realpath(root.folder)]);
      if (!allowOutside) rejectOutside(path, folder, file, root.kind);
      return file;
    });
    return decodeText(await guarded(path, () => readRegular(path, real)), path);
  };
}

function rootOf(file: string): { folder: string; kind: "repository" | "folder" } {
  const own = dirname(file);
  for (let folder = own; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return { folder, kind: "repository" };
    if (dirname(folder) === folder) return { folder: own, kind: "folder" };
  }
}

function rejectOutside(path: string, root: string, file: string, kind: string): void {
  const below = relative(root, file).split(sep);
  const isOutside = below[0] === ".." || resolve(root, below.join(sep)) !== file;
  if (!isOutside && !below.includes(".git")) return;
  const where = isOutside ? `outside the document's ${kind}` : "among the files of git itself";
  throw new DocumentError(`${path} is not read: it lies ${where}`, {
    fix: isOutside
      ? "copy it next to the document, or allow files from elsewhere with --allow-outside"
      : "copy the needed files next to the document",
  });
}

async function readRegular(path: string, file: string): Promise<Uint8Array> {
  // Checked before opening: opening a pipe waits for a writer, and opening a device can have side effects.
  rejectKind(path, await stat(file));
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const status = await handle.stat();
    rejectKind(path, status);
    if (status.size > maxBytes) throw tooLarge(path);
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of handle.createReadStream({ autoClose: false }) as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      if (length > maxBytes) throw tooLarge(path);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } finally {
    await handle.close();
  }
}

function rejectKind(path: string, status: Awaited<ReturnType<typeof stat>>): void {
  if (status.isFile()) return;
  const kinds: [boolean, string][] = [
    [status.isDirectory(), "a directory"],
    [status.isFIFO(), "a pipe"],
    [status.isSocket(), "a socket"],
  ];
  const kind = kinds.find(([is]) => is)?.[1] ?? "a device";
  throw new DocumentError(`${path} cannot be read: it is ${kind}`, { fix: "name a regular file" });
}

async function guarded<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof DocumentError) throw cause;
    const code = (cause as NodeJS.ErrnoException).code ?? "";
    throw new DocumentError(`${path} cannot be read: ${reasons[code] ?? code}`, {
      fix: "correct the path",
      cause,
    });
  }
}
