// Holds a written case against the document: it must accept it whole, or refuse it for the one reason that is claimed.
import { checkRequest } from "../../exchange/check-exchange.ts";
import type { Api } from "../../exchange/api.ts";
import type { HttpRequest } from "../../exchange/http.ts";
import { serverPath } from "../../exchange/server-url.ts";
import { reachOperation } from "../../proxy/find-operation.ts";
import type { Case } from "./case.ts";

/** Whether a request shows what its case claims; what says nothing of schemas is taken as it is. */
export function isConfirmed(api: Api, one: Case, request: HttpRequest): boolean {
  if (one.expects === "unauthorized") return true;
  // Another path may have the method, and match what was sent.
  if (one.expects === "no-method")
    return reachOperation(api, request.method, serverPath(request.server) + request.target) === undefined;
  // A text that stands for no value is wrong by itself.
  if (one.expects === "refused" && one.body?.text !== undefined && one.place === "body") return true;
  const errors = checkRequest(api, one.operation, request, { view: "request", closed: false });
  if (one.expects === "accepted") return errors.length === 0;
  const claimed = one.place === "media type" ? "content-type" : slotOf(one.place);
  return errors.length > 0 && errors.every((error) => startsWith(error, claimed));
}

/** `body/tags/*` → `body`; `query/a/b` → `query/a`. */
function slotOf(place: string): string {
  const [part = "", name] = place.split("/");
  return part === "body" || name === undefined ? part : `${part}/${name}`;
}

function startsWith(error: string, slot: string): boolean {
  return error.startsWith(slot) && !/[\w-]/.test(error.charAt(slot.length));
}
