// Generates the package of a document's client in a temporary folder, and loads it.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { importModule } from "../cli/import-module.ts";
import type { OpenApiDocument } from "../document/document.ts";
import { licenseOf } from "../sdk/license.ts";
import { makeSdk } from "../sdk/make-sdk.ts";

/** The class of a generated client. */
export type ClientClass = new (options: object) => object;

/** The class of a generated client. */
export interface LoadedClient {
  readonly Client: ClientClass;
  /** The document that the client is generated from: without the operations that it lacks. */
  readonly document: OpenApiDocument;
}

/**
 * Returns the client of the named operations. Its modules are in memory afterwards; the folder is removed.
 *
 * @throws UsageError or DocumentError if no package can be generated
 */
export async function loadClient(
  document: OpenApiDocument,
  operations: readonly string[],
): Promise<LoadedClient> {
  const folder = await mkdtemp(join(tmpdir(), "contract-play-"));
  try {
    const made = await makeSdk(document, {
      name: "played",
      version: "1.0.0",
      client: "PlayedClient",
      env: [],
      selection: { tags: [], operations },
      license: await licenseOf(document.root, folder),
      repository: undefined,
      changelog: undefined,
    });
    for (const [path, text] of made.files) {
      if (!/\.(js|json)$/.test(path)) continue;
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const address = pathToFileURL(join(folder, "dist/generated/index.js")).href;
    const { PlayedClient } = (await importModule(address)) as { readonly PlayedClient: ClientClass };
    return { Client: PlayedClient, document: made.document };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
