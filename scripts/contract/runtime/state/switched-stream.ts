// Success responses that a field of the request body (`stream: true`) switches to a stream of pieces.
import { isEventStream, isStreamType } from "../boundary/media-type.ts";
import { successStatus } from "./operation-parts.ts";
import { isRecord, recordOf } from "./record.ts";
import type { Schemas } from "./schemas.ts";
import type { StateOperation, StateResponse } from "./state-api.ts";
import { streamOf } from "./stream-body.ts";

/**
 * Returns the declared stream type that a body requests, if other types are declared as well. `sdk` is
 * `x-sdk` of the operation.
 */
export function streamAskedFor(types: readonly string[], body: unknown, sdk: unknown): string | undefined {
  const { field = "stream" } = recordOf(recordOf(sdk)["stream"]);
  if (!isRecord(body) || body[String(field)] !== true || types.every(isStreamType)) return undefined;
  return types.find(isStreamType);
}

/**
 * Returns a success response as the requested stream: one item, the declared example or the minimal value.
 */
export function asStream(
  schemas: Schemas,
  operation: StateOperation,
  body: unknown,
  response: StateResponse,
): StateResponse {
  const status = successStatus(operation);
  if (response.status >= 300) return response;
  const sdk = schemas.at(operation.pointer)["x-sdk"];
  const type = streamAskedFor(operation.responses[status]?.mediaTypes ?? [], body, sdk);
  if (type === undefined) return response;
  const { content: all } = schemas.at(`${operation.pointer}/responses/${status}`);
  const content = schemas.follow(recordOf(all)[type]);
  const item =
    schemas.example(content) ?? schemas.example(content["schema"]) ?? schemas.minimal(content["schema"]);
  const { sentinel } = recordOf(recordOf(content["x-sdk"])["stream"] ?? recordOf(sdk)["stream"]);
  const end = isEventStream(type) && typeof sentinel === "string" ? streamOf(type, sentinel) : "";
  return {
    ...response,
    headers: { ...response.headers, "Content-Type": type },
    body: streamOf(type, item) + end,
    stored: undefined,
  };
}
