// What an import costs the bundle of those who use the client.
import { build } from "esbuild";
import { gzipSync } from "node:zlib";

/** Bytes of a program after bundling, minifying and gzip; paths in it start at the project's root. */
export async function bundleSize(program: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: process.cwd(), loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  return outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
}

/** One resource with everything: retries, deadlines, typed errors, pages, waiting. */
export const oneResource = `
  import { connect, SenderPools } from "./client/index.ts";
  const senderPools = new SenderPools(connect());
  console.log(await senderPools.list());
`;

export const wholeClient = `
  import { TwilioClient } from "./client/index.ts";
  console.log(await new TwilioClient().senderPools.list());
`;

/** openapi-fetch by itself, for comparison. */
export const bareOpenapiFetch = `
  import createClient from "openapi-fetch";
  console.log(await createClient({ baseUrl: "https://comms.twilio.com/v1" }).GET("/SenderPools"));
`;
