// The OpenAPI Initiative's own test documents (OAI/OpenAPI-Specification, tests/schema), read from a checkout beside this one.
import { existsSync, readdirSync } from "node:fs";
import t from "tap";
import { readDocument } from "../../scripts/document/read-document.ts";

for (const version of ["3.1", "3.2"]) {
  const folder = new URL(`../../../shared/data/openapi-${version}/pass/`, import.meta.url).pathname;
  const skip = existsSync(folder) ? false : `there is no ${folder}`;
  t.test(`every document of OpenAPI ${version} that must pass is read`, { skip }, async (t) => {
    const files = readdirSync(folder);
    for (const file of files) await t.resolves(readDocument(folder + file), file);
    t.ok(files.length >= 30);
  });
}
