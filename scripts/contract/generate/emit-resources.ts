// `resources.ts`: the client's classes and their types, with the document's own words on them; behaviour is in the runtime.
import { type ClientType, clientName, type ClientValue, printClientImports } from "./client-runtime.ts";
import { type Code, emit, joinCode, noCode } from "./code.ts";
import { headerLine } from "./header.ts";
import type { Plan } from "./plan.ts";
import { isEventStream } from "../document/stream-types.ts";
import { hooksOf } from "./resources/operation-hooks.ts";
import { streamsOf } from "./resources/stream-items.ts";
import type { JsonObject } from "../document/document.ts";
import { type ClientPlan, clientPlanOf } from "./resources/client-plan.ts";
import { printClass, type SourceForm } from "./resources/print-class.ts";
import { printNext, printOperation, printWait } from "./resources/print-operation.ts";
import { printProblems } from "./resources/print-problems.ts";
import { credentialFields } from "./resources/credential-schemes.ts";
import { authorizations, credentialSettings } from "./resources/credential-settings.ts";
import { printSdk } from "./resources/sdk-settings.ts";

/** The types of the runtime that the file imports in any case. */
const imports: readonly ClientType[] = [
  { module: "api-promise.ts", type: "ApiPromise" },
  { module: "call-options.ts", type: "CallOptions" },
  { module: "caller.ts", type: "Caller" },
  { module: "connect.ts", type: "ApiSettings" },
  { module: "request-types.ts", type: "Id" },
  { module: "request-types.ts", type: "Input" },
  { module: "request-types.ts", type: "Output" },
  { module: "operation.ts", type: "DatePaths" },
  { module: "operation.ts", type: "NextLink" },
  { module: "operation.ts", type: "Operation" },
  { module: "operation.ts", type: "WaitLink" },
  { module: "pages/page.ts", type: "Pages" },
  { module: "pages/wait.ts", type: "Waitable" },
  { module: "pages/wait.ts", type: "WaitOptions" },
];

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
export const reservedNames: readonly string[] = [...imports.map(clientName), ...ownNames, ...languageNames];

export function emitResources(plan: Plan): Code {
  return printResources(plan, clientPlanOf(plan, reservedNames), "code");
}

/** The file's text: with its code, or as a declaration file for code that is printed elsewhere. */
export function printResources(plan: Plan, client: ClientPlan, form: SourceForm): Code {
  const { models, printer, operations, resources, names } = client;
  return joinCode(
    [
      headerLine(plan.header),
      printImports(rareImports(plan, client, form)),
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
    ...dateConstants.constants.map(({ name, value }) => emit`const ${name}: DatePaths = ${value};\n`),
    ...operations.map((operation) =>
      printOperation(root, names(operation).constant, operation, {
        dates: dates(operation)?.code,
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

function printImports(used: readonly (ClientValue | ClientType)[]): Code {
  const root = emit`..`;
  return emit`${printClientImports(root, imports)}${printClientImports(root, used)}import type { components, operations, requests } from "./types.ts";\n`;
}

/** Functions and types of the runtime that only some documents need. */
function rareImports(
  plan: Plan,
  { operations, dateConstants, dateReaders }: ClientPlan,
  form: SourceForm,
): (ClientValue | ClientType)[] {
  const { root } = plan.document;
  const hooks = form === "code" ? operations.flatMap((operation) => hooksOf(root, operation)) : [];
  const hasEvents = operations.some((operation) =>
    streamsOf(operation).some(({ mediaType }) => isEventStream(mediaType)),
  );
  return [
    ...hooks,
    ...(form === "code" ? [...dateConstants.constantReaders, ...operations.flatMap(dateReaders)] : []),
    ...(form === "code" && "authorize" in credentialSettings(plan) ? [authorizations] : []),
    ...(credentialFields(plan).some(({ renewable }) => renewable) ? [token] : []),
    ...(hasEvents ? [serverSentEvent] : []),
  ];
}

const token: ClientType = { module: "credentials/authorize.ts", type: "Token" };
const serverSentEvent: ClientType = { module: "response/read-stream.ts", type: "ServerSentEvent" };

function printAll({ resources }: ClientPlan, form: SourceForm): Code {
  const fields = resources.map(({ property, className }) => emit`  readonly ${property}: ${className};\n`);
  const made = resources.map(
    ({ property, className }) => emit`    this.${property} = new ${className}(caller);\n`,
  );
  const head = emit`/** All resources over one connection. */\nexport ${form === "code" ? noCode : emit`declare `}class Resources {\n${fields}\n`;
  if (form === "declarations") return emit`${head}  constructor(caller: Caller);\n}\n`;
  return emit`${head}  constructor(caller: Caller) {\n${made}  }\n}\n`;
}
