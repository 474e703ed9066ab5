// `sender-pools-contract/mock`: runs a mock in the process of a test. It has no top-level await, so that
// CommonJS can require it.
import { loadTool } from "./launch.js";

/** @typedef {typeof import("./contract/mock/mock-api.d.ts")} MockApi */

/** @type {MockApi["startMock"]} */
export async function startMock(documents, options) {
  const { tool } = await loadTool("mock");
  return (await tool.library.mock()).startMock(documents, options);
}
