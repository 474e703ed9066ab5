// Generates valid requests for a document: from examples, else from values of the schemas.
import { memberOf } from "../../contract/containment/search.ts";
import type { Json } from "../../contract/document/document.ts";
import { deref, isObject } from "../../contract/document/pointer.ts";
import type { PlannedParameter } from "../../contract/generate/plan.ts";
import { pathNames } from "../../contract/generate/resources/link-plans.ts";
import { bodyType } from "../../contract/generate/resources/media-types.ts";
import type { MockContract, MockOperation } from "../../contract/mock/mock-contract.ts";
import { ValueMaker } from "../../contract/mock/values/make-value.ts";
import { isJsonType } from "../../contract/runtime/boundary/media-type.ts";

/** The arguments of a call. */
export interface MadeRequest {
  /** Path parameters by name, in order. */
  readonly path: ReadonlyMap<string, unknown>;
  readonly query: Readonly<Record<string, unknown>>;
  /** Required header parameters, by name. */
  readonly headers: Readonly<Record<string, unknown>>;
  /** Undefined if the operation has no body. */
  readonly body: unknown;
  readonly takesBody: boolean;
  readonly takesQuery: boolean;
}

export class RequestMaker {
  readonly #contract: MockContract;
  readonly #small: ValueMaker;
  readonly #full: ValueMaker;

  constructor(contract: MockContract) {
    this.#contract = contract;
    const options = { seed: 0, view: "request" } as const;
    this.#small = new ValueMaker(contract.root, { ...options, optional: false });
    this.#full = new ValueMaker(contract.root, { ...options, optional: true });
  }

  /**
   * Generates a request; undefined if no valid body could be generated.
   *
   * @param known  values of path parameters
   */
  make(
    { planned, parts }: MockOperation,
    known: ReadonlyMap<string, unknown> = new Map(),
  ): MadeRequest | undefined {
    const type = bodyType(planned);
    const schema = planned.body?.content.find(({ mediaType }) => mediaType === type)?.schema?.node;
    const isForm = type === "application/x-www-form-urlencoded";
    const isValid = (value: unknown): boolean =>
      parts.requests.body?.[type ?? ""]?.(value) !== false && !(isForm && leavesNoTrace(value));
    const isMade = type !== undefined && (isJsonType(type) || isForm);
    // An empty list leaves no trace in a form.
    const sent = isForm ? { allOf: [schema ?? true, { additionalProperties: { minItems: 1 } }] } : schema;
    const body = isMade ? this.#body(schema ?? true, isValid, sent ?? true) : undefined;
    if (planned.body?.required === true && body === undefined) return undefined;
    const valueOf = (one: PlannedParameter): unknown => this.#parameter(one);
    const inPlace = (place: string): PlannedParameter[] =>
      planned.parameters.filter((one) => one.place === place);
    const named = (place: string) =>
      Object.fromEntries(inPlace(place).flatMap((one) => (one.required ? [[one.name, valueOf(one)]] : [])));
    const path = pathNames(planned).map((name): [string, unknown] => {
      const parameter = inPlace("path").find((one) => one.name === name);
      return [name, known.get(name) ?? (parameter === undefined ? "1" : valueOf(parameter))];
    });
    return {
      path: new Map(path),
      query: named("query"),
      headers: named("header"),
      body,
      takesBody: type !== undefined,
      takesQuery: inPlace("query").length > 0,
    };
  }

  /** @param sent  the schema of the values that can be sent */
  #body(schema: Json, isValid: (value: unknown) => boolean, sent: Json): Json | undefined {
    const { root } = this.#contract;
    const whole = deref(root, schema);
    const example = isObject(whole) ? whole["example"] : undefined;
    const made = [this.#small.make({ schema }), example, this.#full.make({ schema })];
    const fitting = made.find((value) => value !== undefined && value !== null && isValid(value));
    if (fitting !== undefined) return fitting;
    const found = memberOf({ root, schema: sent, view: "request", closed: false });
    return found.kind === "found" ? found.instance : undefined;
  }

  #parameter({ schema, source }: PlannedParameter): unknown {
    const { example } = source.node;
    if (example !== undefined && example !== null && example !== "") return example;
    const value = schema === undefined ? "1" : this.#small.make({ schema: schema.node });
    const node = deref(this.#contract.root, schema?.node ?? true);
    const { enum: values, items } = isObject(node) ? node : {};
    // An empty text is no segment of a path, and an empty list in a query is no parameter.
    if (value === "") return (Array.isArray(values) ? values.find((one) => one !== "") : undefined) ?? "x";
    return Array.isArray(value) && value.length === 0 ? [this.#small.make({ schema: items ?? true })] : value;
  }
}

/** Whether a form has a field that is an empty list. */
function leavesNoTrace(value: unknown): boolean {
  return Object.values(Object(value) as object).some((one) => Array.isArray(one) && one.length === 0);
}
