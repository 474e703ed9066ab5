// Creates the resources and ids of a mock's state: from examples and required properties, else from all
// properties, else with the solver, since not every generated value satisfies its schema.
import { memberOf } from "../containment/search.ts";
import type { Json } from "../document/document.ts";
import { child, childPointer, follow, isObject, type Located } from "../document/pointer.ts";
import type { Validator } from "../runtime/validator-types.ts";
import type { Kind } from "../runtime/state/model.ts";
import { countedFrom } from "../runtime/state/new-id.ts";
import type { StateMaker } from "../runtime/state/state-rules.ts";
import type { StatedResponses } from "./responses/stated-responses.ts";
import type { MockContract } from "./mock-contract.ts";
import { locationValidators } from "./location-validators.ts";
import { hash } from "./values/dice.ts";

interface Made {
  readonly resource: Validator | undefined;
  readonly id: Validator | undefined;
  readonly idSchema: Json;
  /** Returns ids like the example of the schema, counted up; undefined if it has none. */
  readonly counted: ((count: number) => unknown) | undefined;
  /** Whether paths have the id as a number. */
  readonly isNumbered: boolean;
  sample: { readonly value: unknown } | undefined;
  full: { readonly value: unknown } | undefined;
}

/** Creates resources and ids for the kinds of one document. */
export class ResourceMaker implements StateMaker {
  readonly #contract: MockContract;
  readonly #answers: StatedResponses;
  readonly #known = new Map<Kind, Made>();

  constructor(contract: MockContract, answers: StatedResponses) {
    this.#contract = contract;
    this.#answers = answers;
  }

  isResource(kind: Kind, value: unknown): boolean {
    return this.#of(kind).resource?.(value) !== false;
  }

  resource(kind: Kind, isFull = false): unknown {
    const made = this.#of(kind);
    if (isFull) {
      made.full ??= { value: this.#answers.make({ schema: kind.schema as Json }, true) };
      return structuredClone(made.full.value);
    }
    made.sample ??= { value: this.#sample(kind, made) };
    return structuredClone(made.sample.value);
  }

  text(schema: Readonly<Record<string, unknown>>): string | undefined {
    const made = this.#answers.make({ schema: schema as Json }, false); // A schema of the document, thus JSON.
    return typeof made === "string" ? made : undefined;
  }

  id(kind: Kind, count: number): unknown {
    const { id: isId, idSchema, counted, isNumbered } = this.#of(kind);
    if (!isObject(idSchema)) return undefined;
    const { type, format } = idSchema;
    if (type === "integer" || type === "number") {
      const least = typeof idSchema["minimum"] === "number" ? idSchema["minimum"] : 1;
      return this.#fitting(isId, [least + count - 1, count]);
    }
    if (format === "uuid") return uuidOf(count);
    // A text by its property, a number in paths: `GET /hooks/{id}` has to take it.
    if (isNumbered && this.#fitting(isId, [String(count)]) !== undefined) return String(count);
    const like = counted?.(count);
    if (like !== undefined && this.#fitting(isId, [like]) !== undefined) return like;
    const named = idSchema["pattern"] === undefined ? [`${shortName(kind)}-${count}`, String(count)] : [];
    const fitting = this.#fitting(isId, named);
    if (fitting !== undefined) return fitting;
    return this.#fitting(isId, [this.#answers.make({ schema: idSchema }, false, "", count)]);
  }

  #fitting(isId: Validator | undefined, candidates: readonly unknown[]): unknown {
    return candidates.find((candidate) => isId === undefined || isId(candidate));
  }

  #sample(kind: Kind, { resource }: Made): unknown {
    const schema = kind.schema as Json; // A schema of the document, thus JSON.
    const made = this.#answers.make({ schema }, false);
    if (resource === undefined || resource(made)) return made;
    const full = this.#answers.make({ schema }, true);
    if (resource(full)) return full;
    const found = memberOf({ root: this.#contract.root, schema, view: "response", closed: false });
    return found.kind === "found" ? found.instance : undefined;
  }

  #of(kind: Kind): Made {
    const known = this.#known.get(kind);
    if (known !== undefined) return known;
    const { root } = this.#contract;
    const place: Located = { pointer: `/x-mock/${kind.fetch.operationId}`, node: kind.schema as Json };
    const resource = follow(root, place);
    const idPlace = this.#property(resource, kind.id) ?? this.#inPath(kind);
    const [isResource, isId] = locationValidators(root, [place, idPlace]);
    const idSchema = idPlace === undefined ? true : follow(root, idPlace).node;
    const made: Made = {
      resource: isResource,
      id: isId,
      idSchema,
      counted: countedIds(idSchema),
      isNumbered: this.#isNumberedInPath(kind),
      sample: undefined,
      full: undefined,
    };
    this.#known.set(kind, made);
    return made;
  }

  /** Returns the schema of the path parameter, for ids that are in no property. */
  #inPath({ fetch, parameter }: Kind): Located | undefined {
    const { planned } = this.#contract.operations[fetch.operationId] ?? {};
    return planned?.parameters.find(({ place, name }) => place === "path" && name === parameter)?.schema;
  }

  /** Of any operation on a resource, or on what is below it. */
  #isNumberedInPath({ template, parameter }: Kind): boolean {
    const { root, operations } = this.#contract;
    return Object.values(operations).some(({ path, planned }) => {
      if (path !== template && !path.startsWith(`${template}/`)) return false;
      const named = planned.parameters.find(({ place, name }) => place === "path" && name === parameter);
      const schema = named?.schema && follow(root, { pointer: "", node: named.schema.node }).node;
      return isObject(schema) && (schema["type"] === "integer" || schema["type"] === "number");
    });
  }

  #property({ pointer, node }: Located, name: string): Located | undefined {
    const own = child(child(node, "properties"), name);
    if (own !== undefined) return { pointer: childPointer(pointer, "properties", name), node: own };
    const parts = child(node, "allOf");
    if (!Array.isArray(parts)) return undefined;
    for (const [at, part] of (parts as readonly Json[]).entries()) {
      const found = this.#property(
        follow(this.#contract.root, { pointer: childPointer(pointer, "allOf", at), node: part }),
        name,
      );
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

function countedIds(idSchema: Json): ((count: number) => unknown) | undefined {
  if (!isObject(idSchema)) return undefined;
  const { example, examples } = idSchema;
  const known = example ?? (Array.isArray(examples) ? (examples as readonly Json[])[0] : undefined);
  return known === undefined ? undefined : countedFrom(known);
}

/** Returns a UUID that counts up (RFC 9562, version 8: custom content). */
function uuidOf(count: number): string {
  const digits = hash(`id ${count}`).toString(16).padStart(8, "0");
  return `${digits}-0000-8000-8000-${count.toString(16).padStart(12, "0")}`;
}

function shortName({ collection }: Kind): string {
  const segment =
    collection
      .split("/")
      .filter((part) => /^[\w-]+$/.test(part))
      .at(-1) ?? "id";
  return segment.toLowerCase().replace(/ies$/, "y").replace(/s$/, "");
}
