// Reads documents for tests from strings instead of files on disk.
import { DocumentError, type OpenApiDocument } from "../../scripts/contract/document/document.ts";
import { readDocument } from "../../scripts/contract/document/read-document.ts";

/** Reads a document whose files are given by path; the first one is the entry document. */
export function readFiles(files: Readonly<Record<string, string>>): Promise<OpenApiDocument> {
  const [entry = ""] = Object.keys(files);
  return readDocument(entry, {
    readText: (path) => {
      const text = files[path];
      return text === undefined
        ? Promise.reject(
            new DocumentError(`${path} cannot be read: there is no such file`, { fix: "correct the path" }),
          )
        : Promise.resolve(text);
    },
  });
}

/** Returns an error as text, `file:line:column: problem | fix`; `accepted` if there is none. */
export async function rejectionOf(files: Readonly<Record<string, string>>): Promise<string> {
  try {
    await readFiles(files);
    return "accepted";
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    const { place, message, fix } = error;
    const where = place === undefined ? "" : `${place.file}:${place.line}:${place.column}: `;
    return `${where}${message} | ${fix}`;
  }
}
