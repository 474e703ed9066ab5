// `server.ts` and `serve-operations.ts`: the types of the handlers, and what serves them with Fastify.
import { isObject } from "../document/pointer.ts";
import { type Code, emit, joinCode } from "../generate/code.ts";
import { headerLine } from "../generate/header.ts";
import { type Literal, printKey, printLiteral } from "../generate/literal.ts";
import type { Plan } from "../generate/plan.ts";
import { readRuntime } from "../generate/runtime-source.ts";
import { formsOf } from "./server-forms.ts";
import { basePathsOf } from "./server-paths.ts";
import { printSecurity } from "./server-security.ts";
import { addOperations } from "./server-options.ts";
import { serverTypes } from "./server-types.ts";

const runtime = [
  "wire-parameter.ts",
  "wire-value.ts",
  "wire-deep.ts",
  "wire-query.ts",
  "serve-refusal.ts",
  "serve-media-type.ts",
  "serve-json.ts",
  "serve-file.ts",
  "serve-body.ts",
  "serve-credentials.ts",
  "serve-security.ts",
  "path-order.ts",
  "serve-paths.ts",
  "serve-input.ts",
  "serve-answer.ts",
  "serve-options.ts",
  "serve-operations.ts",
];

/** File name → text. */
export async function emitServer(plan: Plan): Promise<[string, Code][]> {
  return [
    ["server.ts", printServer(plan)],
    ["serve-operations.ts", await printRuntime(plan)],
  ];
}

async function printRuntime(plan: Plan): Promise<Code> {
  return joinCode([
    headerLine(plan.header),
    emit`import { METHODS, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { Readable } from "node:stream";
import type { TLSSocket } from "node:tls";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ParameterReader } from "./parameters.ts";
import { bodyProblems, parameterProblems } from "./validation-problems.ts";
import type { RequestValidators, ResponseValidators, Validator } from "./validators.js";

`,
    await readRuntime(runtime, ["FormFile", "Served", "Guard", "serveOperations", "serverOptions"]),
  ]);
}

function printServer(plan: Plan): Code {
  const { root } = plan.document;
  const paths = basePathsOf(plan);
  const security = printSecurity(plan);
  const forms = plan.operations.flatMap((operation): [string, Literal][] => {
    const form = formsOf(root, operation);
    return Object.keys(form).length === 0 ? [] : [[operation.id, form]];
  });
  const info = root["info"];
  const title = isObject(info) && typeof info["title"] === "string" ? info["title"] : "";
  return joinCode(
    [
      emit`${headerLine(plan.header)}import type { Readable } from "node:stream";
import type { PeerCertificate } from "node:tls";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { createFormats } from "./formats.ts";
import { type OperationId, operations } from "./operations.ts";
import { parameters } from "./parameters.ts";
import { type FormFile, type Guard, type Served, serveOperations } from "./serve-operations.ts";
import type { Binary, operations as Types } from "./types.ts";
import { createValidators, type Formats } from "./validators.js";
`,
      emit`export { type FormFile, serverOptions } from "./serve-operations.ts";\n`,
      security.text,
      serverTypes,
      emit`/** The path of the document's first server. spec: /servers/0/url */\nexport const basePath = ${printLiteral(paths.root)};\n`,
      emit`/** Paths of servers that operations have for themselves. */\n${table(emit`basePaths`, emit`string`, Object.entries(paths.own))}`,
      table(emit`forms`, emit`Served["forms"]`, forms),
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
