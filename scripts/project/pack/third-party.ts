// The notices that the licences of bundled packages require.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Returns the notices.
 *
 * @param inputs  input files of the bundles, relative to the project
 */
export function thirdPartyNotices(inputs: readonly string[]): string {
  const folders = new Set(
    inputs.flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  );
  const notices = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
      name: string;
      version: string;
      license?: string;
    };
    return `This package contains parts of ${name} ${version}, under this licence:\n\n${licenceIn(folder, license)}\n`;
  });
  return notices.join(`\n${"-".repeat(78)}\n\n`);
}

function licenceIn(folder: string, license: string | undefined): string {
  const file = readdirSync(folder).find((name) => /^licen[cs]e(\.|$)/i.test(name));
  if (file !== undefined) return readFileSync(join(folder, file), "utf8").trim();
  if (license === undefined) throw new Error(`${folder} says nothing of its licence`);
  return license;
}
