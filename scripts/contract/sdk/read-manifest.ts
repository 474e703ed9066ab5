// The package.json of the folder that a package is made in or into: another team's file, which may be broken.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { JsonObject } from "../document/document.ts";
import { parseJson } from "../document/parse-json.ts";
import { isObject } from "../document/pointer.ts";

/** Its members; none when there is no such file. Throws a DocumentError, with the line, for what is not JSON. */
export async function readManifest(folder: string): Promise<JsonObject> {
  const path = join(folder, "package.json");
  const written = await readFile(path, "utf8").catch(() => "{}");
  const { value } = parseJson({ path, name: path, text: written.replace(/^\ufeff/, "") });
  return isObject(value) ? value : {};
}
