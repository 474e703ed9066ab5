// TypeScript modules to what a package holds: ES modules, and the same for `require`.
import { build, transform } from "esbuild";
import { packageFolder } from "../generate/runtime-source.ts";
import { type Modules, vendored } from "./runtime-modules.ts";
import { withExtension } from "./specifiers.ts";

/** File (`client/page.js`) → text. */
export type Files = Map<string, string>;

const target = "es2022";
const formats = [
  { format: "esm", extension: "js" },
  { format: "cjs", extension: "cjs" },
] as const;

/** What holds types only becomes no file: nothing imports it. */
export async function compileModules(modules: Modules): Promise<Files> {
  const files: Files = new Map();
  for (const { format, extension } of formats) {
    const compiled = [...modules].map(async ([module, source]): Promise<[string, string]> => {
      const text = withExtension(source, extension);
      const { code } = await transform(text, { loader: "ts", format, target, legalComments: "inline" });
      return [module.replace(/\.ts$/, `.${extension}`), code];
    });
    for (const [file, code] of await Promise.all(compiled)) {
      if (hasCode(code)) files.set(file, code);
    }
  }
  return files;
}

function hasCode(code: string): boolean {
  return (
    !/^("use strict";\s*)?(var __[^]*)?(module\.exports = __toCommonJS\(\w+\);\s*)?(export \{\s*\};\s*)?$/.test(
      code,
    ) || /__export\(/.test(code)
  );
}

/** The part of openapi-fetch that the runtime imports, so that a package depends on nothing. */
export async function compileVendored(modules: Modules): Promise<Files> {
  const names = [...modules.values()].flatMap((source) => {
    const [, list = ""] = new RegExp(`import \\{([^}]*)\\} from "${vendored.name}"`).exec(source) ?? [];
    return list
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "");
  });
  const files: Files = new Map();
  for (const { format, extension } of formats) {
    const { outputFiles } = await build({
      stdin: {
        contents: `export { ${names.join(", ")} } from "${vendored.name}";`,
        resolveDir: packageFolder(),
      },
      bundle: true,
      write: false,
      format,
      target,
      logLevel: "silent",
    });
    const text = outputFiles.map((file) => file.text).join("");
    const notice = `// From ${vendored.name} (MIT), see THIRD-PARTY-NOTICES.\n`;
    files.set(vendored.module.replace(/\.ts$/, `.${extension}`), notice + text);
  }
  return files;
}
