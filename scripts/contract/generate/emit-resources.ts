// `resources.ts`: the client's classes and their types, with the document's own words on them; behaviour is in the runtime.
import { type Code, emit, joinCode, noCode, trustedCode } from "./code.ts";
import { headerLine } from "./header.ts";
import { printKey } from "./literal.ts";
import type { Plan, PlannedOperation } from "./plan.ts";
import { isEventStream } from "../document/media-types.ts";
import { hooksOf } from "./resources/operation-hooks.ts";
import { streamsOf } from "./resources/stream-items.ts";
import type { JsonObject } from "../document/document.ts";
import { type ClientPlan, clientPlanOf } from "./resources/client-plan.ts";
import { printClass, type SourceForm } from "./resources/print-class.ts";
import { printNext, printOperation, printWait } from "./resources/print-operation.ts";
import { printProblems } from "./resources/print-problems.ts";
import { credentialFields } from "./resources/credential-schemes.ts";
import { credentialSettings } from "./resources/credential-settings.ts";
import { printSdk } from "./resources/sdk-settings.ts";

/** What the file imports, each only as a type, by the module of the runtime that has it. */
const imports: Readonly<Record<string, readonly Code[]>> = {
  "api-promise": [emit`ApiPromise`],
  "call-options": [emit`CallOptions`],
  caller: [emit`Caller`],
  connect: [emit`ApiSettings`],
  models: [emit`Id`, emit`Input`, emit`Output`],
  operation: [emit`DatePaths`, emit`NextLink`, emit`Operation`, emit`WaitLink`],
  page: [emit`Pages`],
  wait: [emit`Waitable`, emit`WaitOptions`],
};

/** Names that the file declares in any case, and those of the language that it uses. */
const ownNames = [
  "components",
  "operations",
  "requests",
  "Schemas",
  "RequestSchemas",
  "sdk",
  "Credentials",
  "Problems",
  "AnyProblem",
  "Resources",
];
const languageNames = [
  "ArrayBuffer",
  "AsyncGenerator",
  "ArrayBufferView",
  "Blob",
  "Date",
  "NonNullable",
  "Promise",
  "ReadableStream",
  "Record",
  "ServerSentEvent",
  "Token",
  "Uint8Array",
];

/** Names that no type or class of a document may have in the file. */
export const reservedNames: readonly string[] = [
  ...Object.values(imports).flat(),
  ...ownNames,
  ...languageNames,
];

/** @param runtime  where the runtime's modules are, seen from the file */
export function emitResources(plan: Plan, runtime = emit`../client`): Code {
  return printResources(plan, clientPlanOf(plan, reservedNames), { form: "code", runtime });
}

/** The file's text: with its code, or as a declaration file for code that is printed elsewhere. */
export function printResources(
  plan: Plan,
  client: ClientPlan,
  { form, runtime }: { readonly form: SourceForm; readonly runtime: Code },
): Code {
  const { models, printer, operations, resources, names } = client;
  return joinCode(
    [
      headerLine(plan.header),
      printImports(runtime, rareImports(plan, operations, form)),
      emit`type Schemas = components["schemas"];\ntype RequestSchemas = requests["schemas"];\n`,
      ...printSdk(plan, form),
      ...models.print(),
      printProblems(plan, models),
      ...(form === "code" ? printConstants(plan.document.root, client) : []),
      ...operations.flatMap((operation) => printer.declarations(operation, names(operation))),
      ...resources.map((resource) => printClass(resource, client, form)),
      printAll(client, form),
    ],
    emit`\n`,
  );
}

/** What the methods hand to the runtime. */
function printConstants(root: JsonObject, client: ClientPlan): Code[] {
  const { operations, names, dates, dateConstants, itemDates, next, security, wait } = client;
  const waits = new Map(
    operations.flatMap((operation) => wait(operation) ?? []).map((link) => [link.constant, link]),
  );
  return [
    ...dateConstants.constants,
    ...operations.map((operation) =>
      printOperation(root, names(operation).constant, operation, {
        dates: dates(operation),
        itemDates: itemDates(operation),
        security: security(operation),
      }),
    ),
    ...operations.flatMap((operation) => {
      const link = next(operation);
      return link === undefined ? [] : [printNext(link.constant, link.plan)];
    }),
    ...[...waits.values()].map(({ constant, plan }) =>
      printWait(constant, names(plan.target).constant, plan),
    ),
  ];
}

function printImports(runtime: Code, used: ReadonlyMap<string, ReadonlySet<Code>>): Code {
  const lines = Object.entries(imports).map(
    ([module, names]) =>
      emit`import type { ${joinCode(names, emit`, `)} } from "${runtime}/${moduleFile(module)}";\n`,
  );
  const values = [...used].map(
    ([module, names]) =>
      emit`import { ${joinCode(names, emit`, `)} } from "${runtime}/${moduleFile(module)}";\n`,
  );
  return emit`${lines}${values}import type { components, operations, requests } from "./types.ts";\n`;
}

/** Functions and types of the runtime that only some documents need, by module. */
function rareImports(
  plan: Plan,
  operations: readonly PlannedOperation[],
  form: SourceForm,
): Map<string, Set<Code>> {
  const modules = form === "code" ? hookImports(plan, operations) : new Map<string, Set<Code>>();
  const names = [
    ...(form === "code" && "authorize" in credentialSettings(plan) ? [emit`authorizations`] : []),
    ...(credentialFields(plan).some(({ renewable }) => renewable) ? [emit`type Token`] : []),
  ];
  if (names.length > 0) modules.set("authorize", new Set(names));
  if (
    operations.some((operation) => streamsOf(operation).some(({ mediaType }) => isEventStream(mediaType)))
  ) {
    modules.set("read-stream", (modules.get("read-stream") ?? new Set()).add(emit`type ServerSentEvent`));
  }
  return modules;
}

/** Functions of the runtime that some operations need, by module. */
function hookImports(
  { document: { root } }: Plan,
  operations: readonly PlannedOperation[],
): Map<string, Set<Code>> {
  const modules = new Map<string, Set<Code>>();
  for (const { module, name } of operations.flatMap((operation) => hooksOf(root, operation))) {
    modules.set(module, (modules.get(module) ?? new Set()).add(printKey(name)));
  }
  return modules;
}

/** Of the runtime, whose modules have names of this repository's choice. */
function moduleFile(module: string): Code {
  return trustedCode(`${module}.ts`);
}

function printAll({ resources }: ClientPlan, form: SourceForm): Code {
  const fields = resources.map(({ property, className }) => emit`  readonly ${property}: ${className};\n`);
  const made = resources.map(
    ({ property, className }) => emit`    this.${property} = new ${className}(caller);\n`,
  );
  const head = emit`/** All resources over one connection. */\nexport ${form === "code" ? noCode : emit`declare `}class Resources {\n${fields}\n`;
  if (form === "declarations") return emit`${head}  constructor(caller: Caller);\n}\n`;
  return emit`${head}  constructor(caller: Caller) {\n${made}  }\n}\n`;
}
