// Builds the request of a case: its own values, known existing values, and the smallest values for everything
// else that is required.
import type { Json } from "../../document/document.ts";
import { addAll } from "../../document/long-lists.ts";
import { httpBody } from "../../exchange/body-text.ts";
import type { HttpBody, HttpRequest } from "../../exchange/http.ts";
import { fillPath, hasQuery } from "../../exchange/path-template.ts";
import { carries } from "../../exchange/security-alternative.ts";
import { isPositional } from "../../exchange/part-encoding.ts";
import { serialise } from "../../exchange/serialise.ts";
import type { WireParameter } from "../../exchange/wire-parameter.ts";
import { type Case, type CaseBody, parameterKey } from "./case.ts";
import { itemsBody, multipartBody } from "./multipart-body.ts";
import type { OperationSlots } from "./operation-slots.ts";
import { exampleOr } from "./plan-cases.ts";

/** Values of parameters that identify existing resources, by parameter key. */
export type KnownValues = ReadonlyMap<string, Json>;

/** A request, or why it cannot be written. */
export type Built = { readonly request: HttpRequest } | { readonly unwritten: string };

/**
 * Builds a request.
 *
 * @param known  takes precedence over generated values, but not over values of the case
 */
export function buildRequest(one: Case, slots: OperationSlots, known: KnownValues): Built {
  const { operation } = one;
  const { template, source } = operation;
  const path = template.names.map(() => "");
  const query: string[] = [];
  const headers: (readonly [string, string])[] = [];
  const cookies: string[] = [];
  for (const slot of slots.parameters) {
    const { parameter } = slot;
    // A credential that is also declared as a parameter is sent as the credential.
    if (carries(operation.security.flat(), parameter)) continue;
    const key = parameterKey(parameter);
    const isGiven = one.parameters.has(key);
    if (!isGiven && !parameter.required) continue;
    const value = isGiven ? one.parameters.get(key) : (known.get(key) ?? exampleOr(slot));
    if (value === undefined && isGiven) continue;
    if (value === undefined) return { unwritten: `no value is known for ${key}` };
    const { text, pairs } = serialise(parameter, value);
    const joined = pairs.map(([name, encoded]) => `${name}=${encoded}`);
    put(parameter, { text, joined }, { path, names: template.names, query, headers, cookies });
  }
  if (one.moreQuery !== undefined) query.push(one.moreQuery);
  if (cookies.length > 0) headers.push(["cookie", cookies.join("; ")]);
  const body = bodyOf(one, slots);
  if (body === "unknown") return { unwritten: "no value is known for the body" };
  if (body?.text === "") return { unwritten: "its text is empty, which means no body" };
  const separator = hasQuery(template) ? "&" : "?";
  return {
    request: {
      method: one.method ?? source.method,
      server: operation.servers[0] ?? "/",
      target: [fillPath(template, path), query.join("&")].filter((part) => part !== "").join(separator),
      headers: [
        ...headers,
        ...(one.headers ?? []),
        ...(body === undefined ? [] : [["content-type", body.mediaType] as const]),
      ],
      credentials: credentialsOf(one),
      ...(body === undefined ? {} : { body }),
    },
  };
}

interface Locations {
  readonly path: string[];
  readonly names: readonly string[];
  readonly query: string[];
  readonly headers: (readonly [string, string])[];
  readonly cookies: string[];
}

function put(
  { place, name }: WireParameter,
  { text, joined }: { readonly text: string; readonly joined: readonly string[] },
  { path, names, query, headers, cookies }: Locations,
): void {
  if (place === "path") path[names.indexOf(name)] = text;
  else if (place === "header") headers.push([name, text]);
  else if (place === "cookie") addAll(cookies, joined);
  else addAll(query, place === "querystring" ? [text] : joined);
}

function bodyOf(one: Case, { bodies }: OperationSlots): HttpBody | "unknown" | undefined {
  const { operation } = one;
  if (one.body === null) return undefined;
  if (one.body !== undefined) return written(one, one.body);
  if (operation.body?.required !== true) return undefined;
  const [slot] = bodies.filter(({ smallest }) => smallest !== undefined);
  if (slot?.smallest === undefined) return "unknown";
  return written(one, { content: slot.content, media: slot.media, value: slot.smallest });
}

function written({ operation }: Case, { content, media, value, text, bytes }: CaseBody): HttpBody {
  if (text !== undefined) return { mediaType: media.text, text, value, ...(bytes && { bytes }) };
  if (media.type === "multipart")
    return isPositional(operation.root, content)
      ? itemsBody(operation.root, content, value)
      : multipartBody(value);
  return httpBody(media, value, { root: operation.root, schema: content.schema });
}

/** Returns the kinds of credentials that the request carries. */
function credentialsOf({ operation, credentials = 0 }: Case): HttpRequest["credentials"] {
  if (credentials === "none") return [];
  return operation.security[typeof credentials === "number" ? credentials : 0] ?? [];
}
