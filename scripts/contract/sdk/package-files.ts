// Generates all files of a package from a document that is reduced to what the package needs.
import type { OpenApiDocument } from "../document/document.ts";
import type { Code } from "../generate/code.ts";
import { planOf } from "../generate/plan.ts";
import { usualTypes, type ValueTypes } from "../generate/value-types.ts";
import { printAgents } from "./agents.ts";
import { printChangelog } from "./changelog.ts";
import { type License, notices } from "./license.ts";
import { codeFolder, printPackageJson } from "./package-json.ts";
import { packageModules } from "./package-modules.ts";
import type { Markdown } from "./markdown.ts";
import type { PackageSettings } from "./package-settings.ts";
import { peerVersions } from "./peer-module.ts";
import type { PlainText } from "./plain-text.ts";
import { printReadme } from "./readme.ts";

/** Options of a package that its document does not determine. */
export interface Surroundings {
  readonly license: License;
  readonly repository: string | undefined;
  /** Whether the package is published publicly (`access: public`), with npm's provenance. */
  readonly isPublic?: boolean;
  /** The types of date-times and integers of 64 bits. */
  readonly values?: Partial<ValueTypes>;
  /** The CHANGELOG of the previous version. */
  readonly changelog: string | undefined;
}

/** The kinds of text in a package's files. */
export type PackageText = Code | Markdown | PlainText;

/** Path within the package → text. */
export async function packageFiles(
  document: OpenApiDocument,
  settings: PackageSettings,
  around: Surroundings,
): Promise<Map<string, PackageText>> {
  const plan = planOf(document, { ...usualTypes, ...around.values });
  const { client, entries, files, bundled, examples } = await packageModules(plan, settings);
  const peers = await peerVersions();
  const methods = client.resources.flatMap(({ property, methods: own }) =>
    own.map(({ name }) => `${property}.${name}`),
  );
  const code = [...files]
    .map(([file, text]): [string, Code] => [`${codeFolder}/${file}`, text])
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return new Map<string, PackageText>([
    ["package.json", printPackageJson(settings, { entries, ...around, peers })],
    ["README.md", printReadme(plan, client, settings, { entries, examples, peers })],
    ["AGENTS.md", printAgents(plan, client, settings, entries)],
    ["CHANGELOG.md", printChangelog(settings, methods, around.changelog)],
    ["LICENSE", around.license.text],
    ["THIRD-PARTY-NOTICES", await notices(bundled)],
    ...code,
  ]);
}
