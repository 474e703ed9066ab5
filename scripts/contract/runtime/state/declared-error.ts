// Error responses as the document declares them: its example, with the details of the actual error.
import { declaredStatus } from "../boundary/check-response.ts";
import { concreteType } from "../boundary/media-type.ts";
import type { RequestProblem } from "../boundary/problem.ts";
import { isRecord } from "./record.ts";
import type { Schemas } from "./schemas.ts";
import type { ErrorParts, StateOperation, StateResponse } from "./state-api.ts";

/**
 * Returns a response with this status, as an operation declares it: exactly, as a range such as `4XX`, or as
 * `default`. For an undeclared status, a problem document (RFC 9457) with only the details of the error.
 */
export function declaredError(
  schemas: Schemas,
  operation: StateOperation | undefined,
  status: number,
  parts: ErrorParts = {},
): StateResponse {
  const { detail, errors } = parts;
  const declared = operation && declaredStatus(operation.responses, status);
  if (operation === undefined || declared === undefined) {
    const body = parts.body ?? { title: "Error", status, detail, errors };
    return { status, headers: { "Content-Type": "application/problem+json", ...parts.headers }, body };
  }
  const pointer = `${operation.pointer}/responses/${declared}`;
  const response = operation.responses[declared];
  const headers = { ...requiredHeaders(schemas, pointer, response), ...parts.headers };
  const [range] = response?.mediaTypes ?? [];
  if (range === undefined && parts.body === undefined) return { status, headers, body: undefined };
  const content = schemas.follow(schemas.follow(schemas.at(pointer)["content"])[range ?? ""]);
  const usual = schemas.example(content) ?? schemas.minimal(content["schema"]);
  const body = parts.body ?? filledError(schemas, content, usual, { status, ...parts });
  return { status, headers: { "Content-Type": concreteType(range ?? "application/json"), ...headers }, body };
}

/** Returns the header fields that the document requires for a response, with the values of its examples. */
export function requiredHeaders(
  schemas: Schemas,
  pointer: string,
  response: StateOperation["responses"][string] | undefined,
): Record<string, unknown> {
  const headers: Record<string, unknown> = {};
  for (const { name, value } of requiredFields(schemas, pointer, response)) headers[name] = value();
  return headers;
}

/** Like `requiredHeaders`, but returns an object that may be modified. */
export function requiredFields(
  schemas: Schemas,
  pointer: string,
  response: StateOperation["responses"][string] | undefined,
): readonly { readonly name: string; readonly value: () => unknown }[] {
  if (response === undefined || response.headers.length === 0) return [];
  const declared = schemas.follow(schemas.at(pointer)["headers"]);
  return response.headers.flatMap((name) => {
    const header = schemas.follow(declared[name]);
    if (header["required"] !== true) return [];
    const example = schemas.example(header) ?? schemas.example(header["schema"]);
    return [{ name, value: () => example ?? schemas.minimal(header["schema"]) }];
  });
}

/**
 * Puts the details of the error into the properties that the schema has for them: the names of RFC 9457 and
 * of its example.
 */
function filledError(
  schemas: Schemas,
  content: Readonly<Record<string, unknown>>,
  usual: unknown,
  { status, errors = [], detail }: ErrorParts & { readonly status: number },
): unknown {
  if (!isRecord(usual)) return usual;
  const properties = schemas.properties(content["schema"]);
  const body = { ...usual };
  // The errors of the example are not those of this response.
  delete body["errors"];
  if (Object.hasOwn(properties, "status")) body["status"] = status;
  if (detail !== undefined && Object.hasOwn(properties, "detail")) body["detail"] = detail;
  if (errors.length > 0 && Object.hasOwn(properties, "errors"))
    body["errors"] = errors.slice(0, limitOf(schemas, properties["errors"]));
  else if (errors.length > 0 && Object.hasOwn(properties, "detail"))
    body["detail"] = errors.map(problemSentence).join("; ");
  return body;
}

function limitOf(schemas: Schemas, node: unknown): number {
  const { maxItems } = schemas.follow(node);
  return typeof maxItems === "number" ? maxItems : Number.POSITIVE_INFINITY;
}

function problemSentence({ in: place, pointer, name, detail }: RequestProblem): string {
  return `${place === "body" ? pointer || "body" : (name ?? place)} ${detail}`;
}
