// Error answers as the document describes them: its example, with what is particular put in.
import type { RequestProblem } from "../validate.ts";
import { isRecord } from "../is-record.ts";
import type { ContractOperation, DeclaredResponse } from "./contract.ts";
import type { Schemas } from "./schema.ts";

/** What is particular about one error. */
export interface ErrorParts {
  readonly errors?: readonly RequestProblem[];
  readonly detail?: string;
  /** In place of all that the document says of the body. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The status as the document declares it for an operation: itself, `4XX` or `default`. */
export function declaredStatus(operation: ContractOperation, status: number): string | undefined {
  const { responses } = operation;
  return [String(status), `${String(status).charAt(0)}XX`, "default"].find((name) =>
    Object.hasOwn(responses, name),
  );
}

/** An answer with this status. One that is not declared gets a problem document that says no more than the status. */
export function declaredError(
  schemas: Schemas,
  operation: ContractOperation | undefined,
  status: number,
  parts: ErrorParts = {},
): Response {
  const declared = operation && declaredStatus(operation, status);
  const pointer = `${operation?.pointer ?? ""}/responses/${declared ?? ""}`;
  const response = declared === undefined ? undefined : operation?.responses[declared];
  const type = response === undefined ? "application/problem+json" : response.mediaTypes[0];
  const headers = new Headers({
    ...(declared !== undefined && requiredHeaders(schemas, pointer, response)),
    ...parts.headers,
  });
  if (type === undefined && parts.body === undefined) return new Response(null, { status, headers });
  if (!headers.has("Content-Type")) headers.set("Content-Type", type ?? "application/json");
  const content = schemas.follow(contentOf(schemas, pointer)[type ?? ""]);
  const usual = schemas.example(content) ?? schemas.minimal(content["schema"]);
  const body =
    parts.body ??
    (declared === undefined ? { title: "Error", status } : filled(schemas, content, usual, status, parts));
  return new Response(typeof body === "string" ? body : JSON.stringify(body), { status, headers });
}

/** Header fields that the document requires of a response, by its examples. */
export function requiredHeaders(
  schemas: Schemas,
  pointer: string,
  response: DeclaredResponse | undefined,
): Record<string, string> {
  const headers: Record<string, string> = {};
  const declared = schemas.follow(schemas.at(pointer)["headers"]);
  for (const name of response?.headers ?? []) {
    const header = schemas.follow(declared[name]);
    if (header["required"] !== true) continue;
    const example =
      schemas.example(header) ?? schemas.example(header["schema"]) ?? schemas.minimal(header["schema"]);
    headers[name] = String(example);
  }
  return headers;
}

function contentOf(schemas: Schemas, pointer: string): Readonly<Record<string, unknown>> {
  return schemas.follow(schemas.at(pointer)["content"]);
}

/** What went wrong goes where the schema has a place for it: the names are those of RFC 9457 and its example. */
function filled(
  schemas: Schemas,
  content: Readonly<Record<string, unknown>>,
  usual: unknown,
  status: number,
  { errors = [], detail }: ErrorParts,
): unknown {
  if (!isRecord(usual)) return usual;
  const properties = schemas.properties(content["schema"]);
  const body = { ...usual };
  // The example is about other errors.
  delete body["errors"];
  if (Object.hasOwn(properties, "status")) body["status"] = status;
  if (detail !== undefined && Object.hasOwn(properties, "detail")) body["detail"] = detail;
  if (errors.length > 0 && Object.hasOwn(properties, "errors"))
    body["errors"] = errors.slice(0, limitOf(schemas, properties["errors"]));
  else if (errors.length > 0 && Object.hasOwn(properties, "detail"))
    body["detail"] = errors.map(sentence).join("; ");
  return body;
}

function limitOf(schemas: Schemas, node: unknown): number {
  const { maxItems } = schemas.follow(node);
  return typeof maxItems === "number" ? maxItems : Number.POSITIVE_INFINITY;
}

function sentence(problem: RequestProblem): string {
  return `${problem.in === "body" ? problem.pointer || "body" : problem.name} ${problem.detail}`;
}
