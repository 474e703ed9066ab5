// Emits `server.ts` and `serve-operations.ts`: the types of the handlers, and the code that serves them with
// Fastify.
import { isObject } from "../document/pointer.ts";
import { type Code, emit, joinCode } from "../generate/code.ts";
import { headerLine } from "../generate/header.ts";
import { type Literal, printKey, printLiteral } from "../generate/literal.ts";
import type { Plan } from "../generate/plan.ts";
import { runtimeOf } from "../generate/runtime-source.ts";
import { emitDeliveries } from "./emit-deliveries.ts";
import { emitRoutes } from "./emit-routes.ts";
import { emitSwagger } from "./emit-swagger.ts";
import { basePathsOf } from "./server-paths.ts";
import { printSecurity } from "./server-security.ts";
import { addOperations } from "./print-server-options.ts";
import { serverTypes } from "./server-types.ts";

/** File name → text. */
export async function emitServer(plan: Plan): Promise<[string, Code][]> {
  return [
    ["server.ts", printServer(plan)],
    ["routes.ts", emitRoutes(plan)],
    ["serve-operations.ts", joinCode([headerLine(plan.header), await runtimeOf("serve-operations.ts")])],
    ["swagger.ts", await emitSwagger(plan)],
    ...(await emitDeliveries(plan)),
  ];
}

function printServer(plan: Plan): Code {
  const { root } = plan.document;
  const paths = basePathsOf(plan);
  const security = printSecurity(plan);
  const info = root["info"];
  const title = isObject(info) && typeof info["title"] === "string" ? info["title"] : "";
  return joinCode(
    [
      emit`${headerLine(plan.header)}import type { Readable } from "node:stream";
import type { PeerCertificate } from "node:tls";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { FormFile, Guard, JsonText, MaybePromise, StreamEvent } from "./boundary.ts";
import { createFormats } from "./formats.ts";
import { usualLimits } from "./json.ts";
import { type OperationId, operations } from "./operations.ts";
import { forms, parameters } from "./parameters.ts";
import { routes } from "./routes.ts";
import {
  assertFunctions,
  type ConnectionState,
  type FieldsOf,
  plainProblems,
  pluginOf,
  type ProblemCatalogue,
  type Served,
  serveOperations,
  type Steps,
} from "./serve-operations.ts";
import type { Binary, operations as Types } from "./types.ts";
import { createValidators, type Formats } from "./validators.js";
`,
      emit`export { type FormFile, HttpError, JsonText, type StreamEvent } from "./boundary.ts";\nexport { keepToHttp, type ProblemCatalogue, serverOptions, serverOptionsOf, type Steps } from "./serve-operations.ts";\n`,
      security.text,
      serverTypes,
      emit`/** The path of the document's first server. spec: /servers/0/url */\nexport const basePath = ${printLiteral(paths.root)};\n`,
      emit`/** Paths of the servers that operations declare themselves. */\n${table(emit`basePaths`, emit`string`, Object.entries(paths.own))}`,
      emit`const realm = ${printLiteral(title)};\n`,
      addOperations(security.any),
    ],
    emit`\n`,
  );
}

function table(name: Code, type: Code, entries: readonly (readonly [string, Literal])[]): Code {
  const members = entries.map(([key, value]) => emit`  ${printKey(key)}: ${printLiteral(value, "  ")},\n`);
  return emit`const ${name}: { readonly [id: string]: ${type} | undefined } = {\n${members}};\n`;
}
