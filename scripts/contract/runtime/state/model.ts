// What the paths of a document say about its things: which are listed where, and which operation does what to them.
import { idNameIn, kindsOf } from "./kinds.ts";
import { type FilledLink, filledLinksOf, linksOf, type WorkLink, workLinkOf } from "./links.ts";
import { parametersOf, successContent } from "./operation-parts.ts";
import { isRecord } from "./record.ts";
import type { StateApi, StateOperation } from "./state-api.ts";
import type { Schemas } from "./schemas.ts";

/** A kind of thing: `GET /pools/{poolId}` gives one. */
export interface Kind {
  readonly fetch: StateOperation;
  /** The path of one, `/pools/{poolId}`, and of all of them, `/pools`. */
  readonly template: string;
  readonly collection: string;
  /** The path parameter that names one, and the property that has the same value. */
  readonly parameter: string;
  readonly id: string;
  readonly schema: unknown;
  /** Whether no operation gives one: any that is named exists. */
  readonly isElsewhere?: boolean;
  /** Whether its path has no id: there is one, as at `/me` or `/pools/{poolId}/settings`. */
  readonly isSingle?: boolean;
  /**
   * Where things are from: calls create them, the document has an example of one, or neither, so that any that is asked for is taken
   * to exist.
   */
  readonly origin: "made" | "example" | "assumed";
}

/** A list: of a collection's things, or of things from elsewhere that have joined it. */
export interface ListOf {
  readonly operation: StateOperation;
  readonly kind: Kind;
  /** Where the items are in a page; empty: the page is the list. */
  readonly items: readonly string[];
  readonly members: boolean;
  /** The property that has the value of a path parameter: `/users/{userId}/pets` lists the pets with this `userId`. */
  readonly owner?: { readonly property: string; readonly parameter: string } | undefined;
  /** The path parameters and properties that name a thing of the list, `senderId` in `[{ senderId }]`. */
  readonly references: readonly string[];
  /** Query parameters that links of other operations fill. */
  readonly linked: ReadonlySet<string>;
}

export interface Model {
  readonly kinds: readonly Kind[];
  readonly lists: readonly ListOf[];
  /** Lists that things join, below the path of one thing. */
  readonly listsBelow: ReadonlyMap<Kind, readonly ListOf[]>;
  /** By the operation that gives one. */
  readonly kindOf: ReadonlyMap<string, Kind>;
  /** Of operations whose successes have links: what they start, and what links read from them. */
  readonly workLinks: ReadonlyMap<StateOperation, WorkLink | undefined>;
  readonly filledLinks: ReadonlyMap<StateOperation, readonly FilledLink[]>;
}

/** Reads the kinds and lists of a document. */
export function modelOf(api: StateApi, schemas: Schemas): Model {
  const operations = Object.values(api.operations);
  const gets = operations.filter(({ method }) => method === "GET");
  const kinds = kindsOf(operations, schemas);
  const paths = new PathsOf(operations);
  const lists = gets.flatMap((operation) => {
    const linked = linkedParameters(api, operation.operationId);
    return listOf(operation, { kinds, linked, paths }, schemas) ?? [];
  });
  const joined = lists.filter(({ members }) => members);
  const below = (kind: Kind): ListOf[] =>
    joined.filter(({ operation }) => operation.path.startsWith(`${kind.template}/`));
  // The first of several.
  const kindOf = new Map([...kinds].reverse().map((kind) => [kind.fetch.operationId, kind]));
  const linking = operations.filter((operation) => linksOf(operation).length > 0);
  return {
    kinds,
    lists,
    listsBelow: new Map(kinds.map((kind) => [kind, below(kind)])),
    kindOf,
    workLinks: new Map(linking.map((operation) => [operation, workLinkOf(operation, kindOf)])),
    filledLinks: new Map(linking.map((operation) => [operation, filledLinksOf(operation, kindOf)])),
  };
}

/** Which methods are at which path. */
class PathsOf {
  readonly #methods = new Map<string, Set<string>>();

  constructor(operations: readonly StateOperation[]) {
    for (const { path, method } of operations)
      this.#methods.set(path, (this.#methods.get(path) ?? new Set()).add(method));
  }

  /** The names of parameters that paths just below one end in. */
  parametersBelow(path: string): string[] {
    return [...this.#methods.keys()].flatMap((one) => memberParameter(one, path) ?? []);
  }

  /** Whether calls let things join a list, or leave it. */
  isJoined(path: string): boolean {
    const has = (at: string, methods: readonly string[]): boolean =>
      methods.some((method) => this.#methods.get(at)?.has(method) === true);
    if (has(path, ["POST", "PUT"])) return true;
    return this.parametersBelow(path).some((name) => has(`${path}/{${name}}`, ["PUT", "DELETE", "POST"]));
  }
}

function linkedParameters({ operations }: StateApi, operationId: string): ReadonlySet<string> {
  const links = Object.values(operations)
    .filter((operation) => operation.operationId !== operationId)
    .flatMap(linksOf);
  return new Set(
    links.flatMap((link) => (link.operationId === operationId ? Object.keys(link.parameters) : [])),
  );
}

function listOf(
  operation: StateOperation,
  about: {
    readonly kinds: readonly Kind[];
    readonly linked: ReadonlySet<string>;
    readonly paths: PathsOf;
  },
  schemas: Schemas,
): ListOf | undefined {
  const { kinds, linked, paths } = about;
  // What gives one thing gives no list of what is inside of it.
  if (kinds.some(({ template, isSingle }) => isSingle !== true && template === operation.path))
    return undefined;
  const stated = linksOf(operation).map(({ xSdk }) => (isRecord(xSdk) ? xSdk["items"] : undefined));
  const found = arrayIn(schemas, successContent(operation, schemas)["schema"], stated);
  if (found === undefined) return undefined;
  const { items, schema } = found;
  const identity = schemas.identity(schema);
  const same = kinds.filter((kind) => kind.isSingle !== true && schemas.identity(kind.schema) === identity);
  const named = paths.parametersBelow(operation.path);
  const fitting = same.filter((kind) =>
    parametersOf(kind.collection).every((name) => operation.path.includes(`{${name}}`)),
  );
  const kind =
    kinds.find(({ collection, isSingle }) => isSingle !== true && collection === operation.path) ??
    fitting[0] ??
    kindElsewhere(operation, schema, { kinds, named }, schemas);
  if (kind === undefined) return undefined;
  const references = [...new Set([kind.parameter, ...named])];
  const isOwn = kind.collection === operation.path;
  const owner = isOwn ? undefined : ownerOf(schemas, operation, kind);
  const isBelow = kinds.some(
    ({ template, isSingle }) => isSingle !== true && operation.path.startsWith(`${template}/`),
  );
  const members =
    !isOwn &&
    (kind.isElsewhere === true || paths.isJoined(operation.path) || (isBelow && owner === undefined));
  return { operation, kind, items, linked, references, members, owner: members ? undefined : owner };
}

/** The list in a success: the body itself, or a property of it, up to two levels down. */
export function arrayIn(
  schemas: Schemas,
  schema: unknown,
  stated: readonly unknown[],
): { readonly items: readonly string[]; readonly schema: unknown } | undefined {
  const itemsOf = (node: unknown): unknown => {
    const { type, items } = schemas.follow(node);
    return type === "array" ||
      (Array.isArray(type) && type.includes("array")) ||
      (type === undefined && items !== undefined)
      ? (items ?? {})
      : undefined;
  };
  const own = itemsOf(schema);
  if (own !== undefined) return { items: [], schema: own };
  const properties = Object.entries(schemas.properties(schema));
  const arrays = properties.flatMap(([name, node]) => {
    const items = itemsOf(node);
    return items === undefined ? [] : [{ items: [name], schema: items }];
  });
  const isOfObjects = (items: unknown): boolean => Object.keys(schemas.properties(items)).length > 0;
  const isStated = ({ items: [name] }: { readonly items: readonly string[] }): boolean =>
    stated.includes(name) || stated.includes(`/${name}`);
  // A list of objects rather than one of their names, and rather the things than what is said of them.
  const first =
    arrays.find(isStated) ??
    arrays.find(({ items: [name], schema: items }) => usualNames.test(name ?? "") && isOfObjects(items)) ??
    arrays.find((one) => isOfObjects(one.schema)) ??
    arrays[0];
  if (first !== undefined) return first;
  for (const [name, node] of properties) {
    const inner = /^(_embedded|data|result|response)$/.test(name)
      ? Object.entries(schemas.properties(node))
      : [];
    for (const [below, list] of inner) {
      const items = itemsOf(list);
      if (items !== undefined) return { items: [name, below], schema: items };
    }
  }
  return undefined;
}

const usualNames = /^(data|entries|items|results?|records|values|elements|content)$/i;

/** The property by which things belong to what the path leads through: `userId`, `user_id`, or `user` with its id in it. */
function ownerOf(schemas: Schemas, operation: StateOperation, { schema }: Kind): ListOf["owner"] {
  const properties = schemas.properties(schema);
  const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");
  for (const parameter of parametersOf(operation.path).reverse()) {
    const property = Object.keys(properties).find((name) => plain(name) === plain(parameter));
    if (property !== undefined) return { property, parameter };
  }
  return undefined;
}

/** The last parameter of a path that is one of a list. */
function memberParameter(path: string, list: string): string | undefined {
  const below = path.startsWith(`${list}/`) ? path.slice(list.length + 1) : "";
  return /^\{([^{}]+)\}$/.exec(below)?.[1];
}

/**
 * The kind of a list whose things no operation gives, as in a package of some operations only: they are known by what
 * joins the list.
 */
function kindElsewhere(
  operation: StateOperation,
  schema: unknown,
  { kinds, named }: { readonly kinds: readonly Kind[]; readonly named: readonly string[] },
  schemas: Schemas,
): Kind | undefined {
  const [parameter] = named;
  const isBelow = kinds.some(({ template }) => operation.path.startsWith(`${template}/`));
  const properties = schemas.properties(schema);
  const id = idNameIn(properties, parameter ?? "");
  if (!isBelow || parameter === undefined || id === undefined) return undefined;
  const collection = `elsewhere ${schemas.identity(schema)}`;
  return {
    fetch: operation,
    template: `${collection}/{${parameter}}`,
    collection,
    parameter,
    id,
    schema,
    isElsewhere: true,
    origin: "assumed",
  };
}
