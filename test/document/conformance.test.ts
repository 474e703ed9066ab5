// The test documents of the OpenAPI Initiative: which must pass, and which must fail.
import { basename } from "node:path";
import t from "tap";
import { DocumentError } from "../../scripts/contract/document/document.ts";
import { readDocument } from "../../scripts/contract/document/read-document.ts";
import { knownFormats } from "../../scripts/contract/lint/formats.ts";
import { lintDocument } from "../../scripts/contract/lint/lint-document.ts";
import { lintContext } from "../../scripts/contract/lint/rule.ts";
import { fieldsAgree } from "../../scripts/contract/lint/rules/fields-agree.ts";
import { knownFields } from "../../scripts/contract/lint/rules/known-fields.ts";
import { initiativeDocuments, initiativeMissing, initiativeVersions } from "../support/openapi-initiative.ts";

/**
 * Documents that must fail but are accepted: the surplus in them affects no message, and many documents in
 * use contain it. `contract lint` reports it.
 */
const read: Readonly<
  Record<(typeof initiativeVersions)[number], readonly { readonly file: string; readonly why: string }[]>
> = {
  "3.1": [
    { file: "example-examples.yaml", why: "two kinds of examples" },
    { file: "header-object-allowReserved.yaml", why: "a field without effect" },
    { file: "link-object-no-body.yaml", why: "a field that nobody knows" },
    { file: "parameter-object-cookie-form-allowReserved.yaml", why: "a field without effect" },
    { file: "parameter-object-header-allowReserved.yaml", why: "a field without effect" },
    { file: "parameter-object-path-allowReserved.yaml", why: "a field without effect" },
  ],
  "3.2": [
    { file: "example-examples.yaml", why: "two kinds of examples" },
    { file: "example-object-old-exclusions.yaml", why: "two kinds of examples" },
    { file: "header-object-allowReserved.yaml", why: "a field without effect" },
    { file: "parameter-object-cookie-allowReserved.yaml", why: "a field without effect" },
    { file: "parameter-object-header-allowReserved.yaml", why: "a field without effect" },
  ],
};

const options = { skip: initiativeMissing };

for (const version of initiativeVersions) {
  t.test(`every document of OpenAPI ${version} that must pass is read`, options, async (t) => {
    const paths = initiativeDocuments(version, "pass");
    for (const path of paths) await t.resolves(readDocument(path), basename(path));
    t.ok(paths.length >= 30);
  });

  t.test(
    `every document of OpenAPI ${version} that must fail is rejected, or reported by lint`,
    options,
    async (t) => {
      const readable = read[version];
      for (const path of initiativeDocuments(version, "fail")) {
        const file = basename(path);
        const known = readable.find((one) => one.file === file);
        try {
          const document = await readDocument(path);
          t.ok(known, `${file} is read`);
          const context = lintContext(document, { formats: knownFormats(), extensions: [] });
          const found = lintDocument(context, [knownFields, fieldsAgree]);
          t.ok(found.length > 0 && found.every(({ place }) => place.line > 5), `${file}: ${known?.why}`);
        } catch (error) {
          if (!(error instanceof DocumentError)) throw error;
          t.notOk(known, `${file}: ${error.message}`);
          t.ok(error.place !== undefined && error.fix !== "", `${file} with its line and a fix`);
        }
      }
    },
  );
}

/**
 * Findings in the Initiative's own examples: the specification requires the name in the path, its schema
 * cannot check it.
 */
const foundInPassing: Readonly<Record<string, readonly string[]>> = {
  "operation-object-example.yaml": [
    "/pets/{id} does not contain {petId}: add it to the path, or remove the parameter",
  ],
};

t.test(
  "documents that must pass have no lint findings, but for a path parameter without a place",
  options,
  async (t) => {
    for (const path of initiativeVersions.flatMap((version) => initiativeDocuments(version, "pass"))) {
      const context = lintContext(await readDocument(path), { formats: knownFormats(), extensions: [] });
      const found = lintDocument(context, [knownFields, fieldsAgree]);
      t.same(
        found.map(({ message }) => message),
        foundInPassing[basename(path)] ?? [],
        basename(path),
      );
    }
  },
);
