// Validation of requests to operations whose body has several media types.
import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import t from "tap";
import { readDocument } from "../../scripts/contract/document/read-document.ts";
import { generatedFiles } from "../../scripts/contract/generate/generated-files.ts";
import { planOf } from "../../scripts/contract/generate/plan.ts";
import { importTypeScript } from "../support/import-typescript.ts";

const source = "test/fixtures/cases/g15-two-request-types/openapi.yaml";

type Validate = (operationId: string, parts: object) => object[];

t.test("a body is validated against the schema of its media type", async (t) => {
  const folder = t.testdir({ generated: {} });
  await mkdir(join(folder, "generated"), { recursive: true });
  for (const [name, text] of await generatedFiles(planOf(await readDocument(source))))
    await writeFile(join(folder, "generated", name), text);
  await cp("client", join(folder, "client"), { recursive: true });
  const { validateRequest } = (await importTypeScript(join(folder, "client/validate.ts"))) as {
    validateRequest: Validate;
  };
  const required = (name: string) => ({
    in: "body",
    pointer: "",
    detail: `must have required property '${name}'`,
  });
  const declared = "must be application/json or multipart/form-data or text/csv";
  const cases: { given: object; want: object[] }[] = [
    { given: { body: { name: "n" } }, want: [] },
    { given: { body: { name: "n" }, contentType: "multipart/form-data" }, want: [required("photo")] },
    { given: { body: { name: "n", photo: new Blob(["x"]) }, contentType: "multipart/form-data" }, want: [] },
    { given: { body: {}, contentType: "application/json; charset=utf-8" }, want: [required("name")] },
    { given: { body: "a,b", contentType: "Text/CSV" }, want: [] },
    {
      given: { body: { name: "n" }, headers: { "content-type": "multipart/form-data" } },
      want: [required("photo")],
    },
    {
      given: { body: "a", contentType: "text/plain" },
      want: [{ in: "body", pointer: "", detail: declared }],
    },
  ];
  for (const { given, want } of cases) t.same(validateRequest("addItem", given), want, JSON.stringify(given));
});
