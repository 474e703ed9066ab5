// A realm with Web APIs only, like those of workers: no modules of Node, and no code from strings.
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";

/**
 * Bundles a program with the packages of a folder and runs it in a realm.
 *
 * @param program  calls `globalThis.report` with its result
 * @returns what the program reports, and the bundle
 */
export async function runInWebRealm(
  folder: string,
  program: string,
): Promise<{ readonly report: unknown; readonly code: string }> {
  const { outputFiles } = await build({
    stdin: { contents: `(async () => {})();${program}`, resolveDir: folder },
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    mainFields: ["module"],
    conditions: ["import"],
  });
  const code = outputFiles[0]?.text ?? "";
  const web = {
    AbortController,
    AbortSignal,
    Blob,
    FormData,
    Headers,
    ReadableStream,
    Request,
    Response,
    TextDecoder,
    TextEncoder,
  };
  const more = { URL, URLSearchParams, atob, btoa, clearTimeout, crypto, fetch, performance, setTimeout };
  const report = await new Promise<unknown>((resolve, reject) => {
    const realm = createContext(
      { ...web, ...more, report: resolve },
      { codeGeneration: { strings: false, wasm: false } },
    );
    const done: unknown = runInContext(`(async () => {${code}})()`, realm);
    Promise.resolve(done).catch(reject);
  });
  return { report, code };
}
