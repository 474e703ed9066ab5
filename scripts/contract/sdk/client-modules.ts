// The modules of a client that are generated from its document. A package is compiled from them, and
// `contract generate` writes them unchanged: both are the same client.
import { posix } from "node:path";
import { type ClientModule, clientFile, type ClientValue } from "../generate/client-runtime.ts";
import { type Code, emit } from "../generate/code.ts";
import { rareImports, reservedNames, printResources } from "../generate/emit-resources.ts";
import { emitRoundedInteger } from "../generate/emit-rounded-integer.ts";
import { headerLine } from "../generate/header.ts";
import type { Literal } from "../generate/literal.ts";
import type { Plan, PlannedOperation } from "../generate/plan.ts";
import { stepOf } from "../generate/resources/print-operation.ts";
import { type ClientPlan, clientPlanOf, type NamedResource } from "../generate/resources/client-plan.ts";
import { credentialFields } from "../generate/resources/credential-schemes.ts";
import { authorizations } from "../generate/resources/credential-settings.ts";
import { hooksOf } from "../generate/resources/operation-hooks.ts";
import { memo } from "../generate/resources/memo.ts";
import { webhookEvents } from "../generate/resources/webhook-events.ts";
import { sdkSettings } from "../generate/resources/sdk-settings.ts";
import { additionalEntries, type PackageEntry, packageEntries, resourceFolder } from "./entries.ts";
import { oauthSchemes } from "./oauth-modules.ts";
import { passedExports } from "./module-statements.ts";
import { exportedTypes } from "./module-syntax.ts";
import { connectUses, printConnect } from "./print-connect.ts";
import { printClient, printIndex, runtimeIndex } from "./print-entries.ts";
import { printAll, printDates, printResource, streamingUses } from "./print-resource.ts";
import { printSdk } from "./print-sdk.ts";
import { type Modules, readModule } from "./runtime-modules.ts";

/** The names of a client. */
export interface ClientSettings {
  /** The client's class. */
  readonly client: Code;
  /** The title of the API. */
  readonly title: string;
  /** Default: derived from the document, such as `twilio-comms/1.0.0`. */
  readonly userAgent?: string;
}

/** The modules of a client. */
export interface ClientModules {
  readonly client: ClientPlan;
  readonly entries: readonly PackageEntry[];
  /** TypeScript code, from which declarations can be emitted. */
  readonly sources: Modules;
  /** JavaScript code, and the constants that only it uses. */
  readonly code: Modules;
  /** Declarations of that code, and of the document's own types. */
  readonly declared: Modules;
  /** The modules of the runtime that these import: `client/connect.ts`. */
  readonly runtime: readonly string[];
}

/** Modules of the runtime that every client's own modules import. */
const ownUse: readonly ClientModule[] = [authorizations.module, "connect.ts", "invoke.ts"];

export async function clientModules(plan: Plan, settings: ClientSettings): Promise<ClientModules> {
  const { root } = plan.document;
  const header = headerLine(plan.header);
  const index = passedExports(await readModule(runtimeIndex));
  const client = clientPlanOf(plan, [
    ...reservedNames,
    ...index.flatMap(({ names }) => names),
    settings.client,
    "ClientOptions",
    "connect",
  ]);
  const entries = packageEntries(client, {
    events: webhookEvents(plan.document).length > 0,
    tokens: oauthSchemes(plan).length > 0,
  });
  const fileOf = memo((resource: NamedResource) =>
    (entries.find((entry) => entry.resource === resource)?.module ?? "").replace(resourceFolder, ""),
  );
  const types = printResources(plan, client);
  const sdk = {
    ...sdkSettings(plan),
    client: settings.client,
    ...(settings.userAgent !== undefined && { userAgent: settings.userAgent }),
  };
  const parts = {
    header,
    client: settings.client,
    runtime: index,
    types: exportedTypes(types),
    rare: rareImports(plan, client),
    fileOf,
  };
  return {
    client,
    entries,
    sources: new Map([
      ["generated/index.ts", printIndex(client, parts)],
      ["generated/client.ts", printClient(header, settings.client, settings.title)],
      ["generated/connect.ts", printConnect(header, plan, client.resources[0], environmentOf(plan, sdk))],
      ["generated/sdk.ts", printSdk(header, sdk)],
      ["generated/rounded-integer.ts", await emitRoundedInteger(plan)],
    ]),
    code: new Map([
      ["generated/dates.ts", printDates(header, client)],
      [`${resourceFolder}all.js`, printAll(header, client, fileOf)],
      ...client.resources.map((resource): [string, Code] => [
        `${resourceFolder}${fileOf(resource)}.js`,
        printResource(header, root, client, resource),
      ]),
    ]),
    declared: new Map([
      ["generated/resources.ts", types],
      [`${resourceFolder}all.d.ts`, emit`${header}\nexport { Resources } from "../resources.ts";\n`],
      ...client.resources.map((resource): [string, Code] => [
        `${resourceFolder}${fileOf(resource)}.d.ts`,
        emit`${header}\nexport { ${resource.className} } from "../resources.ts";\nexport { connect } from "../connect.ts";\nexport type { ClientOptions } from "../connect.ts";\n`,
      ]),
    ]),
    runtime: [
      ...index.map(({ from }) => posix.join(posix.dirname(runtimeIndex), from)),
      ...[...ownUse, ...usedBy(plan, client)].map(clientFile),
      ...additionalEntries.map(({ module }) => `${module}.ts`),
    ],
  };
}

/** Returns the modules of the runtime that only some documents need. */
function usedBy(plan: Plan, client: ClientPlan): ClientModule[] {
  return [
    ...connectUses(plan),
    ...plan.operations.flatMap((operation) => [
      ...hooksOf(plan.document.root, operation).flatMap((hook) => [hook, ...(hook.uses ?? [])]),
      ...streamingUses(operation),
      ...stepsOf(client, operation),
      ...client.dateReaders(operation),
    ]),
    ...client.dateConstants.readers,
    ...client.integerConstants.readers,
  ].map(({ module }) => module);
}

function stepsOf(client: ClientPlan, operation: PlannedOperation): ClientValue[] {
  const step = client.next(operation)?.step;
  return step === undefined ? [] : [stepOf(step.name)];
}

/** Returns the environment variables for the credentials and the base URL. */
function environmentOf(plan: Plan, { baseUrlEnv }: Readonly<Record<string, Literal | undefined>>): string[] {
  const names: unknown[] = [...credentialFields(plan).map(({ env }) => env), baseUrlEnv];
  return names.filter((name) => typeof name === "string");
}
