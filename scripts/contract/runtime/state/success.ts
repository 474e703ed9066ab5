// Success responses: the declared body and header fields, filled with the resources of the call.
import { concreteType, isJsonType, isStreamType } from "../boundary/media-type.ts";
import { own, setOwn } from "../wire-value.ts";
import { requiredFields } from "./declared-error.ts";
import { type Kind, type Model } from "./model.ts";
import type { FilledLink } from "./links.ts";
import { declaresSuccess, filledPath, successContent, successStatus } from "./operation-parts.ts";
import { isRecord, recordOf } from "./record.ts";
import type { Schemas } from "./schemas.ts";
import type { StateOperation, StateResponse } from "./state-api.ts";
import { saidDone } from "./said-done.ts";
import { streamOf } from "./stream-body.ts";
import type { Resource } from "./resources.ts";
import { withoutWriteOnly } from "./without-write-only.ts";

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
