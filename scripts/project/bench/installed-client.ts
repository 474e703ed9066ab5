// Our own client as its users have it: packed by `contract sdk`, and installed.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Name of the package. */
export const ownPackage = "senders-client";

/**
 * Generates a package from a document and installs it in a folder. Needs no registry: the package has no
 * dependencies.
 */
export function installClient(folder: string, document: string, ...options: readonly string[]): void {
  const made = join(folder, "made");
  mkdirSync(folder, { recursive: true });
  const args = ["sdk", document, "--name", ownPackage, "--out", made, ...options];
  const archive = execFileSync(process.execPath, [join(root, "scripts/contract.js"), ...args], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  }).trim();
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const quiet = ["--offline", "--no-audit", "--no-fund"];
  execFileSync("npm", ["install", "--prefix", folder, ...quiet, join(root, archive)], { stdio: "ignore" });
}
