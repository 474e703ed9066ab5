// Portman: a collection with tests made of a document, run by Newman.
// https://github.com/apideck-libraries/portman
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { demoAccount } from "../../../server/accounts/accounts.ts";
import { installedApart } from "../installed-apart.ts";
import type { FaultTool } from "./fault-tool.ts";

const version = "1.33.0";

interface Summary {
  readonly run: {
    readonly failures: readonly {
      readonly source?: { readonly name?: string };
      readonly error: { readonly test?: string; readonly message: string };
    }[];
  };
}

/** All contract tests that it makes, for all operations. */
const everyTest = ["statusSuccess", "contentType", "jsonBody", "schemaValidation", "headersPresent"].map(
  (name) => ({
    openApiOperation: "*::/*",
    [name]: { enabled: true },
  }),
);

/** Undefined when it cannot be fetched. */
export function portmanTool(folder: string): FaultTool | undefined {
  const root = installedApart([`@apideck/portman@${version}`, "tslib@2.8.1"], 300_000);
  if (root === undefined) return undefined;
  const collection = collectionIn(join(folder, "portman"), root);
  const newman = createRequire(join(root, "node_modules/@apideck/portman/package.json"))("newman") as {
    run(options: object, done: (error: Error | null, summary: Summary) => void): void;
  };
  return {
    name: `Portman ${version}`,
    complaints: async (url) => {
      const envVar = [{ key: "baseUrl", value: `${url}/v1` }];
      const options = { collection, envVar, reporters: [], timeoutRequest: 10_000, bail: false };
      const summary = await new Promise<Summary>((done, failed) =>
        newman.run(options, (error, all) => (error === null ? done(all) : failed(error))),
      );
      return summary.run.failures.map(
        ({ source, error }) => `${source?.name ?? ""}: ${error.test ?? error.message}`,
      );
    },
  };
}

function collectionIn(folder: string, root: string): object {
  mkdirSync(folder);
  const { accountId: username, authToken: password } = demoAccount;
  const globals = { securityOverwrites: { basic: { username, password } } };
  writeFileSync(
    join(folder, "portman-config.json"),
    JSON.stringify({ version: 1, tests: { contractTests: everyTest }, globals }),
  );
  const program = join(root, "node_modules/@apideck/portman/bin/portman");
  const flags = ["-l", resolve("spec/openapi.yaml"), "-c", "portman-config.json", "-o", "collection.json"];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, ...flags, "--extraUnknownFormats", "liquid"],
    { cwd: folder, encoding: "utf8", timeout: 120_000 },
  );
  if (status !== 0) throw new Error(`portman: ${stdout}${stderr}`);
  return JSON.parse(readFileSync(join(folder, "collection.json"), "utf8")) as object;
}
