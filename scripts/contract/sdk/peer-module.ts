// The peer packages of entries: undici for the entry for Node, and openapi-fetch for its own entry. They need
// not be installed if the entry is not imported.
import { posix } from "node:path";
import { type Code, emit, joinCode } from "../generate/code.ts";
import { printString } from "../generate/literal.ts";
import { packageFolder } from "../cli/package-folder.ts";
import { isObject } from "../document/pointer.ts";
import { readManifest } from "./read-manifest.ts";

/** The peer of `/fetch`: code for openapi-fetch accepts only its own client. */
export const openapiFetch = "openapi-fetch";

/** The name of the peer, its entry, and the module that imports it. */
export const peer = { name: "undici", entry: "node", module: "client/node/peer.ts" } as const;

/**
 * CommonJS in both forms of a package: only `require` can fail synchronously, without making importers
 * asynchronous.
 */
const finder = "client/node/find-peer.cjs";

/** @param imported  the names that the runtime imports from the peer */
export function printPeerModule(imported: readonly Code[]): Code {
  const names = joinCode(imported, emit`, `);
  return emit`import { failure, ${names} } from ${printString(`./${posix.basename(finder)}`)};
if (failure !== undefined) throw failure;
export { ${names} };
`;
}

/**
 * Returns a file that loads the peer, or reports what to do. It does not throw itself, because Node 20 would
 * report the error twice.
 */
export async function peerFinder(
  packageName: string,
  imported: readonly Code[],
): Promise<[file: string, text: Code]> {
  const wanted = `${peer.name}@${(await peerVersions())[peer.name]}`;
  const message = [
    `${packageName}/${peer.entry} needs the package ${peer.name}, which is not installed`,
    `expected ${wanted} next to ${packageName}`,
    `fix: npm install ${wanted}`,
  ].join("\n");
  return [
    finder,
    emit`"use strict";
// Bun takes the exports that exist when the module has finished.
exports.failure = undefined;
let peer = {};
try {
  peer = require(${printString(peer.name)});
} catch (cause) {
  exports.failure =
    cause?.code === "MODULE_NOT_FOUND" ? new Error(${printString(message)}, { cause }) : cause;
}
${imported.map((name) => emit`exports.${name} = peer.${name};\n`)}`,
  ];
}

/** Supported versions: `7`, and `0.17` where a minor version may be incompatible. */
export type PeerVersions = Readonly<Record<typeof peer.name | typeof openapiFetch, string>>;

/** Returns the versions that the runtime is tested with. The tool itself does not need the peers. */
export async function peerVersions(): Promise<PeerVersions> {
  const { dependencies, peerDependencies } = await readManifest(packageFolder());
  const versionOf = (name: string): string => {
    const versions = [dependencies, peerDependencies].map((list) =>
      isObject(list) ? list[name] : undefined,
    );
    const [found] = versions.flatMap((version) =>
      typeof version === "string" ? (/0\.\d+|\d+/.exec(version) ?? []) : [],
    );
    if (found === undefined) throw new TypeError(`${name} is not among the dependencies`);
    return found;
  };
  return { [peer.name]: versionOf(peer.name), [openapiFetch]: versionOf(openapiFetch) };
}
