// What the paths of a document say about its things: which are listed where, and which operation does what to them.
import { isJsonType } from "../boundary/media-type.ts";
import { isRecord } from "./record.ts";
import type { StateApi, StateLink, StateOperation } from "./state-api.ts";
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
}

/** A list: of a collection's things, or of things from elsewhere that have joined it. */
export interface ListOf {
  readonly operation: StateOperation;
  readonly kind: Kind;
  /** Where the items are in a page; empty: the page is the list. */
  readonly items: readonly string[];
  readonly members: boolean;
  /** The path parameters and properties that name a thing of the list, `senderId` in `[{ senderId }]`. */
  readonly references: readonly string[];
  /** Query parameters that links of other operations fill. */
  readonly linked: ReadonlySet<string>;
}

/** The link to what a call starts, and how its end is told. */
export interface WorkLink {
  readonly kind: Kind;
  /** The property of the answer that names it. */
  readonly pointer: string;
  /** Property → its values at the end, the good one first. */
  readonly until: Readonly<Record<string, readonly unknown[]>>;
}

export interface Model {
  readonly kinds: readonly Kind[];
  readonly lists: readonly ListOf[];
}

/** Reads the kinds and lists of a document. */
export function modelOf(api: StateApi, schemas: Schemas): Model {
  const gets = Object.values(api.operations).filter(({ method }) => method === "GET");
  const found = gets.flatMap((operation) => kindOf(operation, schemas) ?? []);
  const kinds = found.filter((kind) => !isOfMembers(kind, found, gets, schemas));
  const paths = Object.values(api.operations).map(({ path }) => path);
  const lists = gets.flatMap((operation) => {
    const linked = linkedParameters(api, operation.operationId);
    return listOf(operation, { kinds, linked, paths }, schemas) ?? [];
  });
  return { kinds, lists };
}

/** The status of an operation's success, the first that is declared. */
export function successStatus({ responses }: StateOperation): string {
  return Object.keys(responses).find((status) => status.startsWith("2")) ?? "default";
}

/** The schema of an operation's success, and its example: of JSON where there is a choice. */
export function successContent(
  operation: StateOperation,
  schemas: Schemas,
): Readonly<Record<string, unknown>> {
  const response = schemas.at(`${operation.pointer}/responses/${successStatus(operation)}`);
  const content = Object.entries(schemas.follow(response["content"]));
  return schemas.follow((content.find(([type]) => isJsonType(type)) ?? content[0])?.[1]);
}

/** A path template with the values of its parameters: the path of a collection, a list or a thing. */
export function filledPath(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
}

/** The links of an operation's success. */
export function linksOf(operation: StateOperation): readonly StateLink[] {
  return Object.values(operation.links[successStatus(operation)] ?? {});
}

/** The property that a link takes a value from: `$response.body#/operationId` is `/operationId`. */
export function bodyPointer(expression: unknown): string | undefined {
  return typeof expression === "string" ? /^\$response\.body#(\/.*)$/.exec(expression)?.[1] : undefined;
}

export function workLinkOf(operation: StateOperation, { kinds }: Model): WorkLink | undefined {
  for (const { operationId, parameters, xSdk } of linksOf(operation)) {
    const kind = kinds.find(({ fetch }) => fetch.operationId === operationId);
    const until = isRecord(xSdk) ? xSdk["until"] : undefined;
    const pointer = kind && bodyPointer(parameters[kind.parameter]);
    if (kind !== undefined && pointer !== undefined && isRecord(until)) {
      const ends = Object.entries(until).map(([name, values]) => [
        name,
        Array.isArray(values) ? values : [values],
      ]);
      return { kind, pointer, until: Object.fromEntries(ends) as WorkLink["until"] };
    }
  }
  return undefined;
}

function kindOf(operation: StateOperation, schemas: Schemas): Kind | undefined {
  const parts = /^(.*)\/\{([^{}]+)\}$/.exec(operation.path);
  const schema = successContent(operation, schemas)["schema"];
  const properties = schemas.properties(schema);
  if (parts === null || Object.keys(properties).length === 0) return undefined;
  const [template, collection = "", parameter = ""] = parts;
  const id = [parameter, "id", "name", "key"].find((name) => Object.hasOwn(properties, name));
  return id === undefined ? undefined : { fetch: operation, template, collection, parameter, id, schema };
}

/**
 * Whether what looks like a kind is things from elsewhere, reached through a list that they have joined: `/pools/{id}/senders/{senderId}`
 * gives what `/senders/{id}` gives, which has fewer parameters. What is below a thing of the same kind, such as its
 * revisions, is a kind of its own.
 */
function isOfMembers(
  kind: Kind,
  kinds: readonly Kind[],
  gets: readonly StateOperation[],
  schemas: Schemas,
): boolean {
  const outer = parametersOf(kind.collection);
  return (
    gets.some(({ path }) => path === kind.collection) &&
    kinds.some((home) => {
      const needed = parametersOf(home.collection);
      return (
        schemas.identity(home.schema) === schemas.identity(kind.schema) &&
        needed.length < outer.length &&
        needed.every((name) => outer.includes(name)) &&
        !kind.collection.startsWith(`${home.template}/`)
      );
    })
  );
}

function parametersOf(template: string): string[] {
  return Array.from(template.matchAll(/\{([^{}]+)\}/g), ([, name = ""]) => name);
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
    readonly paths: readonly string[];
  },
  schemas: Schemas,
): ListOf | undefined {
  const schema = successContent(operation, schemas)["schema"];
  const arrays = Object.entries({ "": schema, ...schemas.properties(schema) }).filter(
    ([, node]) => schemas.follow(node)["type"] === "array",
  );
  const stated = linksOf(operation).map(({ xSdk }) => (isRecord(xSdk) ? xSdk["items"] : undefined));
  const [name, array] =
    arrays.find(([key]) => stated.includes(key) || stated.includes(`/${key}`)) ?? arrays[0] ?? [];
  if (name === undefined) return undefined;
  const identity = schemas.identity(schemas.follow(array)["items"]);
  const { kinds, linked, paths } = about;
  const same = kinds.filter((kind) => schemas.identity(kind.schema) === identity);
  const named = paths.flatMap((path) => memberParameter(path, operation.path) ?? []);
  const kind =
    same.find(({ collection }) => collection === operation.path) ??
    same[0] ??
    kindElsewhere(operation, schemas.follow(array)["items"], { kinds, named }, schemas);
  if (kind === undefined) return undefined;
  const items = name === "" ? [] : [name];
  const references = [...new Set([kind.parameter, ...named])];
  return { operation, kind, items, linked, references, members: kind.collection !== operation.path };
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
  const id = [parameter ?? "", "id", "name", "key"].find((name) => Object.hasOwn(properties, name));
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
  };
}
