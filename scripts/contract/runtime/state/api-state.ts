// The state of an API that is defined by its document alone: it takes valid requests and stores what they
// create.
import { canonicalText } from "../canonical-text.ts";
import { own } from "../wire-value.ts";
import { declaredError } from "./declared-error.ts";
import { type Explanation, explain } from "./explain.ts";
import { type Kind, type Model, modelOf } from "./model.ts";
import { parentsOf, perform } from "./perform.ts";
import { fittingData, isOfTemplate } from "./fitting-data.ts";
import { momentOf } from "./moment.ts";
import type { Pace } from "./pace.ts";
import type { Performed } from "./request-values.ts";
import { kindsAbove, type Role, roleOf } from "./role.ts";
import { type PatternTest, Schemas } from "./schemas.ts";
import type { ErrorParts, StateApi, StateOperation, StateRequest, StateResponse } from "./state-api.ts";
import type { StateData } from "./state-data.ts";
import { restoreTenant, tenantData } from "./tenant-data.ts";
import { asStream } from "./switched-stream.ts";
import { TenantState } from "./tenant-state.ts";
import { type StateMaker, type StateRules } from "./state-rules.ts";

/** Options of an API's state. */
export interface StateOptions {
  /** Number of reads that show work in progress before one shows it done. Default: 1. */
  readonly looks?: number | undefined;
  /** How work progresses; called whenever it matters. Default: `look`. */
  readonly pace?: (() => Pace) | undefined;
  /** The clock, for times in created resources. Default: the system clock. */
  readonly now?: (() => Date) | undefined;
  /** Creates values that the document's examples and minimal values cannot provide. Default: none. */
  readonly maker?: StateMaker | undefined;
  /** Tests patterns of documents that are not trusted. Default: JavaScript's regular expressions. */
  readonly matches?: PatternTest | undefined;
}

/** One tenant: its resources, and the responses to writes with a key. */
interface Tenant {
  readonly state: TenantState;
  readonly kept: Map<string, { readonly body: string; readonly response: StateResponse }>;
}

/**
 * Resources can be created, fetched, listed page by page, changed and removed, as the paths of the document
 * define; all other operations return the document's examples. Requests are neither parsed nor validated
 * here, nor are responses: that is the boundary's task.
 *
 * @example
 * const state = new ApiState({ document, operations });
 * const { status, body } = state.respond({
 *   operationId: "createPool", tenant: "key-1", root, path: {}, query: {}, headers: {}, body: {}
 * });
 */
export class ApiState {
  readonly schemas: Schemas;
  readonly model: Model;
  readonly #rules: StateRules;
  readonly #roles: ReadonlyMap<string, { readonly role: Role; readonly through: readonly Kind[] }>;
  readonly #tenants = new Map<string, Tenant>();

  constructor({ document, operations }: StateApi, options: StateOptions = {}) {
    const { looks = 1, pace = () => "look", now = () => new Date(), maker } = options;
    const moment = momentOf(now);
    const patterned = maker && ((schema: Readonly<Record<string, unknown>>) => maker.text(schema));
    this.schemas = new Schemas(document, moment, options.matches, patterned);
    this.model = modelOf({ document, operations }, this.schemas);
    this.#rules = { operations, schemas: this.schemas, model: this.model, looks, pace, moment, maker };
    this.#roles = new Map(
      Object.values(operations).map((operation) => [
        operation.operationId,
        { role: roleOf(this.model, this.schemas, operation), through: kindsAbove(this.model, operation) },
      ]),
    );
  }

  /**
   * Responds to a request that the boundary has accepted. A write with an `Idempotency-Key` is performed once
   * (draft-ietf-httpapi-idempotency-key-header). Throws a TypeError for an unknown operation.
   */
  respond(request: StateRequest): StateResponse {
    const operation = this.#operation(request.operationId);
    const { role, through } = this.#roles.get(operation.operationId) ?? roleless;
    const performed = performedOf(request, operation, through);
    const tenant = this.#tenant(request.tenant);
    tenant.state.work.settle();
    const key = request.headers["Idempotency-Key"];
    const done = (): StateResponse =>
      asStream(this.schemas, operation, request.body, perform(tenant.state, role, performed));
    if (typeof key !== "string") return done();
    const scope = JSON.stringify([operation.operationId, request.path, key.replace(/^"(.*)"$/, "$1")]);
    const body = request.body === undefined ? "" : canonicalText(request.body);
    const kept = tenant.kept.get(scope);
    if (kept !== undefined)
      return kept.body === body ? kept.response : declaredError(this.schemas, operation, 422);
    const response = done();
    if (response.status < 300) tenant.kept.set(scope, { body, response });
    return response;
  }

  /** Whether responses of an operation come from the state; those of others are examples. */
  isAbout(operationId: string): boolean {
    return this.#roles.get(operationId)?.role.does !== "show";
  }

  /** Whether a request is below a resource that does not exist: `GET /reports/{id}/file` of no report. */
  lacksParent(request: StateRequest): boolean {
    const { through } = this.#roles.get(request.operationId) ?? roleless;
    if (through.length === 0) return false;
    const { state } = this.#tenant(request.tenant);
    return (
      parentsOf(state, performedOf(request, this.#operation(request.operationId), through)) === undefined
    );
  }

  /**
   * Returns the error response that an operation declares for a status, with the details of this error;
   * without an operation, a problem document.
   */
  error(operationId: string | undefined, status: number, parts: ErrorParts = {}): StateResponse {
    return declaredError(this.schemas, own(this.#rules.operations, operationId ?? ""), status, parts);
  }

  /** Returns how each operation responds, and why, in the order of the document. */
  explain(): Explanation[] {
    const operations = Object.values(this.#rules.operations);
    const about = { model: this.model, operations };
    return operations.map((one) => explain(this.schemas, about, one));
  }

  /**
   * Adds a resource, identified by the operation that fetches it, and returns its full value: omitted
   * properties are as small as the schema allows. Throws a TypeError if the operation does not fetch a
   * resource by its own id.
   */
  add(
    fetchedBy: string,
    values: Readonly<Record<string, unknown>>,
    tenant?: string,
  ): Record<string, unknown> {
    const kind = this.model.kinds.find(({ fetch }) => fetch.operationId === fetchedBy);
    if (kind === undefined || kind.collection.includes("{"))
      throw new TypeError(`${fetchedBy} fetches nothing by its id`);
    return this.#tenant(tenant).state.create(kind, kind.collection, values).value;
  }

  /**
   * Adds data at a path: resources of a collection, ids of members of a list, or a singleton. Returns whether
   * the document has such a path.
   */
  put(path: string, values: unknown, tenant?: string): boolean {
    const { state } = this.#tenant(tenant);
    const at = (template: string): boolean => isOfTemplate(template, path);
    const single = this.model.kinds.find((kind) => kind.isSingle === true && at(kind.template));
    if (single !== undefined && !Array.isArray(values)) {
      state.create(single, path, values);
      return true;
    }
    const list = Array.isArray(values) ? (values as readonly unknown[]) : [values];
    const joined = this.model.lists.find(({ members, operation }) => members && at(operation.path));
    if (joined !== undefined) {
      const ids = list.map((value) => (typeof value === "string" ? value : JSON.stringify(value)));
      for (const id of ids) state.resources.members(path).add(id);
      return true;
    }
    const kind = this.model.kinds.find((one) => one.isSingle !== true && at(one.collection));
    if (kind !== undefined) for (const value of list) state.create(kind, path, value);
    return kind !== undefined;
  }

  /**
   * Returns copies of the resources at the path of a collection, or the singleton at its path, which has an
   * empty id.
   */
  all(path: string, tenant?: string): { readonly id: string; readonly value: Record<string, unknown> }[] {
    const { resources } = this.#tenant(tenant).state;
    return resources.all(path).map(({ id, value }) => ({ id, value: structuredClone(value) }));
  }

  /** Returns the first resources of each non-empty collection; they must not be modified. */
  shown(
    tenant: string | undefined,
    most: number,
  ): { readonly path: string; readonly items: readonly unknown[]; readonly more: boolean }[] {
    const { resources } = this.#tenant(tenant).state;
    return [...resources.collections().keys()].flatMap((path) => {
      const all = resources.all(path);
      const items = all.slice(0, most).map(({ value }) => value);
      return items.length === 0 ? [] : [{ path, items, more: all.length > most }];
    });
  }

  /** Returns a copy of the resource with this id in a collection; the id of a singleton is empty. */
  get(path: string, id: string, tenant?: string): Record<string, unknown> | undefined {
    const resource = this.#tenant(tenant).state.resources.get(path, id);
    return resource && structuredClone(resource.value);
  }

  /** Removes a resource and everything below its path; returns whether it existed. */
  remove(path: string, id: string, tenant?: string): boolean {
    const { state } = this.#tenant(tenant);
    const isThere = state.resources.get(path, id) !== undefined;
    if (isThere) state.remove(path, id);
    return isThere;
  }

  /** Returns the names of the tenants that have data, or had. */
  tenantNames(): string[] {
    return [...this.#tenants.keys()];
  }

  /** Finishes all work in progress, of a tenant or of all; returns how much there was. */
  finishWork(tenant?: string): number {
    const all = tenant === undefined ? [...this.#tenants.values()] : [this.#tenant(tenant)];
    return all.reduce((sum, { state }) => sum + state.work.finish(), 0);
  }

  /** Returns all data by tenant, for `restore`. */
  data(): StateData {
    const data = Object.fromEntries(
      [...this.#tenants].map(([name, { state, kept }]) => [
        name,
        { ...tenantData(state), kept: [...kept].map(([scope, one]) => ({ scope, ...one })) },
      ]),
    );
    // Copied, so that later changes do not alter the export.
    return JSON.parse(JSON.stringify(data)) as StateData;
  }

  /** Replaces the data of the exported tenants; other tenants keep theirs. */
  restore(data: StateData): void {
    for (const [name, saved] of Object.entries(data)) {
      const tenant = this.#tenant(name);
      tenant.kept.clear();
      for (const { scope, ...one } of saved.kept ?? []) tenant.kept.set(scope, one);
      restoreTenant(tenant.state, structuredClone(saved));
    }
  }

  /**
   * Restores the part of the data that fits, as when the document has changed. Returns sentences about what
   * does not fit.
   */
  adopt(data: StateData): string[] {
    return Object.entries(data).flatMap(([tenant, saved]) => {
      const { data: fitting, lost } = fittingData(this.#rules, saved);
      this.restore({ [tenant]: fitting });
      return lost;
    });
  }

  /** Clears all data of a tenant, or of all tenants. */
  reset(tenant?: string): void {
    if (tenant === undefined) this.#tenants.clear();
    else this.#tenants.delete(tenant);
  }

  #operation(operationId: string): StateOperation {
    const operation = own(this.#rules.operations, operationId);
    if (operation === undefined)
      throw new TypeError(`The document has no operation ${JSON.stringify(operationId)}`);
    return operation;
  }

  /** Returns the state of a tenant; creates it for a new one. */
  #tenant(name = ""): Tenant {
    const known = this.#tenants.get(name);
    if (known !== undefined) return known;
    const tenant: Tenant = { state: new TenantState(this.#rules), kept: new Map() };
    this.#tenants.set(name, tenant);
    return tenant;
  }
}

/** Copies member by member: a spread costs a hundredth of an exchange. */
function performedOf(
  { operationId, tenant, root, path, query, headers, body, mediaType }: StateRequest,
  operation: StateOperation,
  through: readonly Kind[],
): Performed {
  return { operationId, tenant, root, path, query, headers, body, mediaType, operation, through };
}

const roleless = { role: { does: "show" }, through: [] } as const;
