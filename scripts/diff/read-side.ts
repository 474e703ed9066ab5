// Reads one side of a comparison: a file, or a document as it was at a git revision.
import { access } from "node:fs/promises";
import { resolve } from "node:path";
import type { OpenApiDocument } from "../document/document.ts";
import { readDocument } from "../document/read-document.ts";
import { parseGitLocation, readGitDocument } from "../document/read-git.ts";
import { isUrl, readDisk } from "../document/read-text.ts";

/**
 * `old.yaml`, `origin/main`, or `HEAD~3:spec/openapi.yaml`. What is a file is read as one; anything else is a revision,
 * and `defaultPath` the document in it when it names none.
 */
export async function readSide(text: string, defaultPath: string, cwd: string): Promise<OpenApiDocument> {
  const file = isUrl(text) || /^[^:]*\.(ya?ml|json)$/i.test(text) || (await exists(resolve(cwd, text)));
  if (file) return readFileAt(text, cwd);
  return readGitDocument(parseGitLocation(text, defaultPath), cwd);
}

function readFileAt(path: string, cwd: string): Promise<OpenApiDocument> {
  return readDocument(path, { readText: (name) => readDisk(name, cwd) });
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
