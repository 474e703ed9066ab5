// Answers that no state has a part in: the document's examples, else values made from its schemas. None is given that the document
// does not allow.
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
import type { MockContract, MockOperation } from "../mock-contract.ts";
import { type MakeOptions, ValueMaker } from "../values/make-value.ts";
import { bodyOf, chosenType, concreteType } from "./media.ts";

/** Where an answer is from. */
export type ResponseSource = "example" | "schema" | "nothing";

/** An answer with its body as a value, which is what is filled in and changed. */
export interface StatedResponse {
  readonly status: number;
  readonly type: string | undefined;
  readonly value: Json | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly source: ResponseSource;
}

/** What is asked for of an answer. */
export interface ResponseWish {
  /** As the document writes it: `200`, `4XX`, `default`. */
  readonly key: string;
  readonly accept?: string | undefined;
  /** The name of an example. */
  readonly example?: string | undefined;
}

/** The status of an operation's success as the document writes it: the first 2xx, else `default`, else the first. */
export function successKey({ responses }: MockOperation): string | undefined {
  const keys = Object.keys(responses);
  return (
    keys.find((key) => key.startsWith("2")) ??
    keys.find((key) => key === "default") ??
    keys.find((key) => /^[13]/.test(key)) ??
    keys[0]
  );
}

/** The number that a declared status is sent as: of a range, and of `default`, one that means no other response of the operation. */
export function statusNumber(key: string, { responses }: Pick<MockOperation, "responses">): number {
  if (/^\d{3}$/.test(key)) return Number(key);
  const [first] = key;
  const hundreds = /^\dxx$/i.test(key) ? [Number(first)] : [2, 5, 4];
  const numbers = hundreds.flatMap((hundred) => Array.from({ length: 100 }, (_, at) => hundred * 100 + at));
  const usual = hundreds[0]! * 100;
  // Beside a 200, `default` is mostly an error.
  const fits = (status: number): boolean => declaredStatus(responses, status) === key;
  return fits(usual)
    ? usual
    : (numbers.find((status) => status >= 400 && fits(status)) ?? numbers.find(fits) ?? usual);
}

export class StatedResponses {
  readonly #contract: MockContract;
  readonly #full: ValueMaker;
  readonly #small: ValueMaker;
  readonly #seed: number;
  readonly #known = new Map<string, StatedResponse>();

  constructor(contract: MockContract, seed: number) {
    this.#contract = contract;
    this.#seed = seed;
    const options: MakeOptions = { seed, optional: true, view: "response" };
    this.#full = new ValueMaker(contract.root, options);
    this.#small = new ValueMaker(contract.root, { ...options, optional: false });
  }

  /** A value of a schema with what it requires only, or all that it names. */
  make(part: SchemaPart, isFull: boolean, name = "", index = 0): Json {
    return (isFull ? this.#full : this.#small).make(part, { name, index });
  }

  /** The same for the same wish, every time. Its `source` is `nothing` where the document allows no answer that could be found. */
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
    for (const { value, source } of this.#candidates(response, declared, example)) {
      const answer: StatedResponse = { status, type, value, headers, source };
      if (this.allows(operation, answer)) return answer;
    }
    return { status, type, value: undefined, headers, source: "nothing" };
  }

  /** Whether the document allows an answer. */
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

  /** An answer as a handler would give it. */
  given(operation: MockOperation, { status, type, value, headers }: StatedResponse): GivenResponse {
    if (type === undefined || value === undefined) return { status, headers };
    const key = declaredStatus(operation.responses, status);
    const response = operation.planned.responses.find((one) => one.status === key);
    const content = response?.content.find(({ mediaType }) => concreteType(mediaType) === type);
    const part: SchemaPart = {
      schema: content?.schema?.node ?? true,
      ...(content?.schema && { pointer: content.schema.pointer }),
    };
    const body = bodyOf(type, value, { root: this.#contract.root, part });
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
    for (const value of examplesIn(root, media, wanted)) yield { value, source: "example" };
    const schema = response.content.find((content) => content.mediaType === mediaType)?.schema;
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

  /** The header fields that are required; others have examples only where they say so. */
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

/** The examples that a media type, a header or a schema carries; of those with names, the wanted one alone where there is one. */
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
