// `sender-pools-contract/mock`: a mock in the process of a test. Without an await of its own, so that CommonJS may require it.
import { bundled } from "./launch.js";

/** @typedef {typeof import("./contract/mock/mock-api.d.ts")} MockApi */

/** @type {MockApi["startMock"]} */
export async function startMock(documents, options) {
  /** @type {unknown} */
  const loaded = await import(await bundled("mock"));
  return /** @type {MockApi} */ (loaded).startMock(documents, options);
}
