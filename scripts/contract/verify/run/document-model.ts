// The resource kinds that a document's paths imply, with their operations.
import type { OpenApiDocument } from "../../document/document.ts";
import type { Api, ApiOperation } from "../../exchange/api.ts";
import { type DescribedOperation, describeOperation } from "../../generate/describe-operation.ts";
import { planOf } from "../../generate/plan.ts";
import { type Kind, type ListOf, type Model, modelOf } from "../../runtime/state/model.ts";
import { type Role, roleOf } from "../../runtime/state/role.ts";
import { Schemas } from "../../runtime/state/schemas.ts";

/** One operation and its role. */
export interface ModelledOperation {
  readonly operation: ApiOperation;
  readonly described: DescribedOperation;
  readonly role: Role;
}

/** Finds the operations of resource kinds by their roles. */
export class DocumentModel {
  readonly schemas: Schemas;
  readonly model: Model;
  readonly operations: readonly ModelledOperation[];
  readonly #byId: ReadonlyMap<string, ModelledOperation>;
  readonly #bySource: ReadonlyMap<ApiOperation, ModelledOperation>;

  constructor(document: OpenApiDocument, api: Api) {
    const described = planOf(document).operations.map(describeOperation);
    const table = Object.fromEntries(described.map((one) => [one.operationId, one]));
    this.schemas = new Schemas(document.root, () => new Date(0).toISOString());
    this.model = modelOf({ document: document.root, operations: table }, this.schemas);
    const byKey = new Map(
      api.operations.filter(({ caller }) => caller === "client").map((one) => [keyOf(one.source), one]),
    );
    this.operations = described.flatMap((one) => {
      const operation = byKey.get(keyOf(one));
      if (operation === undefined) return [];
      return [{ operation, described: one, role: roleOf(this.model, this.schemas, one) }];
    });
    this.#byId = new Map(this.operations.map((one) => [one.described.operationId, one]));
    this.#bySource = new Map(this.operations.map((one) => [one.operation, one]));
  }

  byId(operationId: string | undefined): ModelledOperation | undefined {
    return operationId === undefined ? undefined : this.#byId.get(operationId);
  }

  of(operation: ApiOperation): ModelledOperation | undefined {
    return this.#bySource.get(operation);
  }

  /** Returns the operation that lists the resources of a kind at the path of its collection. */
  listOf(kind: Kind): ListOf | undefined {
    return this.model.lists.find((list) => list.kind === kind && list.operation.path === kind.collection);
  }

  /** Returns the operation that fetches one resource of a kind by its id. */
  fetchOf(kind: Kind): ModelledOperation | undefined {
    const fetch = this.byId(kind.fetch.operationId);
    return fetch?.described.path === kind.template ? fetch : undefined;
  }

  /** Returns the operation with a method on one resource of a kind, such as its DELETE. */
  onResource(kind: Kind, method: string): ModelledOperation | undefined {
    return this.operations.find(
      ({ described }) => described.path === kind.template && described.method === method,
    );
  }

  /** Returns the operations that create resources of a kind. */
  creatorsOf(kind: Kind): readonly ModelledOperation[] {
    return this.operations.filter(({ role }) => role.does === "create" && role.kind === kind);
  }
}

function keyOf({ method, path }: { readonly method: string; readonly path: string }): string {
  return `${method} ${path}`;
}
