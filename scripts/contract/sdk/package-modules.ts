// All modules of a package: those of the runtime, and those generated from the document; as code, and as
// declarations.
import { announcePhase } from "../document/announce-progress.ts";
import { type Code, emit, joinCode } from "../generate/code.ts";
import { emitTypes } from "../generate/emit-types.ts";
import type { Plan } from "../generate/plan.ts";
import type { ClientPlan } from "../generate/resources/client-plan.ts";
import { clientModules } from "./client-modules.ts";
import { compileModules, compileVendored, type Files } from "./compile-modules.ts";
import { contractModules } from "./contract-modules.ts";
import { declareModules } from "./declare-modules.ts";
import type { PackageEntry } from "./entries.ts";
import { type EntryExamples, entryExamples } from "./entry-examples.ts";
import { fetchModules } from "./fetch-modules.ts";
import { importedNames } from "./module-syntax.ts";
import { oauthModules } from "./oauth-modules.ts";
import type { PackageSettings } from "./package-settings.ts";
import { peer, peerFinder, printPeerModule } from "./peer-module.ts";
import { fetchExample } from "./readme-fetch.ts";
import {
  forPackage,
  type Modules,
  readRuntimeModules,
  type Vendored,
  vendoredBy,
} from "./runtime-modules.ts";
import { webhookModules } from "./webhook-modules.ts";
import { withExamples } from "./with-examples.ts";

/** The modules and entries of a package. */
export interface PackageModules {
  readonly client: ClientPlan;
  readonly entries: readonly PackageEntry[];
  /** Paths below the package's folder for code. */
  readonly files: Files;
  /** The packages of which it contains parts. */
  readonly bundled: readonly Vendored[];
  readonly examples: EntryExamples;
}

export async function packageModules(plan: Plan, settings: PackageSettings): Promise<PackageModules> {
  const {
    client,
    entries,
    sources,
    code,
    declared,
    runtime: used,
  } = await clientModules(plan, {
    client: settings.client,
    title: settings.document.title,
    userAgent: userAgentOf(settings),
  });
  const hooks = await webhookModules(plan, client);
  const tokens = oauthModules(plan);
  const fetching = fetchModules(plan, client, joinCode(fetchExample(plan, client), emit`\n`));
  const runtime = withExactJson(
    plan,
    await readRuntimeModules([
      ...used,
      ...hooks.runtime,
      ...tokens.runtime,
      ...fetching.runtime,
      ...(plan.values.int64 === "number" ? [] : exact.values()),
    ]),
  );
  const contract = await contractModules(plan);
  const peerNames = [...runtime.values()].flatMap((source) => importedNames(source, peer.name));
  const written: Modules = new Map([
    ...runtime,
    ...sources,
    ...code,
    ...contract.code,
    ...hooks.code,
    ...hooks.sources,
    ...tokens.sources,
    [peer.module, printPeerModule(peerNames)],
  ]);
  const compiled = new Map([
    ...[...written].map(([module, source]): [string, Code] => [module, forPackage(module, source)]),
    // It imports openapi-fetch itself, of which no code is bundled.
    ...fetching.sources,
  ]);
  const examples = entryExamples(plan, client, settings);
  announcePhase("compile the package");
  const files = [
    await compileModules(compiled, new Set([...contract.code.keys(), ...hooks.code.keys()])),
    await compileVendored(written),
    declareModules(
      new Map([
        ...withExamples(runtime, examples),
        ...sources,
        ...contract.sources,
        ...hooks.sources,
        ...tokens.sources,
        ...fetching.sources,
      ]),
      new Map([
        ["generated/types.ts", emitTypes(plan)],
        ...[...declared].map(([module, text]): [string, Code] => [module.replace(/\.d\.ts$/, ".ts"), text]),
        ...contract.declared,
      ]),
      entries.map(({ module }) => `${module}.ts`),
    ),
    new Map([await peerFinder(settings.name, peerNames)]),
  ];
  const all = new Map(files.flatMap((some) => [...some]));
  return { client, entries, files: all, bundled: vendoredBy(written), examples };
}

/** Modules of the runtime → those that take their place if integers of 64 bits are not numbers. */
const exact = new Map([
  ["client/request/json-text.ts", "client/request/exact-json-text.ts"],
  ["client/response/read-json.ts", "client/response/exact-read-json.ts"],
]);

/** Returns the runtime without rounded integers, if integers of 64 bits are not numbers. */
function withExactJson({ values }: Plan, runtime: Modules): Modules {
  if (values.int64 === "number") return runtime;
  return new Map(
    [...runtime].flatMap(([module, source]): [string, Code][] => {
      if ([...exact.values()].includes(module)) return [];
      return [[module, runtime.get(exact.get(module) ?? module) ?? source]];
    }),
  );
}

/** RFC 9110, section 10.1.5: the name of a product is a token, which contains neither `@` nor `/`. */
function userAgentOf({ name, version }: PackageSettings): string {
  return `${name.replace("@", "").replace("/", "-")}/${version}`;
}
