// Prints the package's package.json.
import type { Json, JsonObject } from "../document/document.ts";
import type { Code } from "../generate/code.ts";
import { printJson } from "../generate/literal.ts";
import { indexModule, type PackageEntry } from "./entries.ts";
import type { License } from "./license.ts";
import type { PackageSettings } from "./package-settings.ts";
import type { PeerVersions } from "./peer-module.ts";

/** The folder of the code in a package. */
export const codeFolder = "dist";

export function printPackageJson(
  settings: PackageSettings,
  parts: {
    readonly entries: readonly PackageEntry[];
    readonly license: License;
    readonly repository: string | undefined;
    readonly isPublic?: boolean;
    readonly peers: PeerVersions;
  },
): Code {
  const { name, version, description, document } = settings;
  const { license, repository, entries, peers } = parts;
  const manifest: JsonObject = {
    name,
    version,
    description,
    license: license.id,
    ...(repository !== undefined && { repository: { type: "git", url: repository } }),
    type: "module",
    engines: { node: ">=20" },
    sideEffects: false,
    exports: {
      ...Object.fromEntries(entries.map((entry) => [entry.name, conditions(entry)])),
      "./package.json": "./package.json",
    },
    main: `./${codeFolder}/${indexModule}.cjs`,
    module: `./${codeFolder}/${indexModule}.js`,
    types: `./${codeFolder}/${indexModule}.d.ts`,
    // For compilers that resolve packages without `exports` (TypeScript's `node10`).
    typesVersions: {
      "*": Object.fromEntries(
        entries
          .filter((entry) => entry.name !== ".")
          .map((entry) => [entry.name.replace("./", ""), [`./${codeFolder}/${entry.module}.d.cts`]]),
      ),
    },
    peerDependencies: mapped(peers, (version) => `^${version}${version.includes(".") ? ".0" : ".0.0"}`),
    peerDependenciesMeta: mapped(peers, () => ({ optional: true })),
    files: [codeFolder, "AGENTS.md", "CHANGELOG.md", "THIRD-PARTY-NOTICES"],
    // Only on request: a package may be internal to a team, and publishing on npm cannot be undone.
    ...(parts.isPublic === true && { publishConfig: { access: "public", provenance: true } }),
    contract: { document: { title: document.title, version: document.version, sha256: document.sha256 } },
  };
  return printJson(manifest);
}

function mapped(peers: PeerVersions, valueOf: (version: string) => Json): JsonObject {
  return Object.fromEntries(Object.entries(peers).map(([name, version]) => [name, valueOf(version)]));
}

function conditions({ module }: PackageEntry): JsonObject {
  const file = `./${codeFolder}/${module}`;
  return {
    import: { types: `${file}.d.ts`, default: `${file}.js` },
    require: { types: `${file}.d.cts`, default: `${file}.cjs` },
  };
}
