// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.
import {
  concreteType,
  declaredStatus,
  essenceOf,
  isEventStream,
  isJsonType,
  isStreamType,
  recordSeparator,
  type RequestProblem,
} from "./boundary.ts";
import { own, setOwn } from "./parameters.ts";

export function canonicalText(value: unknown): string {
  // JSON.stringify maps both null and numbers too large for a double to one text. -0 becomes 0.
  if (typeof value === "number") return String(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalText).join()}]`;
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalText(member)}`).join()}}`;
}

export function deepEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) {
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => deepEqual(item, other[index]))
    );
  }
  const entries = Object.entries(one);
  const others = new Map(Object.entries(other));
  return (
    entries.length === others.size &&
    entries.every(([key, value]) => others.has(key) && deepEqual(value, others.get(key)))
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns the value if it is an object, otherwise an empty object. */
export function recordOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

/** Returns whether a text matches a pattern. */
export type PatternTest = (pattern: string, text: string) => boolean;

type SchemaNode = Readonly<Record<string, unknown>>;

/**
 * Resolves nodes of the document; members next to a `$ref` override those of its target. A document does not
 * change, so all results are cached.
 */
export class Schemas {
  readonly #places = new Map<string, SchemaNode>();
  readonly #followed = new WeakMap<object, SchemaNode>();
  readonly #makers = new WeakMap<object, () => unknown>();
  readonly #facts = new Map<unknown, WeakMap<object, { readonly fact: unknown }>>();
  readonly #identities = new WeakMap<object, string>();
  readonly #propertiesOf = new WeakMap<object, Readonly<Record<string, unknown>>>();
  readonly #document: unknown;
  readonly #moment: () => string;
  /** Number of values that may still be part of the current minimal value, and depth of the next one. */
  #left = 0;
  #depth = 0;

  /** Whether a text matches a pattern of the document. */
  readonly matches: PatternTest;
  readonly #patterned: ((schema: SchemaNode) => string | undefined) | undefined;

  /**
   * @param moment  returns the value of the format `date-time`
   * @param patterned  returns a text of a schema with a pattern that has no example
   */
  constructor(
    document: unknown,
    moment: () => string,
    matches: PatternTest = matchesPattern,
    patterned?: (schema: SchemaNode) => string | undefined,
  ) {
    this.#document = document;
    this.#moment = moment;
    this.matches = matches;
    this.#patterned = patterned;
  }

  /** Returns the node at a JSON pointer (RFC 6901). */
  at(pointer: string): SchemaNode {
    const known = this.#places.get(pointer);
    if (known !== undefined) return known;
    const place = pointer.split("/").slice(1);
    const found = place.reduce<unknown>((node, key) => {
      const name = key.replaceAll("~1", "/").replaceAll("~0", "~");
      return Array.isArray(node) ? (node[Number(name)] as unknown) : own(this.follow(node), name);
    }, this.#document);
    const node = this.follow(found);
    this.#places.set(pointer, node);
    return node;
  }

  follow(node: unknown): SchemaNode {
    if (!isRecord(node)) return {};
    const { $ref } = node;
    if (typeof $ref !== "string" || !$ref.startsWith("#")) return node;
    const known = this.#followed.get(node);
    if (known !== undefined) return known;
    const all = { ...this.at(decodeURIComponent($ref.slice(1))), ...node, $ref: undefined };
    this.#followed.set(node, all);
    return all;
  }

  /**
   * Returns the result of a function of a part of the document, or of a model of it, cached for each part.
   */
  about<Part extends object, Fact>(part: Part, find: (schemas: Schemas, part: Part) => Fact): Fact {
    let facts = this.#facts.get(find);
    if (facts === undefined) this.#facts.set(find, (facts = new WeakMap()));
    const known = facts.get(part);
    if (known !== undefined) return known.fact as Fact; // The result of `find`.
    const fact = find(this, part);
    facts.set(part, { fact });
    return fact;
  }

  /** Returns a key that identifies a schema: its location, or its text. */
  identity(node: unknown): string {
    if (!isRecord(node)) return "";
    if (typeof node["$ref"] === "string") return node["$ref"];
    const known = this.#identities.get(node) ?? JSON.stringify(node);
    this.#identities.set(node, known);
    return known;
  }

  /** Returns the properties of an object's schema, including those of `allOf` and of alternatives. */
  properties(node: unknown): Readonly<Record<string, unknown>> {
    if (!isRecord(node)) return {};
    const known = this.#propertiesOf.get(node);
    if (known !== undefined) return known;
    // Cached before its parts are resolved: they may refer to it.
    this.#propertiesOf.set(node, {});
    const { properties, allOf, oneOf, anyOf } = this.follow(node);
    // If a name is declared twice, the later declaration counts.
    const inherited = [oneOf, anyOf, allOf].flatMap((list) =>
      Array.isArray(list) ? list.map((part: unknown) => this.properties(part)) : [],
    );
    // Assignment would treat a property `__proto__` as the prototype.
    const all = Object.fromEntries(
      [...inherited, isRecord(properties) ? properties : {}].flatMap(Object.entries<unknown>),
    );
    this.#propertiesOf.set(node, all);
    return all;
  }

  required(node: unknown): readonly string[] {
    return isRecord(node) ? this.about(node, requiredIn) : [];
  }

  format(node: unknown): string | undefined {
    const { format } = this.follow(node);
    return typeof format === "string" ? format : undefined;
  }

  /** Returns the first example of a node. */
  example(node: unknown): unknown {
    const { example, examples } = this.follow(node);
    if (example !== undefined) return example;
    if (Array.isArray(examples)) return examples[0];
    const [first] = isRecord(examples) ? Object.values(examples) : [];
    return this.follow(first)["value"];
  }

  /** Returns a minimal valid value of a schema; an incomplete one if all are too large or too deep. */
  minimal(node: unknown): unknown {
    this.#left = mostValues;
    this.#depth = 0;
    return this.#maker(node)();
  }

  /**
   * Returns a function that creates minimal values: a new one for each call, because callers may change it.
   */
  #maker(node: unknown): () => unknown {
    const key = isRecord(node) ? node : emptySchema;
    const known = this.#makers.get(key);
    if (known !== undefined) return known;
    // Cached before its parts are resolved: they may refer to it.
    this.#makers.set(key, () => made());
    const made = this.#makerOf(this.follow(node));
    this.#makers.set(key, made);
    return made;
  }

  #makerOf(schema: SchemaNode): () => unknown {
    const { const: constant, default: usual, enum: values, type, anyOf, oneOf, items, minItems } = schema;
    const always = (value: unknown) => (): unknown => value;
    if (constant !== undefined) return always(constant);
    if (usual !== undefined) return always(usual);
    const types: unknown[] = Array.isArray(type) ? type : [type];
    if (types.includes("null")) return always(null);
    if (Array.isArray(values)) return always(values[0]);
    const choices: unknown = anyOf ?? oneOf;
    if (Array.isArray(choices)) {
      if (choices.some((choice) => this.follow(choice)["type"] === "null")) return always(null);
      const first = this.#maker(choices[0]);
      const beside = this.#membersOf(schema);
      return () => {
        const value = first();
        return isRecord(value) ? { ...beside(), ...value } : value;
      };
    }
    if (types.includes("string"))
      return schema["format"] === "date-time" ? this.#moment : this.#textMaker(schema);
    if (types.includes("integer") || types.includes("number")) return always(numberOf(schema));
    if (types.includes("boolean")) return always(false);
    if (types.includes("array")) {
      const item = this.#maker(items);
      const least = Number(minItems ?? 0);
      return () => Array.from({ length: Math.min(least, this.#left) }, this.#bounded(item));
    }
    return this.#bounded(this.#membersOf(schema));
  }

  /** Limits a function that creates a part of a minimal value: it returns undefined if nothing is left. */
  #bounded(make: () => unknown): () => unknown {
    return () => {
      if (this.#left <= 0 || this.#depth >= deepest) return undefined;
      this.#left -= 1;
      this.#depth += 1;
      const value = make();
      this.#depth -= 1;
      return value;
    };
  }

  /** Returns a function that creates an object with the properties that a schema itself requires. */
  #membersOf(schema: SchemaNode): () => Record<string, unknown> {
    const properties = this.properties(schema);
    const members = this.required(schema).map((name) => [name, this.#maker(own(properties, name))] as const);
    return () => {
      const value: Record<string, unknown> = {};
      for (const [name, make] of members) setOwn(value, name, make());
      return value;
    };
  }

  #textMaker(schema: SchemaNode): () => unknown {
    const text = this.#text(schema);
    const values = typeof text === "string" ? Math.floor(text.length / lengthOfValue) : 0;
    return () => {
      this.#left -= values;
      return text;
    };
  }

  #text(schema: SchemaNode): unknown {
    const { minLength = 0, pattern, format } = schema;
    if (minLength === 0 && pattern === undefined && format === undefined) return "";
    return (
      this.example(schema) ??
      (pattern === undefined ? undefined : this.#patterned?.(schema)) ??
      own(textsOfFormats, String(format)) ??
      "x".repeat(Math.min(longestText, Math.max(1, Number(minLength))))
    );
  }
}

/** For documents whose patterns are trusted: some patterns take exponential time. */
function matchesPattern(pattern: string, text: string): boolean {
  return new RegExp(pattern, "u").test(text);
}

const emptySchema: SchemaNode = {};

/** Limits of a minimal value, in values, levels and code units: a schema may demand a billion items. */
const mostValues = 100_000;
const deepest = 100;
const longestText = 1_000_000;
/** Number of code units that count as one value. */
const lengthOfValue = 64;

function requiredIn(schemas: Schemas, node: object): readonly string[] {
  const { required, allOf } = schemas.follow(node);
  const inherited = Array.isArray(allOf) ? allOf.flatMap((part: unknown) => schemas.required(part)) : [];
  return [...inherited, ...(Array.isArray(required) ? required.map(String) : [])];
}

const textsOfFormats: Readonly<Record<string, string>> = {
  date: "2024-01-15",
  time: "09:30:00Z",
  email: "somebody@example.com",
  hostname: "example.com",
  uri: "https://example.com/",
  "uri-reference": "/",
  uuid: "00000000-0000-4000-8000-000000000000",
};

function numberOf({ minimum, exclusiveMinimum }: SchemaNode): number {
  if (typeof minimum === "number") return Math.max(0, Math.ceil(minimum));
  return typeof exclusiveMinimum === "number" ? Math.max(0, Math.floor(exclusiveMinimum) + 1) : 0;
}

/** One operation of the table in `operations.ts`. */
export interface StateOperation {
  readonly operationId: string;
  readonly method: string;
  /** `/pools/{poolId}` */
  readonly path: string;
  /** Location of the operation in the document (RFC 6901). */
  readonly pointer: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  /** Responses by status as written in the document. */
  readonly responses: Readonly<
    Record<string, { readonly mediaTypes: readonly string[]; readonly headers: readonly string[] }>
  >;
  /** Links by status and name. */
  readonly links: Readonly<Record<string, Readonly<Record<string, StateLink>>>>;
}

/** A Link Object, with its operation as operationId. */
export interface StateLink {
  readonly operationId: string | undefined;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly xSdk: unknown;
}

/** The document and its operation table. */
export interface StateApi {
  /** The document; references in its schemas, parameters and examples stay within it. */
  readonly document: unknown;
  readonly operations: Readonly<Record<string, StateOperation>>;
}

/** A valid request, parsed for its operation. */
export interface StateRequest {
  readonly operationId: string;
  /**
   * The caller's tenant: tenants do not see each other's resources. Usually derived from the credentials;
   * empty if there is only one.
   */
  readonly tenant?: string | undefined;
  /** The URL up to where the document's paths begin, for URLs in responses: `https://host/v1`. */
  readonly root: string;
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** Header parameters by their names in the document. */
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  /** The `Content-Type` of the body, if one was sent. */
  readonly mediaType?: string | undefined;
}

/**
 * A response in the form that `wireResponse` takes: a value for JSON, otherwise a string; undefined for no
 * body.
 */
export interface StateResponse {
  readonly status: number;
  /** Values of the types that the document declares; `wireResponse` serializes them. */
  readonly headers: Readonly<Record<string, unknown>> & { readonly "Content-Type"?: string };
  readonly body: unknown;
  /** The value of a body in a media type that the state does not write, such as XML; `body` is empty then. */
  readonly value?: unknown;
  /**
   * Where the body has stored values, which are never modified: the names that lead to a list of resources;
   * without names, the body is a resource itself.
   */
  readonly stored?: readonly string[] | undefined;
}

/** The details of one error. */
export interface ErrorParts {
  readonly errors?: readonly RequestProblem[];
  readonly detail?: string;
  /** Replaces the declared body. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Returns the status of an operation's success response, the first that is declared. */
export function successStatus({ responses }: Pick<StateOperation, "responses">): string {
  const known = successStatuses.get(responses);
  if (known !== undefined) return known;
  const status = Object.keys(responses).find((one) => one.startsWith("2")) ?? "default";
  successStatuses.set(responses, status);
  return status;
}

/** Whether an operation declares anything but errors. */
export function declaresSuccess(operation: Pick<StateOperation, "responses">): boolean {
  return successStatus(operation) in operation.responses || hasOther(operation);
}

function hasOther({ responses }: Pick<StateOperation, "responses">): boolean {
  return Object.keys(responses).some((status) => /^[13]/.test(status));
}

/** Cached, because it is read several times per exchange. */
const successStatuses = new WeakMap<object, string>();

/**
 * Returns the schema of an operation's success response, and its example; of JSON if there are several media
 * types.
 */
export function successContent(
  operation: StateOperation,
  schemas: Schemas,
): Readonly<Record<string, unknown>> {
  return schemas.about(operation, successContentIn);
}

function successContentIn(schemas: Schemas, operation: StateOperation): Readonly<Record<string, unknown>> {
  const response = schemas.at(`${operation.pointer}/responses/${successStatus(operation)}`);
  const content = Object.entries(schemas.follow(response["content"]));
  return schemas.follow((content.find(([type]) => isJsonType(type)) ?? content[0])?.[1]);
}

/**
 * Fills the parameters of a path template: the path of a collection, a list or a resource. An id of `own` is
 * used in place of the value of its parameter: copying the values costs more.
 */
export function filledPath(
  template: string,
  values: Readonly<Record<string, unknown>>,
  own?: { readonly parameter: string; readonly id: unknown },
): string {
  if (!template.includes("{")) return template;
  const pieces = piecesOf(template);
  let path = pieces[0] ?? "";
  for (let at = 1; at < pieces.length; at += 2)
    path += encodeURIComponent(String(valueOf(pieces[at] ?? "", values, own))) + (pieces[at + 1] ?? "");
  return path;
}

function valueOf(
  name: string,
  values: Readonly<Record<string, unknown>>,
  own: { readonly parameter: string; readonly id: unknown } | undefined,
): unknown {
  return own?.parameter === name ? own.id : values[name];
}

/**
 * Returns literals and parameter names alternately. Cached, because parsing again costs as much as everything
 * else for a short path.
 */
function piecesOf(template: string): readonly string[] {
  const known = piecesOfTemplates.get(template);
  if (known !== undefined) return known;
  const pieces = template.split(/\{([^{}]+)\}/);
  if (piecesOfTemplates.size >= mostTemplates) piecesOfTemplates.clear();
  piecesOfTemplates.set(template, pieces);
  return pieces;
}

/**
 * For all documents of a process; the cache is bounded, so entries of documents that are no longer served are
 * evicted.
 */
const piecesOfTemplates = new Map<string, readonly string[]>();
const mostTemplates = 10_000;

/** Returns the names of a path's parameters. */
export function parametersOf(template: string): string[] {
  return Array.from(template.matchAll(/\{([^{}]+)\}/g), ([, name = ""]) => name);
}

/** The link to the work that a call starts, and how its end is recognized. */
export interface WorkLink {
  readonly kind: Kind;
  /** The property of the response that identifies the work. */
  readonly pointer: string;
  /** Property → its values at the end, success first. */
  readonly until: Readonly<Record<string, readonly unknown[]>>;
}

/** Returns the links of an operation's success response. */
export function linksOf(operation: StateOperation): readonly StateLink[] {
  const links = operation.links[successStatus(operation)];
  return links === undefined ? [] : Object.values(links);
}

/** Returns the property from which a link takes a value: `/operationId` for `$response.body#/operationId`. */
export function bodyPointer(expression: unknown): string | undefined {
  return typeof expression === "string" ? /^\$response\.body#(\/.*)$/.exec(expression)?.[1] : undefined;
}

/** Returns the link to the work that a call starts: the first link that declares how it ends. */
export function workLinkOf(operation: StateOperation, kindOf: Model["kindOf"]): WorkLink | undefined {
  for (const { operationId, parameters, xSdk } of linksOf(operation)) {
    const kind = kindOf.get(operationId ?? "");
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

/** A property of a success response that holds the id of a resource. */
export interface FilledLink {
  readonly kind: Kind;
  readonly property: string;
  /** Whether a property of this name is the URL of that resource. */
  readonly isLocation: (name: string) => boolean;
}

/** Returns the properties that links read from a success response, which must therefore be in it. */
export function filledLinksOf(operation: StateOperation, kindOf: Model["kindOf"]): FilledLink[] {
  return linksOf(operation).flatMap(({ operationId, parameters }) => {
    const kind = kindOf.get(operationId ?? "");
    const property = kind && bodyPointer(parameters[kind.parameter])?.slice(1);
    if (kind === undefined || property === undefined) return [];
    return [{ kind, property, isLocation: locationsOf(property.replace(/_?id$/i, "")) }];
  });
}

/** Matches `operationLocation` and `operation_url` for `operationId`. */
function locationsOf(stem: string): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    let is = known.get(name);
    if (is === undefined) {
      is = name.startsWith(stem) && /(location|url|uri|link|href)$/i.test(name);
      if (known.size < 1000) known.set(name, is);
    }
    return is;
  };
}

/** The operations of one document. */
export class OperationPaths {
  readonly all: readonly StateOperation[];
  readonly #at = new Map<string, StateOperation[]>();
  /** The last segments of the paths directly below a path, in order. */
  readonly #below = new Map<string, Set<string>>();
  /** The links of success responses by the operation that they lead to. */
  readonly #linked = new Map<string, { readonly from: string; readonly names: readonly string[] }[]>();
  /** Operations that fetch work which other operations start. */
  readonly #started = new Set<string>();

  constructor(operations: readonly StateOperation[]) {
    this.all = operations;
    for (const operation of operations) {
      this.#addPath(operation);
      this.#addLinks(operation);
    }
  }

  #addPath(operation: StateOperation): void {
    const { path } = operation;
    const there = this.#at.get(path);
    if (there !== undefined) {
      there.push(operation);
      return;
    }
    this.#at.set(path, [operation]);
    const end = path.lastIndexOf("/");
    const above = path.slice(0, end);
    this.#below.set(above, (this.#below.get(above) ?? new Set()).add(path.slice(end + 1)));
  }

  #addLinks(operation: StateOperation): void {
    for (const { operationId: to = "", parameters } of linksOf(operation)) {
      const links = this.#linked.get(to) ?? [];
      links.push({ from: operation.operationId, names: Object.keys(parameters) });
      this.#linked.set(to, links);
    }
    for (const byName of Object.values(operation.links))
      for (const { operationId, xSdk } of Object.values(byName))
        if (operationId !== undefined && isRecord(xSdk) && "until" in xSdk) this.#started.add(operationId);
  }

  /** Returns the operations of a path. */
  at(path: string): readonly StateOperation[] {
    return this.#at.get(path) ?? [];
  }

  /** Whether a path has an operation with one of some methods. */
  has(path: string, ...methods: readonly string[]): boolean {
    return this.at(path).some(({ method }) => methods.includes(method));
  }

  /** Returns the names of parameters at the end of paths directly below a path. */
  parametersBelow(path: string): string[] {
    const ends = [...(this.#below.get(path) ?? [])];
    return ends.flatMap((end) => /^\{([^{}]+)\}$/.exec(end)?.[1] ?? []);
  }

  /** Returns the literals at the end of paths directly below a path. */
  literalsBelow(path: string): ReadonlySet<string> {
    const ends = [...(this.#below.get(path === "/" ? "" : path) ?? [])];
    return new Set(ends.filter((end) => end !== "" && !end.includes("{")));
  }

  /**
   * Whether calls add members to a list, or remove them.
   *
   * @param creates  whether POST creates a resource, which knows the list that it belongs to
   */
  isJoined(path: string, creates: boolean): boolean {
    if (this.has(path, "PUT") || (!creates && this.has(path, "POST"))) return true;
    // What is fetched below the list is a member of it, even if it knows the list.
    const below = creates ? ["GET", "PATCH", "PUT", "DELETE", "POST"] : ["PUT", "DELETE", "POST"];
    return this.parametersBelow(path).some((name) => this.has(`${path}/{${name}}`, ...below));
  }

  /** Returns the parameters of an operation that links of other operations fill. */
  linkedParameters(operationId: string): ReadonlySet<string> {
    const links = this.#linked.get(operationId) ?? [];
    return new Set(links.flatMap(({ from, names }) => (from === operationId ? [] : names)));
  }

  /** Whether a link of another operation's response declares that this one fetches the work it started. */
  isStarted(operationId: string): boolean {
    return this.#started.has(operationId);
  }
}

/** Whether a POST creates resources of a kind: its path lists them, and its response is one. */
export function createsInList(
  schemas: Schemas,
  { collection, schema }: Pick<Kind, "collection" | "schema">,
  operation: StateOperation,
  paths: OperationPaths,
): boolean {
  return (
    isBelowParents(parametersOf(collection), operation.path) &&
    createdInList(schemas, operation, paths).has(schemas.identity(schema))
  );
}

function isBelowParents(names: readonly string[], path: string): boolean {
  return names.every((name) => path.includes(`{${name}}`));
}

/** Returns the schemas of what a POST returns one of and its path lists, by their identities. */
function createdInList(
  schemas: Schemas,
  operation: StateOperation,
  paths: OperationPaths,
): ReadonlySet<string> {
  if (operation.method !== "POST") return new Set();
  const parts = (one: StateOperation): unknown[] => {
    const { schema: body } = successContent(one, schemas);
    return [body, ...Object.values(schemas.properties(body))];
  };
  const gets = paths.at(operation.path).filter(({ method }) => method === "GET");
  const listed = new Set(gets.flatMap(parts).map((node) => schemas.identity(schemas.follow(node)["items"])));
  return new Set(
    parts(operation)
      .map((node) => schemas.identity(node))
      .filter((identity) => listed.has(identity)),
  );
}

/** Decides for many kinds whether a POST outside of all collections creates their resources in a list. */
export class CreatedInLists {
  readonly #schemas: Schemas;
  /** The paths where resources of a schema are created, by the schema's identity. */
  readonly #paths = new Map<string, string[]>();
  readonly #known = new Map<string, boolean>();

  /** @param collections  the collections of all kinds: what is created there is of that kind */
  constructor(schemas: Schemas, paths: OperationPaths, collections: ReadonlySet<string>) {
    this.#schemas = schemas;
    for (const operation of paths.all) {
      if (collections.has(operation.path)) continue;
      for (const identity of createdInList(schemas, operation, paths)) {
        const there = this.#paths.get(identity) ?? [];
        there.push(operation.path);
        this.#paths.set(identity, there);
      }
    }
  }

  has({ collection, schema }: Pick<Kind, "collection" | "schema">): boolean {
    const identity = this.#schemas.identity(schema);
    const names = parametersOf(collection);
    const key = `${names.join("/")} ${identity}`;
    const known =
      this.#known.get(key) ?? (this.#paths.get(identity) ?? []).some((path) => isBelowParents(names, path));
    this.#known.set(key, known);
    return known;
  }
}

type Located = Omit<Kind, "origin">;

/** Kinds with the same schema, by the parameters of their collections. */
export interface Alike<One> {
  readonly names: readonly string[];
  readonly kinds: readonly One[];
}

interface Segment<One> {
  readonly below: Map<string, Segment<One>>;
  readonly kinds: One[];
}

/** Whether a kind's collections are below a path by parameters alone: `/stock/{store}` below `/stock`. */
export function isBelowBy({ collection }: Pick<Kind, "collection">, path: string): boolean {
  return collection.startsWith(`${path}/`) && /^(\/\{[^{}/]+\})+$/.test(collection.slice(path.length));
}

/** The kinds of one document; a look-up takes time in proportion to the path's length. */
export class KindPaths<One extends Located> {
  readonly #schemas: Schemas;
  readonly #root: Segment<One> = { below: new Map(), kinds: [] };
  readonly #collections = new Map<string, One[]>();
  readonly #alike = new Map<string, Map<string, { readonly names: string[]; readonly kinds: One[] }>>();
  readonly #positions = new Map<One, number>();

  constructor(kinds: readonly One[], schemas: Schemas) {
    this.#schemas = schemas;
    for (const kind of kinds) this.#add(kind);
  }

  #add(kind: One): void {
    this.#positions.set(kind, this.#positions.size);
    let segment = this.#root;
    for (const name of kind.template.split("/")) {
      const next: Segment<One> = segment.below.get(name) ?? { below: new Map(), kinds: [] };
      segment.below.set(name, next);
      segment = next;
    }
    segment.kinds.push(kind);
    const there = this.#collections.get(kind.collection) ?? [];
    there.push(kind);
    this.#collections.set(kind.collection, there);
    if (kind.isSingle === true) return;
    const identity = this.#schemas.identity(kind.schema);
    const alike = this.#alike.get(identity) ?? new Map<string, { names: string[]; kinds: One[] }>();
    this.#alike.set(identity, alike);
    const names = parametersOf(kind.collection);
    const key = names.join("/");
    const group = alike.get(key) ?? { names, kinds: [] };
    alike.set(key, group);
    group.kinds.push(kind);
  }

  /** Returns the kinds with a template, in order. */
  withTemplate(path: string): readonly One[] {
    let segment: Segment<One> | undefined = this.#root;
    for (const name of path.split("/")) segment = segment?.below.get(name);
    return segment?.kinds ?? [];
  }

  /** Returns the kinds with a collection, in order. */
  withCollection(path: string): readonly One[] {
    return this.#collections.get(path) ?? [];
  }

  /** Returns the kinds whose template a path is below of, in order. */
  above(path: string): One[] {
    const found: One[] = [];
    let segment: Segment<One> | undefined = this.#root;
    for (const name of path.split("/")) {
      if (segment === undefined) break;
      for (const kind of segment.kinds) found.push(kind);
      segment = segment.below.get(name);
    }
    return found.sort((one, other) => this.#position(one) - this.#position(other));
  }

  /** Returns the kinds with ids whose resources have a schema. */
  alike(schema: unknown): readonly Alike<One>[] {
    return [...(this.#alike.get(this.#schemas.identity(schema))?.values() ?? [])];
  }

  /**
   * Returns the first kind of a schema whose collection has no other parameters than a path, and whether it
   * is the only one.
   */
  fitting(schema: unknown, path: string): { readonly first: One | undefined; readonly isOnly: boolean } {
    const fit = this.alike(schema).filter(({ names }) => names.every((name) => path.includes(`{${name}}`)));
    const [first] = fit
      .flatMap(({ kinds: [one] }) => one ?? [])
      .sort((one, other) => this.#position(one) - this.#position(other));
    return { first, isOnly: fit.length === 1 && fit[0]?.kinds.length === 1 };
  }

  /** Returns the only kind of a schema whose collections are below a path by parameters alone. */
  below(schema: unknown, path: string): One | undefined {
    const found = this.alike(schema).flatMap(({ kinds }) => kinds.filter((kind) => isBelowBy(kind, path)));
    return found.length === 1 ? found[0] : undefined;
  }

  #position(kind: One): number {
    return this.#positions.get(kind) ?? 0;
  }
}

/** Parameters that take the position after the previous page. */
export const cursorNames =
  /^(cursor|page_?token|next_?token|after|starting_?after|since_?id|marker|continuation(_?token)?|page_?cursor|start_?cursor|last_?evaluated_?key|exclusive_?start_?key)$/i;
/** Of these, those that take the id of its last item. */
export const idNames = /^(starting_?after|since_?id|after_?id|marker)$/i;
export const offsetNames = /^(\$?skip|offset|start|start_?index|start_?at|from)$/i;
export const pageNames = /^(page|page_?(number|no|num|index)|p|current_?page|page\[number\])$/i;
/** Parameters for the page size. */
export const sizeNames =
  /^(\$?(limit|top)|size|count|(max_?)?page_?(size|limit)|page\[(size|limit)\]|batch_?size|((items|results|records)_?)?per_?page|max_?(results|items|records|keys))$/i;

/** Objects that hold the metadata of a page. */
export const nestedNames =
  /^(meta|metadata|pagination|paging|page|page_?info|links|_links|cursors?|response_?metadata)$/i;

/** The meanings of page properties. */
export type PageFactName =
  | "total"
  | "page"
  | "size"
  | "offset"
  | "pages"
  | "nextPage"
  | "previousPage"
  | "hasNext"
  | "hasPrevious"
  | "isLast"
  | "firstId"
  | "lastId"
  | "nextUrl"
  | "next"
  | "previous"
  | "self";

const numberFacts: readonly (readonly [PageFactName, RegExp])[] = [
  [
    "total",
    /^(total(count|items|results|elements|entries|records|rows|hits|size)?|totalhits|count|resultcount|numfound)$/,
  ],
  ["page", /^(page|pagenumber|currentpage|pageindex|number)$/],
  ["size", /^(perpage|limit|pagesize|size|itemsperpage)$/],
  ["offset", /^(offset|skip|start|startindex|startat)$/],
  ["pages", /^(pages|totalpages|pagecount|lastpage)$/],
  ["nextPage", /^nextpage$/],
  ["previousPage", /^(prev|previous)page$/],
];
const truthFacts: readonly (readonly [PageFactName, RegExp])[] = [
  ["hasNext", /^(hasmore|hasnext(page)?|more|truncated|istruncated|incomplete)$/],
  ["hasPrevious", /^(hasprev(ious)?(page)?)$/],
  ["isLast", /^(last|islast)$/],
];
const textFacts: readonly (readonly [PageFactName, RegExp])[] = [
  ["firstId", /^(firstid)$/],
  ["lastId", /^(lastid)$/],
  ["next", /^(next.*|cursor|after|endcursor)$/],
  ["previous", /^prev/],
];

/** Returns the meaning; undefined for a property that is not about pages. */
export function pageFactName(
  name: string,
  { types, format }: { readonly types: readonly unknown[]; readonly format: unknown },
): PageFactName | undefined {
  const plain = name.toLowerCase().replace(/[^a-z]/g, "");
  const isNumber = types.includes("integer") || types.includes("number");
  const table = isNumber ? numberFacts : types.includes("boolean") ? truthFacts : textFacts;
  const found = table.find(([, names]) => names.test(plain))?.[0];
  if (table !== textFacts) return found;
  const isUrl = format === "uri" || /url$|uri$|href$|link$/.test(plain);
  if (found === "next" && isUrl) return "nextUrl";
  return found ?? (/^(self|url)$/.test(plain) && isUrl ? "self" : undefined);
}

/** Names of a list's pagination parameters. */
export interface PageStyle {
  readonly cursor: string | undefined;
  /** Whether a cursor is the id of the last item of the previous page. */
  readonly isId: boolean;
  readonly offset: string | undefined;
  readonly page: string | undefined;
  /** The number of the first page. */
  readonly firstPage: number;
  /** Whether the header field `Link` references the adjacent pages (RFC 8288). */
  readonly link: boolean;
}

export function pageStyleOf(schemas: Schemas, { operation }: Pick<ListOf, "operation">): PageStyle {
  const queries = queryNames(operation);
  const number = (name: string): boolean =>
    /integer|number/.test(String(schemaOf(schemas, operation, name)["type"]));
  const cursor = queries.find((name) => cursorNames.test(name));
  const page = queries.find((name) => pageNames.test(name));
  const { minimum, default: usual } = page === undefined ? {} : schemaOf(schemas, operation, page);
  const status = successStatus(operation);
  return {
    cursor,
    isId: cursor !== undefined && idNames.test(cursor),
    offset: queries.find((name) => offsetNames.test(name) && number(name)),
    page: page !== undefined && number(page) ? page : undefined,
    firstPage: minimum === 0 || usual === 0 ? 0 : 1,
    link: operation.responses[status]?.headers.some((name) => name.toLowerCase() === "link") === true,
  };
}

/** Returns the query parameter for the page size. */
export function sizeParameterOf({ operation }: Pick<ListOf, "operation">): string | undefined {
  return queryNames(operation).find((name) => sizeNames.test(name));
}

function queryNames({ parameters }: StateOperation): string[] {
  return parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name);
}

/** Returns the schema of a query parameter of an operation, declared by it or by its path. */
export function schemaOf(
  schemas: Schemas,
  operation: StateOperation,
  name: string,
): Readonly<Record<string, unknown>> {
  return schemas.follow(parameterOf(schemas, operation.pointer, name)["schema"]);
}

/** Returns a query parameter of an operation, declared by it or by its path. */
export function parameterOf(
  schemas: Schemas,
  pointer: string,
  name: string,
): Readonly<Record<string, unknown>> {
  const shared = pointer.replace(/\/[^/]*$/, "");
  const nodes = [pointer, shared].flatMap((place): unknown[] => {
    const { parameters } = schemas.at(place);
    return Array.isArray(parameters) ? parameters : [];
  });
  return nodes.map((node) => schemas.follow(node)).find((node) => node["name"] === name) ?? {};
}

/** The decision about an operation, with its reason. */
export interface PutCreates {
  readonly creates: boolean;
  readonly why: string;
  /** Whether a declared status decides; otherwise it is inferred. */
  readonly isDeclared: boolean;
}

/** A PUT, the other operations of the document, and the kind of its resource. */
export interface PutParts {
  readonly operation: StateOperation;
  readonly operations: readonly StateOperation[];
  readonly kind: Omit<Kind, "origin">;
}

/** Decides by the declared statuses, else by whether the server assigns the ids. */
export function putCreates(schemas: Schemas, { operation, operations, kind }: PutParts): PutCreates {
  const { responses } = operation;
  if ("201" in responses) return { creates: true, why: "a 201 is declared", isDeclared: true };
  const missing = ["404", "410"].find((status) => status in responses);
  if (missing !== undefined) return { creates: false, why: `a ${missing} is declared`, isDeclared: true };
  const assigning = operations.find((one) => assignsId(schemas, kind, one));
  return assigning === undefined
    ? { creates: true, why: "no 404 is declared", isDeclared: false }
    : { creates: false, why: `${assigning.operationId} assigns the ids`, isDeclared: false };
}

/** Whether an operation creates resources of a kind whose id no client chooses. */
function assignsId(
  schemas: Schemas,
  { collection, id, schema, isSingle }: PutParts["kind"],
  { method, path, pointer }: StateOperation,
): boolean {
  if (method !== "POST" || path !== collection || isSingle === true) return false;
  if (schemas.follow(own(schemas.properties(schema), id))["readOnly"] === true) return true;
  const { content } = schemas.at(`${pointer}/requestBody`);
  const bodies = Object.values(isRecord(content) ? content : {}).map(
    (media) => schemas.follow(media)["schema"],
  );
  return !bodies.some((body) =>
    [body, ...Object.values(schemas.properties(body))].some((one) => isChosen(schemas, one, id)),
  );
}

/** Whether clients may send the property of a schema. */
function isChosen(schemas: Schemas, schema: unknown, id: string): boolean {
  const property = own(schemas.properties(schema), id);
  return property !== undefined && schemas.follow(property)["readOnly"] !== true;
}

/** An operation with the responses of one case only. */
export interface PutCases {
  readonly created: StateOperation;
  readonly replaced: StateOperation;
}

/** Returns the cases of a PUT that declares 201 beside another success; undefined for all others. */
export function putCasesOf(operation: StateOperation): PutCases | undefined {
  const { method, responses } = operation;
  const statuses = Object.keys(responses).filter((status) => status.startsWith("2"));
  if (method !== "PUT" || !statuses.includes("201") || statuses.length === 1) return undefined;
  const only = (isKept: (status: string) => boolean): StateOperation => ({
    ...operation,
    responses: Object.fromEntries(
      Object.entries(responses).filter(([status]) => !status.startsWith("2") || isKept(status)),
    ),
  });
  return { created: only((status) => status === "201"), replaced: only((status) => status !== "201") };
}

type Found = Omit<Kind, "origin">;

/**
 * Returns the kinds in the order of the document: those fetched by id, those that are only listed, and
 * singletons.
 */
export function kindsOf(paths: OperationPaths, schemas: Schemas): Kind[] {
  const gets = paths.all.filter(({ method }) => method === "GET");
  const byId = gets.flatMap((operation) => kindOf(operation, paths, schemas) ?? []);
  const fetched = new KindPaths(byId, schemas);
  const known = byId.filter((kind) => !isOfMembers(kind, fetched, paths));
  const listed = gets.flatMap((operation) => listedKind(operation, { fetched, paths }, schemas) ?? []);
  const collections = new Set([...known, ...listed].map(({ collection }) => collection));
  const inLists = new CreatedInLists(schemas, paths, collections);
  const templates = new Set([...byId, ...listed].map(({ template }) => template));
  const singles = gets.flatMap((operation) =>
    collections.has(operation.path) || templates.has(operation.path)
      ? []
      : (singleOf(operation, paths, schemas) ?? []),
  );
  return [...known, ...listed, ...singles].map((kind) => ({
    ...kind,
    origin: originOf(kind, { paths, inLists }, schemas),
  }));
}

/**
 * Returns the property that identifies a resource: named like the path parameter, or like usual id
 * properties.
 */
export function idNameIn(
  properties: Readonly<Record<string, unknown>>,
  parameter: string,
): string | undefined {
  const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");
  const names = Object.keys(properties);
  const same = [parameter, ...names.filter((name) => plain(name) === plain(parameter))];
  const short = parameter.replace(/^.*(?:[_-]|(?=[A-Z]))/, "").toLowerCase();
  const written = names.filter((name) => plain(name) === "id");
  return [...same, "id", ...written, short, "_id", "uuid", "name", "key", "slug", "code"].find(
    (name) => name !== "" && Object.hasOwn(properties, name),
  );
}

function kindOf(operation: StateOperation, paths: OperationPaths, schemas: Schemas): Found | undefined {
  const parts = /^(.*)\/\{([^{}]+)\}$/.exec(operation.path);
  if (parts === null) return undefined;
  const [template, above = "", parameter = ""] = parts;
  // Resources of the first segment, `/{realm}`, are created and listed at `/`.
  const collection = above === "" ? "/" : above;
  const content = successContent(operation, schemas)["schema"];
  const schema = resourceIn(schemas, content, parameter);
  const id = schema === undefined ? undefined : idNameIn(schemas.properties(schema), parameter);
  const found = { fetch: operation, template, collection, parameter };
  if (id !== undefined) {
    const name = chosenName(operation, { id, schema, parameter }, paths, schemas);
    return name === undefined ? { ...found, id, schema } : { ...found, id: name, counted: id, schema };
  }
  const isMade = paths.at(collection).some((post) => createsWithoutId(schemas, post, content));
  return isMade ? { ...found, id: parameter, schema: content } : undefined;
}

/**
 * Returns the name that clients choose for a resource, where a path has a text and the id is a number: `POST
 * /orgs { username }` creates `/orgs/{org}`.
 */
function chosenName(
  { pointer, path }: StateOperation,
  { id, schema, parameter }: { readonly id: string; readonly schema: unknown; readonly parameter: string },
  paths: OperationPaths,
  schemas: Schemas,
): string | undefined {
  const properties = schemas.properties(schema);
  const inPath = schemas.follow(parameterOf(schemas, pointer, parameter)["schema"]);
  const isText = inPath["type"] === "string" && inPath["format"] === undefined;
  if (!isText || !/^(integer|number)$/.test(String(schemas.follow(own(properties, id))["type"])))
    return undefined;
  const stated = paths.at(path.slice(0, path.lastIndexOf("/"))).flatMap((post) => {
    if (post.method !== "POST") return [];
    const { content } = schemas.at(`${post.pointer}/requestBody`);
    return Object.values(isRecord(content) ? content : {}).flatMap((media) =>
      schemas.required(schemas.follow(media)["schema"]),
    );
  });
  return chosenNames.find(
    (name) => stated.includes(name) && schemas.follow(own(properties, name))["type"] === "string",
  );
}

const chosenNames = ["name", "username", "login", "slug", "key", "code"];

/**
 * Whether a POST creates resources of a schema that has no property for their id, which only their location
 * tells: it takes or returns one, or returns a location.
 */
function createsWithoutId(schemas: Schemas, operation: StateOperation, schema: unknown): boolean {
  if (operation.method !== "POST" || Object.keys(schemas.properties(schema)).length === 0) return false;
  const { headers = [] } = operation.responses[successStatus(operation)] ?? {};
  const { content } = schemas.at(`${operation.pointer}/requestBody`);
  const taken = Object.values(isRecord(content) ? content : {}).map(
    (media) => schemas.follow(media)["schema"],
  );
  const own = schemas.identity(schema);
  return (
    headers.some((name) => name.toLowerCase() === "location") ||
    [successContent(operation, schemas)["schema"], ...taken].some((one) => schemas.identity(one) === own)
  );
}

/**
 * Returns the schema of the resource in a success response: the whole body, or a wrapped object, as in `{
 * data: { id } }`.
 */
function resourceIn(schemas: Schemas, schema: unknown, parameter: string): unknown {
  const properties = schemas.properties(schema);
  if (Object.keys(properties).length === 0) return undefined;
  if (idNameIn(properties, parameter) !== undefined) return schema;
  const inner = Object.entries(properties).filter(
    ([, node]) =>
      idNameIn(schemas.properties(node), parameter) !== undefined && schemas.follow(node)["type"] !== "array",
  );
  const usual = inner.find(([name]) => /^(data|result|item|response)$/i.test(name));
  return (usual ?? (inner.length === 1 ? inner[0] : undefined))?.[1];
}

/**
 * Returns a kind that is listed and created at a path, or changed and removed below it, but that no operation
 * fetches.
 */
function listedKind(
  operation: StateOperation,
  { fetched, paths }: { readonly fetched: KindPaths<Found>; readonly paths: OperationPaths },
  schemas: Schemas,
): Found | undefined {
  const { path } = operation;
  const before = path === "/" ? path : `${path}/`;
  if (fetched.withCollection(path).length > 0 || fetched.withTemplate(path).length > 0) return undefined;
  const content = successContent(operation, schemas)["schema"];
  const lists = [content, ...Object.values(schemas.properties(content))].map((node) => schemas.follow(node));
  const items = lists.find(
    (node) => node["type"] === "array" && Object.keys(schemas.properties(node["items"])).length > 0,
  )?.["items"];
  if (items === undefined) return undefined;
  const isElsewhere = fetched.alike(items).length > 0;
  const below = paths.parametersBelow(path === "/" ? "" : path);
  // No POST returns what is only added to a list.
  const posts = paths.at(path).filter(({ method }) => method === "POST");
  const isMade = posts.some((one) => Object.keys(successContent(one, schemas)).length > 0);
  const isBelow = fetched.above(path).length > 0;
  if (isElsewhere || (!isMade && (isBelow || below.length === 0))) return undefined;
  const parameter = below[0] ?? "id";
  if (posts.some((one) => namesBy(parameter, one, items, schemas))) return undefined;
  const id = idNameIn(schemas.properties(items), parameter);
  if (id === undefined) return undefined;
  return {
    fetch: operation,
    template: `${before}{${parameter}}`,
    collection: path,
    parameter,
    id,
    schema: items,
  };
}

/**
 * Whether a call references resources from elsewhere, such as `{ senderId }`: by a property that they do not
 * have themselves.
 */
function namesBy(parameter: string, { pointer }: StateOperation, items: unknown, schemas: Schemas): boolean {
  if (Object.hasOwn(schemas.properties(items), parameter)) return false;
  const { content } = schemas.at(`${pointer}/requestBody`);
  return Object.values(isRecord(content) ? content : {}).some((media) => {
    const { schema } = schemas.follow(media);
    return [schema, schemas.follow(schema)["items"]].some((one) =>
      Object.hasOwn(schemas.properties(one), parameter),
    );
  });
}

/** Returns a singleton: a path without an id that returns an object, which can be changed there. */
function singleOf(operation: StateOperation, paths: OperationPaths, schemas: Schemas): Found | undefined {
  const { path } = operation;
  const isChanged = paths.has(path, "PUT", "PATCH", "DELETE");
  const { schema } = successContent(operation, schemas);
  if (!isChanged || Object.keys(schemas.properties(schema)).length === 0) return undefined;
  return {
    fetch: operation,
    template: path,
    collection: path,
    parameter: "",
    id: "",
    schema,
    isSingle: true,
  };
}

/**
 * Whether what looks like a kind is reached through a list whose members come from elsewhere:
 * `/pools/{id}/senders/{senderId}` returns the same as `/senders/{id}`, which has fewer parameters. Resources
 * below one of the same kind, such as its revisions, are a kind of their own.
 */
function isOfMembers(
  { collection, schema }: Found,
  fetched: KindPaths<Found>,
  paths: OperationPaths,
): boolean {
  const outer = parametersOf(collection);
  return (
    paths.has(collection, "GET") &&
    fetched
      .alike(schema)
      .some(
        ({ names, kinds }) =>
          names.length < outer.length &&
          names.every((name) => outer.includes(name)) &&
          kinds.some(({ template }) => !collection.startsWith(`${template}/`)),
      )
  );
}

/** All operations, and those that create resources in lists. */
interface Origins {
  readonly paths: OperationPaths;
  readonly inLists: CreatedInLists;
}

function originOf(kind: Found, origins: Origins, schemas: Schemas): Kind["origin"] {
  if (isMade(kind, origins, schemas)) return "made";
  return kind.collection.includes("{") || kind.isSingle === true || exampleIn(kind, schemas) === undefined
    ? "assumed"
    : "example";
}

/** Returns the example of the operation that fetches a resource. */
export function exampleIn(
  { fetch, template }: Pick<Kind, "fetch" | "template">,
  schemas: Schemas,
): Readonly<Record<string, unknown>> | undefined {
  if (fetch.path !== template) return undefined;
  const example = schemas.example(successContent(fetch, schemas));
  return isRecord(example) ? example : undefined;
}

/** Whether calls create resources of a kind: in its collection, by id, or as the work that they start. */
function isMade(kind: Found, { paths, inLists }: Origins, schemas: Schemas): boolean {
  const { collection, template, fetch, isSingle } = kind;
  if (isSingle === true) return false;
  return (
    paths.has(collection, "POST") ||
    paths.isStarted(fetch.operationId) ||
    inLists.has(kind) ||
    paths.at(template).some((operation) => {
      const operations = paths.at(collection);
      return operation.method === "PUT" && putCreates(schemas, { operation, operations, kind }).creates;
    })
  );
}

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

/** A property, and the value that an action sets. */
export interface Effect {
  readonly property: string;
  readonly value: unknown;
}

/**
 * Returns the effect of an action by its verb: `archive` sets `status` to `ARCHIVED`, or, if no enum has such
 * a value, the flag `archived` to true; `unarchive` sets the flag to false. Undefined if the schema has
 * neither.
 *
 * @param undoes  whether the call takes the action back: `DELETE /pools/{id}/archive`. An enum does not
 *   tell the former value, so that only a flag is set.
 */
export function effectOf(schemas: Schemas, kind: Kind, verb: string, undoes: boolean): Effect | undefined {
  const properties = Object.entries(schemas.properties(kind.schema));
  // A verb with a prefix that negates it, such as `unarchive`; not `deliver`, `unite` or `dispatch`.
  const isOpposite =
    /^(un|de|dis)(?=[a-z]{3})/i.test(verb) &&
    !/^(de(lete|ploy|cline|liver)|un(it|ion)|dis(patch|tribute|count))/i.test(verb);
  const isReset = isOpposite !== undoes;
  const flag = properties.find(
    ([name, node]) =>
      schemas.follow(node)["type"] === "boolean" &&
      means(name.replace(/^is[_-]?(?=[A-Z_a-z])/, ""), bareVerb(verb, isOpposite)),
  );
  for (const [property, node] of properties) {
    const values = schemas.follow(node)["enum"];
    if (!Array.isArray(values) || undoes) continue;
    const value: unknown = values.find((one) => typeof one === "string" && means(one, verb));
    if (value !== undefined) return { property, value };
  }
  return flag && { property: flag[0], value: !isReset };
}

function bareVerb(verb: string, isOpposite: boolean): string {
  return isOpposite ? verb.replace(/^(un|de|dis)/i, "") : verb;
}

/**
 * Whether a state is the result of a verb: `canceled` and `CANCELLED` for `cancel`, `inactive` for
 * `deactivate`.
 */
function means(state: string, verb: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, "");
  const [word, wanted] = [plain(state), plain(verb)];
  const opposites = special[wanted];
  if (opposites !== undefined) return opposites.includes(word);
  if (word === wanted) return true;
  // Endings of participles: `archived`, `retried`, `cancelled`, `paused`.
  const stem = wanted.replace(/(e|y)$/, "");
  return word.startsWith(stem) && /^(e?d|ied|led|ped|ted|ned|e|ing|n|en)$/.test(word.slice(stem.length));
}

/** Verbs whose resulting states are named otherwise than by their participle. */
const special: Readonly<Record<string, readonly string[]>> = {
  activate: ["active", "activated", "enabled"],
  deactivate: ["inactive", "deactivated", "disabled"],
  enable: ["enabled", "active"],
  disable: ["disabled", "inactive"],
  start: ["started", "running", "active", "inprogress"],
  stop: ["stopped", "inactive"],
  pause: ["paused", "suspended"],
  resume: ["running", "active", "resumed"],
  complete: ["completed", "complete", "done"],
  finish: ["finished", "completed", "done"],
  sell: ["sold"],
  buy: ["bought"],
  send: ["sent"],
  pay: ["paid"],
  submit: ["submitted"],
  block: ["blocked"],
  reopen: ["open", "reopened"],
  open: ["open", "opened"],
};

/** Returns the resource's value after an effect. */
export function affected(
  value: Readonly<Record<string, unknown>>,
  effect: Effect | undefined,
): Record<string, unknown> {
  const changed = { ...value };
  if (effect !== undefined && own(value, effect.property) !== effect.value)
    setOwn(changed, effect.property, effect.value);
  return changed;
}

interface Alternative {
  readonly schema: unknown;
  readonly least: () => unknown;
}

/**
 * Returns one value for each alternative (`oneOf`, `anyOf`), at least one; the alternative that fits `given`
 * best comes first.
 */
export function leastValues(
  schemas: Schemas,
  schema: unknown,
  given: unknown,
): readonly [Record<string, unknown>, ...Record<string, unknown>[]] {
  const { common, alternatives } = isRecord(schema)
    ? schemas.about(schema, alternativesOf)
    : { common: schema, alternatives: [] };
  const least = recordOf(schemas.minimal(common));
  if (alternatives.length === 0) return [least];
  const values = recordOf(given);
  const fits = alternatives.map((alternative) => ({
    alternative,
    fit: fitOf(schemas, alternative.schema, values),
  }));
  fits.sort((one, other) => other.fit - one.fit);
  const [first = least, ...others] = fits.map(({ alternative }) => ({
    ...least,
    ...recordOf(alternative.least()),
  }));
  return [first, ...others];
}

/**
 * Returns what all alternatives share, and the alternatives: those of the schema itself, or of a part of its
 * `allOf`.
 */
function alternativesOf(
  schemas: Schemas,
  schema: object,
): { readonly common: unknown; readonly alternatives: readonly Alternative[] } {
  const node = schemas.follow(schema);
  const { oneOf, anyOf, allOf, ...rest } = node;
  const parts: unknown[] = Array.isArray(allOf) ? allOf : [];
  const choices: unknown =
    oneOf ?? anyOf ?? parts.map((part) => choicesIn(schemas, part)).find(Array.isArray);
  if (!Array.isArray(choices) || choices.length > mostTried) return { common: schema, alternatives: [] };
  const common = { ...rest, allOf: parts.filter((part) => choicesIn(schemas, part) === undefined) };
  const alternatives = choices.map((choice: unknown) => ({
    schema: choice,
    least: () => schemas.minimal(choice),
  }));
  return { common, alternatives };
}

/** Maximum number of alternatives that are ranked; if there are more, the first is taken. */
const mostTried = 100;

function choicesIn(schemas: Schemas, part: unknown): unknown {
  const { oneOf, anyOf } = schemas.follow(part);
  return oneOf ?? anyOf;
}

/**
 * Returns how well a value fits an alternative: matching names count for it, missing required properties and
 * different values against it.
 */
function fitOf(schemas: Schemas, schema: unknown, given: Readonly<Record<string, unknown>>): number {
  const properties = schemas.properties(schema);
  const known = Object.keys(given).filter((name) => Object.hasOwn(properties, name));
  const other = known.filter((name) => {
    const { const: only, enum: values } = schemas.follow(own(properties, name));
    return (
      (only !== undefined && only !== given[name]) || (Array.isArray(values) && !values.includes(given[name]))
    );
  });
  const missing = schemas.required(schema).filter((name) => !Object.hasOwn(given, name));
  return known.length - missing.length / 2 - other.length * 1000;
}

/**
 * Returns a response with this status, as an operation declares it: exactly, as a range such as `4XX`, or as
 * `default`. For an undeclared status, a problem document (RFC 9457) with only the details of the error.
 */
export function declaredError(
  schemas: Schemas,
  operation: StateOperation | undefined,
  status: number,
  parts: ErrorParts = {},
): StateResponse {
  const { detail, errors } = parts;
  const declared = operation && declaredStatus(operation.responses, status);
  if (operation === undefined || declared === undefined) {
    const body = parts.body ?? { title: "Error", status, detail, errors };
    return { status, headers: { "Content-Type": "application/problem+json", ...parts.headers }, body };
  }
  const pointer = `${operation.pointer}/responses/${declared}`;
  const response = operation.responses[declared];
  const headers = { ...requiredHeaders(schemas, pointer, response), ...parts.headers };
  const [range] = response?.mediaTypes ?? [];
  if (range === undefined && parts.body === undefined) return { status, headers, body: undefined };
  const content = schemas.follow(schemas.follow(schemas.at(pointer)["content"])[range ?? ""]);
  const usual = schemas.example(content) ?? schemas.minimal(content["schema"]);
  const body = parts.body ?? filledError(schemas, content, usual, { status, ...parts });
  return { status, headers: { "Content-Type": concreteType(range ?? "application/json"), ...headers }, body };
}

/** Returns the header fields that the document requires for a response, with the values of its examples. */
export function requiredHeaders(
  schemas: Schemas,
  pointer: string,
  response: StateOperation["responses"][string] | undefined,
): Record<string, unknown> {
  const headers: Record<string, unknown> = {};
  for (const { name, value } of requiredFields(schemas, pointer, response)) headers[name] = value();
  return headers;
}

/** Like `requiredHeaders`, but returns an object that may be modified. */
export function requiredFields(
  schemas: Schemas,
  pointer: string,
  response: StateOperation["responses"][string] | undefined,
): readonly { readonly name: string; readonly value: () => unknown }[] {
  if (response === undefined || response.headers.length === 0) return [];
  const declared = schemas.follow(schemas.at(pointer)["headers"]);
  return response.headers.flatMap((name) => {
    const header = schemas.follow(declared[name]);
    if (header["required"] !== true) return [];
    const example = schemas.example(header) ?? schemas.example(header["schema"]);
    return [{ name, value: () => example ?? schemas.minimal(header["schema"]) }];
  });
}

/**
 * Puts the details of the error into the properties that the schema has for them: the names of RFC 9457 and
 * of its example.
 */
function filledError(
  schemas: Schemas,
  content: Readonly<Record<string, unknown>>,
  usual: unknown,
  { status, errors = [], detail }: ErrorParts & { readonly status: number },
): unknown {
  if (!isRecord(usual)) return usual;
  const properties = schemas.properties(content["schema"]);
  const body = { ...usual };
  // The errors of the example are not those of this response.
  delete body["errors"];
  if (Object.hasOwn(properties, "status")) body["status"] = status;
  if (detail !== undefined && Object.hasOwn(properties, "detail")) body["detail"] = detail;
  if (errors.length > 0 && Object.hasOwn(properties, "errors"))
    body["errors"] = errors.slice(0, limitOf(schemas, properties["errors"]));
  else if (errors.length > 0 && Object.hasOwn(properties, "detail"))
    body["detail"] = errors.map(problemSentence).join("; ");
  return body;
}

function limitOf(schemas: Schemas, node: unknown): number {
  const { maxItems } = schemas.follow(node);
  return typeof maxItems === "number" ? maxItems : Number.POSITIVE_INFINITY;
}

function problemSentence({ in: place, pointer, name, detail }: RequestProblem): string {
  return `${place === "body" ? pointer || "body" : (name ?? place)} ${detail}`;
}

/** The property, its value while work is in progress, and its value at the end. */
export interface Course {
  readonly property: string;
  readonly begin: string;
  readonly end: string;
}

const going =
  /^(pending|queued|processing|in_?progress|running|created|creating|provisioning|scheduled|starting|submitted|building|new|open|accepted)$/i;
const ended = /^(completed?|succeeded|success(ful)?|done|finished|ready|active|available|closed)$/i;

/** Returns the states; undefined if no property shows them. */
export function courseOf(schemas: Schemas, kind: Kind): Course | undefined {
  for (const [property, node] of Object.entries(schemas.properties(kind.schema))) {
    const values = schemas.follow(node)["enum"];
    if (!/status|state|phase/i.test(property) || !Array.isArray(values)) continue;
    const words = values.filter((value): value is string => typeof value === "string");
    const begin = words.find((word) => going.test(word));
    const end = words.find((word) => ended.test(word));
    if (begin !== undefined && end !== undefined) return { property, begin, end };
  }
  return undefined;
}

/** The query of a list. */
export type ListQuery = Readonly<Record<string, unknown>>;

/** What a page token contains. */
export interface PagePosition {
  readonly after: number;
  readonly filters: ListQuery;
}

export function writeToken(path: string, after: number, filters: ListQuery): string {
  const text = JSON.stringify([path, after, filters]);
  return btoa(isAscii.test(text) ? text : bytesOf(text)).replace(/[+/=]/g, (sign) => urlSafe[sign] ?? "");
}

/** JSON escapes control characters: each remaining character is one byte of UTF-8. */
const isAscii = /^[ -~]*$/;
const urlSafe: Readonly<Record<string, string>> = { "+": "-", "/": "_" };

/** Returns a string with one character per byte of UTF-8. */
function bytesOf(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join("");
}

/** Parses a token; undefined for one that is not of this list. */
export function readToken(token: unknown, path: string): PagePosition | undefined {
  // Only the characters that tokens are written with: Base64 decoders ignore others.
  if (typeof token !== "string" || !/^[\w-]+$/.test(token)) return undefined;
  try {
    const bytes = atob(token.replaceAll("-", "+").replaceAll("_", "/"));
    const text = new TextDecoder().decode(Uint8Array.from(bytes, (one) => one.charCodeAt(0)));
    const [where, after, filters] = JSON.parse(text) as unknown[];
    return where === path && typeof after === "number" ? { after, filters: recordOf(filters) } : undefined;
  } catch {
    return undefined;
  }
}

/** A query parameter of lists, and a value by which it matches a resource. */
interface FoundBy {
  readonly name: string;
  readonly value: string;
}

/** One resource. */
export interface Resource {
  readonly id: string;
  value: Record<string, unknown>;
  version: number;
  /** Ascending over all resources: the order of creation. */
  readonly order: number;
  /** Matches besides its properties: query parameters of lists, with the matching values. */
  foundBy: readonly FoundBy[] | undefined;
}

/** What the paths below a resource begin with. */
export function belowPath(collection: string, id: string): string {
  return `${collection === "/" ? "" : collection}/${encodeURIComponent(id)}/`;
}

/** The resources of one tenant. */
export class Resources {
  /** Cached results of `all`, until a resource is added or removed. */
  readonly #listed = new Map<string, Resource[]>();
  readonly #byCollection = new Map<string, Map<string, Resource>>();
  readonly #byList = new Map<string, Set<string>>();
  /** Of each collection, an id that none comes after. */
  readonly #lastIds = new Map<string, string>();
  #lastOrder = 0;

  /** @param order  of a restored resource; a new one is the last */
  add(
    collection: string,
    id: string,
    value: Record<string, unknown>,
    order: number = this.#lastOrder + 1,
  ): Resource {
    this.#lastOrder = Math.max(this.#lastOrder, order);
    const entry: Resource = { id, value, version: 1, order, foundBy: undefined };
    let entries = this.#byCollection.get(collection);
    if (entries === undefined) this.#byCollection.set(collection, (entries = new Map<string, Resource>()));
    const before = entries.size;
    entries.set(id, entry);
    const lastId = this.#lastIds.get(collection);
    if (lastId === undefined || isAfter(id, lastId)) this.#lastIds.set(collection, id);
    const isLast = order === this.#lastOrder && entries.size > before;
    if (isLast) this.#listed.get(collection)?.push(entry);
    else this.#listed.delete(collection);
    return entry;
  }

  get(collection: string, id: string): Resource | undefined {
    return this.#byCollection.get(collection)?.get(id);
  }

  /**
   * Whether a collection has a resource. Most new ids come after all others, which saves looking them up:
   * that takes a tenth of a create.
   */
  has(collection: string, id: string): boolean {
    const lastId = this.#lastIds.get(collection);
    return lastId !== undefined && !isAfter(id, lastId) && this.get(collection, id) !== undefined;
  }

  /** Returns the resources in the order of their creation. */
  all(collection: string): readonly Resource[] {
    const known = this.#listed.get(collection);
    if (known !== undefined) return known;
    const all = [...(this.#byCollection.get(collection)?.values() ?? [])];
    // Restored resources may be out of order.
    if (all.some(({ order }, at) => at > 0 && order < (all[at - 1]?.order ?? 0)))
      all.sort((one, other) => one.order - other.order);
    this.#listed.set(collection, all);
    return all;
  }

  /** Returns the resources of all collections that are this many segments below a path, in order. */
  across(path: string, segments: number): readonly Resource[] {
    const found = [...this.#byCollection].flatMap(([collection, entries]) =>
      collection.startsWith(`${path}/`) && collection.slice(path.length).split("/").length === segments + 1
        ? [...entries.values()]
        : [],
    );
    return found.sort((one, other) => one.order - other.order);
  }

  /** Removes a resource and everything below its path. */
  remove(collection: string, id: string): void {
    this.#byCollection.get(collection)?.delete(id);
    this.#listed.delete(collection);
    const below = belowPath(collection, id);
    for (const map of [this.#byCollection, this.#byList, this.#listed]) {
      for (const path of map.keys()) if (path.startsWith(below)) map.delete(path);
    }
  }

  /** Returns the ids of the members of a list. */
  members(list: string): Set<string> {
    const members = this.#byList.get(list) ?? new Set<string>();
    this.#byList.set(list, members);
    return members;
  }

  /** Returns all collections by their paths. */
  collections(): ReadonlyMap<string, ReadonlyMap<string, Resource>> {
    return this.#byCollection;
  }

  /** Returns the ids of members by the paths of lists. */
  joined(): ReadonlyMap<string, ReadonlySet<string>> {
    return this.#byList;
  }

  clear(): void {
    this.#byCollection.clear();
    this.#listed.clear();
    this.#lastIds.clear();
    this.#lastOrder = 0;
    this.#byList.clear();
  }
}

/** Orders ids with counted numbers by these: `a-9`, `a-10`. */
function isAfter(id: string, other: string): boolean {
  return id.length > other.length || (id.length === other.length && id > other);
}

/**
 * Returns the resources that match a query. The meaning of a parameter is inferred from its name; a parameter
 * without a known meaning matches all.
 */
export function foundAmong(
  resources: readonly Resource[],
  filters: ListQuery,
  schemas: Schemas,
  list: ListOf,
): readonly Resource[] {
  const wanted = Object.entries(filters).map(([name, value]) => ({
    name,
    value,
    filter: filterOf(schemas, list, name),
  }));
  return wanted.length === 0 ? resources : resources.filter((resource) => isFound(resource, wanted));
}

interface Wanted {
  readonly name: string;
  readonly value: unknown;
  readonly filter: Filter | undefined;
}

function isFound(resource: Resource, filters: readonly Wanted[]): boolean {
  return filters.every(({ name, value: wanted, filter }) => {
    const found = resource.foundBy?.filter((one) => one.name === name) ?? [];
    if (found.length > 0) return found.some(({ value }) => value === String(wanted));
    switch (filter?.by) {
      case "after":
        return compareTimes(String(own(resource.value, filter.property)), String(wanted)) > 0;
      case "before":
        return compareTimes(String(own(resource.value, filter.property)), String(wanted)) < 0;
      case "value":
        return isAmong(
          own(filter.isInside ? attributesOf(resource) : resource.value, filter.property),
          wanted,
        );
      case "link":
        return false;
      case undefined:
        return true;
    }
  });
}

function attributesOf({ value }: Resource): Readonly<Record<string, unknown>> {
  return recordOf(own(value, "attributes"));
}

/** Compares date-times (RFC 3339) to their last digit: a Date has only milliseconds. NaN for other texts. */
function compareTimes(one: string, other: string): number {
  const secondsOf = (text: string): number => Math.floor(Date.parse(text) / 1000);
  const apart = secondsOf(one) - secondsOf(other);
  if (apart !== 0) return apart;
  const [fraction = "", wanted = ""] = [one, other].map((text) => /\.(\d+)/.exec(text)?.[1] ?? "");
  const length = Math.max(fraction.length, wanted.length);
  return Number(fraction.padEnd(length, "0")) - Number(wanted.padEnd(length, "0"));
}

/**
 * Whether a value is one of the wanted values or, for a list such as tags, contains one; resources match by
 * id and name.
 */
function isAmong(value: unknown, wanted: unknown): boolean {
  const texts = [value].flat().map((one) => String(isRecord(one) ? (one["id"] ?? one["name"]) : one));
  return [wanted].flat().some((one) => texts.includes(String(one)));
}

type Filter =
  | { readonly by: "after" | "before"; readonly property: string }
  /** With `isInside`, a property of the `attributes` of JSON:API. */
  | { readonly by: "value"; readonly property: string; readonly isInside: boolean }
  /**
   * A parameter that a link of another operation fills: it finds the resources of that call, and nothing
   * else.
   */
  | { readonly by: "link" };

function filterOf(schemas: Schemas, { operation, kind, linked }: ListOf, name: string): Filter | undefined {
  const parameter = parameterOf(schemas, operation.pointer, name);
  if (schemas.format(parameter["schema"]) === "date-time") {
    const property = dateProperty(schemas, kind.schema);
    if (property !== undefined) {
      if (/start|after|since|from|min/i.test(name)) return { by: "after", property };
      if (/end|before|until|to|max/i.test(name)) return { by: "before", property };
    }
  }
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  const [, wanted = name] = /^filter\[([^[\]]+)\]$/.exec(name) ?? [];
  const propertyIn = (schema: unknown): string | undefined => {
    const properties = Object.keys(schemas.properties(schema));
    return (
      properties.find((one) => one === wanted) ??
      properties.find((one) => plain(one) === plain(wanted) || plain(one) === `${plain(wanted)}s`)
    );
  };
  const property = propertyIn(kind.schema);
  if (property !== undefined) return { by: "value", property, isInside: false };
  const inside = propertyIn(own(schemas.properties(kind.schema), "attributes"));
  if (inside !== undefined) return { by: "value", property: inside, isInside: true };
  return linked.has(name) ? { by: "link" } : undefined;
}

/**
 * Returns how a query parameter of a list is interpreted; undefined for one that has no known meaning, and
 * for a page token.
 */
export function understoodFilter(schemas: Schemas, list: ListOf, name: string): string | undefined {
  const filter = filterOf(schemas, list, name);
  switch (filter?.by) {
    case "after":
    case "before":
      return `keeps resources whose ${filter.property} is ${filter.by} it`;
    case "value":
      return "keeps resources whose property of that name has the value";
    case "link":
      return "keeps the resources of the call whose response links here";
    case undefined:
      return undefined;
  }
}

function dateProperty(schemas: Schemas, schema: unknown): string | undefined {
  const dates = Object.entries(schemas.properties(schema)).filter(
    ([, node]) => schemas.format(node) === "date-time",
  );
  return (dates.find(([name]) => /creat/i.test(name)) ?? dates[0])?.[0];
}

/** The page size if the document has no default. */
const usualPageSize = 50;

/** A page as a response: its body and header fields. */
export interface Page {
  readonly body: unknown;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Returns a body of the declared schema with the items of a page. */
export function bodyWith(
  schemas: Schemas,
  list: ListOf,
  page: readonly Resource[],
): Record<string, unknown> | unknown[] {
  const { operation, items } = list;
  const ids = schemas.about(list, idsOf);
  const values = page.map(({ id, value }) => ids?.(id) ?? value);
  const [name, below] = items;
  if (name === undefined) return values;
  const { schema } = successContent(operation, schemas);
  const body = recordOf(schemas.minimal(schema));
  if (below === undefined) return { ...body, [name]: values };
  const inner = recordOf(body[name] ?? schemas.minimal(own(schemas.properties(schema), name)));
  return { ...body, [name]: { ...inner, [below]: values } };
}

/** Returns how a list writes ids, for a list of ids instead of resources; undefined for any other. */
function idsOf(schemas: Schemas, list: ListOf): ((id: string) => string | number) | undefined {
  const { type, enum: values } = schemas.follow(schemas.follow(arrayOf(schemas, list))["items"]);
  if (type === "integer" || type === "number") return Number;
  const isText = type === "string" || (type === undefined && Array.isArray(values) && values.every(isString));
  return isText ? (id) => id : undefined;
}

function isString(value: unknown): boolean {
  return typeof value === "string";
}

/** Returns the page size that a query requests. */
export function pageSizeOf(
  schemas: Schemas,
  list: ListOf,
): { readonly name: string; readonly usual: number } {
  const name = sizeParameterOf(list);
  if (name === undefined) return { name: "", usual: Math.min(usualPageSize, mostItems(schemas, list)) };
  const schema = schemas.follow(parameterOf(schemas, list.operation.pointer, name)["schema"]);
  const { default: usual = usualPageSize, minimum, maximum } = schema;
  const [least, most] = [
    numberOr(minimum, 1),
    Math.min(numberOr(maximum, Infinity), mostItems(schemas, list)),
  ];
  return { name, usual: Math.max(least, Math.min(numberOr(usual, usualPageSize), most)) };
}

/** Returns the number of items that the document allows in a page. */
export function mostItems(schemas: Schemas, list: ListOf): number {
  return numberOr(schemas.follow(arrayOf(schemas, list))["maxItems"], Infinity);
}

/** Returns the schema of the array with the items. */
function arrayOf(schemas: Schemas, { operation, items }: ListOf): unknown {
  const { schema } = successContent(operation, schemas);
  return items.reduce<unknown>((node, name) => own(schemas.properties(node), name), schema);
}

function numberOr(value: unknown, other: number): number {
  return typeof value === "number" ? value : other;
}

/** The metadata of one page. */
export interface PageFacts {
  readonly total: number;
  readonly length: number;
  readonly size: number;
  readonly offset: number;
  readonly page: number;
  /** The query of the next page, and of the previous one; undefined if there is none. */
  readonly next: string | undefined;
  readonly previous: string | undefined;
  /** The value of the parameter for the next page. */
  readonly token: string | undefined;
  readonly first: unknown;
  readonly last: unknown;
  readonly self: string;
}

/**
 * Returns the body with the facts in the properties that its schema has for them, including nested objects
 * such as `meta` and `pagination`.
 */
export function withPageFacts(
  schemas: Schemas,
  schema: unknown,
  body: Readonly<Record<string, unknown>>,
  facts: PageFacts,
): Record<string, unknown> {
  return filledWith(schemas, schema, body, factsOf(facts));
}

export function factsOf(facts: PageFacts): FactOf {
  return (name) => factValues[name](facts);
}

/** Returns the body of a page without a next one: no cursor or link to it, and no flag that there is one. */
export function asLastPage(
  schemas: Schemas,
  schema: unknown,
  body: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return filledWith(schemas, schema, body, (name) => lastFacts.get(name));
}

/** Returns the fact for a name; undefined: the property stays; null: there is no value on this page. */
export type FactOf = (name: PageFactName) => unknown;

function filledWith(
  schemas: Schemas,
  schema: unknown,
  body: Readonly<Record<string, unknown>>,
  factOf: FactOf,
  depth = 0,
): Record<string, unknown> {
  const filled: Record<string, unknown> = { ...body };
  const required = schemas.required(schema);
  for (const [name, node] of Object.entries(schemas.properties(schema))) {
    const schemaHere = schemas.follow(node);
    if (nestedNames.test(name) && depth < 3 && Object.keys(schemas.properties(node)).length > 0) {
      const inner = filledWith(schemas, node, recordOf(body[name]), factOf, depth + 1);
      // What is required beside the facts is said, too, where the whole object is here because of them.
      if (isRecord(body[name])) setOwn(filled, name, inner);
      else if (Object.keys(inner).length > 0)
        setOwn(filled, name, { ...recordOf(schemas.minimal(node)), ...inner });
      continue;
    }
    const types = [schemaHere["type"]].flat();
    const named = pageFactName(name, { types, format: schemaHere["format"] });
    const fact = named && factOf(named);
    if (fact === undefined) continue;
    if (named === "self") setOwn(filled, name, urlOrPath(schemas, schemaHere["pattern"], fact));
    else if (fact !== null) setOwn(filled, name, fact);
    else if (isNullable(schemas, schemaHere)) setOwn(filled, name, null);
    else if (required.includes(name)) setOwn(filled, name, types.includes("string") ? "" : body[name]);
    else Reflect.deleteProperty(filled, name);
  }
  return filled;
}

/** Returns the URL of a list, or only its path if the pattern of the property demands that. */
function urlOrPath(schemas: Schemas, pattern: unknown, url: unknown): unknown {
  if (typeof pattern !== "string" || typeof url !== "string" || schemas.matches(pattern, url)) return url;
  return url.replace(/^[a-z]+:\/\/[^/?#]*/i, "").replace(/[?#][^]*$/, "");
}

function isNullable(schemas: Schemas, { type, anyOf, oneOf }: Readonly<Record<string, unknown>>): boolean {
  if ([type].flat().includes("null")) return true;
  const branches: unknown[] = [anyOf ?? oneOf ?? []].flat();
  return branches.some((branch) => schemas.follow(branch)["type"] === "null");
}

const factValues: Readonly<Record<PageFactName, (facts: PageFacts) => unknown>> = {
  total: ({ total }) => total,
  page: ({ page }) => page,
  size: ({ size }) => size,
  offset: ({ offset }) => offset,
  pages: ({ total, size }) => Math.max(1, Math.ceil(total / size)),
  nextPage: ({ next, page }) => (next === undefined ? null : page + 1),
  previousPage: ({ previous, page }) => (previous === undefined ? null : page - 1),
  hasNext: ({ next }) => next !== undefined,
  hasPrevious: ({ previous }) => previous !== undefined,
  isLast: ({ next }) => next === undefined,
  firstId: ({ first }) => first ?? null,
  lastId: ({ last }) => last ?? null,
  nextUrl: ({ next }) => next ?? null,
  next: ({ token, next }) => token ?? next ?? null,
  previous: ({ previous }) => previous ?? null,
  self: ({ self }) => self,
};

const lastFacts: ReadonlyMap<PageFactName, unknown> = new Map<PageFactName, unknown>([
  ["hasNext", false],
  ["isLast", true],
  ["next", null],
  ["nextUrl", null],
  ["nextPage", null],
]);

/** Returns the declared fields whose facts are known; `Link` is not one of them. */
export function pageFields(schemas: Schemas, list: ListOf, factOf: FactOf): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const { name, fact, isText } of schemas.about(list, factsInFields)) {
    const value = factOf(fact);
    if (value !== undefined && value !== null)
      fields[name] = isText && typeof value !== "string" ? JSON.stringify(value) : value;
  }
  return fields;
}

/** Returns the header fields of a list's success response whose names mean a fact of a page. */
function factsInFields(
  schemas: Schemas,
  { operation }: ListOf,
): readonly { readonly name: string; readonly fact: PageFactName; readonly isText: boolean }[] {
  const status = successStatus(operation);
  const declared = schemas.follow(schemas.at(`${operation.pointer}/responses/${status}`)["headers"]);
  return (operation.responses[status]?.headers ?? []).flatMap((name) => {
    const { type, format } = schemas.follow(schemas.follow(declared[name])["schema"]);
    const plain = name.replace(/^x-/i, "").replace(/^(pagination|page)-/i, "");
    const types = [type].flat();
    // Numbers are often declared as strings.
    const readings = types.includes("boolean") ? [types] : [["integer"], types];
    const fact = readings
      .map((reading) => pageFactName(plain, { types: reading, format }))
      .find((one) => one !== undefined);
    return fact === undefined || fact === "self" ? [] : [{ name, fact, isText: types.includes("string") }];
  });
}

/** What a list is sorted by, and by which parameters. */
export interface Sorting {
  readonly by: string | undefined;
  readonly direction: string | undefined;
}

const byNames = /^(\$?order_?by|sort|sort_?(by|field|key)|order|ordering)$/i;
const directionNames = /^(direction|sort_?(order|dir(ection)?)|order|order_?(dir(ection)?)|dir)$/i;
const directions = /^(asc|desc|ascending|descending)$/i;

export function sortingOf(schemas: Schemas, { operation, kind }: ListOf): Sorting {
  const queries = operation.parameters
    .filter((parameter) => parameter.in === "query")
    .map(({ name }) => name);
  const properties = schemas.properties(kind.schema);
  const valuesOf = (name: string): unknown[] => {
    const schema = schemaOf(schemas, operation, name);
    const { enum: values } = schema["type"] === "array" ? schemas.follow(schema["items"]) : schema;
    return Array.isArray(values) ? values : [];
  };
  const direction = queries.find(
    (name) => directionNames.test(name) && valuesOf(name).some((value) => directions.test(String(value))),
  );
  const by = queries.find(
    (name) =>
      name !== direction &&
      byNames.test(name) &&
      (valuesOf(name).length === 0 ||
        valuesOf(name).some((value) => propertyIn(properties, String(value)) !== undefined)),
  );
  return { by, direction };
}

/** Returns the property that a value such as `-created`, `created:desc` or `created_asc` names. */
function propertyIn(properties: Readonly<Record<string, unknown>>, value: string): string | undefined {
  const name = value.replace(/^[+-]/, "").replace(/[:\s_.,]+(asc|desc)(ending)?$/i, "");
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  return Object.keys(properties).find(
    (property) => plain(property) === plain(name) || plain(property) === `${plain(name)}at`,
  );
}

/** Returns resources in the order that a query requests, by default that of their creation. */
export function sorted(
  schemas: Schemas,
  list: ListOf,
  resources: readonly Resource[],
  query: Readonly<Record<string, unknown>>,
): readonly Resource[] {
  const { by, direction } = schemas.about(list, sortingOf);
  const properties = schemas.properties(list.kind.schema);
  const keys = (
    by === undefined ? [] : [query[by]].flat().flatMap((value) => written(value).split(","))
  ).flatMap((value) => {
    const property = propertyIn(properties, value);
    return property === undefined ? [] : [{ property, isDown: /^-|desc(ending)?$/i.test(value) }];
  });
  const isDown = direction !== undefined && /^desc/i.test(written(query[direction]));
  if (keys.length === 0) return isDown ? [...resources].reverse() : resources;
  return [...resources].sort((one, other) => {
    for (const key of keys) {
      const order = compare(own(one.value, key.property), own(other.value, key.property));
      if (order !== 0) return key.isDown !== isDown ? -order : order;
    }
    return one.order - other.order;
  });
}

/** Compares numbers by size, all other values by code units; missing values come last. */
function compare(one: unknown, other: unknown): number {
  if (one === other) return 0;
  if (one === undefined || one === null) return 1;
  if (other === undefined || other === null) return -1;
  if (typeof one === "number" && typeof other === "number") return one - other;
  return written(one) < written(other) ? -1 : 1;
}

function written(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/**
 * Returns a page of a list without a link to the next page in the document: the meaning of its parameters is
 * inferred from their names.
 */
export function pageByNames(
  schemas: Schemas,
  list: ListOf,
  {
    path,
    url,
    query,
    entries,
  }: {
    readonly path: string;
    readonly url: string;
    readonly query: ListQuery;
    readonly entries: readonly Resource[];
  },
): Page | { readonly wrong: string } {
  const style = schemas.about(list, pageStyleOf);
  const size = schemas.about(list, pageSizeOf);
  const { by, direction } = schemas.about(list, sortingOf);
  const apart = [style.cursor, style.offset, style.page, size.name, by, direction];
  const filters = Object.fromEntries(Object.entries(query).filter(([name]) => !apart.includes(name)));
  const found = sorted(schemas, list, foundAmong(entries, filters, schemas, list), query);
  const most = schemas.about(list, mostItems);
  const isPaged = style.cursor !== undefined || style.offset !== undefined || style.page !== undefined;
  // A list without parameters for pages is one page, as long as the document allows.
  const usual = isPaged || size.name !== "" ? size.usual : Math.max(1, found.length);
  const length = Math.min(Math.max(1, Number(query[size.name] ?? usual) || usual), most);
  const token = style.cursor === undefined ? undefined : query[style.cursor];
  let start = 0;
  if (style.cursor !== undefined && token !== undefined && token !== "") {
    const after = style.isId
      ? found.findIndex(({ id }) => id === tokenText(token)) + 1
      : (readToken(token, path)?.after ?? (found.findIndex(({ id }) => id === tokenText(token)) + 1 || -1));
    if (after < 0) return { wrong: style.cursor };
    start = after;
  } else if (style.offset !== undefined) start = Math.max(0, Number(query[style.offset] ?? 0) || 0);
  else if (style.page !== undefined)
    start = Math.max(0, Number(query[style.page] ?? style.firstPage) - style.firstPage) * length;
  const page = found.slice(start, start + length);
  const last = page.at(-1);
  const isMore = start + page.length < found.length && last !== undefined;
  const cursorOf = (at: number): string =>
    style.isId ? (found[at - 1]?.id ?? "") : writeToken(path, at, {});
  const queryAt = (at: number): string => {
    const next = new URLSearchParams(
      Object.entries(query).flatMap(([name, value]) =>
        [value].flat().map((one): [string, string] => [name, String(one)]),
      ),
    );
    if (style.cursor !== undefined) next.set(style.cursor, cursorOf(at));
    else if (style.offset !== undefined) next.set(style.offset, String(at));
    else if (style.page !== undefined)
      next.set(style.page, String(Math.floor(at / length) + style.firstPage));
    return `${url}?${next.toString()}`;
  };
  const before = Math.max(0, start - length);
  const facts: PageFacts = {
    total: found.length,
    length: page.length,
    size: length,
    offset: start,
    page: Math.floor(start / length) + style.firstPage,
    next: isMore && isPaged ? queryAt(start + page.length) : undefined,
    previous: start > 0 && isPaged ? queryAt(before) : undefined,
    token: isMore && style.cursor !== undefined ? cursorOf(start + page.length) : undefined,
    first: page[0]?.id,
    last: last?.id,
    self: isPaged ? queryAt(start) : url,
  };
  const body = bodyWith(schemas, list, page);
  const { schema } = successContent(list.operation, schemas);
  const told = Array.isArray(body) ? body : withPageFacts(schemas, schema, body, facts);
  const fields = pageFields(schemas, list, factsOf(facts));
  return { body: told, fields: style.link ? { ...fields, ...linkField(facts) } : fields };
}

/** Returns the `Link` field (https://www.rfc-editor.org/rfc/rfc8288#section-3). */
function linkField({ next, previous }: PageFacts): Record<string, string> {
  const links = [
    ...(next === undefined ? [] : [`<${next}>; rel="next"`]),
    ...(previous === undefined ? [] : [`<${previous}>; rel="prev"`]),
  ];
  return links.length === 0 ? {} : { Link: links.join(", ") };
}

function tokenText(token: unknown): string {
  return typeof token === "string" ? token : JSON.stringify(token);
}

/** Returns a page, or the name of the parameter that is not a token of this list. */
export function pageOf(
  schemas: Schemas,
  list: ListOf,
  asked: {
    /** The path of the list, and its URL without a query. */
    readonly path: string;
    readonly url: string;
    readonly query: ListQuery;
    /** In the order of their creation. */
    readonly entries: readonly Resource[];
  },
): Page | { readonly wrong: string } {
  const { name: tokenName, expression } = schemas.about(list, pageToken) ?? {};
  if (tokenName === undefined) return pageByNames(schemas, list, asked);
  const { path, query, entries } = asked;
  const size = schemas.about(list, pageSizeOf);
  const { [tokenName]: token, [size.name]: wanted, ...given } = query;
  const place = token === undefined ? { after: 0, filters: given } : readToken(token, path);
  const other = Object.keys(given).some(
    (name) => String(given[name]) !== String(own(place?.filters ?? {}, name)),
  );
  if (place === undefined || other) return { wrong: tokenName };
  const found = foundAmong(entries, place.filters, schemas, list);
  const start = place.after === 0 ? 0 : found.findIndex(({ order }) => order > place.after);
  const page = start < 0 ? [] : found.slice(start, start + Number(wanted ?? size.usual));
  const last = page.at(-1);
  const following = last !== undefined && found.length > start + page.length ? last.order : undefined;
  const body = bodyWith(schemas, list, page);
  const tokenOf = (after: number): string => writeToken(path, after, place.filters);
  const pointer = bodyPointer(expression);
  if (pointer !== undefined && !Array.isArray(body))
    setNext(body, pointer, {
      next: following === undefined ? undefined : tokenOf(following),
      self: token ?? tokenOf(place.after),
    });
  const facts: Partial<Record<PageFactName, unknown>> = {
    total: found.length,
    next: following === undefined ? undefined : tokenOf(following),
  };
  return { body, fields: pageFields(schemas, list, (name) => facts[name]) };
}

/** Returns the parameter that the link to the next page fills, and the expression that fills it. */
export function pageTokenOf({
  operation,
}: ListOf): { readonly name: string; readonly expression: unknown } | undefined {
  const next = linksOf(operation).find(({ operationId }) => operationId === operation.operationId);
  const found = Object.entries(next?.parameters ?? {}).find(([, value]) => bodyPointer(value) !== undefined);
  return found && { name: found[0], expression: found[1] };
}

function pageToken(_: Schemas, list: ListOf): ReturnType<typeof pageTokenOf> {
  return pageTokenOf(list);
}

/** Inserts the token; at the end, null if the schema's minimal value has the property, otherwise nothing. */
function setNext(
  body: Record<string, unknown>,
  pointer: string,
  { next, self }: { readonly next: string | undefined; readonly self: unknown },
): void {
  const keys = pointer.slice(1).split("/");
  const last = keys.pop() ?? "";
  let node = body;
  for (const key of keys) {
    const below = recordOf(own(node, key));
    setOwn(node, key, below);
    node = below;
  }
  if (next !== undefined) setOwn(node, last, next);
  else if (Object.hasOwn(node, last)) setOwn(node, last, null);
  if (Object.hasOwn(node, "self")) node["self"] = self;
}

/** What an operation does to the state. */
export type Role =
  /** Returns a page of a list. */
  | { readonly does: "list"; readonly list: ListOf }
  /** Fetches, changes, replaces or removes one resource, by its method. */
  | { readonly does: "handle"; readonly kind: Kind }
  /** The same for a member of a list; PUT without a body adds it, DELETE removes it from the list. */
  | { readonly does: "handleMember"; readonly list: ListOf; readonly parameter: string }
  /** Adds members to a list. */
  | { readonly does: "join"; readonly list: ListOf }
  | { readonly does: "create"; readonly kind: Kind; readonly parent?: Owner | undefined }
  /** Changes or replaces the resource whose id is in the body: `PUT /pets`. */
  | { readonly does: "replaceByBody"; readonly kind: Kind }
  /** Sets the state of a resource that the last segment of the path names. */
  | { readonly does: "act"; readonly kind: Kind; readonly verb: string; readonly undoes: boolean }
  /** No role can be inferred: the response is the declared example, else the minimal value of its schema. */
  | { readonly does: "show" };

export function roleOf(
  { kindPaths, listAt }: Pick<Model, "kindPaths" | "listAt">,
  schemas: Schemas,
  operation: StateOperation,
): Role {
  const { method, path } = operation;
  const list = listAt.get(path);
  if (method === "GET" && list?.operation === operation) return { does: "list", list };
  const [kind] = kindPaths.withTemplate(path);
  if (kind !== undefined) return { does: "handle", kind };
  const [, parent, parameter] = /^(.*)\/\{([^{}/]+)\}$/.exec(path) ?? [];
  const joined = parent === undefined ? undefined : listAt.get(parent);
  if (joined?.members === true && parameter !== undefined)
    return { does: "handleMember", list: joined, parameter };
  const made = kindPaths.withCollection(path).find(({ isSingle }) => isSingle !== true);
  if (made !== undefined && (method === "PUT" || method === "PATCH"))
    return { does: "replaceByBody", kind: made };
  const action = list === undefined ? actionOf(kindPaths, operation) : undefined;
  if (action !== undefined) return action;
  if (method !== "POST") return { does: "show" };
  if (list?.members === true) return { does: "join", list };
  if (made === undefined && list?.creates === true)
    return { does: "create", kind: list.kind, parent: list.parent };
  const created = made ?? sameKind(kindPaths, schemas, operation);
  return created === undefined ? { does: "show" } : { does: "create", kind: created };
}

/**
 * Returns the role of `POST /pools/{id}/archive`, or of the call that undoes it: a verb below the path of a
 * resource.
 */
function actionOf(kindPaths: KindPaths<Kind>, { method, path }: StateOperation): Role | undefined {
  const [, parent, verb] = /^(.*)\/([A-Za-z][\w-]*)$/.exec(path) ?? [];
  const [, colonParent, colonVerb] = /^(.*\}):([A-Za-z]\w*)$/.exec(path) ?? [];
  const [kind] = kindPaths.withTemplate(colonParent ?? parent ?? "");
  if (kind === undefined || !/^(POST|PUT|PATCH|DELETE)$/.test(method)) return undefined;
  const isList = kindPaths.withCollection(path).length > 0;
  const word = colonVerb ?? verb;
  return isList || word === undefined
    ? undefined
    : { does: "act", kind, verb: word, undoes: method === "DELETE" };
}

/**
 * Returns the kind that a POST creates outside of a collection's path: its response has the schema of an
 * operation that fetches one by id.
 */
function sameKind(kindPaths: KindPaths<Kind>, schemas: Schemas, operation: StateOperation): Kind | undefined {
  const { schema } = successContent(operation, schemas);
  if (schemas.identity(schema) === "" || operation.path.includes("}/")) return undefined;
  const { first, isOnly } = kindPaths.fitting(schema, operation.path);
  return isOnly ? first : undefined;
}

/** Returns the kinds of the resources along an operation's path, the outermost first. */
export function kindsAbove({ kindPaths }: Model, { path }: StateOperation): Kind[] {
  return kindPaths.above(path).filter(({ isSingle }) => isSingle !== true);
}

/** Returns where a response that does not depend on the state comes from. */
export function sourceOf(schemas: Schemas, operation: StateOperation): "example" | "schema" | "nothing" {
  const content = successContent(operation, schemas);
  if (Object.keys(content).length === 0) return "nothing";
  const example = schemas.example(content) ?? schemas.example(content["schema"]);
  return example === undefined ? "schema" : "example";
}

/** How one operation responds. */
export interface Explanation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  /** Where the body of a success response comes from. */
  readonly by: "state" | "example" | "schema" | "nothing";
  /** What the operation does: `creates a resource of /pools`. */
  readonly does: string;
  /** The part of the document that implies it. */
  readonly why: string;
  /**
   * Interpretations that the document does not declare and that were inferred from names: one sentence each.
   */
  readonly guesses: readonly string[];
}

/** Explains one of the operations of a document. */
export function explain(
  schemas: Schemas,
  { model, operations }: ExplainedApi,
  operation: StateOperation,
): Explanation {
  const { operationId, method, path } = operation;
  const role = roleOf(model, schemas, operation);
  const told = tell(schemas, { model, operations }, operation, role);
  const by = role.does === "show" ? sourceOf(schemas, operation) : "state";
  return { operationId, method, path, by, ...told };
}

/** A document's operations with the resources inferred from them. */
export interface ExplainedApi {
  readonly model: Model;
  readonly operations: readonly StateOperation[];
}

/** The parts of an explanation that depend on the operation's role. */
type Told = Pick<Explanation, "does" | "why" | "guesses">;

function tell(schemas: Schemas, about: ExplainedApi, operation: StateOperation, role: Role): Told {
  const { model } = about;
  const { method, path } = operation;
  switch (role.does) {
    case "list": {
      const { list } = role;
      const whose = list.members
        ? `the resources that joined ${path}`
        : `the resources of ${list.kind.collection}`;
      return {
        does: `lists ${whose}`,
        why: `its success is a list of the resources that ${list.kind.fetch.operationId} returns`,
        guesses: [...idGuess(schemas, list.kind), ...ownerGuess(list), ...filterGuesses(schemas, list)],
      };
    }
    case "handle": {
      const unknown = unknownId(schemas, operation, about.operations, role.kind);
      return {
        does: `${verbOf(operation, unknown)} the resource at ${path}`,
        why: `${role.kind.fetch.operationId} returns ${role.kind.isSingle === true ? "it" : `one by ${role.kind.parameter}`}${unknown.why}`,
        guesses: [
          ...idGuess(schemas, role.kind),
          ...unknown.guesses,
          ...(method === "POST" ? ["POST changes the properties that its body has"] : []),
          ...(method in verbs ? [] : [`${method} changes nothing`]),
        ],
      };
    }
    case "handleMember":
      return {
        does: `${memberVerbs[method] ?? verbs[method] ?? "responds with"} a resource of ${role.list.operation.path}`,
        why: `${role.list.operation.operationId} lists the resources that joined, and {${role.parameter}} names one`,
        guesses: idGuess(schemas, role.list.kind),
      };
    case "join":
      return {
        does: role.list.creates ? `creates a resource that joins ${path}` : `lets resources join ${path}`,
        why: `${role.list.operation.operationId} lists resources of ${role.list.kind.collection}`,
        guesses: [
          `resources are named by ${role.list.references.join(" or ")} in the body; a body that names none is a new resource`,
          ...parentGuess(role.list.parent),
          ...workGuess(operation, model),
        ],
      };
    case "create":
      return {
        does: `creates a resource of ${role.kind.collection}`,
        why: `${role.kind.fetch.operationId} returns one of ${role.kind.collection}`,
        guesses: [
          ...idGuess(schemas, role.kind),
          ...parentGuess(role.parent),
          ...workGuess(operation, model),
          ...courseGuess(schemas, operation, role.kind),
        ],
      };
    case "replaceByBody": {
      const unknown = unknownId(schemas, operation, about.operations, role.kind);
      return {
        does: `${verbOf(operation, unknown)} the resource of ${path} whose ${role.kind.id} is in the body`,
        why: `${role.kind.fetch.operationId} returns one of ${path}${unknown.why}`,
        guesses: [`the member is chosen by ${role.kind.id}`, ...unknown.guesses],
      };
    }
    case "act": {
      const effect = effectOf(schemas, role.kind, role.verb, role.undoes);
      return {
        does:
          effect === undefined
            ? "changes nothing"
            : `sets ${effect.property} to ${JSON.stringify(effect.value)}`,
        why: `its path is that of ${role.kind.fetch.operationId} with a verb appended`,
        guesses: [
          effect === undefined ? `no property has a value for ${role.verb}` : `${role.verb} means that`,
        ],
      };
    }
    case "show":
      return shown(schemas, operation);
  }
}

/** What a PUT does with an unknown id: part of the reason if the document decides, otherwise a guess. */
interface UnknownId {
  readonly creates: boolean;
  readonly why: string;
  readonly guesses: readonly string[];
}

function unknownId(
  schemas: Schemas,
  operation: StateOperation,
  operations: readonly StateOperation[],
  kind: Kind,
): UnknownId {
  if (operation.method !== "PUT" || kind.isSingle === true || kind.origin === "assumed")
    return { creates: false, why: "", guesses: [] };
  const { creates, why, isDeclared } = putCreates(schemas, { operation, operations, kind });
  const says = `an unknown ${kind.id} ${creates ? "is created" : "is a 404"}, since ${why}`;
  return { creates, why: isDeclared ? `; ${says}` : "", guesses: isDeclared ? [] : [says] };
}

function verbOf({ method }: StateOperation, { creates }: UnknownId): string {
  return creates ? "replaces, or creates," : (verbs[method] ?? "responds with");
}

const verbs: Readonly<Record<string, string>> = {
  GET: "fetches",
  PUT: "replaces",
  PATCH: "changes",
  POST: "changes",
  DELETE: "removes",
};
const memberVerbs: Readonly<Record<string, string>> = { PUT: "joins", DELETE: "removes from the list" };

function shown(schemas: Schemas, operation: StateOperation): Told {
  const source = sourceOf(schemas, operation);
  const does = {
    example: "responds with the document's example",
    schema: "responds with the smallest value that its schema allows",
    nothing: "responds without content",
  };
  const isRead = operation.method === "GET";
  return {
    does: does[source],
    why: isRead
      ? "no path returns its resource by an id"
      : "its path is neither that of a resource nor of a collection",
    guesses: isRead ? [] : ["it changes nothing"],
  };
}

function idGuess(schemas: Schemas, { parameter, id, origin, isSingle, schema }: Kind): string[] {
  const isShown = isSingle === true || Object.hasOwn(schemas.properties(schema), id);
  const named = isShown
    ? parameter === id
      ? []
      : [`{${parameter}} is the property ${id}`]
    : [`{${parameter}} is in no property: only URLs contain it`];
  const assumed =
    isSingle === true ? "it exists from the start" : `no operation creates it: any {${parameter}} exists`;
  return [...named, ...(origin === "assumed" ? [assumed] : [])];
}

function ownerGuess({ owner }: ListOf): string[] {
  return owner === undefined ? [] : [`resources belong to it by ${owner.property}`];
}

function parentGuess(parent: Owner | undefined): string[] {
  return parent === undefined
    ? []
    : [`${parent.property} of a new resource is {${parent.parameter}} of the path`];
}

/** Returns how the status of a created resource changes, if its creation is only accepted. */
function courseGuess(schemas: Schemas, { responses }: StateOperation, kind: Kind): string[] {
  const course = "202" in responses ? courseOf(schemas, kind) : undefined;
  if (course === undefined) return [];
  const { property, begin, end } = course;
  return [`${property} goes from ${begin} to ${end} after it was fetched once`];
}

function workGuess(operation: StateOperation, model: Model): string[] {
  const link = model.workLinks.get(operation);
  return link === undefined ? [] : [`the work that it starts is done after it was fetched once`];
}

/**
 * Returns which page or order parameter a query parameter is taken for; a token that a link names is not a
 * guess.
 */
function pageOrOrder(schemas: Schemas, list: ListOf, name: string): string | undefined {
  const { by, direction } = sortingOf(schemas, list);
  if (name === by) return "names the properties that resources are sorted by";
  if (name === direction) return "selects ascending or descending order";
  if (pageTokenOf(list) !== undefined) return undefined;
  const { cursor, offset, page, firstPage, isId } = pageStyleOf(schemas, list);
  // In the order in which pages are resolved.
  if (name === cursor)
    return isId
      ? "is the id of the last resource of the page before"
      : "is the token that the page before returns";
  if (name === offset) return "is how many resources are passed over";
  return name === page ? `is the number of a page, counted from ${firstPage}` : undefined;
}

function filterGuesses(schemas: Schemas, list: ListOf): string[] {
  const { name } = pageSizeOf(schemas, list);
  const queries = list.operation.parameters.filter((parameter) => parameter.in === "query");
  return queries.flatMap((parameter) => {
    if (parameter.name === name) return [`${name} is the size of a page`];
    const order = pageOrOrder(schemas, list, parameter.name);
    if (order !== undefined) return [`${parameter.name} ${order}`];
    const meaning = understoodFilter(schemas, list, parameter.name);
    if (meaning === undefined && parameter.name === pageTokenOf(list)?.name) return [];
    return [`${parameter.name} ${meaning ?? "is ignored"}`];
  });
}

const listMember = /(?<weak>W\/)?(?<tag>"[\x21\x23-\x7e\x80-\xff]*")/y;
const listSeparator = /[ \t]*(?:,[ \t]*)+/y;

/**
 * Whether `If-Match` holds for this entity tag. Uses the strong comparison, so weak tags never match. A field
 * that is not a list of entity tags does not hold.
 */
export function ifMatchHolds(field: string, entityTag: string): boolean {
  const value = field.trim();
  if (value === "*") return true;
  let holds = false;
  for (let index = 0; ; index = listSeparator.lastIndex) {
    listMember.lastIndex = index;
    const { weak, tag } = listMember.exec(value)?.groups ?? {};
    if (tag === undefined) return false;
    holds ||= weak === undefined && tag === entityTag;
    if (listMember.lastIndex === value.length) return holds;
    listSeparator.lastIndex = listMember.lastIndex;
    if (!listSeparator.test(value)) return false;
  }
}

/** Thrown for a JSON Patch that cannot be applied: a location is missing, or a test fails. */
export class PatchFails extends Error {
  override readonly name = "PatchFails";
}

/** Whether a body is a JSON Patch: a list of operations. */
export function isJsonPatch(body: unknown): body is readonly Readonly<Record<string, unknown>>[] {
  return (
    Array.isArray(body) &&
    body.length > 0 &&
    body.every((one) => isRecord(one) && typeof one["op"] === "string" && typeof one["path"] === "string")
  );
}

/** Returns the value with a JSON Merge Patch applied (https://www.rfc-editor.org/rfc/rfc7396#section-2). */
export function mergePatched(value: unknown, patch: unknown): unknown {
  if (!isRecord(patch)) return patch;
  const members = new Map(Object.entries(isRecord(value) ? value : {}));
  for (const [name, member] of Object.entries(patch)) {
    if (member === null) members.delete(name);
    else members.set(name, mergePatched(members.get(name), member));
  }
  return Object.fromEntries(members);
}

/**
 * Returns the value with a JSON Patch applied (RFC 6902). Throws a PatchFails; the value is not changed then.
 */
export function jsonPatched(value: unknown, patch: readonly Readonly<Record<string, unknown>>[]): unknown {
  return patch.reduce<unknown>(applied, structuredClone(value));
}

function applied(document: unknown, { op, path, from, value }: Readonly<Record<string, unknown>>): unknown {
  const steps = stepsOf(String(path));
  switch (op) {
    case "add":
      return changed(document, steps, () => value, "add");
    case "remove":
      return changed(document, steps, () => undefined, "remove");
    case "replace":
      valueAt(document, steps);
      return changed(document, steps, () => value, "replace");
    case "move": {
      const moved = valueAt(document, stepsOf(String(from)));
      return changed(
        changed(document, stepsOf(String(from)), () => undefined, "remove"),
        steps,
        () => moved,
        "add",
      );
    }
    case "copy": {
      const copied = structuredClone(valueAt(document, stepsOf(String(from))));
      return changed(document, steps, () => copied, "add");
    }
    case "test":
      if (!deepEqual(valueAt(document, steps), value))
        throw new PatchFails(`the test of ${String(path)} does not hold`);
      return document;
    default:
      throw new PatchFails(`there is no operation ${JSON.stringify(op)}`);
  }
}

function stepsOf(pointer: string): string[] {
  if (pointer === "") return [];
  if (!pointer.startsWith("/")) throw new PatchFails(`${JSON.stringify(pointer)} is not a JSON pointer`);
  return pointer
    .slice(1)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function valueAt(document: unknown, steps: readonly string[]): unknown {
  return steps.reduce((node, step) => {
    const found: unknown = Array.isArray(node)
      ? node[indexOf(step, node.length)]
      : isRecord(node) && Object.hasOwn(node, step)
        ? node[step]
        : undefined;
    if (found === undefined) throw new PatchFails(`there is nothing at /${steps.join("/")}`);
    return found;
  }, document);
}

function changed(
  document: unknown,
  steps: readonly string[],
  make: () => unknown,
  how: "add" | "remove" | "replace",
): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return make();
  if (Array.isArray(document)) {
    const list: unknown[] = [...(document as readonly unknown[])];
    const at =
      how === "add" && rest.length === 0 && step === "-"
        ? list.length
        : indexOf(step, list.length + (how === "add" && rest.length === 0 ? 1 : 0));
    if (rest.length > 0) list[at] = changed(list[at], rest, make, how);
    else if (how === "add") list.splice(at, 0, make());
    else if (how === "remove") list.splice(at, 1);
    else list[at] = make();
    return list;
  }
  if (!isRecord(document) || (!Object.hasOwn(document, step) && (rest.length > 0 || how !== "add")))
    throw new PatchFails(`there is nothing at /${steps.join("/")}`);
  const members = new Map(Object.entries(document));
  if (rest.length > 0) members.set(step, changed(document[step], rest, make, how));
  else if (how === "remove") members.delete(step);
  else members.set(step, make());
  return Object.fromEntries(members);
}

function indexOf(step: string, length: number): number {
  const at = /^(0|[1-9]\d*)$/.test(step) ? Number(step) : -1;
  if (at < 0 || at >= length) throw new PatchFails(`the list has no item ${step}`);
  return at;
}

/** A request with its operation. */
export interface Performed extends StateRequest {
  readonly operation: StateOperation;
  /** The kinds of the resources along its path. */
  readonly through: readonly Kind[];
}

/**
 * Returns the value after a change, as far as the body determines it; undefined if a JSON Patch cannot be
 * applied.
 */
export function changeIn(
  value: Readonly<Record<string, unknown>>,
  { body, mediaType, operation }: Performed,
): { readonly given: unknown; readonly whole: boolean } | undefined {
  if (/^application\/merge-patch\+json/i.test(mediaType ?? ""))
    return { given: mergePatched(value, body), whole: true };
  if (!isJsonPatch(body)) return { given: body, whole: operation.method === "PUT" };
  try {
    return { given: jsonPatched(value, body), whole: true };
  } catch (error) {
    if (error instanceof PatchFails) return undefined;
    throw error;
  }
}

/**
 * Returns the members of a partial change, objects completed: one that lacks what its schema requires changes
 * only what it has, as `attributes` of JSON:API do.
 */
export function completed(
  schemas: Schemas,
  schema: unknown,
  { before, given }: { readonly before: unknown; readonly given: unknown },
): unknown {
  if (!isRecord(given) || !isRecord(before)) return given;
  const properties = schemas.properties(schema);
  const members = Object.entries(given).map(([name, member]): [string, unknown] => {
    const node = own(properties, name);
    const known = own(before, name);
    const lacks = isRecord(member) && schemas.required(node).some((one) => !Object.hasOwn(member, one));
    if (!lacks || !isRecord(known)) return [name, member];
    return [name, { ...known, ...recordOf(completed(schemas, node, { before: known, given: member })) }];
  });
  return Object.fromEntries(members);
}

/**
 * Unwraps a body: `{ data: { name } }` and `{ pet: { name } }` mean `{ name }`, also beside members that no
 * resource has, such as an `idempotency_key`.
 */
export function unwrapped(schemas: Schemas, kind: Kind, body: unknown): unknown {
  if (!isRecord(body)) return body;
  const properties = schemas.properties(kind.schema);
  let inner: Record<string, unknown> | undefined;
  let members = 0;
  for (const name in body) {
    members += 1;
    if (Object.hasOwn(properties, name)) return body;
    const member = body[name];
    if (!isRecord(member)) continue;
    if (inner !== undefined) return body;
    inner = member;
  }
  if (inner === undefined) return body;
  const isKnown = members === 1 || Object.keys(inner).some((name) => Object.hasOwn(properties, name));
  return isKnown ? inner : body;
}

/**
 * Returns the values of a created resource: those of the body, and the path and query parameters that are
 * properties of it, since `/users/{userId}/pets` creates pets with this `userId`.
 */
export function withOwners(
  schemas: Schemas,
  kind: Kind,
  {
    body,
    path,
    query = {},
  }: Pick<StateRequest, "body" | "path"> & { readonly query?: StateRequest["query"] },
  parent?: Owner,
): Readonly<Record<string, unknown>> {
  const given = recordOf(unwrapped(schemas, kind, body));
  const names = Object.keys(path);
  const asked = Object.keys(query);
  // Not copied where there is nothing to add.
  if (names.length === 0 && asked.length === 0 && parent === undefined) return given;
  const properties = schemas.properties(kind.schema);
  const owners: Record<string, unknown> = {};
  const put = (name: string, value: unknown): void =>
    setOwn(owners, name, asProperty(schemas, own(properties, name), value));
  for (const name of asked) if (name !== kind.id && Object.hasOwn(properties, name)) put(name, query[name]);
  if (parent !== undefined) put(parent.property, path[parent.parameter]);
  for (const name of names)
    if (name !== kind.parameter && name !== kind.id && Object.hasOwn(properties, name)) put(name, path[name]);
  return { ...owners, ...given };
}

/**
 * Returns the properties that a replaced resource keeps: those that the body of the request cannot state,
 * because its schema does not declare them, or declares them as `readOnly`.
 */
export function keptBy(
  schemas: Schemas,
  kind: Kind,
  { operation, body }: Performed,
  value: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const whole = schemas.about(operation, statedBy);
  const inner = unwrapped(schemas, kind, body);
  const wrapper =
    inner === body ? undefined : Object.keys(whole).find((name) => own(recordOf(body), name) === inner);
  const stated = inner === body ? whole : schemas.properties(own(whole, wrapper ?? ""));
  const kept: Record<string, unknown> = {};
  if (Object.keys(stated).length === 0) return kept;
  for (const name of Object.keys(schemas.properties(kind.schema))) {
    const isStated = Object.hasOwn(stated, name) && schemas.follow(stated[name])["readOnly"] !== true;
    if (!isStated && Object.hasOwn(value, name) && !Object.hasOwn(recordOf(inner), name))
      setOwn(kept, name, value[name]);
  }
  return kept;
}

/** Returns the properties of the request body of an operation. */
function statedBy(schemas: Schemas, { pointer }: StateOperation): Readonly<Record<string, unknown>> {
  const content = schemas.at(`${pointer}/requestBody/content`);
  const types = Object.keys(content);
  const media = own(content, types.find(isJsonType) ?? types[0] ?? "");
  return schemas.properties(schemas.follow(media)["schema"]);
}

/**
 * Returns the value of a parameter as the value of a property: digits as a number if the property is never a
 * text. Integers that no double represents are texts outside of values, and the nearest double in them.
 */
export function asProperty(schemas: Schemas, node: unknown, value: unknown): unknown {
  if (typeof value !== "string" || !/^-?(0|[1-9]\d*)$/.test(value)) return value;
  const types = [schemas.follow(node)["type"]].flat();
  const isNumber = types.includes("integer") || types.includes("number");
  if (!isNumber || types.includes("string")) return value;
  const number = Number(value);
  // The greatest int64 is below 2^63, which is its nearest double.
  return number === 2 ** 63 && value !== "9223372036854775808" ? 2 ** 63 - 1024 : number;
}

/** Returns the value of such a body if the document has no example for it. */
export function saidDone(schemas: Schemas, operation: StateOperation): Record<string, true> {
  const content = successContent(operation, schemas);
  const { schema } = content;
  if ((schemas.example(content) ?? schemas.example(schema)) !== undefined) return {};
  const required = schemas.required(schema);
  return Object.fromEntries(
    Object.entries(schemas.properties(schema)).flatMap(([name, node]): [string, true][] => {
      const { type, const: only, enum: values, default: usual } = schemas.follow(node);
      const isOpen = type === "boolean" && only === undefined && values === undefined && usual === undefined;
      return isOpen && required.includes(name) && saysDone.test(name) ? [[name, true]] : [];
    }),
  );
}

const saysDone = /^(is_?)?(acknowledged|deleted|done|ok|removed|success|successful)$/i;

/** How one item is serialized, by the end of the media type. */
const streamForms: readonly (readonly [end: RegExp, write: (item: string) => string])[] = [
  [/^text\/event-stream$/, (item) => `${item.replace(/^/gm, "data: ")}\n\n`],
  [/^application\/(x-ndjson|ndjson|jsonl|x-jsonlines|jsonlines)$/, (item) => `${item}\n`],
  // RFC 7464, section 2.2: a record separator before each item.
  [/json-seq$/, (item) => `${recordSeparator}${item}\n`],
];

/**
 * Returns a body with these items: those of a list, or a single one. A string is the data of an event, or
 * serialized already.
 */
export function streamOf(type: string, body: unknown): string {
  const isEvents = essenceOf(type) === "text/event-stream";
  if (typeof body === "string" && /^(data|event|id|retry|:)[^]*\n$/.test(body) && isEvents) return body;
  const [, write = String] = streamForms.find(([end]) => end.test(essenceOf(type))) ?? [];
  const items: readonly unknown[] = Array.isArray(body) && !isEvents ? body : [body];
  return items
    .map((item) => write(typeof item === "string" && isEvents ? item : JSON.stringify(item)))
    .join("");
}

/** Returns the value itself if nothing of it is hidden. */
export function withoutWriteOnly(schemas: Schemas, schema: unknown, value: unknown): unknown {
  if (!isRecord(schema) || !schemas.about(schema, hidesSomething)) return value;
  if (Array.isArray(value)) {
    return value.map((item: unknown, at) =>
      itemSchemas(schemas, schema, at).reduce<unknown>(
        (left, one) => withoutWriteOnly(schemas, one, left),
        item,
      ),
    );
  }
  if (!isRecord(value)) return value;
  const shown: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    const declared = declarations(schemas, schema, name);
    if (declared.some((one) => schemas.follow(one)["writeOnly"] === true)) continue;
    setOwn(
      shown,
      name,
      declared.reduce<unknown>((left, one) => withoutWriteOnly(schemas, one, left), member),
    );
  }
  return shown;
}

/**
 * Returns all subschemas for a property: declared by name, by pattern, by adjacent subschemas, and for
 * additional properties.
 */
function declarations(schemas: Schemas, schema: unknown, name: string, seen = new Set<unknown>()): unknown[] {
  const node = schemas.follow(schema);
  if (seen.has(node)) return [];
  seen.add(node);
  const { properties, patternProperties, additionalProperties, unevaluatedProperties } = node;
  const named = isRecord(properties) && Object.hasOwn(properties, name) ? [properties[name]] : [];
  const matching = Object.entries(isRecord(patternProperties) ? patternProperties : {}).flatMap(
    ([pattern, one]) => (schemas.matches(pattern, name) ? [one] : []),
  );
  const own = [...named, ...matching];
  if (own.length === 0) own.push(additionalProperties, unevaluatedProperties);
  return [...own, ...beside(node).flatMap((part) => declarations(schemas, part, name, seen))].filter(
    isRecord,
  );
}

/** Returns all subschemas for an item: by its position, or for further items, also of adjacent subschemas. */
function itemSchemas(schemas: Schemas, schema: unknown, at: number, seen = new Set<unknown>()): unknown[] {
  const node = schemas.follow(schema);
  if (seen.has(node)) return [];
  seen.add(node);
  const { prefixItems, items } = node;
  const own: unknown = Array.isArray(prefixItems) && at < prefixItems.length ? prefixItems[at] : items;
  return [own, ...beside(node).flatMap((part) => itemSchemas(schemas, part, at, seen))].filter(isRecord);
}

function beside(schema: Readonly<Record<string, unknown>>): unknown[] {
  const { allOf, anyOf, oneOf, then, else: otherwise, dependentSchemas } = schema;
  const lists = [allOf, anyOf, oneOf].flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []));
  const dependent = isRecord(dependentSchemas) ? Object.values(dependentSchemas) : [];
  return [...lists, then, otherwise, ...dependent].filter(isRecord);
}

/** Whether a schema, or one within it, hides a property. */
function hidesSomething(schemas: Schemas, schema: object): boolean {
  const seen = new Set<unknown>();
  const open: unknown[] = [schema];
  while (open.length > 0) {
    const next = open.pop();
    if (!isRecord(next)) continue;
    const node = schemas.follow(next);
    if (seen.has(node)) continue;
    seen.add(node);
    if (node["writeOnly"] === true) return true;
    const { properties, patternProperties, additionalProperties, unevaluatedProperties } = node;
    const { items, prefixItems } = node;
    open.push(additionalProperties, unevaluatedProperties, items);
    const first = Array.isArray(prefixItems) ? (prefixItems as unknown[]) : [];
    const members = [properties, patternProperties].flatMap((one) =>
      isRecord(one) ? Object.values(one) : [],
    );
    for (const part of [...first, ...beside(node), ...members]) open.push(part);
  }
  return false;
}

/** A resource with its kind. */
export interface Subject {
  readonly kind: Kind;
  readonly entry: Resource;
}

/** The result of a call. */
export interface Outcome {
  readonly operation: StateOperation;
  /** The URL up to where the document's paths begin. */
  readonly root: string;
  readonly path: Readonly<Record<string, unknown>>;
  /** The resources that were created, changed or removed, or the work that was started. */
  readonly subjects: readonly Subject[];
  /** Header fields in addition to those of the document. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** Copies member by member: a spread of the whole request costs a fiftieth of an exchange. */
export function outcomeOf(
  { operation, root, path }: Omit<Outcome, "subjects" | "fields">,
  subjects: readonly Subject[],
  fields?: Readonly<Record<string, unknown>>,
): Outcome {
  return fields === undefined
    ? { operation, root, path, subjects }
    : { operation, root, path, subjects, fields };
}

/**
 * Returns the response. A body with the resource's own schema is the resource; any other is filled with what
 * links read from it.
 */
export function success(schemas: Schemas, model: Model, outcome: Outcome): StateResponse {
  const { operation, subjects } = outcome;
  const { schema } = successContent(operation, schemas);
  const subject = subjects.find(({ kind }) => schemas.identity(kind.schema) === schemas.identity(schema));
  if (subject !== undefined) {
    const known = { ...entityTag(subject.entry), ...locationOf(outcome, subject) };
    return storedIn(successWith(schemas, outcome, subject.entry.value, known), subject.entry.value, whole);
  }
  const alike = subjects.find(
    ({ kind }) => kind.isSingle !== true && Object.hasOwn(schemas.properties(schema), kind.id),
  );
  const links = model.filledLinks.get(operation);
  const linked = links !== undefined;
  if (alike !== undefined && !linked)
    return successWith(schemas, outcome, seenAs(schemas, schema, alike), {
      ...entityTag(alike.entry),
      ...locationOf(outcome, alike),
    });
  const body = usualBody(schemas, operation);
  const [only] = subjects;
  if (only !== undefined && isListOf(schemas, schema, only))
    return successWith(
      schemas,
      outcome,
      [seenAs(schemas, schemas.follow(schema)["items"], only)],
      entityTag(only.entry),
    );
  if (!isRecord(body)) {
    const id = only === undefined ? undefined : idAlone(schemas, outcome, only);
    return successWith(
      schemas,
      outcome,
      id ?? body,
      only && id !== undefined ? locationOf(outcome, only) : {},
    );
  }
  const filled: Record<string, unknown> = {
    ...body,
    ...(subjects.length > 0 && saidDone(schemas, operation)),
  };
  for (const { kind, entry } of subjects) {
    const name = isRecord(schema)
      ? schemas.about(schema, propertyOfSchema).get(schemas.identity(kind.schema))
      : undefined;
    if (name !== undefined) setOwn(filled, name, entry.value);
    else if (!linked) wrap(schemas, schema, { kind, entry }, filled);
  }
  const tag =
    only !== undefined && subjects.length === 1
      ? { ...entityTag(only.entry), ...locationOf(outcome, only) }
      : {};
  const locations = fillLinks(filled, links ?? [], outcome);
  return successWith(schemas, outcome, filled, { ...tag, ...locations });
}

const whole: readonly string[] = [];

/** Marks the stored values of a response, unless its body is a copy without what is only written. */
export function storedIn(response: StateResponse, body: unknown, stored: readonly string[]): StateResponse {
  if (response.body !== body) return response;
  const { status, headers } = response;
  return { status, headers, body, stored };
}

/** Returns, for each schema of a property, the first property with it. */
function propertyOfSchema(schemas: Schemas, schema: object): ReadonlyMap<string, string> {
  const entries = Object.entries(schemas.properties(schema)).reverse();
  return new Map(entries.map(([name, node]) => [schemas.identity(node), name]));
}

/**
 * Inserts a resource into a body of another schema that contains its id: `{ data: { id } }`, `{ items: [{ id
 * }] }`.
 */
function wrap(schemas: Schemas, schema: unknown, subject: Subject, filled: Record<string, unknown>): void {
  if (subject.kind.isSingle === true) return;
  const { id } = subject.kind;
  const inner = Object.entries(schemas.properties(schema)).filter(
    ([, node]) => Object.hasOwn(schemas.properties(node), id) || isListOf(schemas, node, subject),
  );
  // `/floating_ips` wraps its resource in `floating_ip`.
  const named = stemOf(subject.kind.collection.replace(/^.*\//, ""));
  const [name, node] =
    inner.find(([one]) => stemOf(one) === named) ??
    inner.find(([one]) => /^(data|result|item|response)$/i.test(one)) ??
    (inner.length === 1 ? inner[0]! : []);
  if (name === undefined) return;
  const isList = isListOf(schemas, node, subject);
  const seen = seenAs(schemas, isList ? schemas.follow(node)["items"] : node, subject);
  setOwn(filled, name, isList ? [seen] : { ...recordOf(own(filled, name)), ...seen });
}

/**
 * Returns the id of the created resource, if the response is only that: a UUID or an integer, or a string
 * that is declared as an id.
 */
function idAlone(schemas: Schemas, { operation }: Outcome, { kind, entry }: Subject): unknown {
  if (operation.method !== "POST" || kind.isSingle === true) return undefined;
  const { schema } = successContent(operation, schemas);
  const { type, format, description, title } = schemas.follow(schema);
  const response = schemas.at(`${operation.pointer}/responses/${successStatus(operation)}`);
  const says = [description, title, response["description"]].some((text) =>
    /\bid\b|identifier/i.test(String(text)),
  );
  const id = own(entry.value, kind.id) ?? entry.id;
  const isOfType = type === "integer" ? Number.isInteger(id) : type === "string" && typeof id === "string";
  return isOfType && (type === "integer" || format === "uuid" || says) ? id : undefined;
}

/** Returns a name without its plural ending. */
function stemOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .replace(/ies$/, "y")
    .replace(/(?<=s|x|ch|sh)es$|s$/, "");
}

/** Whether a schema is that of a list of such resources. */
function isListOf(schemas: Schemas, schema: unknown, { kind }: Subject): boolean {
  const { type, items } = schemas.follow(schema);
  return kind.isSingle !== true && type === "array" && Object.hasOwn(schemas.properties(items), kind.id);
}

/**
 * Returns a resource in another schema that has its id: with the common properties, and minimal values for
 * others.
 */
function seenAs(schemas: Schemas, schema: unknown, { entry }: Subject): Record<string, unknown> {
  const properties = schemas.properties(schema);
  const seen: Record<string, unknown> = { ...recordOf(schemas.minimal(schema)) };
  for (const [name, member] of Object.entries(entry.value))
    if (Object.hasOwn(properties, name)) setOwn(seen, name, member);
  return seen;
}

/**
 * Returns the URL of the created resource, for documents whose response declares `Location` without a link.
 */
function locationOf({ operation, root, path }: Outcome, { kind, entry }: Subject): Record<string, string> {
  if (operation.method !== "POST" || kind.isSingle === true || kind.isElsewhere === true) return {};
  const { parameter } = kind;
  // Header fields such as `X-Document-Id` have the id, too.
  return {
    Location: root + filledPath(kind.template, path, { parameter, id: entry.id }),
    [parameter]: entry.id,
  };
}

/** Returns the entity tag of a resource as a header field. */
export function entityTag({ version }: Resource): { readonly ETag: string } {
  return { ETag: `"${version}"` };
}

/**
 * Returns a body that does not depend on the state: the declared example, else the minimal value of its
 * schema.
 */
export function usualBody(schemas: Schemas, operation: StateOperation): unknown {
  const content = successContent(operation, schemas);
  return schemas.example(content) ?? schemas.example(content["schema"]) ?? schemas.minimal(content["schema"]);
}

/** Fills the properties that links read; URLs are also returned as header fields. */
function fillLinks(
  body: Record<string, unknown>,
  links: readonly FilledLink[],
  { root, path, subjects }: Outcome,
): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { kind, property, isLocation } of links) {
    const id = subjects.find((subject) => subject.kind === kind)?.entry.id ?? own(path, kind.parameter);
    if (id === undefined) continue;
    setOwn(body, property, id);
    const url = root + filledPath(kind.template, path, { parameter: kind.parameter, id });
    for (const name of Object.keys(body)) if (isLocation(name)) setOwn(body, name, url);
    headers["Location"] ??= url;
  }
  return headers;
}

/**
 * Returns the success response of an operation with this body and the declared header fields whose values are
 * known.
 */
export function successWith(
  schemas: Schemas,
  { operation, fields = {} }: Pick<Outcome, "operation" | "fields">,
  body: unknown,
  known: Readonly<Record<string, string>> = {},
): StateResponse {
  const { code: declared, required, type, schema, named } = schemas.about(operation, successFacts);
  const location = own(known, "Location");
  // A document of errors only says nothing of a success: it has no content (RFC 9110, section 15.3).
  const code = declared ?? (location === undefined ? 204 : 201);
  const headers: Record<string, unknown> & { "Content-Type"?: string } = {};
  for (const { name, value } of required) headers[name] = value();
  for (const { name, properties, isLocation, isId } of named) {
    const value =
      own(known, name) ??
      textIn(body, properties) ??
      (isLocation ? location : isId ? idFor(name, known) : undefined);
    if (value !== undefined) headers[name] = value;
  }
  Object.assign(headers, fields);
  if (body === undefined || type === undefined) {
    // Declared or not: nothing else identifies the created resource (RFC 9110, section 15.3.2).
    if (location !== undefined) headers["Location"] ??= location;
    return { status: code, headers, body: undefined };
  }
  headers["Content-Type"] = type;
  const value = withoutWriteOnly(schemas, schema, body);
  if (isJsonType(type)) return { status: code, headers, body: value };
  if (isStreamType(type)) return { status: code, headers, body: streamOf(type, value) };
  return typeof value === "string"
    ? { status: code, headers, body: value }
    : { status: code, headers, body: "", value };
}

/** Returns the facts about an operation's success response that do not depend on the call. */
function successFacts(schemas: Schemas, operation: StateOperation) {
  const status = successStatus(operation);
  const response = operation.responses[status];
  const types = response?.mediaTypes ?? [];
  const { schema } = successContent(operation, schemas);
  const properties = Object.keys(schemas.properties(schema));
  const type = types.find(isJsonType) ?? types[0];
  return {
    code: declaresSuccess(operation) ? (/^\d+$/.test(status) ? Number(status) : 200) : undefined,
    required: requiredFields(schemas, `${operation.pointer}/responses/${status}`, response),
    schema,
    type: type === undefined ? undefined : concreteType(type),
    /** Header fields with the properties of the same meaning: `Operation-Id` and `operationId`. */
    named: (response?.headers ?? []).map((name) => {
      const plain = name.toLowerCase().replaceAll("-", "");
      return {
        name,
        properties: properties.filter((key) => key.toLowerCase() === plain),
        /** `Operation-Location`, but not where the content of the response itself is. */
        isLocation: /location$/.test(plain) && plain !== "contentlocation",
        isId: /id$/.test(plain),
      };
    }),
  };
}

/** Returns the id of the created resource, if a header field is named like its path parameter. */
function idFor(name: string, known: Readonly<Record<string, string>>): string | undefined {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  const parameter = Object.keys(known).find(
    (key) => key !== "Location" && key !== "ETag" && key.length > 2 && plain(name).endsWith(plain(key)),
  );
  return parameter === undefined ? undefined : known[parameter];
}

function textIn(body: unknown, names: readonly string[]): string | undefined {
  if (!isRecord(body)) return undefined;
  for (const name of names) {
    const value = own(body, name);
    if (typeof value === "string") return value;
  }
  return undefined;
}

/** Returns the current time. */
export interface Moment {
  (): string;
  readonly time: () => number;
}

/**
 * Returns a clock that formats its time once for all calls in the same millisecond, and only the milliseconds
 * within the same second.
 */
export function momentOf(now: () => Date): Moment {
  let last = Number.NaN;
  let text = "";
  const moment = (): string => {
    const at = now();
    const time = at.getTime();
    if (time === last) return text;
    const isSameSecond = Math.floor(time / 1000) === Math.floor(last / 1000);
    last = time;
    // `2026-12-01T12:00:00.` and three digits.
    text = isSameSecond
      ? `${text.slice(0, -4)}${String(time - Math.floor(time / 1000) * 1000).padStart(3, "0")}Z`
      : at.toISOString();
    return text;
  };
  return Object.assign(moment, { time: () => now().getTime() });
}

/**
 * `look`: work is done after the configured number of reads; `immediate`: before its response is sent;
 * `manual`: when it is finished explicitly; a number: that many milliseconds after its start.
 */
export type Pace = "look" | "immediate" | "manual" | number;

/** Whether work that is controlled by time and began at `began` is done. */
export function isDone(pace: "immediate" | number, began: number, now: number): boolean {
  return pace === "immediate" || now - began >= pace;
}

/** Work in progress, with the members that are added to lists at its end. */
export interface Work {
  readonly startedBy: StateOperation;
  readonly link: WorkLink;
  readonly entry: Resource;
  readonly joins: readonly Joining[];
  looksLeft: number;
  /** Milliseconds since the epoch. */
  readonly began: number;
}

/** Members, given by their ids, that are to be added to a list. */
export interface Joining {
  readonly list: ListOf;
  /** The path of the list, and that of the collection of its members. */
  readonly path: string;
  readonly collection: string;
  readonly ids: readonly string[];
}

/** What all tenants of an API share. */
export interface StateRules {
  readonly operations: Readonly<Record<string, StateOperation>>;
  readonly schemas: Schemas;
  readonly model: Model;
  /** Number of reads that show work in progress before one shows it done. */
  readonly looks: number;
  /** Returns how work progresses at present. */
  readonly pace: () => Pace;
  /** The clock (RFC 3339). */
  readonly moment: Moment;
  /** Creates values that the document's examples and minimal values cannot provide. Default: none. */
  readonly maker?: StateMaker | undefined;
}

/** Creates values that conform fully to their schemas. */
export interface StateMaker {
  /** Returns an id for a new resource, the `count`-th; undefined if there is none. */
  id(kind: Kind, count: number): unknown;
  /** Whether a value is a valid resource of the kind. */
  isResource(kind: Kind, value: unknown): boolean;
  /**
   * Returns a resource of the kind, with all required, or with all possible properties; undefined if none is
   * found.
   */
  resource(kind: Kind, isFull?: boolean): unknown;
  /** Returns a text of a schema that has a pattern; undefined if none is found. */
  text(schema: Readonly<Record<string, unknown>>): string | undefined;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * Merges the given values into the first base with which the result is valid. If there is none, into a full
 * resource; then with nested objects filled in; and finally as many of the given members as are valid.
 *
 * @param put  builds a resource from values and a base
 */
export function fitResource(
  maker: StateMaker | undefined,
  kind: Kind,
  { given, bases }: { readonly given: Values; readonly bases: readonly Values[] },
  put: (given: Values, base: Values) => Record<string, unknown>,
): Record<string, unknown> {
  const [first = {}] = bases;
  if (maker === undefined) return put(given, first);
  const onOneOf = (values: Values, grounds: readonly Values[]): Record<string, unknown> | undefined => {
    for (const ground of grounds) {
      const resource = put(values, ground);
      if (maker.isResource(kind, resource)) return resource;
    }
    return undefined;
  };
  const plain = onOneOf(given, bases);
  if (plain !== undefined) return plain;
  const whole = recordOf(maker.resource(kind));
  const grounds = [...bases, whole];
  const filled = filledIn(recordOf(maker.resource(kind, true)), given);
  const found = onOneOf(given, [whole]) ?? onOneOf(filled, grounds);
  if (found !== undefined) return found;
  const ground = grounds.find((one) => maker.isResource(kind, put({}, one)));
  if (ground === undefined) return put(given, whole);
  // Adds member by member; members that make the resource invalid are omitted.
  let kept: Values = {};
  for (const name of Object.keys(filled)) {
    const more = { ...kept };
    setOwn(more, name, own(filled, name));
    if (maker.isResource(kind, put(more, ground))) kept = more;
  }
  return put(kept, ground);
}

/**
 * Returns the given values, with the members of a full resource added in nested objects and in those of
 * lists.
 */
function filledIn(whole: Values, given: Values): Record<string, unknown> {
  const filled: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(given))
    setOwn(filled, name, filledMember(own(whole, name), member));
  return filled;
}

function filledMember(whole: unknown, given: unknown): unknown {
  if (isRecord(whole) && isRecord(given)) return { ...whole, ...filledIn(whole, given) };
  if (!Array.isArray(whole) || !Array.isArray(given)) return given;
  const [sample] = whole as readonly unknown[];
  return given.map((item: unknown) => filledMember(sample, item));
}

/** Returns the id with this number: `pool_01h9k` and 12 give `pool_00012`. Ids sort like their numbers. */
export function newId(example: unknown, count: number): unknown {
  return countedFrom(example)(count);
}

/** Returns a function from a number to its id, for many ids of the same form. */
export function countedFrom(example: unknown): (count: number) => unknown {
  if (typeof example === "number") return (count) => example + count;
  const text = typeof example === "string" && example !== "" ? example : "id-000000";
  // Replaces at most eight characters after the last separator: digits are valid in the alphabets of common
  // ids (hexadecimal, base 32, base 62), and the last group of a UUID has twelve characters.
  const room = Math.min(8, /[0-9A-Za-z]*$/.exec(text)?.[0].length ?? 0);
  const stem = text.slice(0, text.length - room);
  return (count) => stem + String(count).padStart(room, "0");
}

/** The progress of work. */
export interface Counts {
  readonly total: number;
  readonly queued: number;
  readonly done: number;
  readonly failed: number;
}

const countWords: readonly (readonly [keyof Counts, RegExp])[] = [
  ["total", /^(total|count|requested)/i],
  ["queued", /^(queued|pending|remaining|waiting|open)/i],
  ["failed", /^(fail|error|rejected)/i],
  ["done", /^(created|succe|completed|processed|done|added|updated|finished)/i],
];

/** Returns a value of the schema with the counts in the properties for them: the same if it has them. */
export function withCounts(schemas: Schemas, schema: unknown, value: unknown, counts: Counts): unknown {
  if (!isRecord(value) || !isRecord(schema)) return value;
  let all = value;
  for (const { name, word, node } of schemas.about(schema, countedIn)) {
    if (!Object.hasOwn(value, name)) continue;
    const before = own(value, name);
    const counted = word === undefined ? withCounts(schemas, node, before, counts) : counts[word];
    if (counted === before) continue;
    if (all === value) all = { ...value };
    setOwn(all, name, counted);
  }
  return all;
}

/** Returns the properties that are counts, and those that may contain counts. */
function countedIn(schemas: Schemas, schema: object) {
  return Object.entries(schemas.properties(schema)).flatMap(([name, node]) => {
    const word =
      schemas.follow(node)["type"] === "integer"
        ? countWords.find(([, pattern]) => pattern.test(name))?.[0]
        : undefined;
    const isNested = Object.keys(schemas.properties(node)).length > 0;
    return word !== undefined || isNested ? [{ name, word, node }] : [];
  });
}

/** Work whose progress a resource shows in its own status. */
export interface Begun {
  readonly course: Course;
  looksLeft: number;
  /** Milliseconds since the epoch. */
  readonly began: number;
}

/** The work in progress of one tenant. */
export class WorkUnderWay {
  /** Work that is shown by a separate resource. */
  readonly told = new Map<Resource, Work>();
  /** Resources whose own status shows their work. */
  readonly begun = new Map<Resource, Begun>();
  readonly #rules: StateRules;
  readonly #join: (joins: readonly Joining[]) => number;

  /** @param join  adds members to lists; returns how many of them exist */
  constructor(rules: StateRules, join: (joins: readonly Joining[]) => number) {
    this.#rules = rules;
    this.#join = join;
  }

  clear(): void {
    this.told.clear();
    this.begun.clear();
  }

  /** Starts work for a new resource whose schema has a status: the first value that is not final. */
  begin(kind: Kind, entry: Resource): void {
    const course = this.#rules.schemas.about(kind, courseOf);
    if (course === undefined || this.#rules.looks === 0) return;
    const isOver = this.#rules.pace() === "immediate";
    entry.value = { ...entry.value, [course.property]: isOver ? course.end : course.begin };
    if (!isOver)
      this.begun.set(entry, { course, looksLeft: this.#rules.looks, began: this.#rules.moment.time() });
  }

  /** Starts work; if there is nothing to do, or if its progress is not to be shown, it is done at once. */
  start({ startedBy, link, entry, joins }: Omit<Work, "looksLeft" | "began">): void {
    const { looks, pace, moment } = this.#rules;
    const work: Work = { startedBy, link, entry, joins, looksLeft: looks, began: moment.time() };
    const total = totalOf(work);
    if (total === 0 || looks === 0 || pace() === "immediate") this.#end(work, "done");
    else {
      this.told.set(work.entry, work);
      this.#show(work, { total, queued: total, done: 0, failed: 0 });
    }
  }

  /** Counts a read, which brings work nearer to its end. Returns whether it is still in progress. */
  look(entry: Resource): boolean {
    const begun = this.begun.get(entry);
    const work = this.told.get(entry);
    if (begun === undefined && work === undefined) return false;
    const isByLooks = this.#rules.pace() === "look";
    if (begun !== undefined && isByLooks && --begun.looksLeft < 0) this.#complete(entry, begun);
    if (work !== undefined && isByLooks && --work.looksLeft < 0) this.#end(work, "done");
    return this.told.has(entry) || this.begun.has(entry);
  }

  /** Ends the work whose time has come. */
  settle(): void {
    if (this.told.size === 0 && this.begun.size === 0) return;
    const pace = this.#rules.pace();
    if (pace === "look" || pace === "manual") return;
    const now = this.#rules.moment.time();
    for (const [entry, begun] of this.begun) if (isDone(pace, begun.began, now)) this.#complete(entry, begun);
    for (const work of this.told.values()) if (isDone(pace, work.began, now)) this.#end(work, "done");
  }

  /** Finishes all work in progress; returns how much there was. */
  finish(): number {
    const moved = this.told.size + this.begun.size;
    for (const [entry, begun] of this.begun) this.#complete(entry, begun);
    for (const work of this.told.values()) this.#end(work, "done");
    return moved;
  }

  /** Cancels the work that fills a list below a removed resource. */
  cancelBelow(path: string): void {
    for (const work of this.told.values())
      if (work.joins.some((join) => join.path.startsWith(path))) this.#end(work, "canceled");
  }

  #complete(entry: Resource, { course }: Begun): void {
    this.begun.delete(entry);
    entry.value = { ...entry.value, [course.property]: course.end };
    entry.version += 1;
  }

  #end(work: Work, how: "done" | "canceled"): void {
    const { link, entry, joins } = work;
    this.told.delete(entry);
    const total = totalOf(work);
    const done = how === "done" ? this.#join(joins) : 0;
    this.#show(work, { total, queued: 0, done, failed: total - done });
    for (const [name, values] of Object.entries(link.until)) {
      setOwn(entry.value, name, how === "done" ? values[0] : (values[1] ?? values[0]));
    }
  }

  /**
   * Sets the state of work in progress; without a declared value, the first value of the enum that is not
   * final.
   */
  #show({ link, entry }: Work, counts: Parameters<typeof withCounts>[3]): void {
    const { schema } = link.kind;
    const counted = recordOf(withCounts(this.#rules.schemas, schema, entry.value, counts));
    const value = counted === entry.value ? { ...counted } : counted;
    for (const { name, first } of this.#rules.schemas.about(link, firstStates)) setOwn(value, name, first);
    entry.value = value;
  }
}

/** Returns the properties that show work, with their values while it is in progress. */
function firstStates(
  schemas: Schemas,
  { kind, until }: WorkLink,
): { readonly name: string; readonly first: unknown }[] {
  const properties = schemas.properties(kind.schema);
  return Object.entries(until).flatMap(([name, ends]) => {
    const { enum: values } = schemas.follow(own(properties, name));
    if (!Array.isArray(values)) return [];
    const all: readonly unknown[] = values;
    return [{ name, first: all.find((one) => !ends.includes(one)) ?? all[0] }];
  });
}

function totalOf({ joins }: Pick<Work, "joins">): number {
  return joins.reduce((sum, { ids }) => sum + ids.length, 0);
}

/** Number of used ids that may come again before no other one is expected. */
const mostRepeats = 100;

/** The state of one tenant. */
export class TenantState {
  readonly rules: StateRules;
  readonly resources = new Resources();
  readonly work: WorkUnderWay;
  /** Number of ids assigned so far. */
  made = 0;
  /** Removed resources, by collection and id. */
  readonly gone = new Set<string>();

  constructor(rules: StateRules) {
    this.rules = rules;
    this.work = new WorkUnderWay(rules, (joins) => this.join(joins));
    this.begin();
  }

  /**
   * Clears everything. Resources that no operation of the document creates exist from the start: its
   * examples.
   */
  begin(): void {
    const { schemas, model } = this.rules;
    this.resources.clear();
    this.work.clear();
    this.gone.clear();
    this.made = 0;
    for (const kind of model.kinds) {
      if (kind.origin !== "example") continue;
      const value = exampleIn(kind, schemas);
      if (value !== undefined) this.resources.add(kind.collection, String(own(value, kind.id)), { ...value });
    }
  }

  /** Creates a resource with these values; other required properties are minimal. */
  create(kind: Kind, collection: string, given: unknown): Resource {
    const { schemas } = this.rules;
    const properties = schemas.properties(kind.schema);
    // An id chosen by the caller is kept; a server-assigned id is counted up from the example.
    const chosen = own(recordOf(given), kind.id);
    const shown = asProperty(schemas, own(properties, kind.id), chosen);
    const values = shown === chosen ? recordOf(given) : { ...recordOf(given), [kind.id]: shown };
    // Of several alternatives, the first is the one that fits the given values best.
    const fitted = { given: values, bases: leastValues(schemas, kind.schema, values) };
    const value = fitResource(this.rules.maker, kind, fitted, (members, base) =>
      this.#created(kind, members, base),
    );
    const id = kind.isSingle === true ? "" : (chosen ?? this.#newId(kind, collection));
    if (kind.isSingle !== true && Object.hasOwn(properties, kind.id)) setOwn(value, kind.id, shown ?? id);
    if (kind.counted !== undefined && own(values, kind.counted) === undefined)
      setOwn(value, kind.counted, (this.made += 1));
    if (this.gone.size > 0) this.gone.delete(`${collection} ${String(id)}`);
    return this.resources.add(collection, String(id), value);
  }

  /** Returns the value of a new resource, except its id. */
  #created(
    kind: Kind,
    given: Readonly<Record<string, unknown>>,
    least: Readonly<Record<string, unknown>>,
  ): Record<string, unknown> {
    const { schemas } = this.rules;
    const properties = schemas.properties(kind.schema);
    const now = this.rules.moment();
    const value: Record<string, unknown> = { ...least };
    const { changed, created } = schemas.about(kind, momentsOf);
    for (const name of changed) setOwn(value, name, now);
    for (const name of created) setOwn(value, name, now);
    const isOpen = schemas.about(kind, takesMore);
    for (const [name, member] of Object.entries(given)) {
      if (isOpen || Object.hasOwn(properties, name)) setOwn(value, name, member);
    }
    return value;
  }

  /** Returns an unused id of the collection; a used one if a schema such as an enum allows no other. */
  #newId(kind: Kind, collection: string): unknown {
    let used: Set<string> | undefined;
    for (let repeats = 0; ;) {
      this.made += 1;
      const id =
        this.rules.maker?.id(kind, this.made) ?? this.rules.schemas.about(kind, countedIds)(this.made);
      const text = String(id);
      if (!this.resources.has(collection, text) || repeats > mostRepeats) return id;
      used ??= new Set<string>();
      if (used.has(text)) repeats += 1;
      used.add(text);
    }
  }

  /**
   * Returns a resource of a kind that no call creates: every requested one is assumed to exist, created from
   * the document's example. Undefined for all other kinds, and for removed resources.
   */
  assumed(
    kind: Kind,
    collection: string,
    { id, path }: { readonly id: string; readonly path: Readonly<Record<string, unknown>> },
  ): Resource | undefined {
    if (kind.origin !== "assumed" || this.gone.has(`${collection} ${id}`)) return undefined;
    const { schemas, maker } = this.rules;
    const properties = schemas.properties(kind.schema);
    const example =
      exampleIn(kind, schemas) ?? recordOf(maker?.resource(kind) ?? schemas.minimal(kind.schema));
    const value: Record<string, unknown> = { ...example };
    const put = (name: string, given: unknown): void =>
      setOwn(value, name, asProperty(schemas, own(properties, name), given));
    for (const [name, given] of Object.entries(path)) if (Object.hasOwn(properties, name)) put(name, given);
    if (kind.isSingle !== true && Object.hasOwn(properties, kind.id)) put(kind.id, path[kind.parameter]);
    return this.resources.add(collection, id, value);
  }

  /** Changes the values of a resource; with `whole`, omitted properties are reset to their initial values. */
  update(kind: Kind, entry: Resource, given: unknown, whole: boolean): void {
    const { maker, schemas } = this.rules;
    const put = (values: Readonly<Record<string, unknown>>, base: Readonly<Record<string, unknown>>) =>
      this.#changed(kind, values, base, entry.value);
    const change = {
      given: recordOf(given),
      bases: whole ? leastValues(schemas, kind.schema, given) : [entry.value],
    };
    const isFitting = (): boolean => maker?.isResource(kind, put(change.given, entry.value)) !== false;
    // Without a null in the schema, null means that there is no value any more.
    const isCleared = !whole && Object.values(change.given).includes(null) && !isFitting();
    entry.value = fitResource(maker, kind, isCleared ? cleared(entry.value, change.given) : change, put);
    entry.version += 1;
  }

  /** Returns the changed value of a resource, which keeps its identity. */
  #changed(
    kind: Kind,
    given: Readonly<Record<string, unknown>>,
    base: Readonly<Record<string, unknown>>,
    before: Readonly<Record<string, unknown>>,
  ): Record<string, unknown> {
    const { schemas } = this.rules;
    const value = this.#created(kind, given, base);
    const { changed, created } = schemas.about(kind, momentsOf);
    for (const name of changed) setOwn(value, name, this.rules.moment());
    for (const name of created) setOwn(value, name, own(before, name));
    // Some ids are in no property, only in locations.
    if (kind.isSingle !== true && Object.hasOwn(before, kind.id))
      setOwn(value, kind.id, own(before, kind.id));
    return value;
  }

  /** Removes a resource; its unfinished work fails. */
  remove(collection: string, id: string): void {
    this.work.cancelBelow(belowPath(collection, id));
    this.gone.add(`${collection} ${id}`);
    this.resources.remove(collection, id);
  }

  /** Starts work that is shown by a resource of its own. */
  start(startedBy: StateOperation, link: WorkLink, joins: readonly Joining[]): Resource {
    const entry = this.create(link.kind, link.kind.collection, {});
    this.work.start({ startedBy, link, entry, joins });
    return entry;
  }

  /** Adds members to lists; returns how many of them exist. */
  join(joins: readonly Joining[]): number {
    let done = 0;
    for (const { list, path, collection, ids } of joins) {
      for (const id of ids) {
        if (!this.#exists(list.kind, collection, id)) continue;
        this.resources.members(path).add(id);
        done += 1;
      }
    }
    return done;
  }

  #exists(kind: Kind, collection: string, id: string): boolean {
    if (this.resources.get(collection, id) !== undefined) return true;
    if (kind.isElsewhere === true) this.create(kind, collection, { [kind.id]: id });
    return kind.isElsewhere === true;
  }
}

/** Returns a change whose null members are removed from the value, if the result is valid. */
function cleared(
  value: Readonly<Record<string, unknown>>,
  given: Readonly<Record<string, unknown>>,
): { readonly given: Record<string, unknown>; readonly bases: readonly Record<string, unknown>[] } {
  const left = Object.entries(value).filter(([name]) => own(given, name) !== null);
  return {
    given: Object.fromEntries(Object.entries(given).filter(([, member]) => member !== null)),
    bases: [Object.fromEntries(left), { ...value }],
  };
}

/** Whether resources of a kind declare additional properties. */
function takesMore(schemas: Schemas, { schema }: Kind): boolean {
  const { additionalProperties } = schemas.follow(schema);
  return additionalProperties !== undefined && additionalProperties !== false;
}

/** Returns the properties for the times of the last change and of creation. */
function momentsOf(
  schemas: Schemas,
  { schema }: Kind,
): { readonly changed: readonly string[]; readonly created: readonly string[] } {
  const moments = Object.entries(schemas.properties(schema)).flatMap(([name, node]) =>
    schemas.format(node) === "date-time" ? [name] : [],
  );
  const changed = moments.filter((name) => /updat|modif/i.test(name));
  return { changed, created: moments.filter((name) => /creat/i.test(name) && !changed.includes(name)) };
}

/** Returns a function that creates ids like the document's example, counted up. */
function countedIds(schemas: Schemas, { id, schema, fetch }: Kind): (count: number) => unknown {
  const node = own(schemas.properties(schema), id);
  const content = Object.values(schemas.at(`${fetch.pointer}/responses/200/content`))[0];
  const example = schemas.example(node) ?? own(recordOf(schemas.example(content)), id);
  const least = schemas.minimal(node);
  // The first of the numbers that a schema allows is the first id; zero is none.
  return countedFrom(example ?? (typeof least === "number" && least > 0 ? least - 1 : least));
}

/** Adds the resources that a body names to a list. */
export function addTo(
  state: TenantState,
  list: ListOf,
  parents: readonly Subject[],
  request: Performed,
): StateResponse {
  const named = joiningOf(list, request.path, [request.body]);
  const isNew = !named.ids.some((id) => state.resources.get(named.collection, id) !== undefined);
  const created = isNew ? createdFor(state, named, request) : undefined;
  const joins = [created === undefined ? named : { ...named, ids: [created.id] }];
  const parent = list.creates && created !== undefined ? { kind: list.kind, entry: created } : parents.at(-1);
  if (parent !== undefined) return startOrJoin(state, parent, joins, request);
  state.join(joins);
  return success(state.rules.schemas, state.rules.model, outcomeOf(request, []));
}

/**
 * If the response is the resource, or if the body names nothing and is not a batch, creates a resource from
 * it, which is added at once.
 */
function createdFor(
  state: TenantState,
  { list, collection, ids }: Joining,
  { body, path }: Performed,
): Resource | undefined {
  const { kind, creates, parent } = list;
  if (!isRecord(body) || kind.isElsewhere === true) return undefined;
  if (!creates && (ids.length > 0 || Object.values(body).some(Array.isArray))) return undefined;
  const { schemas } = state.rules;
  return state.create(kind, collection, withOwners(schemas, kind, { body, path }, parent));
}

/** Adds members to lists: at once, or by work that the document declares to be in progress until then. */
export function startOrJoin(
  state: TenantState,
  subject: Subject,
  joins: readonly Joining[],
  request: Performed,
): StateResponse {
  const link = state.rules.model.workLinks.get(request.operation);
  if (link === undefined) {
    state.join(joins);
    return success(state.rules.schemas, state.rules.model, outcomeOf(request, [subject]));
  }
  const work = state.start(request.operation, link, joins);
  for (const { name, pointer } of state.rules.schemas.about(request.operation, filledParameters)) {
    if (pointer !== link.pointer) continue;
    const found = { name, value: work.id };
    const { entry } = subject;
    entry.foundBy = entry.foundBy === undefined ? [found] : [...entry.foundBy, found];
  }
  const subjects = [{ kind: link.kind, entry: work }, subject];
  return success(state.rules.schemas, state.rules.model, outcomeOf(request, subjects));
}

/**
 * Returns the parameters of other operations that links of a success response fill, with the locations in its
 * body.
 */
function filledParameters(
  _: unknown,
  operation: StateOperation,
): readonly { readonly name: string; readonly pointer: string | undefined }[] {
  return linksOf(operation).flatMap(({ parameters }) =>
    Object.entries(parameters).map(([name, expression]) => ({ name, pointer: bodyPointer(expression) })),
  );
}

/**
 * Returns the resources that lists of references (`[{ senderId }]`) name, by the path parameter of their
 * kind.
 */
export function joiningOf(
  list: ListOf,
  path: Readonly<Record<string, unknown>>,
  values: readonly unknown[],
): Joining {
  const { references, kind } = list;
  const ids: string[] = [];
  const read = (value: unknown): void => {
    if (!isRecord(value)) return;
    for (const name of references) {
      const id = own(value, name);
      if (typeof id !== "string" && typeof id !== "number") continue;
      ids.push(String(id));
      return;
    }
  };
  for (const value of values) {
    if (Array.isArray(value)) for (const one of value) read(one);
    else read(value);
  }
  return {
    list,
    path: filledPath(list.operation.path, path),
    collection: filledPath(kind.collection, path),
    ids,
  };
}

export function perform(state: TenantState, role: Role, request: Performed): StateResponse {
  const { schemas } = state.rules;
  const missing = (): StateResponse => declaredError(schemas, request.operation, 404);
  const parents = parentsOf(state, request);
  if (parents === undefined) return missing();
  switch (role.does) {
    case "list":
      return showPage(state, role.list, request);
    case "handle":
      return performOnOne(state, role.kind, request) ?? missing();
    case "handleMember": {
      const id = String(request.path[role.parameter]);
      return performOnMember(state, role.list, { request, parents, id }) ?? missing();
    }
    case "join":
      return addTo(state, role.list, parents, request);
    case "create":
      return create(state, role, request);
    case "replaceByBody":
      return replaceByBody(state, role.kind, request) ?? missing();
    case "act":
      return act(state, role, request) ?? missing();
    case "show":
      return successWith(schemas, request, usualBody(schemas, request.operation));
  }
}

/** Performs an operation on a member of a list; undefined if it is not a member. */
function performOnMember(
  state: TenantState,
  list: ListOf,
  {
    request,
    parents,
    id,
  }: { readonly request: Performed; readonly parents: readonly Subject[]; readonly id: string },
): StateResponse | undefined {
  const { method } = request.operation;
  const { kind } = list;
  const members = state.resources.members(filledPath(list.operation.path, request.path));
  const done = (): StateResponse =>
    success(state.rules.schemas, state.rules.model, outcomeOf(request, parents));
  if (method === "DELETE") return members.delete(id) ? done() : undefined;
  if (method === "PUT" && request.body === undefined) {
    return state.join([{ ...joiningOf(list, request.path, []), ids: [id] }]) > 0 ? done() : undefined;
  }
  const named = { ...request, path: { ...request.path, [kind.parameter]: id } };
  if (members.has(id)) return performOnOne(state, kind, named);
  if (method !== "PUT") return undefined;
  // Adds a member, and creates one where the document lets clients choose its id.
  const response = performOnOne(state, kind, named);
  if (response !== undefined && response.status < 300) members.add(id);
  return response;
}

function performOnOne(state: TenantState, kind: Kind, request: Performed): StateResponse | undefined {
  const { operation, path, headers } = request;
  const { resources } = state;
  const { schemas } = state.rules;
  const collection = filledPath(kind.collection, path);
  const id = idIn(kind, path);
  const entry = resources.get(collection, id) ?? state.assumed(kind, collection, { id, path });
  const condition = textOf(headers["If-Match"]);
  const cases = state.rules.model.putCases.get(operation);
  const answer = (
    subject: Resource,
    declared: StateOperation = operation,
    fields: Readonly<Record<string, string>> = {},
  ): StateResponse => {
    const { root } = request;
    const outcome = outcomeOf({ operation: declared, root, path }, [{ kind, entry: subject }], fields);
    return success(schemas, state.rules.model, outcome);
  };
  if (entry === undefined) {
    if (operation.method !== "PUT" || !mayCreate(state, kind, operation, id)) return undefined;
    if (condition !== undefined) return declaredError(schemas, operation, 412);
    // The id as it was parsed, which may be a number.
    const named = kind.isSingle === true ? {} : { [kind.id]: path[kind.parameter] };
    const given = { ...withOwners(schemas, kind, request), ...named };
    return answer(state.create(kind, collection, given), cases?.created);
  }
  const { ETag: tag } = entityTag(entry);
  if (operation.method === "GET" || operation.method === "HEAD") {
    const known = textOf(headers["If-None-Match"]);
    if (known !== undefined && "304" in operation.responses && noneMatchFails(known, tag))
      return { status: 304, headers: { ETag: tag }, body: undefined };
    // Responses for work in progress request a retry at once, so that tests do not wait.
    return answer(entry, operation, state.work.look(entry) ? { "Retry-After": "0" } : {});
  }
  if (operation.method === "PUT" && textOf(headers["If-None-Match"]) === "*")
    return declaredError(schemas, operation, 412);
  if (condition !== undefined && !ifMatchHolds(condition, tag)) {
    return declaredError(schemas, operation, 412);
  }
  if (operation.method === "DELETE") state.remove(collection, id);
  else if (/^(PATCH|PUT|POST)$/.test(operation.method)) {
    const change = changeIn(entry.value, request);
    if (change === undefined) return declaredError(schemas, operation, 409);
    if (isSpoiled(state, { kind, entry }, request.body, change.given))
      return declaredError(schemas, operation, 400, { errors: [spoils] });
    const owned = change.whole && isRecord(change.given);
    const given = owned
      ? withOwners(schemas, kind, { body: change.given, path })
      : completed(schemas, kind.schema, {
          before: entry.value,
          given: unwrapped(schemas, kind, change.given),
        });
    const kept =
      change.whole && change.given === request.body ? keptBy(schemas, kind, request, entry.value) : {};
    state.update(kind, entry, { ...recordOf(given), ...kept }, change.whole);
  }
  return answer(entry, cases?.replaced);
}

/**
 * Whether a JSON Patch makes a valid resource invalid. It names the locations in the resource itself, whereas
 * other changes may have a schema of their own.
 */
function isSpoiled(
  { rules: { maker } }: TenantState,
  subject: Subject,
  body: unknown,
  value: unknown,
): boolean {
  const { kind, entry } = subject;
  return (
    maker !== undefined &&
    isJsonPatch(body) &&
    maker.isResource(kind, entry.value) &&
    !maker.isResource(kind, value)
  );
}

const spoils = {
  in: "body",
  pointer: "",
  detail: "must leave a resource that is valid by its schema",
} as const;

/** Whether a PUT may create a resource under this id. */
function mayCreate({ rules }: TenantState, kind: Kind, operation: StateOperation, id: string): boolean {
  if (rules.model.literals.get(kind)?.has(id) === true) return false;
  if (kind.isSingle === true) return true;
  return putCreates(rules.schemas, { operation, operations: Object.values(rules.operations), kind }).creates;
}

function showPage(state: TenantState, list: ListOf, request: Performed): StateResponse {
  const { resources } = state;
  const { schemas } = state.rules;
  const path = filledPath(request.operation.path, request.path);
  const { kind, owner } = list;
  const all = list.isAcross
    ? resources.across(path, kind.collection.slice(request.operation.path.length).split("/").length - 1)
    : resources.all(filledPath(kind.collection, request.path));
  const members = list.members ? resources.members(path) : undefined;
  const inPath = owner && request.path[owner.parameter];
  const wanted =
    owner && String(asProperty(schemas, own(schemas.properties(kind.schema), owner.property), inPath));
  const isWhole = members === undefined && owner === undefined;
  const isIn = ({ id, value }: Resource): boolean =>
    (members === undefined || members.has(id)) &&
    (owner === undefined || String(own(value, owner.property)) === wanted);
  const entries = isWhole ? all : all.filter(isIn);
  const page = pageOf(schemas, list, { path, url: request.root + path, query: request.query, entries });
  if ("wrong" in page) {
    const errors = [
      { in: "query" as const, name: page.wrong, detail: "must be a token from a page of this list" },
    ];
    return declaredError(schemas, request.operation, 400, { errors });
  }
  const { fields, body } = page;
  return storedIn(successWith(schemas, { operation: request.operation, fields }, body), body, list.items);
}

function create(
  state: TenantState,
  { kind, parent }: Extract<Role, { readonly does: "create" }>,
  request: Performed,
): StateResponse {
  const { schemas } = state.rules;
  const collection = filledPath(kind.collection, request.path);
  const given = withOwners(schemas, kind, request, parent);
  const chosen = own(given, kind.id);
  if (
    chosen !== undefined &&
    state.resources.get(collection, textOfId(chosen)) !== undefined &&
    "409" in request.operation.responses
  )
    return declaredError(schemas, request.operation, 409);
  const entry = state.create(kind, collection, given);
  if (request.operation.responses["202"] !== undefined) state.work.begin(kind, entry);
  const below = state.rules.model.listsBelow.get(kind) ?? [];
  const path = below.length === 0 ? request.path : { ...request.path, [kind.parameter]: entry.id };
  const values = Object.values(recordOf(request.body));
  const joins = below.map((list) => joiningOf(list, path, values));
  return startOrJoin(state, { kind, entry }, joins, request);
}

/** Returns the resources along the path of a request; undefined if one does not exist. */
export function parentsOf(state: TenantState, { path, through }: Performed): Subject[] | undefined {
  const found: Subject[] = [];
  for (const kind of through) {
    const collection = filledPath(kind.collection, path);
    const id = idIn(kind, path);
    const entry = state.resources.get(collection, id) ?? state.assumed(kind, collection, { id, path });
    if (entry === undefined) return undefined;
    found.push({ kind, entry });
  }
  return found;
}

/** Changes or replaces the resource whose id is in the body; undefined if there is none. */
function replaceByBody(state: TenantState, kind: Kind, request: Performed): StateResponse | undefined {
  const given = recordOf(unwrapped(state.rules.schemas, kind, request.body));
  const id = own(given, kind.id);
  if (id === undefined || id === null) return undefined;
  return performOnOne(state, kind, { ...request, path: { ...request.path, [kind.parameter]: id } });
}

/** Performs the action that the last segment of the path names; undefined if the resource does not exist. */
function act(
  state: TenantState,
  { kind, verb, undoes }: Extract<Role, { readonly does: "act" }>,
  request: Performed,
): StateResponse | undefined {
  const { schemas, model } = state.rules;
  const collection = filledPath(kind.collection, request.path);
  const id = idIn(kind, request.path);
  const entry =
    state.resources.get(collection, id) ?? state.assumed(kind, collection, { id, path: request.path });
  if (entry === undefined) return undefined;
  const effect = effectOf(schemas, kind, verb, undoes);
  if (effect !== undefined) state.update(kind, entry, affected(entry.value, effect), false);
  return success(schemas, model, outcomeOf(request, [{ kind, entry }]));
}

function textOfId(id: unknown): string {
  return typeof id === "string" ? id : JSON.stringify(id);
}

function idIn(kind: Kind, path: Readonly<Record<string, unknown>>): string {
  return kind.isSingle === true ? "" : String(path[kind.parameter]);
}

/**
 * Whether `If-None-Match` matches the current entity tag, by weak comparison
 * (https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2).
 */
function noneMatchFails(field: string, tag: string): boolean {
  return field.trim() === "*" || field.split(",").some((one) => one.trim().replace(/^W\//, "") === tag);
}

/** Returns a header field; undefined if it was not sent. */
function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** One resource of a collection. */
export interface ResourceData {
  readonly id: string;
  readonly value: Readonly<Record<string, unknown>>;
  /** Incremented with every change; the entity tag is derived from it. */
  readonly version: number;
  /** Ascending over all resources of a tenant: the order of lists. */
  readonly order: number;
  /** Query parameters of lists that match the resource besides its properties, with the matching values. */
  readonly foundBy: Readonly<Record<string, readonly string[]>>;
}

/** Work in progress. */
export interface WorkData {
  /** The operationId of the call that started it. */
  readonly startedBy: string;
  /** The resource that shows its progress. */
  readonly collection: string;
  readonly id: string;
  readonly looksLeft: number;
  /** Milliseconds since the epoch. */
  readonly began?: number;
  /** The members that are added to lists at its end; lists by their operationIds. */
  readonly joins: readonly {
    readonly list: string;
    readonly path: string;
    readonly collection: string;
    readonly ids: readonly string[];
  }[];
}

/** The state of one tenant. */
export interface TenantData {
  /** Number of ids assigned so far. */
  readonly made: number;
  /** Resources by the paths of collections: `/pools/p1/senders`. */
  readonly collections: Readonly<Record<string, readonly ResourceData[]>>;
  /** The ids of members by the paths of lists. */
  readonly members: Readonly<Record<string, readonly string[]>>;
  readonly work: readonly WorkData[];
  /** Resources whose own status shows work in progress. */
  readonly begun?: readonly BegunData[];
  /** Removed resources, by collection and id. */
  readonly gone?: readonly string[];
  /** Responses to writes with an `Idempotency-Key`. */
  readonly kept?: readonly KeptData[];
}

/** Work of a resource that has not ended. */
export interface BegunData {
  readonly collection: string;
  readonly id: string;
  readonly looksLeft: number;
  readonly began: number;
}

/** A response that is kept for retries with the same idempotency key. */
export interface KeptData {
  /** The operation, its path and the key. */
  readonly scope: string;
  /** The body of the request, as JSON. */
  readonly body: string;
  readonly response: StateResponse;
}

/**
 * Data by tenant.
 *
 * @example
 * { "": {
 *   made: 1,
 *   collections: { "/pools": [{ id: "p1", value: { id: "p1" }, version: 1, order: 1, foundBy: {} }] },
 *   members: {},
 *   work: []
 * } }
 */
export type StateData = Readonly<Record<string, TenantData>>;

/** Returns the part that fits, and a sentence for each path with data that does not. */
export function fittingData(
  { model, maker }: Pick<StateRules, "model" | "maker">,
  data: TenantData,
): { readonly data: TenantData; readonly lost: readonly string[] } {
  const lost: string[] = [];
  const kindAt = (path: string): Kind | undefined =>
    model.kinds.find((kind) =>
      isOfTemplate(kind.isSingle === true ? kind.template : kind.collection, path),
    ) ?? model.kinds.find((kind) => kind.isElsewhere !== true && kind.collection === path);
  const collections = Object.entries(data.collections).flatMap(
    ([path, resources]): [string, ResourceData[]][] => {
      const kind = kindAt(path);
      const kept =
        kind === undefined ? [] : resources.filter(({ value }) => maker?.isResource(kind, value) !== false);
      if (kept.length < resources.length)
        lost.push(
          kind === undefined
            ? `${resources.length} of ${path}: the document has no such resources any more`
            : `${resources.length - kept.length} of ${path}: they break the schema that it has now`,
        );
      return kept.length === 0 ? [] : [[path, kept]];
    },
  );
  const members = Object.entries(data.members).filter(([path, ids]) => {
    const isThere = model.lists.some((list) => list.members && isOfTemplate(list.operation.path, path));
    if (!isThere && ids.length > 0)
      lost.push(`${ids.length} of ${path}: the document has no such list any more`);
    return isThere;
  });
  return {
    data: { ...data, collections: Object.fromEntries(collections), members: Object.fromEntries(members) },
    lost,
  };
}

/** Whether a path, with percent-encoded values, matches a template. */
export function isOfTemplate(template: string, path: string): boolean {
  const segments = path.split("/");
  const wanted = template.split("/");
  return (
    wanted.length === segments.length &&
    wanted.every((segment, at) => (segment.includes("{") ? segments[at] !== "" : segment === segments[at]))
  );
}

/** Returns all data as JSON values. Values are shared with the state; callers must copy them. */
export function tenantData({ resources, work, made, gone }: TenantState): TenantData {
  const collections = [...resources.collections()].map(
    ([path, all]): [string, TenantData["collections"][string]] => [
      path,
      [...all.values()].map(({ id, value, version, order, foundBy }) => ({
        id,
        value,
        version,
        order,
        foundBy: valuesByName(foundBy),
      })),
    ],
  );
  const collectionOf = (entry: Resource): string =>
    collections.find(([path]) => resources.get(path, entry.id) === entry)?.[0] ?? "";
  const underWay = [...work.told.values()].map(({ startedBy, entry, joins, looksLeft, began }): WorkData => ({
    startedBy: startedBy.operationId,
    collection: collectionOf(entry),
    id: entry.id,
    looksLeft,
    began,
    joins: joins.map(({ list, ...rest }) => ({ ...rest, list: list.operation.operationId })),
  }));
  const members = Object.fromEntries([...resources.joined()].map(([path, ids]) => [path, [...ids]]));
  const begun = [...work.begun].map(([entry, { looksLeft, began }]) => {
    return { collection: collectionOf(entry), id: entry.id, looksLeft, began };
  });
  return {
    made,
    collections: Object.fromEntries(collections),
    members,
    work: underWay,
    begun,
    gone: [...gone],
  };
}

function valuesByName(found: Resource["foundBy"] = []): Record<string, string[]> {
  const all: Record<string, string[]> = {};
  for (const { name, value } of found) setOwn(all, name, [...(own(all, name) ?? []), value]);
  return all;
}

/** Replaces the state by data. Work of operations that the document no longer has is omitted. */
export function restoreTenant(
  state: TenantState,
  { made, collections, members, work, begun = [], gone = [] }: TenantData,
): void {
  const { operations, model } = state.rules;
  state.resources.clear();
  state.work.clear();
  state.gone.clear();
  for (const one of gone) state.gone.add(one);
  state.made = made;
  const all = Object.entries(collections).flatMap(([path, list]) =>
    list.map((resource) => ({ path, resource })),
  );
  for (const { path, resource } of all.sort((one, other) => one.resource.order - other.resource.order)) {
    const entry = state.resources.add(path, resource.id, { ...resource.value }, resource.order);
    entry.version = resource.version;
    const found = Object.entries(resource.foundBy).flatMap(([name, values]) =>
      values.map((value) => ({ name, value })),
    );
    if (found.length > 0) entry.foundBy = found;
  }
  for (const [path, ids] of Object.entries(members))
    for (const id of ids) state.resources.members(path).add(id);
  for (const { collection, id, looksLeft, began } of begun) {
    const entry = state.resources.get(collection, id);
    const kind = model.kinds.find((one) => isOfTemplate(one.collection, collection));
    const course = kind && state.rules.schemas.about(kind, courseOf);
    if (entry !== undefined && course !== undefined)
      state.work.begun.set(entry, { course, looksLeft, began });
  }
  for (const { startedBy, collection, id, joins, looksLeft, began = 0 } of work) {
    const operation = own(operations, startedBy);
    const link = operation && model.workLinks.get(operation);
    const entry = state.resources.get(collection, id);
    if (operation === undefined || link === undefined || entry === undefined) continue;
    const known = joins.flatMap((join): Joining[] => {
      const list = model.lists.find((one) => one.operation.operationId === join.list);
      return list === undefined ? [] : [{ ...join, list }];
    });
    state.work.told.set(entry, { startedBy: operation, link, entry, joins: known, looksLeft, began });
  }
}

/**
 * Returns the declared stream type that a body requests, if other types are declared as well. `sdk` is
 * `x-sdk` of the operation.
 */
export function streamAskedFor(types: readonly string[], body: unknown, sdk: unknown): string | undefined {
  const { field = "stream" } = recordOf(recordOf(sdk)["stream"]);
  if (!isRecord(body) || body[String(field)] !== true || types.every(isStreamType)) return undefined;
  return types.find(isStreamType);
}

/**
 * Returns a success response as the requested stream: one item, the declared example or the minimal value.
 */
export function asStream(
  schemas: Schemas,
  operation: StateOperation,
  body: unknown,
  response: StateResponse,
): StateResponse {
  const status = successStatus(operation);
  if (response.status >= 300) return response;
  const sdk = schemas.at(operation.pointer)["x-sdk"];
  const type = streamAskedFor(operation.responses[status]?.mediaTypes ?? [], body, sdk);
  if (type === undefined) return response;
  const { content: all } = schemas.at(`${operation.pointer}/responses/${status}`);
  const content = schemas.follow(recordOf(all)[type]);
  const item =
    schemas.example(content) ?? schemas.example(content["schema"]) ?? schemas.minimal(content["schema"]);
  const { sentinel } = recordOf(recordOf(content["x-sdk"])["stream"] ?? recordOf(sdk)["stream"]);
  const end = isEventStream(type) && typeof sentinel === "string" ? streamOf(type, sentinel) : "";
  return {
    ...response,
    headers: { ...response.headers, "Content-Type": type },
    body: streamOf(type, item) + end,
    stored: undefined,
  };
}

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

/**
 * Returns the pointers of a page's metadata: `next` → `/meta/next`. `count` is not a total, since it may
 * count only the items of the page.
 */
export function pagePointers(
  schemas: Schemas,
  schema: unknown,
  above: readonly string[] = [],
): Map<PageFactName, string> {
  const found = new Map<PageFactName, string>();
  for (const [name, node] of Object.entries(schemas.properties(schema))) {
    const { type, format } = schemas.follow(node);
    const at = [...above, name];
    const fact = pageFactName(name, { types: [type].flat(), format });
    const isDoubtful = fact === "total" && !/^(total|numfound)/i.test(name);
    if (nestedNames.test(name) && above.length < 3 && Object.keys(schemas.properties(node)).length > 0)
      for (const [inner, place] of pagePointers(schemas, node, at))
        found.set(inner, found.get(inner) ?? place);
    else if (fact !== undefined && !isDoubtful && type !== undefined)
      found.set(fact, found.get(fact) ?? pointerOf(at));
  }
  return found;
}

export function pointerOf(place: readonly string[]): string {
  return `/${place.map((key) => key.replaceAll("~", "~0").replaceAll("/", "~1")).join("/")}`;
}
