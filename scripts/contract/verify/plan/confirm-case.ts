// Confirms a case by validating its request against the document: the document must accept the request, or
// reject it for exactly the intended reason.
import { checkRequest } from "../../exchange/check-exchange.ts";
import type { Api } from "../../exchange/api.ts";
import type { HttpRequest } from "../../exchange/http.ts";
import { serverPath } from "../../exchange/server-url.ts";
import { reachOperation } from "../../proxy/find-operation.ts";
import type { Case } from "./case.ts";

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
  return errors.length > 0 && errors.every((error) => startsWith(error, claimed));
}

/** Returns the slot of a location: `body/tags/*` → `body`; `query/a/b` → `query/a`. */
function slotOf(place: string): string {
  const [part = "", name] = place.split("/");
  return part === "body" || name === undefined ? part : `${part}/${name}`;
}

function startsWith(error: string, slot: string): boolean {
  return error.startsWith(slot) && !/[\w-]/.test(error.charAt(slot.length));
}
