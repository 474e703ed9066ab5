// The entry `/fetch` of a package: openapi-fetch's own client, typed by the document, on the transport of the
// package's client.
import {
  clientFile,
  clientName,
  type ClientType,
  type ClientValue,
  printClientImports,
} from "../generate/client-runtime.ts";
import { type Code, emit } from "../generate/code.ts";
import { docTag, docComment } from "../generate/comment.ts";
import { headerLine } from "../generate/header.ts";
import { type Literal, printLiteral } from "../generate/literal.ts";
import type { Plan } from "../generate/plan.ts";
import type { ClientPlan } from "../generate/resources/client-plan.ts";
import { describeOperation } from "../generate/resources/print-operation.ts";
import { importOptions, locatedOptions } from "./print-connect.ts";
import { compareTemplates } from "../runtime/boundary/path-order.ts";

/** The module of the entry. */
export const fetchModule = "generated/fetch.ts";

const fetchTransport: ClientValue = { module: "fetch-transport.ts", name: "fetchTransport" };
const fetchRoute: ClientType = { module: "fetch-transport.ts", type: "FetchRoute" };

/** The modules of the entry. */
export interface FetchModules {
  readonly sources: ReadonlyMap<string, Code>;
  readonly runtime: readonly string[];
}

/** @param example  a call of the client as code */
export function fetchModules(plan: Plan, client: ClientPlan, example: Code): FetchModules {
  return {
    sources: new Map([[fetchModule, printEntry(plan, client, example)]]),
    runtime: [clientFile(fetchTransport.module)],
  };
}

function printEntry(plan: Plan, client: ClientPlan, example: Code): Code {
  return emit`${headerLine(plan.header)}
import createFetchClient, { type Client, type ClientOptions as FetchOptions, defaultPathSerializer } from "openapi-fetch";
${printClientImports(emit`..`, [fetchTransport, fetchRoute])}${importOptions(plan)} from "./connect.ts";
import { sdk } from "./sdk.ts";
import type { paths } from "./types.ts";

export type { paths } from "./types.ts";

/** Options of the client, and how openapi-fetch writes what it sends. */
export type FetchClientOptions = ClientOptions &
  Pick<FetchOptions, "querySerializer" | "bodySerializer" | "pathSerializer">;

const routes: readonly ${clientName(fetchRoute)}[] = ${printLiteral(routesOf(plan, client), "", 50)};

${docComment([
  "openapi-fetch's own client, typed by the document. Its requests have the credentials, keys, retries and deadline that all calls of\nthis package have; arguments and results are those of openapi-fetch: date-times are texts, and errors are values.",
  docTag("example", example),
])}export function createClient(options: FetchClientOptions = {}): Client<paths> {
  const { querySerializer, bodySerializer, pathSerializer = defaultPathSerializer } = options;
  const { checkPath, ...transport } = ${clientName(fetchTransport)}(sdk, routes, ${locatedOptions(plan)});
  return createFetchClient<paths>({
    ...transport,
    ...(querySerializer && { querySerializer }),
    ...(bodySerializer && { bodySerializer }),
    pathSerializer: (path, values) => checkPath(pathSerializer(path, values)),
  });
}
`;
}

/** Returns the routes, the more specific path first; the most common requirement is omitted. */
function routesOf(plan: Plan, client: ClientPlan): Literal[] {
  return [...new Set(client.operations)]
    .sort((one, other) => compareTemplates(one.source.path, other.source.path))
    .map((operation): Literal => {
      const { method, path, server, keyed } = describeOperation(plan.document.root, operation);
      const details = { server, security: client.security(operation), keyed };
      const isPlain = Object.values(details).every((value) => value === undefined);
      return [`${method} ${path}`, ...(isPlain ? [] : [details])];
    });
}
