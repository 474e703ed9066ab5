// Validates complete exchanges: a request or a response against one document.
import type { Reading } from "../containment/schema-part.ts";
import { accepts } from "../containment/confirm.ts";
import type { Side } from "../containment/search.ts";
import type { Api, ApiContent, ApiOperation } from "./api.ts";
import { checkParameter, type RawParameters } from "./check-parameters.ts";
import type { Credential, HttpBody, HttpRequest, HttpResponse } from "./http.ts";
import { validWire } from "./interpret.ts";
import { covers, holdsJson, mediaKind, mediaRange, speakingFor } from "./media-range.ts";
import { ownQuery } from "./path-template.ts";
import { routeRequest } from "./route-request.ts";
import { cookies, decode, splitQuery } from "./parse-wire.ts";
import { alternativeText, carries, keysCarried, opens } from "./security-alternative.ts";
import { sentParameters } from "./sent-parameters.ts";
import { keyForStatus } from "./status-range.ts";
import { wireTree } from "./wire-tree.ts";

/**
 * How one side reads: which properties exist for it (`readOnly`, `writeOnly`), and whether its objects are
 * closed.
 */
export interface Manner {
  readonly view: Side["view"];
  readonly closed: boolean;
}

/** Returns the errors of a request to an operation of the document; empty if it is valid. */
export function checkRequest(
  api: Api,
  operation: ApiOperation,
  request: HttpRequest,
  manner: Manner,
): readonly string[] {
  const route = routeRequest(api, operation, request);
  if ("error" in route) return [route.error];
  const reading: Reading = { root: operation.root, ...manner };
  const query = ownQuery(operation.template, queryOf(request));
  const raw: RawParameters = { path: route.path, query, headers: request.headers };
  return [
    ...checkCredentials(operation, request),
    ...sentParameters(operation.root, operation.parameters, raw).flatMap((parameter) => {
      if (carries(request.credentials, parameter)) return [];
      const position = operation.template.names.indexOf(parameter.name);
      return checkParameter(reading, parameter, position < 0 ? undefined : position, raw);
    }),
    ...checkRequestBody(reading, operation, request.body),
  ];
}

/** Returns the errors of a response of an operation; `accept` is the request's `Accept`. */
export function checkResponse(
  operation: ApiOperation,
  response: HttpResponse,
  manner: Manner,
  accept?: string,
): readonly string[] {
  const keys = operation.responses.map(({ status }) => status);
  const key = keyForStatus(keys, response.status);
  const declared = operation.responses.find(({ status }) => status === key);
  if (declared === undefined) return [`status ${response.status} is not declared`];
  const reading: Reading = { root: operation.root, ...manner };
  const raw: RawParameters = { path: [], query: "", headers: response.headers };
  return [
    ...sentParameters(operation.root, declared.headers, raw).flatMap((header) =>
      checkParameter(reading, header, undefined, raw),
    ),
    ...checkAccepted(response.body, accept),
    ...checkResponseBody(reading, declared.contents, response.body),
  ];
}

function checkCredentials({ security }: ApiOperation, request: HttpRequest): string[] {
  const { credentials } = request;
  const held = [...credentials, ...keysIn(request)];
  if (security.some((alternative) => opens(held, alternative))) return [];
  return [
    `credentials must be ${security.map(alternativeText).join(", or ")}; got ${alternativeText(credentials)}`,
  ];
}

function keysIn(request: HttpRequest): readonly Credential[] {
  const names = (pairs: readonly (readonly [string, string])[]) => pairs.map(([name]) => decode(name));
  return [
    ...keysCarried(
      "header",
      request.headers.map(([name]) => name),
    ),
    ...keysCarried("query", names(splitQuery(queryOf(request)))),
    ...keysCarried("cookie", names(cookies(request))),
  ];
}

function checkRequestBody(
  reading: Reading,
  { body }: ApiOperation,
  sent: HttpBody | undefined,
): readonly string[] {
  if (sent === undefined) return body?.required === true ? ["body is required"] : [];
  // A request body that is not declared has no defined meaning and is ignored (RFC 9110, section 9.3.1).
  return body === undefined ? [] : checkBody(reading, body.contents, sent);
}

function checkAccepted(sent: HttpBody | undefined, accept: string | undefined): string[] {
  if (sent === undefined || accept === undefined) return [];
  return covers(mediaRange(accept), mediaRange(sent.mediaType))
    ? []
    : [`content-type must be ${accept}, as the request accepts; got ${sent.mediaType}`];
}

function checkResponseBody(
  reading: Reading,
  contents: readonly ApiContent[],
  sent: HttpBody | undefined,
): readonly string[] {
  if (contents.length === 0) return [];
  if (sent === undefined)
    return [`body is missing; expected ${contents.map(({ range }) => range.text).join(" or ")}`];
  return checkBody(reading, contents, sent);
}

function checkBody(reading: Reading, contents: readonly ApiContent[], sent: HttpBody): readonly string[] {
  const media = mediaRange(sent.mediaType);
  const content = speakingFor(contents, media);
  if (content === undefined) {
    return [
      `content-type must be ${contents.map(({ range }) => range.text).join(" or ")}; got ${sent.mediaType}`,
    ];
  }
  const side = { ...reading, ...content.schema };
  // The text of an event stream as a whole is not JSON.
  const isJson = mediaKind(media) === "json" || (holdsJson(media) && typeof sent.value !== "string");
  const { valid, errors } = isJson ? accepts(side, sent.value) : validWire(side, wireTree(sent.value));
  return valid ? [] : errors.map((error) => `body${error.startsWith("/") ? "" : " "}${error}`);
}

function queryOf({ target }: HttpRequest): string {
  const at = target.indexOf("?");
  return at < 0 ? "" : target.slice(at + 1);
}
