// Successes: the body and the header fields that the document describes, filled with what the call was about.
import { isJsonType, isStreamType } from "../boundary/media-type.ts";
import { own, setOwn } from "../wire-value.ts";
import { requiredFields } from "./declared-error.ts";
import { type Kind, type Model } from "./model.ts";
import type { FilledLink } from "./links.ts";
import { filledPath, successContent, successStatus } from "./operation-parts.ts";
import { isRecord, recordOf } from "./record.ts";
import type { Schemas } from "./schemas.ts";
import type { StateOperation, StateResponse } from "./state-api.ts";
import { streamOf } from "./stream-body.ts";
import type { Thing } from "./things.ts";
import { withoutWriteOnly } from "./without-write-only.ts";

/** A thing, and of which kind it is. */
export interface Subject {
  readonly kind: Kind;
  readonly entry: Thing;
}

/** What a call was about. */
export interface Outcome {
  readonly operation: StateOperation;
  /** The URL up to where the document's paths begin. */
  readonly root: string;
  readonly path: Readonly<Record<string, unknown>>;
  /** The things that were created, changed or removed, or that were started. */
  readonly subjects: readonly Subject[];
  /** Header fields beside those of the document. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** Member by member: a spread of the whole request costs a fiftieth of an exchange. */
export function outcomeOf(
  { operation, root, path }: Omit<Outcome, "subjects" | "fields">,
  subjects: readonly Subject[],
  fields?: Readonly<Record<string, string>>,
): Outcome {
  return fields === undefined
    ? { operation, root, path, subjects }
    : { operation, root, path, subjects, fields };
}

/** The response. A body of a thing's own schema is the thing; in any other, what links read from it is put in. */
export function success(schemas: Schemas, model: Model, outcome: Outcome): StateResponse {
  const { operation, subjects } = outcome;
  const { schema } = successContent(operation, schemas);
  const subject = subjects.find(({ kind }) => schemas.identity(kind.schema) === schemas.identity(schema));
  if (subject !== undefined)
    return successWith(schemas, outcome, subject.entry.value, {
      ...entityTag(subject.entry),
      ...locationOf(outcome, subject),
    });
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
  const filled: Record<string, unknown> = { ...body };
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

/** What the properties of a schema are of, to the first such name. */
function propertyOfSchema(schemas: Schemas, schema: object): ReadonlyMap<string, string> {
  const entries = Object.entries(schemas.properties(schema)).reverse();
  return new Map(entries.map(([name, node]) => [schemas.identity(node), name]));
}

/** Puts a thing where a body has another schema with its id inside: `{ data: { id } }`, `{ items: [{ id }] }`. */
function wrap(schemas: Schemas, schema: unknown, subject: Subject, filled: Record<string, unknown>): void {
  if (subject.kind.isSingle === true) return;
  const { id } = subject.kind;
  const inner = Object.entries(schemas.properties(schema)).filter(
    ([, node]) => Object.hasOwn(schemas.properties(node), id) || isListOf(schemas, node, subject),
  );
  // `/floating_ips` gives its thing as `floating_ip`.
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

/** The id of what was created, where a response is that alone: a UUID or an integer, or a text that is said to be an id. */
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

/** A name without its plural. */
function stemOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .replace(/ies$/, "y")
    .replace(/(?<=s|x|ch|sh)es$|s$/, "");
}

/** Whether a schema is that of a list of such things. */
function isListOf(schemas: Schemas, schema: unknown, { kind }: Subject): boolean {
  const { type, items } = schemas.follow(schema);
  return kind.isSingle !== true && type === "array" && Object.hasOwn(schemas.properties(items), kind.id);
}

/** A thing in another schema that has its id: what it has of the properties there, and of the others as little as can be. */
function seenAs(schemas: Schemas, schema: unknown, { entry }: Subject): Record<string, unknown> {
  const properties = schemas.properties(schema);
  const seen: Record<string, unknown> = { ...recordOf(schemas.minimal(schema)) };
  for (const [name, member] of Object.entries(entry.value))
    if (Object.hasOwn(properties, name)) setOwn(seen, name, member);
  return seen;
}

/** Where what was created is, for documents whose response has the field and no link. */
function locationOf({ operation, root, path }: Outcome, { kind, entry }: Subject): Record<string, string> {
  if (operation.method !== "POST" || kind.isSingle === true || kind.isElsewhere === true) return {};
  return { Location: root + filledPath(kind.template, { ...path, [kind.parameter]: entry.id }) };
}

/** The entity tag of a thing, as a header field. */
export function entityTag({ version }: Thing): { readonly ETag: string } {
  return { ETag: `"${version}"` };
}

/** A body that is about nothing: the document's example, else the smallest value of its schema. */
export function usualBody(schemas: Schemas, operation: StateOperation): unknown {
  const content = successContent(operation, schemas);
  return schemas.example(content) ?? schemas.example(content["schema"]) ?? schemas.minimal(content["schema"]);
}

/** Gives the locations as header fields, too. */
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
    const url = root + filledPath(kind.template, { ...path, [kind.parameter]: id });
    for (const name of Object.keys(body)) if (isLocation(name)) setOwn(body, name, url);
    headers["Location"] ??= url;
  }
  return headers;
}

/** The success of an operation with this body, and with the header fields of the document that are known. */
export function successWith(
  schemas: Schemas,
  { operation, fields = {} }: Pick<Outcome, "operation" | "fields">,
  body: unknown,
  known: Readonly<Record<string, string>> = {},
): StateResponse {
  const { code, required, type, schema, named } = schemas.about(operation, successFacts);
  const headers: Record<string, string> = {};
  for (const { name, value } of required) headers[name] = value();
  for (const { name, properties } of named) {
    const value = own(known, name) ?? textIn(body, properties);
    if (value !== undefined) headers[name] = value;
  }
  Object.assign(headers, fields);
  if (body === undefined || type === undefined) return { status: code, headers, body: undefined };
  headers["Content-Type"] = type;
  return { status: code, headers, body: bodyFor(type, withoutWriteOnly(schemas, schema, body)) };
}

/** What the document says of the success of an operation, as far as all of them are alike. */
function successFacts(schemas: Schemas, operation: StateOperation) {
  const status = successStatus(operation);
  const response = operation.responses[status];
  const types = response?.mediaTypes ?? [];
  const { schema } = successContent(operation, schemas);
  const properties = Object.keys(schemas.properties(schema));
  return {
    code: /^\d+$/.test(status) ? Number(status) : 200,
    required: requiredFields(schemas, `${operation.pointer}/responses/${status}`, response),
    schema,
    type: types.find(isJsonType) ?? types[0],
    /** Header fields, and the properties that say the same: `Operation-Id` and `operationId`. */
    named: (response?.headers ?? []).map((name) => {
      const plain = name.toLowerCase().replaceAll("-", "");
      return { name, properties: properties.filter((key) => key.toLowerCase() === plain) };
    }),
  };
}

function textIn(body: unknown, names: readonly string[]): string | undefined {
  if (!isRecord(body)) return undefined;
  for (const name of names) {
    const value = own(body, name);
    if (typeof value === "string") return value;
  }
  return undefined;
}

/** A body as it is given under a media type: of what is no JSON, texts only. */
function bodyFor(type: string, body: unknown): unknown {
  if (isJsonType(type)) return body;
  if (isStreamType(type)) return streamOf(type, body);
  return typeof body === "string" ? body : "";
}
