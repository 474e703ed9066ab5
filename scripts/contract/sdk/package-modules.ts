// All modules of a package: the runtime's, and those made from the document; as code, and as declarations.
import { posix } from "node:path";
import { emitTypes } from "../generate/emit-types.ts";
import { printResources, reservedNames } from "../generate/emit-resources.ts";
import type { Plan } from "../generate/plan.ts";
import { type ClientPlan, clientPlanOf, type NamedResource } from "../generate/resources/client-plan.ts";
import { memo } from "../generate/resources/memo.ts";
import { type ClientModule, clientFile, printClientImports } from "../generate/client-runtime.ts";
import { authorizations } from "../generate/resources/credential-settings.ts";
import { credentialFields } from "../generate/resources/credential-schemes.ts";
import { hooksOf } from "../generate/resources/operation-hooks.ts";
import { sdkSettings } from "../generate/resources/sdk-settings.ts";
import { type Code, emit, noCode } from "../generate/code.ts";
import { type Literal, printLiteral } from "../generate/literal.ts";
import { compileModules, compileVendored, type Files } from "./compile-modules.ts";
import { declareModules } from "./declare-modules.ts";
import { contractModules } from "./contract-modules.ts";
import { besides, type PackageEntry, packageEntries } from "./entries.ts";
import type { PackageSettings } from "./package-settings.ts";
import { peer, peerFinder, printPeerModule } from "./peer-module.ts";
import { type EntryExamples, entryExamples } from "./entry-examples.ts";
import { printClient, printConnect, printIndex, runtimeExports, runtimeIndex } from "./print-entries.ts";
import { printAll, printDates, printResource } from "./print-resource.ts";
import {
  forPackage,
  type Modules,
  readModule,
  readRuntimeModules,
  type Vendored,
  vendoredBy,
} from "./runtime-modules.ts";
import { withExamples } from "./with-examples.ts";
import { exportedTypes, importedNames } from "./module-syntax.ts";

export interface PackageModules {
  readonly client: ClientPlan;
  readonly entries: readonly PackageEntry[];
  /** Below the package's folder for code. */
  readonly files: Files;
  /** The packages of which it contains parts. */
  readonly bundled: readonly Vendored[];
  readonly examples: EntryExamples;
}

/** Modules of the runtime that a package's own modules import. */
const ownUse: readonly ClientModule[] = [authorizations.module, "connect.ts", "invoke.ts"];

export async function packageModules(plan: Plan, settings: PackageSettings): Promise<PackageModules> {
  const index = runtimeExports(await readModule(runtimeIndex));
  const client = clientPlanOf(plan, [
    ...reservedNames,
    ...index.flatMap(({ names }) => names),
    settings.client,
    "ClientOptions",
    "connect",
  ]);
  const runtime = await readRuntimeModules([
    ...index.map(({ from }) => posix.join(posix.dirname(runtimeIndex), from)),
    ...ownUse.map(clientFile),
    ...besides.map(({ module }) => `${module}.ts`),
    ...plan.operations.flatMap((operation) =>
      [...hooksOf(plan.document.root, operation), ...client.dateReaders(operation)].map(({ module }) =>
        clientFile(module),
      ),
    ),
    ...client.dateConstants.constantReaders.map(({ module }) => clientFile(module)),
  ]);
  const entries = packageEntries(client);
  const fileOf = memo((resource: NamedResource) =>
    (entries.find((entry) => entry.resource === resource)?.module ?? "").replace("resources/", ""),
  );
  const resources = printResources(plan, client, "declarations");
  const sdk: Readonly<Record<string, Literal | undefined>> = {
    ...sdkSettings(plan),
    client: settings.client,
    userAgent: userAgentOf(settings),
  };
  const own: Modules = new Map([
    [
      "index.ts",
      printIndex(client, {
        client: settings.client,
        runtime: index,
        types: exportedTypes(resources),
        fileOf,
      }),
    ],
    ["connect.ts", printConnect(client.resources[0], environmentOf(plan, sdk["baseUrlEnv"]))],
    ["client.ts", printClient(settings.client, settings.document.title)],
  ]);
  const code: Modules = new Map([
    [
      "generated/sdk.ts",
      emit`${"authorize" in sdk ? printClientImports(emit`..`, [authorizations]) : noCode}export const sdk = ${printLiteral(sdk)};\n`,
    ],
    ["generated/dates.ts", printDates(client.dateConstants)],
    ["resources/all.ts", printAll(client, fileOf)],
    ...client.resources.map((resource): [string, Code] => [
      `resources/${fileOf(resource)}.ts`,
      printResource(plan.document.root, client, resource),
    ]),
  ]);
  const declared: Modules = new Map([
    ["generated/types.ts", emitTypes(plan)],
    ["generated/resources.ts", resources],
    ["generated/sdk.ts", emit`export { sdk } from "./resources.ts";\n`],
    ["resources/all.ts", emit`export { Resources } from "../generated/resources.ts";\n`],
    ...client.resources.map((resource): [string, Code] => [
      `resources/${fileOf(resource)}.ts`,
      emit`export { ${resource.className} } from "../generated/resources.ts";\nexport { connect } from "../connect.ts";\nexport type { ClientOptions } from "../connect.ts";\n`,
    ]),
  ]);
  const contract = await contractModules(plan);
  const peerNames = [...runtime.values()].flatMap((source) => importedNames(source, peer.name));
  const written: Modules = new Map([
    ...runtime,
    ...own,
    ...code,
    ...contract.code,
    [peer.module, printPeerModule(peerNames)],
  ]);
  const compiled = new Map([...written].map(([module, source]) => [module, forPackage(module, source)]));
  const examples = entryExamples(plan, client, settings);
  const sources = new Map([...withExamples(runtime, examples), ...own, ...contract.sources]);
  const files = [
    await compileModules(compiled, new Set(contract.code.keys())),
    await compileVendored(written),
    declareModules(
      sources,
      new Map([...declared, ...contract.declared]),
      entries.map(({ module }) => `${module}.ts`),
    ),
    new Map([await peerFinder(settings.name, peerNames)]),
  ];
  const all = new Map(files.flatMap((some) => [...some]));
  return { client, entries, files: all, bundled: vendoredBy(written), examples };
}

/** RFC 9110, section 10.1.5: a product's name is a token, in which neither `@` nor `/` may stand. */
function userAgentOf({ name, version }: PackageSettings): string {
  return `${name.replace("@", "").replace("/", "-")}/${version}`;
}

/** The variables that credentials and the address are taken from. */
function environmentOf(plan: Plan, baseUrlEnv: unknown): string[] {
  const names: unknown[] = [...credentialFields(plan).map(({ env }) => env), baseUrlEnv];
  return names.filter((name) => typeof name === "string");
}
