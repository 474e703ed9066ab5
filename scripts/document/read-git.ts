// Reads a document as it was at a git revision, all of its files from that revision.
import { execFile } from "node:child_process";
import { posix } from "node:path";
import { promisify } from "node:util";
import { DocumentError, type OpenApiDocument } from "./document.ts";
import { decodeText, isUrl } from "./read-text.ts";
import { readDocument } from "./read-document.ts";

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

/**
 * The document at a revision of the repository that `cwd` is in.
 *
 * Throws a DocumentError when git, the revision or the file is missing, and for all that `readDocument` refuses.
 */
export async function readGitDocument(location: GitLocation, cwd: string): Promise<OpenApiDocument> {
  const { revision, path } = location;
  const commit = await resolveRevision(revision, cwd);
  const prefix = (await git(["rev-parse", "--show-prefix"], cwd)).text().trim();
  return readDocument(posix.normalize(path), {
    nameOf: (file) => (isUrl(file) ? file : `${revision}:${file}`),
    readText: async (file) => {
      const inRepository = posix.join(prefix, file);
      const result = await git(["cat-file", "blob", `${commit}:${inRepository}`], cwd);
      if (result.failed) throw await missingFile(revision, inRepository, { commit, cwd });
      return decodeText(result.bytes, `${revision}:${file}`);
    },
  });
}

async function resolveRevision(revision: string, cwd: string): Promise<string> {
  const inside = await git(["rev-parse", "--is-inside-work-tree"], cwd);
  if (inside.failed) {
    throw new DocumentError(`${JSON.stringify(revision)} is not read: ${cwd} is in no git repository`, {
      fix: "run it inside a clone, or name two files",
    });
  }
  // --end-of-options: a revision that begins with a dash is a revision.
  const result = await git(
    ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`],
    cwd,
  );
  if (!result.failed) return result.text().trim();
  const shallow = (await git(["rev-parse", "--is-shallow-repository"], cwd)).text().trim() === "true";
  throw new DocumentError(`git knows no revision ${JSON.stringify(revision)}`, {
    fix: shallow
      ? "this clone is shallow: run git fetch --unshallow, or check out with fetch-depth: 0"
      : "run git fetch, and check the name with git log --oneline",
  });
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

interface GitResult {
  readonly failed: boolean;
  readonly bytes: Uint8Array;
  text(): string;
}

const run = promisify(execFile);

async function git(args: readonly string[], cwd: string): Promise<GitResult> {
  try {
    const { stdout } = await run("git", args, { cwd, encoding: "buffer", maxBuffer: 256 * 1024 * 1024 });
    return { failed: false, bytes: stdout, text: () => stdout.toString("utf8") };
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") {
      throw new DocumentError("git cannot be run", {
        fix: "install git, or name two files in place of revisions",
        cause,
      });
    }
    return { failed: true, bytes: new Uint8Array(), text: () => "" };
  }
}
