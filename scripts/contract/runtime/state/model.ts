// The resource model inferred from the paths of a document: which resources are listed where, and what each
// operation does to them.
import { createsInList } from "./creates-in-list.ts";
import { isBelowBy, KindPaths } from "./kind-paths.ts";
import { idNameIn, kindsOf } from "./kinds.ts";
import { type FilledLink, filledLinksOf, linksOf, type WorkLink, workLinkOf } from "./links.ts";
import { parametersOf, successContent } from "./operation-parts.ts";
import { OperationPaths } from "./operation-paths.ts";
import { type PutCases, putCasesOf } from "./put-creates.ts";
import { isRecord } from "./record.ts";
import type { StateApi, StateOperation } from "./state-api.ts";
import type { Schemas } from "./schemas.ts";

/** A kind of resource: `GET /pools/{poolId}` returns one. */
export interface Kind {
  readonly fetch: StateOperation;
  /** The path of one resource, `/pools/{poolId}`, and of the collection, `/pools`. */
  readonly template: string;
  readonly collection: string;
  /** The path parameter that identifies a resource, and the property with the same value. */
  readonly parameter: string;
  readonly id: string;
  readonly schema: unknown;
  /** A property with the number of a resource that clients name. */
  readonly counted?: string;
  /** Whether no operation fetches one: any id that is referenced exists. */
  readonly isElsewhere?: boolean;
  /** Whether it is a singleton, without an id in its path, such as `/me` or `/pools/{poolId}/settings`. */
  readonly isSingle?: boolean;
  /**
   * Where resources come from: calls create them, the document has an example of one, or neither, so that
   * every requested one is assumed to exist.
   */
  readonly origin: "made" | "example" | "assumed";
}

/** A property with the value of a path parameter. */
export interface Owner {
  readonly property: string;
  readonly parameter: string;
}

/** A list: of the resources of a collection, or of members from elsewhere. */
export interface ListOf {
  readonly operation: StateOperation;
  readonly kind: Kind;
  /** Where the items are in a page; empty if the page is the list itself. */
  readonly items: readonly string[];
  readonly members: boolean;
  /** Whether it lists the resources of all collections below its path: `/stock` those of `/stock/{store}`. */
  readonly isAcross: boolean;
  /**
   * The property with the value of a path parameter: `/users/{userId}/pets` lists the pets with this
   * `userId`.
   */
  readonly owner?: Owner | undefined;
  /** Whether a POST at its path creates a resource, which then belongs to the list. */
  readonly creates: boolean;
  /** The property that a resource gets when it is created in the list: like `owner`, of members, too. */
  readonly parent?: Owner | undefined;
  /**
   * The path parameters and properties that reference a resource of the list, such as `senderId` in `[{
   * senderId }]`.
   */
  readonly references: readonly string[];
  /** Query parameters that links of other operations fill. */
  readonly linked: ReadonlySet<string>;
}

/** The kinds of resources of a document, and its lists. */
export interface Model {
  readonly kinds: readonly Kind[];
  readonly kindPaths: KindPaths<Kind>;
  readonly lists: readonly ListOf[];
  /** Lists by the path of their operation. */
  readonly listAt: ReadonlyMap<string, ListOf>;
  /** Lists of members below the path of one resource. */
  readonly listsBelow: ReadonlyMap<Kind, readonly ListOf[]>;
  /** Kinds by the id of the operation that fetches one. */
  readonly kindOf: ReadonlyMap<string, Kind>;
  /**
   * For operations whose success responses have links: the work that they start, and the properties that
   * links read.
   */
  readonly workLinks: ReadonlyMap<StateOperation, WorkLink | undefined>;
  readonly filledLinks: ReadonlyMap<StateOperation, readonly FilledLink[]>;
  /** PUT operations that declare 201 beside another success. */
  readonly putCases: ReadonlyMap<StateOperation, PutCases>;
  /** Literals at the end of other paths, which no id of a collection can be: GET would not find it. */
  readonly literals: ReadonlyMap<Kind, ReadonlySet<string>>;
}

/** Infers the kinds and lists of a document. */
export function modelOf(api: StateApi, schemas: Schemas): Model {
  const operations = Object.values(api.operations);
  const gets = operations.filter(({ method }) => method === "GET");
  const paths = new OperationPaths(operations);
  const kinds = kindsOf(paths, schemas);
  const kindPaths = new KindPaths(kinds, schemas);
  const lists = gets.flatMap((operation) => listOf(operation, { kindPaths, paths }, schemas) ?? []);
  const listsBelow = new Map(kinds.map((kind): [Kind, ListOf[]] => [kind, []]));
  for (const list of lists.filter(({ members }) => members))
    for (const kind of kindPaths.above(list.operation.path)) listsBelow.get(kind)?.push(list);
  // If several kinds have the same operation, the first counts.
  const kindOf = new Map([...kinds].reverse().map((kind) => [kind.fetch.operationId, kind]));
  const putCases = new Map(
    operations.flatMap((operation) => {
      const cases = putCasesOf(operation);
      return cases === undefined ? [] : [[operation, cases] as const];
    }),
  );
  const cases = [...putCases.values()].flatMap(({ created, replaced }) => [created, replaced]);
  const linking = [...operations, ...cases].filter((operation) => linksOf(operation).length > 0);
  return {
    kinds,
    kindPaths,
    lists,
    listAt: new Map(lists.map((list) => [list.operation.path, list])),
    listsBelow,
    kindOf,
    workLinks: new Map(linking.map((operation) => [operation, workLinkOf(operation, kindOf)])),
    filledLinks: new Map(linking.map((operation) => [operation, filledLinksOf(operation, kindOf)])),
    putCases,
    literals: new Map(kinds.map((kind) => [kind, paths.literalsBelow(kind.collection)])),
  };
}

function listOf(
  operation: StateOperation,
  { kindPaths, paths }: { readonly kindPaths: KindPaths<Kind>; readonly paths: OperationPaths },
  schemas: Schemas,
): ListOf | undefined {
  // An operation that fetches one resource does not list what is inside of it.
  if (kindPaths.withTemplate(operation.path).some(hasId)) return undefined;
  const stated = linksOf(operation).map(({ xSdk }) => (isRecord(xSdk) ? xSdk["items"] : undefined));
  const found = arrayIn(schemas, successContent(operation, schemas)["schema"], stated);
  if (found === undefined) return undefined;
  const { items, schema } = found;
  const named = paths.parametersBelow(operation.path);
  const above = kindPaths.above(operation.path);
  const kind =
    kindPaths.withCollection(operation.path).find(hasId) ??
    kindPaths.fitting(schema, operation.path).first ??
    kindPaths.below(schema, operation.path) ??
    (above.length > 0 ? kindElsewhere(operation, schema, named, schemas) : undefined);
  if (kind === undefined) return undefined;
  const references = [...new Set([kind.parameter, ...named])];
  const isOwn = kind.collection === operation.path;
  const isAcross = isBelowBy(kind, operation.path);
  const owner = isOwn ? undefined : ownerOf(schemas, operation, kind);
  const creates =
    !isOwn &&
    kind.isElsewhere !== true &&
    paths.at(operation.path).some((post) => createsInList(schemas, kind, post, paths));
  const isBelow = above.some(hasId);
  // Of an outer parent, other lists have resources, too.
  const isOfInnermost = owner !== undefined && owner.parameter === parametersOf(operation.path).at(-1);
  const linked = paths.linkedParameters(operation.operationId);
  const members =
    !isOwn &&
    !isAcross &&
    (kind.isElsewhere === true ||
      paths.isJoined(operation.path, creates && isOfInnermost) ||
      (isBelow && owner === undefined));
  const belonging = { owner: members ? undefined : owner, parent: owner, creates };
  return { operation, kind, items, linked, references, members, isAcross, ...belonging };
}

function hasId({ isSingle }: Kind): boolean {
  return isSingle !== true;
}

/** Finds the list in a success response: the body itself, or a property of it, up to two levels deep. */
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
  // Prefers a list of objects to one of their names, and the resources to statements about them.
  const first =
    arrays.find(isStated) ??
    arrays.find(({ items: [name], schema: items }) => usualNames.test(name ?? "") && isOfObjects(items)) ??
    arrays.find(({ items: [name], schema: items }) => !asideNames.test(name ?? "") && isOfObjects(items)) ??
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

/** Lists beside that of the resources. */
const asideNames = /^(errors?|warnings?|messages?|issues?|violations?|notifications?)$/i;
const usualNames = /^(data|entries|items|results?|records|values|elements|content)$/i;

/**
 * Returns the property with the id of the parent resource in the path: `userId` or `user_id`, below
 * `/users/{userId}` as well as `/users/{id}`.
 */
function ownerOf(schemas: Schemas, { path }: StateOperation, { schema, id }: Kind): Owner | undefined {
  const names = Object.entries(schemas.properties(schema)).flatMap(([name, node]) =>
    name === id || /object|array/.test(String(schemas.follow(node)["type"])) ? [] : [name],
  );
  const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");
  for (const parameter of parametersOf(path).reverse()) {
    const [, above = ""] =
      new RegExp(`([^/{}]+)/\\{${parameter.replace(/[^\w]/g, "\\$&")}\\}`).exec(path) ?? [];
    const single = plain(above.replace(/ies$/, "y").replace(/s$/, ""));
    const wanted = [plain(parameter), `${single}${plain(parameter)}`, `${single}id`];
    const property = names.find((name) => wanted.includes(plain(name)));
    if (property !== undefined) return { property, parameter };
  }
  return undefined;
}

/**
 * Returns the kind of a list whose resources no operation fetches, as in a package of only some operations:
 * they are inferred from what is added to the list.
 */
function kindElsewhere(
  operation: StateOperation,
  schema: unknown,
  [parameter]: readonly string[],
  schemas: Schemas,
): Kind | undefined {
  const properties = schemas.properties(schema);
  const id = idNameIn(properties, parameter ?? "");
  if (parameter === undefined || id === undefined) return undefined;
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
