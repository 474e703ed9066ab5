// Receives requests, XML bodies included, whose form only the schemas of the document describe.
import type { Json, JsonObject } from "../document/document.ts";
import { jsonText } from "../document/json-text.ts";
import { XmlReader } from "../exchange/xml-value.ts";
import type { MaybePromise } from "../runtime/boundary/maybe-promise.ts";
import type { MessageHead } from "../runtime/boundary/message-head.ts";
import type { RequestProblem } from "../runtime/boundary/problem.ts";
import type { ReadBody } from "../runtime/boundary/read-body.ts";
import { RequestReceiver } from "../runtime/boundary/request-receiver.ts";
import { utf8Text } from "../runtime/fastify/receive-body.ts";
import type { Validator } from "../runtime/validator-types.ts";
import type { MockOperation } from "./mock-contract.ts";
import { isXmlType } from "./xml-types.ts";

type ReceiverParts = ConstructorParameters<typeof RequestReceiver<MessageHead>>;

/** Receives the requests of one operation. */
export class XmlReceiver extends RequestReceiver<MessageHead> {
  readonly #operation: MockOperation;
  readonly #root: JsonObject;
  readonly #readers = new Map<string, XmlReader>();

  constructor(operation: MockOperation, root: JsonObject, parts: ReceiverParts) {
    super(...parts);
    this.#operation = operation;
    this.#root = root;
  }

  override readBody(
    bytes: Uint8Array,
    head: MessageHead,
    declared: string,
    problems: RequestProblem[],
  ): MaybePromise<ReadBody> {
    const reader = this.#readerOf(declared);
    if (reader === undefined) return super.readBody(bytes, head, declared, problems);
    const text = utf8Text(bytes);
    try {
      if (text === undefined) throw new SyntaxError("it is not UTF-8");
      const check = this.#operation.parts.requests.body?.[declared];
      const plain = firstValid(reader.read(text), check);
      return { body: plain, plain, isRead: true };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      problems.push({ in: "body", detail: `must be well-formed XML: ${error.message}` });
      return { isRead: false };
    }
  }

  #readerOf(declared: string): XmlReader | undefined {
    const known = this.#readers.get(declared);
    if (known !== undefined || !isXmlType(declared)) return known;
    const schema = this.#operation.planned.body?.content.find(
      ({ mediaType }) => mediaType === declared,
    )?.schema;
    if (schema === undefined) return undefined;
    const reader = new XmlReader(this.#root, { schema: schema.node, pointer: schema.pointer });
    this.#readers.set(declared, reader);
    return reader;
  }
}

/** Returns the first reading that is valid, else the likeliest one. */
function firstValid(readings: readonly Json[], check: Validator | undefined): unknown {
  let likeliest: unknown;
  for (const [at, reading] of readings.entries()) {
    // Exact numbers are of documents; requests have doubles.
    const value = JSON.parse(jsonText(reading)) as unknown;
    if (at === 0) likeliest = value;
    if (check?.(value) !== false) return value;
  }
  return likeliest;
}
