// `sender-pools-contract/verify`: verifies a server against its document in a test. It has no top-level
// await, so that CommonJS can require it.
import { loadTool } from "./launch.js";

/** @typedef {typeof import("./contract/verify/verify-api.d.ts")} VerifyApi */

/** @type {VerifyApi["verifyApp"]} */
export async function verifyApp(app, document, options) {
  const { tool } = await loadTool("verify");
  return (await tool.library.verify()).verifyApp(app, document, options);
}
