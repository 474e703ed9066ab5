// Finds the versions of one document in which an operation is equal, everything it references included.
import { shareProofs } from "../../containment/search.ts";
import { shareValidators } from "../../containment/validator.ts";
import type { OpenApiDocument } from "../../document/document.ts";
import type { Operation } from "../../document/operations.ts";
import { type Api, type ApiOperation, readApi } from "../../exchange/api.ts";
import { sameIn } from "../compare.ts";
import { takenSegments } from "../decide/sendable.ts";
import type { OperationPair } from "../decide/context.ts";
import { isUnchanged } from "../decide/unchanged-operation.ts";
import { changedReferences, type EqualClosure, equalUnder } from "../equal-closure.ts";

/**
 * Compares neighbours node by node, once; other pairs are derived from that, without reading the documents
 * again.
 */
export class VersionChain {
  readonly apis: readonly Api[];
  /** References whose targets differ between a version and the next. */
  readonly #steps: readonly ReadonlySet<string>[];
  /** By version: the number that all equal operations under one key share. */
  readonly #classes: readonly ReadonlyMap<Operation, number>[];
  readonly #surroundings = new WeakMap<Operation, string>();

  constructor(documents: readonly OpenApiDocument[]) {
    const [first] = documents;
    for (const { root } of documents) {
      if (first === undefined) continue;
      shareValidators(first.root, root);
      shareProofs(first.root, root);
    }
    this.apis = documents.map(readApi);
    this.#steps = documents
      .slice(1)
      .map(({ root }, before) => changedReferences(documents[before]!.root, root));
    this.#classes = classesOf(
      this.apis,
      this.#steps.map((_, at) => this.same(at, at + 1)),
    );
  }

  /** Like `equalClosure` of two versions, but changes that were reverted count as changes. */
  same(one: number, other: number): EqualClosure {
    const steps = this.#steps.slice(Math.min(one, other), Math.max(one, other));
    const changed = steps.length === 1 ? steps[0]! : new Set(steps.flatMap((step) => [...step]));
    const [base, head] = [this.apis[one]!.document.root, this.apis[other]!.document.root];
    return sameIn(base, head, equalUnder(changed));
  }

  /** True if the operation is equal in two versions. */
  isSame(client: number, server: number, pair: OperationPair): boolean {
    return this.#class(client, pair.base) === this.#class(server, pair.head);
  }

  /** Returns a key shared by pairs with the same decision, in any two versions. */
  nameOf(client: number, server: number, { base, head }: OperationPair): string {
    return JSON.stringify([
      this.#class(client, base),
      // An operation that is paired with one under a template of head's has another one.
      base.template.text,
      this.#around(client, base),
      this.#class(server, head),
      this.#around(server, head),
    ]);
  }

  /** Returns the same for an operation that the other version lacks. */
  nameOfOne(version: number, operation: ApiOperation): string {
    return JSON.stringify([this.#class(version, operation), this.#around(version, operation)]);
  }

  #class(version: number, { source }: ApiOperation): number | undefined {
    return this.#classes[version]?.get(source);
  }

  /**
   * Returns the literal segments of the version's other paths at the position of a parameter: those values
   * reach other operations.
   */
  #around(version: number, operation: ApiOperation): string {
    const known = this.#surroundings.get(operation.source);
    if (known !== undefined) return known;
    const api = this.apis[version]!;
    const taken = operation.template.names.map((_, at) => [...takenSegments([api], operation, at)].sort());
    const text = JSON.stringify(taken);
    this.#surroundings.set(operation.source, text);
    return text;
  }
}

function classesOf(apis: readonly Api[], steps: readonly EqualClosure[]): ReadonlyMap<Operation, number>[] {
  let classes = 0;
  let before = new Map<string, ApiOperation>();
  const found: Map<Operation, number>[] = [];
  for (const [version, { operations }] of apis.entries()) {
    const own = new Map<Operation, number>();
    const known = found[version - 1];
    const same = steps[version - 1];
    for (const head of operations) {
      const base = before.get(head.key);
      const isSame = base !== undefined && same !== undefined && isEqual(same, { base, head });
      own.set(head.source, (isSame ? known?.get(base.source) : undefined) ?? classes++);
    }
    found.push(own);
    before = new Map(operations.map((operation) => [operation.key, operation]));
  }
  return found;
}

/** Also compares locations: findings about one are then findings about the other, at the same pointers. */
function isEqual(same: EqualClosure, { base, head }: OperationPair): boolean {
  return (
    isUnchanged({ same }, { base, head }) &&
    base.source.pointer === head.source.pointer &&
    JSON.stringify(base.servers) === JSON.stringify(head.servers) &&
    base.parameters.every(({ pointer }, at) => pointer === head.parameters[at]?.pointer)
  );
}
