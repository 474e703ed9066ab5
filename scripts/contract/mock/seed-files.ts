// Reads and writes seeds and exports, as JSON or YAML depending on the file name.
import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parse, stringify } from "yaml";
import { UsageError } from "../cli/command.ts";
import { checkOwnTarget } from "../cli/write-target.ts";
import { DocumentError } from "../document/document.ts";
import type { SeedData } from "./mock-api.d.ts";

/** Initial data by tenant. In a file, paths belong to the first tenant; any other key is a tenant's name. */
export type Seeds = readonly { readonly tenant: string; readonly data: SeedData }[];

/**
 * Reads a seed file.
 *
 * @throws DocumentError for a file that does not exist or has other content
 */
export async function readSeeds(path: string, directory: string, firstTenant: string): Promise<Seeds> {
  const wrong = (problem: string, cause?: unknown): DocumentError =>
    new DocumentError(`the seeds ${path} cannot be used: ${problem}`, {
      fix: 'write them as { "/pets": [{ "name": "Rex" }] }, or by tenant',
      cause,
    });
  let value: unknown;
  try {
    value = parse(await readFile(resolve(directory, path), "utf8"));
  } catch (cause) {
    throw wrong(cause instanceof Error ? cause.message : String(cause), cause);
  }
  if (!isData(value)) throw wrong("they are not an object");
  const entries = Object.entries(value);
  const own = entries.filter(([name]) => name.startsWith("/"));
  const tenants = entries.filter(([name]) => !name.startsWith("/"));
  return [
    { tenant: firstTenant, data: Object.fromEntries(own) },
    ...tenants.map(([tenant, data]) => {
      if (!isData(data)) throw wrong(`the data of ${tenant} is not an object`);
      return { tenant, data };
    }),
  ];
}

/**
 * Checks that an export may be written to a path.
 *
 * @throws UsageError if the path has a file with anything other than seeds
 */
export async function checkExport(path: string, directory: string): Promise<void> {
  const full = resolve(directory, path);
  await checkOwnTarget(directory, full, path);
  const text = await readFile(full, "utf8").catch(() => "");
  if (text.trim() === "" || isExported(text)) return;
  throw new UsageError(`${path} was not written by a mock, nothing is written`, {
    expected: "expected no file, or one that --export has written",
    fix: "name another file with --export, or move the existing one",
  });
}

function isExported(text: string): boolean {
  try {
    const value: unknown = parse(text);
    return (
      isData(value) && Object.entries(value).every(([name, data]) => name.startsWith("/") || isData(data))
    );
  } catch {
    return false;
  }
}

/**
 * Writes an export.
 *
 * @throws UsageError like `checkExport`
 */
export async function writeSeeds(
  path: string,
  directory: string,
  data: Readonly<Record<string, SeedData>>,
): Promise<void> {
  await checkExport(path, directory);
  const text = /\.ya?ml$/i.test(path) ? stringify(data) : `${JSON.stringify(data, undefined, 2)}\n`;
  await writeFile(resolve(directory, path), text, { mode: 0o600 });
}

function isData(value: unknown): value is SeedData {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
