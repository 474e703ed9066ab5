// Stateless responses: the document's examples, else values generated from its schemas. All of them are valid
// by the document.
import { memberOf } from "../../containment/search.ts";
import type { SchemaPart } from "../../containment/schema-part.ts";
import type { Json, JsonObject } from "../../document/document.ts";
import { child, childPointer, deref, follow, isObject } from "../../document/pointer.ts";
import type { PlannedResponse } from "../../generate/plan.ts";
import {
  checkResponse,
  declaredStatus,
  type GivenResponse,
  ResponseBreaksDocument,
} from "../../runtime/boundary/check-response.ts";
import { sentinelOf } from "../../generate/resources/stream-items.ts";
import { concreteType, isEventStream } from "../../runtime/boundary/media-type.ts";
import { asLastPage } from "../../runtime/state/page-facts.ts";
import { pageStyleOf } from "../../runtime/state/page-style.ts";
import { Schemas } from "../../runtime/state/schemas.ts";
import { streamOf } from "../../runtime/state/stream-body.ts";
import { matchesSafely } from "../matches-safely.ts";
import { withoutWriteOnly } from "../../runtime/state/without-write-only.ts";
import type { MockContract, MockOperation } from "../mock-contract.ts";
import { type MakeOptions, ValueMaker } from "../values/make-value.ts";
import { bodyOf, chosenType } from "./media.ts";

/** Where the body of a response comes from. */
export type ResponseSource = "example" | "schema" | "nothing";

/** A response with its body as a value, for further changes. */
export interface StatedResponse {
  readonly status: number;
  readonly type: string | undefined;
  readonly value: Json | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly source: ResponseSource;
}

/** Constraints on the response to select. */
export interface ResponseWish {
  /** Status as the document writes it: `200`, `4XX`, `default`. */
  readonly key: string;
  readonly accept?: string | undefined;
  /** Name of an example. */
  readonly example?: string | undefined;
}

/**
 * Returns an operation's success status as the document writes it: the first 2xx, else `default`, else the
 * first that is not an error; undefined if the document declares errors only.
 */
export function successKey({ responses }: MockOperation): string | undefined {
  const keys = Object.keys(responses);
  return (
    keys.find((key) => key.startsWith("2")) ??
    keys.find((key) => key === "default") ??
    keys.find((key) => /^[13]/.test(key))
  );
}

/**
 * Returns the number for a declared status: for a range or `default`, one that selects no other response of
 * the operation.
 */
export function statusNumber(key: string, { responses }: Pick<MockOperation, "responses">): number {
  if (/^\d{3}$/.test(key)) return Number(key);
  const [first] = key;
  const hundreds = /^\dxx$/i.test(key) ? [Number(first)] : [2, 5, 4];
  const numbers = hundreds.flatMap((hundred) => Array.from({ length: 100 }, (_, at) => hundred * 100 + at));
  const usual = hundreds[0]! * 100;
  // Next to a 200, `default` is mostly an error.
  const fits = (status: number): boolean => declaredStatus(responses, status) === key;
  return fits(usual)
    ? usual
    : (numbers.find((status) => status >= 400 && fits(status)) ?? numbers.find(fits) ?? usual);
}

/** Selects and generates the stateless responses of one document. */
export class StatedResponses {
  readonly #contract: MockContract;
  readonly #schemas: Schemas;
  readonly #full: ValueMaker;
  readonly #small: ValueMaker;
  readonly #seed: number;
  readonly #known = new Map<string, StatedResponse>();

  constructor(contract: MockContract, seed: number) {
    this.#contract = contract;
    this.#schemas = new Schemas(contract.root, () => new Date(0).toISOString(), matchesSafely);
    this.#seed = seed;
    const options: MakeOptions = { seed, optional: true, view: "response" };
    this.#full = new ValueMaker(contract.root, options);
    this.#small = new ValueMaker(contract.root, { ...options, optional: false });
  }

  /** Generates a value of a schema, with required properties only or with all that it declares. */
  make(part: SchemaPart, isFull: boolean, name = "", index = 0): Json {
    return (isFull ? this.#full : this.#small).make(part, { name, index });
  }

  /**
   * Returns the response for the wish: the same one for equal wishes. Its `source` is `nothing` if no
   * response was found that the document allows.
   */
  answer(operation: MockOperation, wish: ResponseWish): StatedResponse {
    const key = `${operation.operationId} ${wish.key} ${wish.accept ?? ""} ${wish.example ?? ""}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = this.#make(operation, wish);
    if (this.#known.size < mostKnown) this.#known.set(key, made);
    return made;
  }

  #make(operation: MockOperation, { key, accept, example }: ResponseWish): StatedResponse {
    const status = statusNumber(key, operation);
    const response = operation.planned.responses.find((one) => one.status === key);
    if (response === undefined)
      return { status, type: undefined, value: undefined, headers: {}, source: "nothing" };
    const declared = chosenType(
      response.content.map(({ mediaType }) => mediaType),
      accept,
    );
    const headers = this.#headers(response);
    if (declared === undefined)
      return { status, type: undefined, value: undefined, headers, source: "schema" };
    const type = concreteType(declared);
    const schema = response.content.find((content) => content.mediaType === declared)?.schema?.node;
    for (const { value: candidate, source } of this.#candidates(response, declared, example)) {
      // Examples in schemas are often those of requests, too. Only properties are removed.
      const value = withoutWriteOnly(this.#schemas, schema, candidate) as Json;
      const answer: StatedResponse = { status, type, value, headers, source };
      // There is no second page: a client that follows the cursor of an example gets an error, or never ends.
      const last = example === undefined && this.#lastPage(operation, schema, value);
      if (last && this.allows(operation, { ...answer, value: last })) return { ...answer, value: last };
      if (this.allows(operation, answer)) return answer;
    }
    return { status, type, value: undefined, headers, source: "nothing" };
  }

  /** Returns the body of a paged list as its last page; undefined for anything else. */
  #lastPage(operation: MockOperation, schema: unknown, value: Json): JsonObject | undefined {
    if (operation.method !== "GET" || !isObject(value)) return undefined;
    const { cursor, offset, page } = pageStyleOf(this.#schemas, { operation });
    if (cursor === undefined && offset === undefined && page === undefined) return undefined;
    return asLastPage(this.#schemas, schema, value) as JsonObject;
  }

  /** Returns whether the document allows a response. */
  allows(operation: MockOperation, answer: StatedResponse): boolean {
    try {
      const given = this.given(operation, answer);
      checkResponse(operation.responseRules, { ...given, type: answer.type });
      return true;
    } catch (error) {
      if (error instanceof ResponseBreaksDocument) return false;
      throw error;
    }
  }

  /** Returns a response in the form that handlers return. */
  given(operation: MockOperation, { status, type, value, headers }: StatedResponse): GivenResponse {
    if (type === undefined || value === undefined) return { status, headers };
    const key = declaredStatus(operation.responses, status);
    const response = operation.planned.responses.find((one) => one.status === key);
    const content = response?.content.find(({ mediaType }) => concreteType(mediaType) === type);
    const part: SchemaPart = {
      schema: content?.schema?.node ?? true,
      ...(content?.schema && { pointer: content.schema.pointer }),
    };
    const end = content === undefined ? undefined : sentinelOf(operation.planned, content);
    const all = bodyOf(type, value, { root: this.#contract.root, part });
    const body =
      all instanceof Uint8Array && isEventStream(type) && end !== undefined
        ? Buffer.concat([all, Buffer.from(streamOf(type, end))])
        : all;
    return { status, headers: { ...headers, "Content-Type": type }, body };
  }

  *#candidates(
    response: PlannedResponse,
    mediaType: string,
    wanted: string | undefined,
  ): Generator<{ value: Json; source: ResponseSource }> {
    const { root } = this.#contract;
    const media = follow(root, {
      pointer: childPointer(response.source.pointer, "content", mediaType),
      node: child(child(response.source.node, "content"), mediaType) ?? {},
    }).node;
    const schema = response.content.find((content) => content.mediaType === mediaType)?.schema;
    for (const value of examplesIn(root, media, wanted)) yield { value, source: "example" };
    if (schema === undefined) {
      yield { value: "", source: "schema" };
      return;
    }
    const part: SchemaPart = { schema: schema.node, pointer: schema.pointer };
    const node = deref(root, schema.node);
    if (this.#seed === 0)
      for (const value of examplesIn(root, node, undefined)) yield { value, source: "example" };
    yield { value: this.#full.make(part), source: "schema" };
    yield { value: this.#small.make(part), source: "schema" };
    const found = memberOf({
      root,
      schema: schema.node,
      pointer: schema.pointer,
      view: "response",
      closed: false,
    });
    if (found.kind === "found") yield { value: found.instance, source: "schema" };
  }

  /** Returns the required header fields; optional ones only if they have an example. */
  #headers({ source, headers }: PlannedResponse): Record<string, unknown> {
    const { root } = this.#contract;
    const declared = child(source.node, "headers");
    return Object.fromEntries(
      headers.flatMap(({ name, required, schema }): [string, unknown][] => {
        const node = deref(root, child(declared, name) ?? {});
        const [example] = examplesIn(root, node, undefined);
        if (example !== undefined) return required ? [[name, example]] : [];
        if (!required) return [];
        const part: SchemaPart = { schema: schema?.node ?? true, ...(schema && { pointer: schema.pointer }) };
        return [[name, this.#small.make(part, { name })]];
      }),
    );
  }
}

const mostKnown = 10_000;

/**
 * Yields the examples of a media type, header or schema; of named examples, only the wanted one if it exists.
 */
export function* examplesIn(root: JsonObject, node: Json, wanted: string | undefined): Generator<Json> {
  if (!isObject(node)) return;
  const { example, examples } = node;
  if (Array.isArray(examples)) yield* examples as readonly Json[];
  if (isObject(examples)) {
    const named = Object.entries(examples).filter(([name]) => wanted === undefined || name === wanted);
    for (const [, one] of named) {
      const value = child(deref(root, one ?? {}), "value");
      if (value !== undefined) yield value;
    }
  }
  if (example !== undefined) yield example;
}
