// The text of the modules under runtime/, which becomes part of what is generated.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { packageFolder } from "../cli/package-folder.ts";
import { type Code, trustedCode } from "./code.ts";

/** Where the runtime modules lie. */
export function runtimeFolder(): string {
  return join(packageFolder(), "scripts", "contract", "runtime");
}

/**
 * Several runtime modules as one text: without their imports of each other and their opening comment. Only the names
 * given stay exported.
 */
export async function readRuntime(files: readonly string[], exported: readonly string[]): Promise<Code> {
  const texts = await Promise.all(files.map((file) => readFile(join(runtimeFolder(), file), "utf8")));
  return trustedCode(texts.map((text) => withoutModuleSyntax(text, exported)).join("\n"));
}

function withoutModuleSyntax(text: string, exported: readonly string[]): string {
  const body = text.replace(/^(?:\/\/.*\n)+/, "").replace(/^import [^;]+;\n/gm, "");
  return body
    .trimStart()
    .replace(
      /^export ((?:type|interface|const|class|(?:async )?function) (\w+))/gm,
      (all, declaration: string, name: string) => (exported.includes(name) ? all : declaration),
    );
}
