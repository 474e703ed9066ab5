// `operations.ts`: each operation as a constant, and the table of them; the server's routes and the client's calls.
import type { Json } from "../document/document.ts";
import { isObject } from "../document/pointer.ts";
import { type Code, emit, joinCode } from "./code.ts";
import { docComment, docTag } from "./comment.ts";
import { headerLine } from "./header.ts";
import { expression, type Literal, printKey, printLiteral } from "./literal.ts";
import { ownServer, rootUrls } from "./resources/server-urls.ts";
import { describeOperation } from "./describe-operation.ts";
import type { Plan, PlannedOperation } from "./plan.ts";

/** Names the file declares itself, beside a constant for each operation. */
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

/** An operation may have the name of one of the file's own exports. */
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

/** Written out where something is missing: each constant has the same members, so code can go over all of them. */
const missing = expression(emit`undefined`);

/** A description as a literal. */
function literalOf(described: unknown): Literal {
  if (described === undefined) return missing;
  if (Array.isArray(described)) return described.map(literalOf);
  if (typeof described !== "object" || described === null) return described as Literal;
  return Object.fromEntries(Object.entries(described).map(([name, member]) => [name, literalOf(member)]));
}

/** Those of operations come last. */
function serverUrls({ document: { root }, operations }: Plan): string[] {
  const shared = rootUrls(root);
  const own = operations.flatMap((operation) => ownServer(root, operation) ?? []);
  // OpenAPI 3.1, section 4.8.1: without servers, the one at `/`.
  return [...new Set([...(shared.length === 0 ? ["/"] : shared), ...own])];
}

function text(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
