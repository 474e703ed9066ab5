// The name and version of a package.
import t from "tap";
import { DocumentError } from "../../scripts/contract/document/document.ts";
import { planOf } from "../../scripts/contract/generate/plan.ts";
import { sdkSettings } from "../../scripts/contract/generate/resources/sdk-settings.ts";
import { printPackageJson } from "../../scripts/contract/sdk/package-json.ts";
import { packageSettings } from "../../scripts/contract/sdk/package-settings.ts";
import { plainText } from "../../scripts/contract/sdk/plain-text.ts";
import { inMemoryDocument } from "../diff/in-memory-document.ts";

const given = { name: "pools", version: undefined, client: "PoolsClient" };

function documentOf(version: string | number | undefined) {
  const info = { title: "Pools", ...(version !== undefined && { version }) };
  return inMemoryDocument({ openapi: "3.1.0", info, paths: {} });
}

t.test("the document's version is used if it is a semantic version", async (t) => {
  for (const version of ["1.2.0", "0.3.1-rc.1", "2.0.0+build.5"])
    t.equal(packageSettings(documentOf(version), given).version, version);
});

t.test("any other version of the document is rejected, and no version is invented", async (t) => {
  const cases = [
    { version: 1, want: "info.version is a number", fix: "write version: 1.0.0, or give --version 1.2.0" },
    { version: 1.2, want: "info.version is a number", fix: "write version: 1.2.0, or give --version 1.2.0" },
    { version: "v1", want: "info.version is not a semantic version" },
    { version: "2023-10-16", want: "info.version is not a semantic version" },
    { version: "1.0", want: "info.version is not a semantic version" },
    { version: "1.0.0-01", want: "info.version is not a semantic version" },
    { version: '1.0.0\n"x', want: "info.version is not a semantic version" },
    { version: undefined, want: "info.version is missing" },
  ];
  for (const { version, want, fix } of cases) {
    const error = t.throws(() => packageSettings(documentOf(version), given)) as unknown;
    if (!(error instanceof DocumentError)) t.fail(String(error));
    else t.match(error, { message: want, place: { file: /./ }, ...(fix !== undefined && { fix }) });
  }
});

t.test("a given version takes precedence over the document's", async (t) => {
  for (const version of [1, "v1", undefined, "3.0.0"])
    t.equal(packageSettings(documentOf(version), { ...given, version: "2.1.0" }).version, "2.1.0");
  t.throws(
    () => packageSettings(documentOf("1.0.0"), { ...given, version: "1.0.0-01" }),
    /cannot be used for --version/,
  );
});

t.test("a package is published publicly, with provenance, only on request", async (t) => {
  const settings = packageSettings(documentOf("1.0.0"), given);
  const peers = { "openapi-fetch": "1.0.0", undici: "1.0.0" };
  const parts = { entries: [], license: { id: "MIT", text: plainText("") }, repository: undefined, peers };
  for (const [isPublic, want] of [
    [false, undefined],
    [true, { access: "public", provenance: true }],
  ] as const) {
    const manifest = JSON.parse(printPackageJson(settings, { ...parts, isPublic })) as object;
    t.same("publishConfig" in manifest ? manifest.publishConfig : undefined, want);
  }
});

t.test("an invalid name is reported before the document's version is checked", async (t) => {
  t.throws(() => packageSettings(documentOf(1), { ...given, name: "../evil" }), /cannot be used for --name/);
});

t.test("a class without a given name is named after the subject of the title", (t) => {
  const cases = [
    { title: "Pools", want: "PoolsClient" },
    { title: "Pools API", want: "PoolsClient" },
    { title: "The Pools API", want: "PoolsClient" },
    { title: "GitHub v3 REST API", want: "GitHubClient" },
    { title: "Swagger Petstore - OpenAPI 3.0", want: "PetstoreClient" },
    { title: "Payments API (v2.1)", want: "PaymentsClient" },
    { title: "Sales Leads Client", want: "SalesLeadsClient" },
    { title: "API", want: "APIClient" },
    { title: "REST API", want: "RESTAPIClient" },
    { title: "Area 51", want: "Area51Client" },
  ];
  for (const { title, want } of cases) {
    const document = inMemoryDocument({ openapi: "3.1.0", info: { title, version: "1.0.0" }, paths: {} });
    t.equal(packageSettings(document, { ...given, client: undefined }).client, want, title);
  }
  t.end();
});

t.test("a class name from the document is one that a module can export", async (t) => {
  const named = (client: string | number) =>
    inMemoryDocument({
      openapi: "3.1.0",
      info: { title: "Pools", version: "1.0.0" },
      "x-sdk": { client },
      paths: {},
    });
  const own = { ...given, client: undefined };
  t.equal(packageSettings(named("Own$1"), own).client, "Own$1");
  t.equal(packageSettings(named(""), own).client, "PoolsClient");
  for (const client of ["__proto__", "then", "class", "await", "a-b", "X{}", "Größe", "1a", 5]) {
    const error = t.throws(() => packageSettings(named(client), own)) as unknown;
    t.match(
      error,
      { message: "x-sdk.client is not a valid class name", fix: /^write a name such as/ },
      String(client),
    );
    t.throws(() => sdkSettings(planOf(named(client))), { message: "x-sdk.client is not a valid class name" });
  }
});
