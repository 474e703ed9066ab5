// Documents for tests, written as a few texts in place of files on disk.
import { DocumentError, type OpenApiDocument } from "../../scripts/contract/document/document.ts";
import { readDocument } from "../../scripts/contract/document/read-document.ts";

/** Reads the document whose files are given by path; the first one is the entry. */
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

/** A refusal as one text, `file:line:column: problem | fix`; what was accepted gives `accepted`. */
export async function refusalOf(files: Readonly<Record<string, string>>): Promise<string> {
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
