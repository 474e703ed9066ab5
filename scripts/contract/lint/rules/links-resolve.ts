// links-resolve: a link is usable only if its operation, the parameters and the values all exist.
import type { Json, JsonObject } from "../../document/document.ts";
import { nearestName } from "../../document/nearest-name.ts";
import type { Operation, OperationResponse } from "../../document/operations.ts";
import {
  child,
  childPointer,
  follow,
  isObject,
  localPointer,
  parsePointer,
  resolvePointer,
} from "../../document/pointer.ts";
import { declaresPath } from "../declared-pointer.ts";
import type { Finding, LintContext, Rule } from "../rule.ts";
import { expressionsIn, parseRuntimeExpression, type RuntimeExpression } from "../runtime-expression.ts";

export const linksResolve: Rule = {
  id: "links-resolve",
  summary:
    "Every link names an operation, parameters it has, and values that the exchange before it declares.",
  *check(context) {
    const reported = new Set<string>();
    const hints = { left: mostHints };
    for (const operation of context.allOperations) {
      for (const response of operation.responses) {
        for (const finding of judgeResponse(context, { operation, response }, hints)) {
          const key = `${finding.pointer} ${finding.message}`;
          if (!reported.has(key)) yield finding;
          reported.add(key);
        }
      }
    }
  },
};

/** Maximum number of findings with a suggestion, because each suggestion compares all operations. */
const mostHints = 100;

interface Hints {
  left: number;
}

/** The request and response that a link starts from. */
interface Exchange {
  readonly operation: Operation;
  readonly response: OperationResponse;
}

function* judgeResponse(context: LintContext, exchange: Exchange, hints: Hints): Generator<Finding> {
  const { links } = exchange.response.node;
  for (const [name, written] of Object.entries(isObject(links) ? links : {})) {
    if (written === undefined) continue;
    const place = childPointer(exchange.response.pointer, "links", name);
    const { pointer, node: link } = follow(context.root, { pointer: place, node: written });
    if (!isObject(link)) continue;
    yield* judgeTarget(context, link, pointer, hints);
    const { parameters, requestBody } = link;
    const values = Object.entries(isObject(parameters) ? parameters : {}).map(([key, value]) => ({
      place: childPointer(pointer, "parameters", key),
      value,
    }));
    for (const { place: at, value } of [...values, { place: `${pointer}/requestBody`, value: requestBody }]) {
      yield* judgeValue(context, exchange, at, value);
    }
  }
}

interface OperationTable {
  readonly byId: ReadonlyMap<Json | undefined, Operation>;
  readonly byNode: ReadonlyMap<Json | undefined, Operation>;
}

const tables = new WeakMap<readonly Operation[], OperationTable>();

/** Of two operations with one name, the first is used. */
function tableOf(operations: readonly Operation[]): OperationTable {
  const known = tables.get(operations);
  if (known !== undefined) return known;
  const inReverse = [...operations].reverse();
  const table = {
    byId: new Map(inReverse.map((operation) => [operation.operationId, operation])),
    byNode: new Map(inReverse.map((operation) => [operation.operation, operation])),
  };
  tables.set(operations, table);
  return table;
}

function* idsOf(operations: readonly Operation[]): Generator<string> {
  for (const { operationId } of operations) if (operationId !== undefined) yield operationId;
}

function* judgeTarget(
  { allOperations, root }: LintContext,
  link: JsonObject,
  pointer: string,
  hints: Hints,
): Generator<Finding> {
  const { operationId, operationRef, parameters } = link;
  const target =
    operationId === undefined
      ? tableOf(allOperations).byNode.get(resolvePointer(root, localPointer(text(operationRef)) ?? "/"))
      : tableOf(allOperations).byId.get(operationId);
  if (target === undefined) {
    const isHinted = typeof operationId === "string" && hints.left-- > 0;
    const nearest = isHinted ? nearestName(operationId, idsOf(allOperations)) : undefined;
    const hint = nearest === undefined ? "" : `: ${nearest} is one`;
    yield { pointer, message: `the link names no operation of this document${hint}` };
    return;
  }
  for (const name of Object.keys(isObject(parameters) ? parameters : {})) {
    if (
      target.parameters.some(
        ({ node }) => name === node["name"] || name === `${text(node["in"])}.${text(node["name"])}`,
      )
    )
      continue;
    const message = `${target.operationId ?? target.path} has no parameter ${name}`;
    yield { pointer: childPointer(pointer, "parameters", name), message };
  }
}

function* judgeValue(
  { root }: LintContext,
  exchange: Exchange,
  pointer: string,
  value: Json | undefined,
): Generator<Finding> {
  for (const written of expressionsIn(value)) {
    const expression = parseRuntimeExpression(written);
    if (expression === undefined) yield { pointer, message: `${written} is not a runtime expression` };
    else if (!isDeclared(root, exchange, expression)) {
      const { method, path } = exchange.operation;
      yield {
        pointer,
        message: `${written} names nothing that ${method} ${path} → ${exchange.response.status} declares`,
      };
    }
  }
}

function isDeclared(
  root: JsonObject,
  { operation, response }: Exchange,
  expression: RuntimeExpression,
): boolean {
  if (!("part" in expression)) return true;
  if (expression.part === "body") {
    const body = expression.source === "request" ? operation.requestBody?.node : response.node;
    return schemasOf(root, body).some((schema) =>
      declaresPath(root, schema, parsePointer(expression.pointer)),
    );
  }
  const { part, name } = expression;
  if (expression.source === "response") {
    const headers = response.node["headers"];
    const names = isObject(headers) ? Object.keys(headers) : [];
    return part === "header" && names.some((header) => header.toLowerCase() === name.toLowerCase());
  }
  return operation.parameters.some(({ node }) => {
    const declared = text(node["name"]);
    return (
      node["in"] === part &&
      (part === "header" ? declared.toLowerCase() === name.toLowerCase() : declared === name)
    );
  });
}

function schemasOf(root: JsonObject, body: JsonObject | undefined): Json[] {
  const content = body?.["content"];
  return Object.values(isObject(content) ? content : {}).flatMap((written) => {
    if (written === undefined) return [];
    return child(follow(root, { pointer: "", node: written }).node, "schema") ?? [];
  });
}

function text(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}
