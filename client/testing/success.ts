// Successes: the body and the header fields that the document describes, filled with what the call was about.
import { isRecord } from "../is-record.ts";
import type { ContractOperation } from "./contract.ts";
import { requiredHeaders } from "./declared-error.ts";
import {
  bodyPointer,
  isJsonType,
  type Kind,
  linksOf,
  type Model,
  successContent,
  successStatus,
} from "./model.ts";
import { getOwn, setOwn } from "./own-property.ts";
import type { Schemas } from "./schema.ts";
import type { Entry } from "./store.ts";
import { isStream, streamOf } from "./stream-body.ts";

/** What a call was about. */
export interface Outcome {
  readonly operation: ContractOperation;
  /** The URL up to where the document's paths begin. */
  readonly root: string;
  readonly path: Readonly<Record<string, unknown>>;
  /** The thing that was created, changed or removed, or that was started. */
  readonly subjects: readonly { readonly kind: Kind; readonly entry: Entry }[];
  readonly fields?: Readonly<Record<string, string>>;
}

/** The answer. A body of a thing's own schema is the thing; in any other, what links read from it is put in. */
export function success(schemas: Schemas, model: Model, outcome: Outcome): Response {
  const { operation, subjects } = outcome;
  const { schema } = successContent(operation, schemas);
  const subject = subjects.find(({ kind }) => schemas.identity(kind.schema) === schemas.identity(schema));
  if (subject !== undefined) return respond(schemas, outcome, subject.entry.value, entityTag(subject.entry));
  const body = usualBody(schemas, operation);
  if (!isRecord(body)) return respond(schemas, outcome, body);
  const filled: Record<string, unknown> = { ...body };
  for (const { kind, entry } of subjects) {
    const name = Object.entries(schemas.properties(schema)).find(
      ([, node]) => schemas.identity(node) === schemas.identity(kind.schema),
    )?.[0];
    if (name !== undefined) setOwn(filled, name, entry.value);
  }
  const locations = fillLinks(filled, model, outcome);
  return respond(schemas, outcome, filled, locations);
}

/** The entity tag of a thing, as a header field. */
export function entityTag({ version }: Entry): Record<string, string> {
  return { ETag: `"${version}"` };
}

/** An answer that is about nothing: the document's example. */
export function usualBody(schemas: Schemas, operation: ContractOperation): unknown {
  const content = successContent(operation, schemas);
  return schemas.example(content) ?? schemas.example(content["schema"]) ?? schemas.minimal(content["schema"]);
}

/** Gives the locations as header fields, too. */
function fillLinks(
  body: Record<string, unknown>,
  { kinds }: Model,
  { operation, root, path, subjects }: Outcome,
): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const link of linksOf(operation)) {
    const kind = kinds.find(({ fetch }) => fetch.operationId === link.operationId);
    const property = kind && bodyPointer(link.parameters[kind.parameter])?.slice(1);
    if (kind === undefined || property === undefined) continue;
    const id = subjects.find((subject) => subject.kind === kind)?.entry.id ?? getOwn(path, kind.parameter);
    if (id === undefined) continue;
    setOwn(body, property, id);
    const url = root + located(kind.template, { ...path, [kind.parameter]: id });
    const stem = property.replace(/_?id$/i, "");
    for (const name of Object.keys(body)) {
      if (name.startsWith(stem) && /(location|url|uri|link|href)$/i.test(name)) setOwn(body, name, url);
    }
    headers["Location"] ??= url;
  }
  return headers;
}

function located(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
}

function respond(
  schemas: Schemas,
  { operation, fields: own = {} }: Outcome,
  body: unknown,
  known: Readonly<Record<string, string>> = {},
): Response {
  const status = successStatus(operation);
  const response = operation.responses[status];
  const headers = new Headers(requiredHeaders(schemas, `${operation.pointer}/responses/${status}`, response));
  for (const name of response?.headers ?? []) {
    // `Operation-Id` says the same as `operationId`.
    const property = Object.entries(isRecord(body) ? body : {}).find(
      ([key]) => key.toLowerCase() === name.toLowerCase().replaceAll("-", ""),
    );
    const value = getOwn(known, name) ?? (typeof property?.[1] === "string" ? property[1] : undefined);
    if (value !== undefined) headers.set(name, value);
  }
  for (const [name, value] of Object.entries(own)) headers.set(name, value);
  const types = response?.mediaTypes ?? [];
  const type = types.find(isJsonType) ?? types[0];
  const code = /^\d+$/.test(status) ? Number(status) : 200;
  if (body === undefined || type === undefined) return new Response(null, { status: code, headers });
  headers.set("Content-Type", type);
  return new Response(textFor(type, body), { status: code, headers });
}

/** A body as it is sent under a media type: of what is no JSON, texts only. */
export function textFor(type: string, body: unknown): string {
  if (isJsonType(type)) return JSON.stringify(body);
  if (isStream(type)) return streamOf(type, body);
  return typeof body === "string" ? body : "";
}
