// The OpenAPI Initiative's own test documents (OAI/OpenAPI-Specification, tests/schema): data of others, read from where it lies.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

type Version = "3.1" | "3.2";

/** The folder that holds `openapi-3.1` and `openapi-3.2`: `OPENAPI_TEST_DOCUMENTS`, else beside the project under `shared/data/`. */
const folder =
  process.env["OPENAPI_TEST_DOCUMENTS"] ?? join(import.meta.dirname, "..", "..", "..", "shared", "data");

/** What a test says when it is left out: no package of the npm registry carries the documents. */
export const initiativeMissing = existsSync(join(folder, "openapi-3.1"))
  ? false
  : "the OpenAPI Initiative's test documents are not there: set OPENAPI_TEST_DOCUMENTS to a folder with openapi-3.1 and openapi-3.2";

export const initiativeVersions: readonly Version[] = ["3.1", "3.2"];

/** The paths of the documents that must pass, or fail; none where the documents are not there. */
export function initiativeDocuments(version: Version, kind: "pass" | "fail"): string[] {
  if (initiativeMissing !== false) return [];
  const documents = join(folder, `openapi-${version}`, kind);
  return readdirSync(documents).map((name) => join(documents, name));
}
