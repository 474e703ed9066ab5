// Reads a document as it was at a git revision, all of its files from that revision.
import { posix } from "node:path";
import { DocumentError, type OpenApiDocument } from "./document.ts";
import { git, pathInRepository, resolveRevision } from "./git.ts";
import { BlobReader } from "./read-blobs.ts";
import { readDocument, type ReadOptions } from "./read-document.ts";
import { decodeText } from "./read-text.ts";
import { isUrl } from "./uri.ts";

/** A revision, and the path a document has in it, relative to the directory the command runs in. */
export interface GitLocation {
  readonly revision: string;
  readonly path: string;
}

/**
 * `HEAD~3:spec/openapi.yaml` → revision and path; `origin/main` → that revision, with the path of the other side.
 * Whether a text without a colon names a revision or a file is for the caller to know.
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
 * The document at a revision of the repository that `cwd` is in.
 *
 * Throws a DocumentError when git, the revision or the file is missing, and for all that `readDocument` refuses.
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
    // Where Overlays are: they are of today, whatever the revision.
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
