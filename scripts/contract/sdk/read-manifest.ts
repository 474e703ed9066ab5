// Reads the package.json of the folder in or into which a package is generated: it belongs to another team
// and may be invalid.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { JsonObject } from "../document/document.ts";
import { parseJson } from "../document/parse-json.ts";
import { isObject } from "../document/pointer.ts";

/**
 * Returns its members; none if there is no such file. Throws a DocumentError with the line if it is not JSON.
 */
export async function readManifest(folder: string): Promise<JsonObject> {
  const path = join(folder, "package.json");
  const written = await readFile(path, "utf8").catch(() => "{}");
  const { value } = parseJson({ path, name: path, text: written.replace(/^\ufeff/, "") });
  return isObject(value) ? value : {};
}
