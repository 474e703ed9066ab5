// The name and version of this tool's package.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { packageFolder } from "./package-folder.ts";

/** Returns the version in its package.json. */
export async function readToolVersion(): Promise<string> {
  return readField("version");
}

/** Returns the name in its package.json. */
export async function readToolName(): Promise<string> {
  return readField("name");
}

async function readField(field: "name" | "version"): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(packageFolder(), "package.json"), "utf8"));
  const value: unknown =
    typeof manifest === "object" && manifest !== null ? Reflect.get(manifest, field) : undefined;
  return typeof value === "string" ? value : "";
}
