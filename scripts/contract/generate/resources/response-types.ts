// The types of an operation's responses: its data, the items of its lists and streams, and its headers.
import type { JsonObject } from "../../document/document.ts";
import { isEventStream, isStreamType } from "../../runtime/boundary/media-type.ts";
import { type Code, emit, joinCode } from "../code.ts";
import { printString } from "../literal.ts";
import type { PlannedContent, PlannedOperation } from "../plan.ts";
import { successes } from "./link-plans.ts";
import { dataTypeOf } from "./media-types.ts";
import type { ModelTypes } from "./model-types.ts";
import { eventKinds, itemSchemaOf, scalarType } from "./stream-items.ts";

/** The types of a client's responses. */
export class ResponseTypes {
  readonly #root: JsonObject;
  readonly #models: ModelTypes;

  constructor(root: JsonObject, models: ModelTypes) {
    this.#root = root;
    this.#models = models;
  }

  /** Returns the type of the data of a success response. */
  dataType(operation: PlannedOperation): Code {
    const types = successes(operation).flatMap(({ status, content }): Code[] => {
      // A response to HEAD has no content, whatever is declared (RFC 9110, section 9.3.2).
      if (content.length === 0 || operation.source.method === "HEAD") return [emit`undefined`];
      return content.map((one) => {
        const source = contentType(operation, status, one);
        if (isStreamType(one.mediaType))
          return emit`AsyncGenerator<${this.#itemType(one, source)}, void, undefined>`;
        return dataTypeOf(one.mediaType) ?? this.#models.nameOf(one.schema, "Output") ?? source;
      });
    });
    return unionOf(types, emit`unknown`);
  }

  /** Returns the type of the items of an operation that is a stream. */
  streamedType(operation: PlannedOperation): Code {
    const types = successes(operation).flatMap(({ status, content }) =>
      content.map((one) => this.#itemType(one, contentType(operation, status, one))),
    );
    return unionOf(types, emit`unknown`);
  }

  /** Returns the type of a list's items at this location of its response. */
  itemType(operation: PlannedOperation, place: readonly string[]): Code {
    const [response] = successes(operation);
    const [content] = response?.content ?? [];
    const model = this.#models.itemName(content?.schema, place);
    if (model !== undefined) return model;
    if (response === undefined || content === undefined) return emit`unknown`;
    // Lists may be optional, and other media types have other data.
    const list = place.reduce<Code>(
      (type, key) => emit`NonNullable<${type}[${printString(key)}]>`,
      contentType(operation, response.status, content),
    );
    return emit`${list}[number]`;
  }

  /** Returns the names of the headers of a success response, as a type. */
  headerType(operation: PlannedOperation): Code {
    const names = successes(operation).flatMap(({ headers }) => headers.map(({ name }) => printString(name)));
    return unionOf(names, emit`never`);
  }

  /** Returns the type of one item of a stream; `source` is the type of the whole content. */
  #itemType(content: PlannedContent, source: Code): Code {
    const { schema, inList } = itemSchemaOf(this.#root, content);
    const item = this.#models.nameOf(schema, "Output") ?? (inList ? emit`${source}[number]` : source);
    if (!isEventStream(content.mediaType)) return item;
    if (schema === undefined) return emit`ServerSentEvent`;
    const kinds = eventKinds(this.#root, content).map(({ event, schema: data }) => {
      const type = this.#models.nameOf(data, "Output") ?? scalarType(data?.node) ?? item;
      return emit`ServerSentEvent<${type}, ${event === undefined ? emit`string` : printString(event)}>`;
    });
    return unionOf(kinds, emit`ServerSentEvent<${item}>`);
  }
}

/** openapi-typescript emits statuses as numbers, ranges and `default` as strings. */
function statusKey(status: string): Code {
  return /^[1-9]\d{0,14}$/.test(status) ? emit`${Number(status)}` : printString(status);
}

function contentType({ id }: PlannedOperation, status: string, { mediaType }: PlannedContent): Code {
  return emit`Output<operations[${printString(id)}]["responses"][${statusKey(status)}]["content"][${printString(mediaType)}]>`;
}

/** Returns a union of the types, each once; `none` if there are none. */
export function unionOf(types: readonly Code[], none: Code): Code {
  return types.length === 0 ? none : joinCode(new Set(types), emit` | `);
}
