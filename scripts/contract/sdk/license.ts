// The licence under which a package is published, and the notices of bundled packages.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { JsonObject } from "../document/document.ts";
import { member, oneLine, text } from "./package-settings.ts";
import { type PlainText, plainText } from "./plain-text.ts";
import { readManifest } from "./read-manifest.ts";
import type { Vendored } from "./runtime-modules.ts";

/** A licence: its identifier and its text. */
export interface License {
  /** An SPDX expression, or `SEE LICENSE IN LICENSE`. */
  readonly id: string;
  /** The text of the file LICENSE. */
  readonly text: PlainText;
}

/** Licence names in documents that are not SPDX identifiers. */
const identifiers: ReadonlyMap<string, string> = new Map([
  ["apache 2.0", "Apache-2.0"],
  ["apache license 2.0", "Apache-2.0"],
  ["apache license, version 2.0", "Apache-2.0"],
  ["mit license", "MIT"],
]);

/**
 * Returns the licence of the repository in which the package is generated; without one, that of the API as
 * the document declares it.
 *
 * @param folder  working directory of the command
 */
export async function licenseOf(root: JsonObject, folder: string): Promise<License> {
  const own = await readText(join(folder, "LICENSE"));
  if (own !== undefined) {
    const { license: id } = await readManifest(folder);
    return { id: typeof id === "string" ? id : "SEE LICENSE IN LICENSE", text: plainText(own) };
  }
  const license = member(member(root, "info"), "license");
  const name = text(license["name"]);
  const holder =
    text(member(member(root, "info"), "contact")["name"]) ?? text(member(root, "info")["title"]) ?? "the API";
  const id = text(license["identifier"]) ?? (name && (identifiers.get(name.toLowerCase()) ?? spdx(name)));
  if (name === undefined) {
    return {
      id: "UNLICENSED",
      text: plainText(`All rights reserved by the owners of ${oneLine(holder)}.\n`),
    };
  }
  const address = text(license["url"]);
  return {
    id: id ?? "SEE LICENSE IN LICENSE",
    text: plainText(
      `${oneLine(name)}\n\nThe terms under which the document of ${oneLine(holder)} is published${address === undefined ? "" : `: ${oneLine(address)}`}\n`,
    ),
  };
}

/** Returns the licences of the bundled packages. */
export async function notices(bundled: readonly Vendored[]): Promise<PlainText> {
  const { resolve } = createRequire(import.meta.url);
  const texts = bundled.map(async ({ name }) => {
    const license = await readFile(join(packageRoot(resolve(name), name), "LICENSE"), "utf8");
    return `This package contains parts of ${name}, under this licence:\n\n${license.trim()}\n`;
  });
  return plainText((await Promise.all(texts)).join(`\n${"-".repeat(78)}\n\n`));
}

/** Returns the folder of a package that does not export its non-code files. */
function packageRoot(entry: string, name: string): string {
  const folder = join("node_modules", name);
  return entry.slice(0, entry.lastIndexOf(folder) + folder.length);
}

/** Returns the SPDX identifier for a name, if it can be one: https://spdx.dev/learn/handling-license-info */
function spdx(name: string): string | undefined {
  return /^(MIT|ISC|0BSD|Unlicense|CC0-1\.0|(Apache|BSD|MPL|LGPL|GPL|AGPL|EUPL)-[\w.-]+)$/.test(name)
    ? name
    : undefined;
}

async function readText(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  });
}
