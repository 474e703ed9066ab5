// The package that this tool came in: its name and version.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { packageFolder } from "./package-folder.ts";

/** As its package.json says. */
export async function readToolVersion(): Promise<string> {
  return readField("version");
}

/** As its package.json says. */
export async function readToolName(): Promise<string> {
  return readField("name");
}

async function readField(field: "name" | "version"): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(packageFolder(), "package.json"), "utf8"));
  const value: unknown =
    typeof manifest === "object" && manifest !== null ? Reflect.get(manifest, field) : undefined;
  return typeof value === "string" ? value : "";
}
