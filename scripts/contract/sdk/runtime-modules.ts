// Reads the runtime's modules as text: every package contains them, whatever its document.
import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { type Code, trustedCode } from "../generate/code.ts";
import { packageFolder } from "../cli/package-folder.ts";
import { peer } from "./peer-module.ts";
import { specifiersOf, withSpecifiers } from "./module-syntax.ts";

/** Module (`client/pages/page.ts`) → TypeScript source. */
export type Modules = ReadonlyMap<string, Code>;

/** A package whose code is bundled into generated packages. */
export interface Vendored {
  readonly name: string;
  readonly module: string;
}

/** The packages that a client uses, and that of the check of the format `liquid` for documents with it. */
export const vendored: readonly Vendored[] = ["openapi-fetch", "liquidjs"].map((name) => ({
  name,
  module: `vendor/${name}.ts`,
}));

/** Returns the runtime modules that some modules import. */
export function vendoredBy(modules: Modules): Vendored[] {
  const imported = new Set([...modules.values()].flatMap(specifiersOf));
  return vendored.filter(({ name }) => imported.has(name));
}

/** Returns the modules that some modules of client/ need, including themselves. */
export async function readRuntimeModules(entries: readonly string[]): Promise<Modules> {
  const modules = new Map<string, Code>();
  const left = [...entries];
  for (let module = left.pop(); module !== undefined; module = left.pop()) {
    if (modules.has(module)) continue;
    const source = await readModule(module);
    modules.set(module, source);
    for (const specifier of specifiersOf(source)) {
      const target = posix.join(posix.dirname(module), specifier);
      if (specifier.startsWith(".") && target.startsWith("client/")) left.push(target);
    }
  }
  return new Map([...modules].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Returns the text of one module of client/. */
export async function readModule(module: string): Promise<Code> {
  return trustedCode(await readFile(join(packageFolder(), module), "utf8"));
}

/** Returns a runtime module in the form in which a package contains it. */
export function forPackage(module: string, source: Code): Code {
  // Nothing to replace, and the largest modules need not be parsed for it.
  if (![peer, ...vendored].some(({ name }) => source.includes(name))) return source;
  const up = posix.relative(posix.dirname(module), "");
  return withSpecifiers(source, (specifier) => {
    if (specifier === peer.name) return `${up}/${peer.module}`;
    const { module: target } = vendored.find(({ name }) => name === specifier) ?? {};
    return target === undefined ? specifier : `${up}/${target}`;
  });
}
