// Emits `resources.ts`: the types of a client and the declarations of its classes, with the document's
// descriptions.
import { type ClientType, clientName, printClientImports } from "./client-runtime.ts";
import { type Code, emit, joinCode } from "./code.ts";
import { headerLine } from "./header.ts";
import type { Plan, PlannedOperation } from "./plan.ts";
import { isEventStream } from "../runtime/boundary/media-type.ts";
import { isStream, streamsOf } from "./resources/stream-items.ts";
import type { ClientPlan } from "./resources/client-plan.ts";
import { printClass } from "./resources/print-class.ts";
import { printProblems } from "./resources/print-problems.ts";
import { credentialFields } from "./resources/credential-schemes.ts";
import { printCredentials } from "./resources/sdk-settings.ts";

/** Types of the runtime that the file always imports. */
const imports: readonly ClientType[] = [
  { module: "api-promise.ts", type: "ApiPromise" },
  { module: "call-options.ts", type: "CallOptions" },
  { module: "caller.ts", type: "Caller" },
  { module: "request-types.ts", type: "Id" },
  { module: "request-types.ts", type: "Input" },
  { module: "request-types.ts", type: "Output" },
  { module: "pages/page.ts", type: "Pages" },
  { module: "pages/wait.ts", type: "Waitable" },
  { module: "pages/wait.ts", type: "WaitOptions" },
];

/** Names that the file always declares, and global names that it uses. */
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
  "ItemStream",
  "ReadableStream",
  "Record",
  "ServerSentEvent",
  "StreamOptions",
  "Token",
  "Uint8Array",
];

/** Names that no type or class of a document may have in the file. */
export const reservedNames: readonly string[] = [...imports.map(clientName), ...ownNames, ...languageNames];

/** Returns the text of the file: declarations, for code that is printed elsewhere. */
export function printResources(plan: Plan, client: ClientPlan): Code {
  const { models, printer, operations, resources, names } = client;
  return joinCode(
    [
      headerLine(plan.header),
      printImports(rareImports(plan, client)),
      emit`type Schemas = components["schemas"];\ntype RequestSchemas = requests["schemas"];\n`,
      printCredentials(plan),
      ...models.print(),
      printProblems(plan, models),
      ...new Set(operations.flatMap((operation) => printer.declarations(operation, names(operation)))),
      ...resources.map((resource) => printClass(resource, client)),
      printAll(client),
    ],
    emit`\n`,
  );
}

function printImports(used: readonly ClientType[]): Code {
  const root = emit`..`;
  return emit`${printClientImports(root, imports)}${printClientImports(root, used)}import type { components, operations, requests } from "./types.ts";\n`;
}

/** Returns the types of the runtime that only some documents need. */
export function rareImports(plan: Plan, { operations }: ClientPlan): ClientType[] {
  const hasEvents = operations.some((operation) =>
    streamsOf(operation).some(({ mediaType }) => isEventStream(mediaType)),
  );
  return [
    ...(credentialFields(plan).some(({ renewable }) => renewable) ? [token] : []),
    ...(hasEvents ? [serverSentEvent] : []),
    ...(operations.some(isStream) ? [itemStream] : []),
    ...(operations.some(isStreaming) ? [streamOptions] : []),
  ];
}

const token: ClientType = { module: "credentials/authorize.ts", type: "Token" };
const serverSentEvent: ClientType = { module: "response/stream-events.ts", type: "ServerSentEvent" };
const itemStream: ClientType = { module: "streaming.ts", type: "ItemStream" };
const streamOptions: ClientType = { module: "streaming.ts", type: "StreamOptions" };

function isStreaming(operation: PlannedOperation): boolean {
  return streamsOf(operation).length > 0;
}

function printAll({ resources }: ClientPlan): Code {
  const fields = resources.map(({ property, className }) => emit`  readonly ${property}: ${className};\n`);
  return emit`/** All resources over one connection. */\nexport declare class Resources {\n${fields}\n  constructor(caller: Caller);\n}\n`;
}
