// The package.json of the tool: the fields it shares with this repository's, and its own.
import type { ToolEntry } from "./tool-entries.ts";

/** The fields that are read from the repository's package.json. */
export interface RepositoryManifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly repository?: unknown;
  readonly engines: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

/**
 * Dependencies that cannot be bundled: programs, the compiler of generated packages, and packages of which
 * generated packages contain parts, with their licences.
 */
const dependencies = ["esbuild", "liquidjs", "openapi-fetch", "typescript"];

/**
 * Needed for some uses only: the store of `contract mock --data`, and the transport of generated packages.
 */
const optionalPeers = ["libsql", "undici"];

/** Packed files of the folder, besides those that npm always packs. */
const toolFiles = [
  ".github/workflows/contract.yml",
  "*.md",
  "client",
  "dist",
  "lib",
  "scripts",
  "types",
  "THIRD-PARTY-NOTICES",
];

export function toolManifest(own: RepositoryManifest, entries: readonly ToolEntry[]): object {
  const version = (name: string): string => {
    const found = own.dependencies[name];
    if (found === undefined) throw new TypeError(`${name} is not among the dependencies`);
    return found;
  };
  const versions = (names: readonly string[], range: string) =>
    Object.fromEntries(names.map((name) => [name, range + version(name)]));
  return {
    name: own.name,
    version: own.version,
    description:
      "Work with an OpenAPI document as the contract it is: a diff with proofs, SDK packages, Fastify servers, mocks that remember.",
    keywords: ["openapi", "swagger", "breaking changes", "diff", "sdk", "mock", "json schema", "containment"],
    license: own.license,
    ...(own.repository !== undefined && { repository: own.repository }),
    type: "module",
    engines: own.engines,
    bin: { contract: "scripts/contract.js" },
    exports: {
      ...Object.fromEntries(entries.map(({ name }) => [`./${name}`, conditions(name)])),
      "./package.json": "./package.json",
    },
    // For compilers that resolve packages without reading `exports` (TypeScript's `node10`).
    typesVersions: { "*": Object.fromEntries(entries.map(({ name }) => [name, [`./lib/${name}.d.cts`]])) },
    dependencies: versions(dependencies, ""),
    peerDependencies: versions(optionalPeers, "^"),
    peerDependenciesMeta: Object.fromEntries(optionalPeers.map((name) => [name, { optional: true }])),
    files: toolFiles,
    publishConfig: { access: "public", provenance: true },
  };
}

function conditions(name: string): object {
  return {
    import: { types: `./lib/${name}.d.ts`, default: `./lib/${name}.js` },
    require: { types: `./lib/${name}.d.cts`, default: `./lib/${name}.cjs` },
  };
}
