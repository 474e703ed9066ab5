// Builds the messages that a document declares for the API to send: webhooks, and callbacks of operations.
import { memberOf } from "../../containment/search.ts";
import type { Json } from "../../document/document.ts";
import {
  type CallbackOperation,
  callbacksOf,
  type Operation,
  webhooksOf,
} from "../../document/operations.ts";
import { child, childPointer, deref, follow, isObject, type Located, refOf } from "../../document/pointer.ts";
import { concreteType, isJsonType } from "../../runtime/boundary/media-type.ts";
import { bodyOf } from "../responses/media.ts";
import { examplesIn, type StatedResponses } from "../responses/stated-responses.ts";
import type { MockContract, MockOperation } from "../mock-contract.ts";
import { locationValidators } from "../location-validators.ts";

/** The content of a webhook or callback. */
export interface Message {
  readonly type: string | undefined;
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/** The exchange that triggers a callback. The callback's body mostly contains the value of its response. */
export interface About {
  readonly operation: MockOperation;
  readonly status: number;
  readonly body: unknown;
}

/** The webhooks and callbacks of one document. */
export class Outgoing {
  readonly webhooks: ReadonlyMap<string, Operation>;
  readonly #callbacks: ReadonlyMap<string, readonly CallbackOperation[]>;
  readonly #contract: MockContract;
  readonly #answers: StatedResponses;

  constructor(contract: MockContract, answers: StatedResponses) {
    this.#contract = contract;
    this.#answers = answers;
    this.webhooks = new Map(webhooksOf(contract.root).map((one) => [one.path, one]));
    const byParent = new Map<string, CallbackOperation[]>();
    for (const callback of callbacksOf(contract.root))
      byParent.set(callback.parent, [...(byParent.get(callback.parent) ?? []), callback]);
    this.#callbacks = byParent;
  }

  /** Returns the callbacks that an operation declares; undefined if there are none. */
  callbacksOf({ planned }: MockOperation): readonly CallbackOperation[] | undefined {
    return this.#callbacks.size === 0 ? undefined : this.#callbacks.get(planned.source.pointer);
  }

  /**
   * Builds the message of a webhook or callback.
   *
   * @param given  the body, instead of one made from the document
   */
  message(operation: Operation, about?: About, given?: unknown): Message {
    const headers = this.#headers(operation);
    const [mediaType, media] = this.#media(operation);
    if (mediaType === undefined || media === undefined)
      return { type: undefined, body: new Uint8Array(), headers };
    const type = concreteType(mediaType);
    const { root } = this.#contract;
    const schema = child(media.node, "schema");
    const place: Located | undefined =
      schema === undefined ? undefined : { pointer: childPointer(media.pointer, "schema"), node: schema };
    const value = (given as Json | undefined) ?? this.#value(media.node, place, about) ?? null;
    const part = { schema: place?.node ?? true, ...(place && { pointer: place.pointer }) };
    const body = bodyOf(type, value, { root, part });
    const bytes =
      body instanceof Uint8Array ? body : Buffer.from(isJsonType(type) ? JSON.stringify(body) : String(body));
    return { type, body: bytes, headers };
  }

  #media({ requestBody }: Operation): [string | undefined, Located | undefined] {
    if (requestBody === undefined) return [undefined, undefined];
    const content = child(requestBody.node, "content");
    const types = isObject(content) ? Object.keys(content) : [];
    const type = types.find(isJsonType) ?? types[0];
    if (type === undefined) return [undefined, undefined];
    const pointer = childPointer(requestBody.pointer, "content", type);
    return [type, follow(this.#contract.root, { pointer, node: child(content, type) ?? {} })];
  }

  /**
   * Returns the body: the response of the triggering exchange if it has the same schema, else an example,
   * else a value of the schema.
   */
  #value(media: Json, place: Located | undefined, about: About | undefined): Json | undefined {
    const { root } = this.#contract;
    const [check] = locationValidators(root, [place]);
    for (const value of this.#candidates(media, place, about))
      if (value !== undefined && (check === undefined || check(value))) return value;
    return undefined;
  }

  *#candidates(
    media: Json,
    place: Located | undefined,
    about: About | undefined,
  ): Generator<Json | undefined> {
    const { root } = this.#contract;
    const [example] = examplesIn(root, media, undefined);
    const node = place === undefined ? true : deref(root, place.node);
    const [own] = examplesIn(root, node, undefined);
    const part = { schema: place?.node ?? true, ...(place && { pointer: place.pointer }) };
    const answered = about && this.#answered(about);
    if (answered !== undefined && place !== undefined) {
      if (refOf(place.node) === answered.ref) yield answered.value;
      // Or a property: an event that contains the resource.
      const properties = child(node, "properties");
      const [name] = Object.entries(isObject(properties) ? properties : {}).find(
        ([, one]) => refOf(one) === answered.ref,
      ) ?? [undefined];
      const around = example ?? own ?? this.#answers.make(part, true);
      if (name !== undefined && isObject(around)) yield { ...around, [name]: answered.value };
    }
    yield example;
    yield own;
    if (place === undefined) return;
    yield this.#answers.make(part, true);
    yield this.#answers.make(part, false);
    const found = memberOf({
      root,
      schema: place.node,
      pointer: place.pointer,
      view: "response",
      closed: false,
    });
    if (found.kind === "found") yield found.instance;
  }

  /** Returns the body of the response and the `$ref` of its schema; undefined if the schema has no name. */
  #answered({ operation, status, body }: About): { readonly ref: string; readonly value: Json } | undefined {
    const response = operation.planned.responses.find((one) => one.status === String(status));
    const schema = response?.content.find(({ mediaType }) => isJsonType(mediaType))?.schema;
    const ref = refOf(schema?.node);
    return ref === undefined || body === undefined ? undefined : { ref, value: body as Json };
  }

  /** Returns the required header fields, with the values of their examples. */
  #headers({ parameters }: Operation): Record<string, string> {
    const { root } = this.#contract;
    const required = parameters.filter(({ node }) => node["in"] === "header" && node["required"] === true);
    return Object.fromEntries(
      required.map(({ pointer, node }) => {
        const name = typeof node["name"] === "string" ? node["name"] : "";
        const schema = node["schema"] ?? true;
        const [example = this.#answers.make({ schema, pointer: `${pointer}/schema` }, false, name)] =
          examplesIn(root, node, undefined);
        return [name, typeof example === "string" ? example : JSON.stringify(example)];
      }),
    );
  }
}
