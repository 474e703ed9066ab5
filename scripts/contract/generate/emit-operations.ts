// Emits `operations.ts`: each operation as a constant, and a table of all, for the server's routes and the
// client's calls.
import type { Json } from "../document/document.ts";
import { isObject } from "../document/pointer.ts";
import { type Code, emit, joinCode } from "./code.ts";
import { docComment, docTag } from "./comment.ts";
import { headerLine } from "./header.ts";
import { expression, type Literal, printKey, printLiteral } from "./literal.ts";
import { ownServer, rootUrls } from "./resources/server-urls.ts";
import { describeOperation } from "./describe-operation.ts";
import type { Plan, PlannedOperation } from "./plan.ts";

/** Names that the file declares besides a constant for each operation. */
const ownNames = ["operations", "servers", "securitySchemes"];

export function emitOperations(plan: Plan): Code {
  const { root } = plan.document;
  const constants = plan.operations.map((operation) => {
    const name = constantName(operation);
    const value = printLiteral(literalOf(describeOperation(operation)), "", `export const ${name} = `.length);
    return emit`${commentOf(operation)}export const ${name} = ${value} as const;\n`;
  });
  const members = plan.operations.map((operation) => {
    const name = constantName(operation);
    return operation.id === name ? emit`  ${name},\n` : emit`  ${printKey(operation.id)}: ${name},\n`;
  });
  const components = isObject(root["components"]) ? root["components"] : {};
  return joinCode(
    [
      headerLine(plan.header),
      ...constants,
      emit`/** Every operation by its id, in the order of the document. */\nexport const operations = {\n${members}} as const;\n`,
      emit`/** The id of an operation. */\nexport type OperationId = keyof typeof operations;\n`,
      emit`/** Where the API is served; the first is the default. spec: /servers */\nexport const servers = ${printLiteral(serverUrls(plan), "", 23)} as const;\n`,
      emit`/** How to authenticate. spec: /components/securitySchemes */\nexport const securitySchemes = ${printLiteral(components["securitySchemes"] ?? {}, "", 31)} as const;\n`,
    ],
    emit`\n`,
  );
}

/** Returns the constant's name; an operation may have the name of another export of the file. */
export function constantName({ identifier }: PlannedOperation): Code {
  return ownNames.includes(identifier) ? emit`${identifier}Operation` : identifier;
}

function commentOf({ source }: PlannedOperation): Code {
  const { summary, description } = source.operation;
  const title = [`\`${source.method} ${source.path}\``, text(summary)]
    .filter((part) => part !== undefined)
    .join(": ");
  return docComment([
    title,
    text(description),
    source.operation["deprecated"] === true ? docTag("deprecated") : undefined,
    `spec: ${source.pointer}`,
  ]);
}

/** Emitted for absent members, so that all constants have the same members and code can iterate over them. */
const missing = expression(emit`undefined`);

/** Returns a description as a literal. */
function literalOf(described: unknown): Literal {
  if (described === undefined) return missing;
  if (Array.isArray(described)) return described.map(literalOf);
  if (typeof described !== "object" || described === null) return described as Literal;
  return Object.fromEntries(Object.entries(described).map(([name, member]) => [name, literalOf(member)]));
}

/** Returns all server URLs; those of operations come last. */
function serverUrls({ document: { root }, operations }: Plan): string[] {
  const shared = rootUrls(root);
  const own = operations.flatMap((operation) => ownServer(root, operation) ?? []);
  // OpenAPI 3.1, section 4.8.1: without servers, the default is `/`.
  return [...new Set([...(shared.length === 0 ? ["/"] : shared), ...own])];
}

function text(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
