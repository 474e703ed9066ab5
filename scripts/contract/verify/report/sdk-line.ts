// Formats a request as a call of the client that `contract sdk` generates from the document.
import type { Json, JsonObject, OpenApiDocument } from "../../document/document.ts";
import { isObject } from "../../document/pointer.ts";
import type { ApiOperation } from "../../exchange/api.ts";
import type { HttpRequest } from "../../exchange/http.ts";
import { decode, splitQuery } from "../../exchange/parse-wire.ts";
import { readingsOf } from "../../exchange/interpret.ts";
import { type Code, emit, joinCode } from "../../generate/code.ts";
import { printLiteral } from "../../generate/literal.ts";
import { type PlannedOperation, planOf } from "../../generate/plan.ts";
import { resourcesOf } from "../../generate/resources/resource-plan.ts";
import { pathValuesOf } from "../run/path-values.ts";

/**
 * Returns the call; undefined if no method represents the operation, or the request is not one the client can
 * send.
 */
export type SdkLine = (operation: ApiOperation, request: HttpRequest) => string | undefined;

/** A method of the client, and its arguments. */
export interface SdkCall {
  readonly property: Code;
  readonly method: Code;
  readonly operation: PlannedOperation;
  readonly path: readonly string[];
  /** Undefined if the request has none. */
  readonly body: Json | undefined;
  readonly query: JsonObject;
}

/** Returns the function that turns requests into calls of the client for a document. */
export function sdkCalls(
  document: OpenApiDocument,
): (operation: ApiOperation, request: HttpRequest) => SdkCall | undefined {
  const calls = new Map(
    resourcesOf(planOf(document)).flatMap(({ property, methods }) =>
      methods.map(({ name, operation }) => {
        const { method, path } = operation.source;
        return [`${method} ${path}`, { property, method: name, operation }] as const;
      }),
    ),
  );
  return (operation, request) => {
    const { source, template } = operation;
    const call = calls.get(`${source.method} ${source.path}`);
    if (call === undefined || request.method !== source.method) return undefined;
    const path = pathValuesOf(template.text, operation, request);
    return {
      ...call,
      path: template.names.map((name) => path[name] ?? ""),
      body: request.body?.value,
      query: queryOf(operation, request),
    };
  };
}

export function sdkLines(document: OpenApiDocument): SdkLine {
  const callOf = sdkCalls(document);
  return (operation, request) => {
    const call = callOf(operation, request);
    if (call === undefined) return undefined;
    const { property, method, path, body, query } = call;
    const values: Json[] = [
      ...path,
      ...(body === undefined ? [] : [body]),
      ...(Object.keys(query).length === 0 ? [] : [query]),
    ];
    return emit`await client.${property}.${method}(${joinCode(
      values.map((value) => printLiteral(value as Parameters<typeof printLiteral>[0], "", 40)),
      emit`, `,
    )})`;
  };
}

/** Parses the query parameters as values of their schemas. */
function queryOf(operation: ApiOperation, { target }: HttpRequest): JsonObject {
  const at = target.indexOf("?");
  const pairs = at < 0 ? [] : splitQuery(target.slice(at + 1));
  const values: Record<string, Json> = Object.create(null) as Record<string, Json>;
  for (const [name, text] of pairs) {
    const parameter = operation.parameters.find((one) => one.place === "query" && one.name === decode(name));
    const value = decode(text);
    values[decode(name)] =
      parameter === undefined ? value : (readingsOf(operation.root, parameter.schema, value)[0] ?? value);
  }
  return isObject(values) ? { ...values } : {};
}
