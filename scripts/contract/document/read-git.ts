// Reads a document and all of its files from a git revision.
import { posix } from "node:path";
import { DocumentError, type OpenApiDocument } from "./document.ts";
import { git, pathInRepository, resolveRevision } from "./git.ts";
import { BlobReader } from "./read-blobs.ts";
import { readDocument, type ReadOptions } from "./read-document.ts";
import { decodeText } from "./read-text.ts";
import { isUrl } from "./uri.ts";

/** A revision, and the document's path in it, relative to the working directory of the command. */
export interface GitLocation {
  readonly revision: string;
  readonly path: string;
}

/**
 * `HEAD~3:spec/openapi.yaml` → revision and path; `origin/main` → that revision, with the path of the other
 * side. The caller decides whether a text without a colon names a revision or a file.
 */
export function parseGitLocation(text: string, defaultPath: string): GitLocation {
  const colon = text.indexOf(":");
  if (colon <= 0) return { revision: text, path: defaultPath };
  return { revision: text.slice(0, colon), path: text.slice(colon + 1) };
}

type GitReadOptions = Pick<
  ReadOptions,
  "allowUrls" | "allowHosts" | "overlays" | "readOverlay" | "notice" | "exactNumbers" | "fillsEmpty"
>;

/**
 * Reads a document from a revision of the repository that contains `cwd`.
 *
 * @throws DocumentError if git, the revision or the file is missing, and as `readDocument` does
 */
export async function readGitDocument(
  location: GitLocation,
  cwd: string,
  options: GitReadOptions = {},
): Promise<OpenApiDocument> {
  const {
    allowUrls = false,
    allowHosts,
    overlays,
    readOverlay,
    notice,
    exactNumbers = false,
    fillsEmpty = false,
  } = options;
  const { revision, path } = location;
  const commit = await resolveRevision(revision, cwd);
  const folder = await pathInRepository("", cwd);
  const blobs = new BlobReader(commit, cwd);
  return readDocument(posix.normalize(path), {
    allowUrls,
    allowHosts,
    overlays,
    readOverlay,
    notice,
    exactNumbers,
    fillsEmpty,
    // The base of Overlay paths: Overlays are read from the working tree, whatever the revision.
    directory: cwd,
    nameOf: (file) => (isUrl(file) ? file : `${revision}:${file}`),
    readText: async (file) => {
      const inRepository = posix.join(folder, file);
      const bytes = await blobs.read(inRepository);
      if (bytes === undefined) throw await missingFile(revision, inRepository, { commit, cwd });
      return decodeText(bytes, `${revision}:${file}`);
    },
  }).finally(() => blobs.close());
}

async function missingFile(
  revision: string,
  path: string,
  at: { commit: string; cwd: string },
): Promise<DocumentError> {
  const listed = await git(["ls-tree", "-r", "--name-only", "--full-tree", "-z", at.commit], at.cwd);
  const name = posix.basename(path);
  const same = listed
    .text()
    .split("\0")
    .find((file) => posix.basename(file) === name);
  return new DocumentError(`${revision} has no file ${path}`, {
    fix:
      same === undefined ? "name a revision that has it" : `name the file: ${revision}:${same} has that name`,
  });
}
