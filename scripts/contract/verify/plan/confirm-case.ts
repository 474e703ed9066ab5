// Confirms a case by validating its request against the document: the document must accept the request, or
// reject it for exactly the intended reason.
import { checkRequest } from "../../exchange/check-exchange.ts";
import type { Api } from "../../exchange/api.ts";
import type { HttpRequest } from "../../exchange/http.ts";
import { serverPath } from "../../exchange/server-url.ts";
import { reachOperation } from "../../proxy/find-operation.ts";
import { mediaKind } from "../../exchange/media-range.ts";
import type { Json } from "../../document/document.ts";
import { isArray, isObject, unescapeSegment } from "../../document/pointer.ts";
import type { Case } from "./case.ts";
import { readingsOf } from "./form-readings.ts";

/**
 * Returns whether a request tests what its case intends; a case that is not about a schema is always
 * confirmed.
 */
export function isConfirmed(api: Api, one: Case, request: HttpRequest): boolean {
  if (one.expects === "unauthorized") return true;
  // Another path may have the method and match the URL.
  if (one.expects === "no-method")
    return reachOperation(api, request.method, serverPath(request.server) + request.target) === undefined;
  // A text that cannot be parsed is invalid by itself.
  if (one.expects === "refused" && one.body?.text !== undefined && one.place === "body") return true;
  const errors = checkRequest(api, one.operation, request, { view: "request", closed: false });
  if (one.expects === "accepted") return errors.length === 0;
  const claimed = one.place === "media type" ? "content-type" : slotOf(one.place);
  const isOnly = errors.length > 0 && errors.every((error) => startsWith(error, claimed));
  return isOnly && !isReadAsValid(api, one, request);
}

/** Returns whether the field of a form that makes a request invalid may be read as a valid value. */
function isReadAsValid(api: Api, { operation, place, body: given }: Case, request: HttpRequest): boolean {
  const { body } = request;
  const [part, field] = place.split("/");
  const isForm = given != null && ["form", "multipart"].includes(mediaKind(given.media));
  if (!isForm || part !== "body" || field === undefined || body === undefined) return false;
  const isValid = (value: Json): boolean => {
    const read = { ...request, body: { mediaType: body.mediaType, text: body.text, value } };
    return checkRequest(api, operation, read, { view: "request", closed: false }).length === 0;
  };
  if (isArray(body.value)) {
    const items = body.value;
    return items.some((item, index) =>
      readingsOf(item).some((reading) => reading !== undefined && isValid(items.with(index, reading))),
    );
  }
  if (!isObject(body.value)) return false;
  const name = unescapeSegment(field);
  const { [name]: member, ...rest } = body.value;
  if (member === undefined) return false;
  return readingsOf(member).some((reading) =>
    isValid(reading === undefined ? rest : { ...rest, [name]: reading }),
  );
}

/** Returns the slot of a location: `body/tags/*` → `body`; `query/a/b` → `query/a`. */
function slotOf(place: string): string {
  const [part = "", name] = place.split("/");
  return part === "body" || name === undefined ? part : `${part}/${name}`;
}

function startsWith(error: string, slot: string): boolean {
  return error.startsWith(slot) && !/[\w-]/.test(error.charAt(slot.length));
}
