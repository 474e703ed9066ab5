// `sender-pools-contract/verify`: a server held to its document by a test. Without an await of its own, so that CommonJS may require it.
import { loadTool } from "./launch.js";

/** @typedef {typeof import("./contract/verify/verify-api.d.ts")} VerifyApi */

/** @type {VerifyApi["verifyApp"]} */
export async function verifyApp(app, document, options) {
  const { tool } = await loadTool("verify");
  return (await tool.library.verify()).verifyApp(app, document, options);
}
