// Successes that a field of the request's body turns into streams (`stream: true`): in place of the whole, its pieces.
import { isEventStream, isStreamType } from "../boundary/media-type.ts";
import { successStatus } from "./operation-parts.ts";
import { isRecord, recordOf } from "./record.ts";
import type { Schemas } from "./schemas.ts";
import type { StateOperation, StateResponse } from "./state-api.ts";
import { streamOf } from "./stream-body.ts";

/** The declared stream that a body asks for, where something else is declared as well. `sdk` is `x-sdk` of the operation. */
export function streamAskedFor(types: readonly string[], body: unknown, sdk: unknown): string | undefined {
  const { field = "stream" } = recordOf(recordOf(sdk)["stream"]);
  if (!isRecord(body) || body[String(field)] !== true || types.every(isStreamType)) return undefined;
  return types.find(isStreamType);
}

/** A success as the stream that the request asks for: one item, the document's example or the smallest there is. */
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
  };
}
