// The packages that entries of a package need beside it: undici, for the entry for Node, and openapi-fetch for its own. Who does not import
// such an entry need not install it.
import { posix } from "node:path";
import { type Code, emit, joinCode } from "../generate/code.ts";
import { printString } from "../generate/literal.ts";
import { packageFolder } from "../cli/package-folder.ts";
import { isObject } from "../document/pointer.ts";
import { readManifest } from "./read-manifest.ts";

/** What `/fetch` needs: what is made for openapi-fetch takes nothing but its own client. */
export const openapiFetch = "openapi-fetch";

/** What the peer is called, what it is for, and the module through which it is imported. */
export const peer = { name: "undici", entry: "node", module: "client/node/peer.ts" } as const;

/** CommonJS in both forms of a package: `require` alone can fail without keeping whoever imports it waiting. */
const finder = "client/node/find-peer.cjs";

/** @param imported  the names that the runtime imports from the peer */
export function printPeerModule(imported: readonly Code[]): Code {
  const names = joinCode(imported, emit`, `);
  return emit`import { failure, ${names} } from ${printString(`./${posix.basename(finder)}`)};
if (failure !== undefined) throw failure;
export { ${names} };
`;
}

/** A file that finds the peer, or says what to do. Throws nothing itself, which Node 20 would report twice. */
export async function peerFinder(
  packageName: string,
  imported: readonly Code[],
): Promise<[file: string, text: Code]> {
  const wanted = `${peer.name}@${(await peerVersions())[peer.name]}`;
  const message = [
    `${packageName}/${peer.entry} needs the package ${peer.name}, which is not installed`,
    `expected ${wanted} beside ${packageName}`,
    `fix: npm install ${wanted}`,
  ].join("\n");
  return [
    finder,
    emit`"use strict";
// Bun takes the exports that exist once the module has run.
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

/** The versions that do: `7`, and `0.17` where a minor step may break. */
export type PeerVersions = Readonly<Record<typeof peer.name | typeof openapiFetch, string>>;

/** Those that the runtime is tested with. The tool alone needs the peers for nothing itself. */
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
