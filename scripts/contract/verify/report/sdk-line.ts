// Formats a request as a call of the client that `contract sdk` generates from the document.
import type { Json, JsonObject, OpenApiDocument } from "../../document/document.ts";
import { isObject } from "../../document/pointer.ts";
import type { ApiOperation } from "../../exchange/api.ts";
import type { HttpRequest } from "../../exchange/http.ts";
import { decode, splitQuery } from "../../exchange/parse-wire.ts";
import { readingsOf } from "../../exchange/interpret.ts";
import { emit, joinCode } from "../../generate/code.ts";
import { printLiteral } from "../../generate/literal.ts";
import { planOf } from "../../generate/plan.ts";
import { resourcesOf } from "../../generate/resources/resource-plan.ts";
import { pathValuesOf } from "../run/path-values.ts";

/**
 * Returns the call; undefined if no method represents the operation, or the request is not one the client can
 * send.
 */
export type SdkLine = (operation: ApiOperation, request: HttpRequest) => string | undefined;

export function sdkLines(document: OpenApiDocument): SdkLine {
  const plan = planOf(document);
  const calls = new Map(
    resourcesOf(plan).flatMap(({ property, methods }) =>
      methods.map(
        ({ name, operation: { source } }) =>
          [`${source.method} ${source.path}`, emit`client.${property}.${name}`] as const,
      ),
    ),
  );
  return (operation, request) => {
    const { source, template } = operation;
    const call = calls.get(`${source.method} ${source.path}`);
    if (call === undefined || request.method !== source.method) return undefined;
    const path = pathValuesOf(template.text, operation, request);
    const query = queryOf(operation, request);
    const values: Json[] = [
      ...template.names.map((name) => path[name] ?? ""),
      ...(request.body === undefined ? [] : [request.body.value]),
      ...(Object.keys(query).length === 0 ? [] : [query]),
    ];
    return emit`await ${call}(${joinCode(
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
