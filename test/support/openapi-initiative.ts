// The OpenAPI Initiative's own test documents (OAI/OpenAPI-Specification, tests/schema): external data, read
// from its folder.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

type Version = "3.1" | "3.2";

/**
 * The folder with `openapi-3.1` and `openapi-3.2`: `OPENAPI_TEST_DOCUMENTS`, else `shared/data/` beside the
 * project.
 */
const folder =
  process.env["OPENAPI_TEST_DOCUMENTS"] ?? join(import.meta.dirname, "..", "..", "..", "shared", "data");

/** Reason for skipping a test: no package of the npm registry contains the documents. */
export const initiativeMissing = existsSync(join(folder, "openapi-3.1"))
  ? false
  : "the OpenAPI Initiative's test documents are not there: set OPENAPI_TEST_DOCUMENTS to a folder with openapi-3.1 and openapi-3.2";

export const initiativeVersions: readonly Version[] = ["3.1", "3.2"];

/** Returns the paths of the documents that must pass, or fail; empty if the documents are missing. */
export function initiativeDocuments(version: Version, kind: "pass" | "fail"): string[] {
  if (initiativeMissing !== false) return [];
  const documents = join(folder, `openapi-${version}`, kind);
  return readdirSync(documents).map((name) => join(documents, name));
}
