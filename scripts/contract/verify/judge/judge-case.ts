// Judges whether the response to a case is the expected one, and whether it is conclusive.
import type { Api } from "../../exchange/api.ts";
import { covers, mediaRange } from "../../exchange/media-range.ts";
import { methodsAt } from "./methods-at.ts";
import type { Case } from "../plan/case.ts";
import { locationOf } from "../plan/case.ts";
import { fieldOf, type Received, type Sent } from "../send/sender.ts";
import type { Problem } from "./problem.ts";

/** The verdict on one response. */
export interface Judgement {
  readonly problems: readonly Problem[];
  /** Why the response is inconclusive for the case; undefined if it is conclusive. */
  readonly inconclusive: string | undefined;
}

/** Statuses that reject the request itself (RFC 9110, section 15.5). */
const rejecting = new Set([400, 406, 411, 413, 414, 415, 422, 431]);
/** Statuses that reject a request because of the current state. */
const ofState = new Set([402, 409, 410, 412, 423, 424, 428, 451]);
/** Size in bytes above which a server may reject a body; most documents do not declare their limit. */
const large = 2 ** 20;

export function judgeCase(api: Api, one: Case, sent: Sent): Judgement {
  const { response } = sent;
  if (response === undefined || response.status >= 500)
    return { problems: [], inconclusive: "the server failed" };
  if (response.status === 429) return { problems: [], inconclusive: "the server limited the request rate" };
  switch (one.expects) {
    case "accepted":
      return judgeAccepted(one, sent, response);
    case "refused":
      return judgeRejected(one, response);
    case "unauthorized":
      return judgeUnauthorized(one, response);
    case "no-method":
      return judgeMethod(api, one, response);
  }
}

const conclusive = { problems: [], inconclusive: undefined };
const silent = (inconclusive: string): Judgement => ({ problems: [], inconclusive });

function judgeAccepted(one: Case, sent: Sent, { status, body }: Received): Judgement {
  const isAboutPath = one.place.startsWith("path/");
  if (status < 400) return respondsAsRequested(sent) ? conclusive : silent("another media type was sent");
  if (status === 401 || status === 403) return silent(`the credentials were not accepted (${status})`);
  if (ofState.has(status)) return conclusive;
  if (status === 404) {
    const mayBeAbsent = one.operation.template.names.length > 0 || sent.request.body !== undefined;
    if (isAboutPath) return conclusive;
    if (mayBeAbsent) return silent("nothing exists that the request names (404)");
  }
  const headers = sent.request.headers.map(([name]) => name.toLowerCase());
  if (status === 422 && headers.includes("idempotency-key")) return silent("the key was used before (422)");
  if (status === 413 && (sent.request.body?.text.length ?? 0) > large)
    return silent("the body is larger than the server takes (413)");
  const excerpt = body.toString("utf8", 0, 300).replaceAll(/\s+/g, " ");
  return {
    problems: [
      {
        check: "rejects-valid",
        place: locationOf(one),
        expected: `accepted: ${one.what || "it keeps to the document"}`,
        got: `${status} ${excerpt}`.trim(),
        pointer: one.constraints[0]?.pointer,
      },
    ],
    inconclusive: undefined,
  };
}

/** A server may ignore `Accept` (RFC 9110, section 12.5.1); such a response is inconclusive. */
function respondsAsRequested({ request, response }: Sent): boolean {
  const accept = request.headers.find(([name]) => name === "accept")?.[1];
  const type = response && fieldOf(response, "content-type");
  return accept === undefined || type === undefined || covers(mediaRange(accept), mediaRange(type));
}

function judgeRejected(one: Case, { status }: Received): Judgement {
  if (status === 401 || status === 403) return silent(`the credentials were not accepted (${status})`);
  if (rejecting.has(status)) return conclusive;
  const [part] = one.place.split("/");
  if (status === 404)
    return part === "path" ? conclusive : silent("nothing exists that the request names (404)");
  if (status >= 400)
    return part === "header" && ofState.has(status)
      ? conclusive
      : silent(`${status} says nothing about the request`);
  const constraint = one.constraints[0];
  return {
    problems: [
      {
        check: one.violates ?? "accepts-invalid",
        place: locationOf(one),
        expected:
          constraint === undefined
            ? `rejected: ${one.what}`
            : `rejected by ${constraint.keyword}: ${one.what}`,
        got: String(status),
        pointer: constraint?.pointer,
      },
    ],
    inconclusive: undefined,
  };
}

function judgeUnauthorized(one: Case, response: Received): Judgement {
  const { status } = response;
  const pointer = `${one.operation.source.pointer}/security`;
  const common = { place: `credentials/${one.what}`, pointer };
  if (status === 401) {
    if (fieldOf(response, "www-authenticate") !== undefined) return conclusive;
    return {
      problems: [{ check: "challenge", ...common, expected: "WWW-Authenticate", got: "none" }],
      inconclusive: undefined,
    };
  }
  if (status === 403) return conclusive;
  if (status >= 400) return silent(`${status} says nothing about the credentials`);
  return {
    problems: [{ check: "access-without-credentials", ...common, expected: "401", got: String(status) }],
    inconclusive: undefined,
  };
}

function judgeMethod(api: Api, { operation, method = "" }: Case, response: Received): Judgement {
  const { status } = response;
  const declared = methodsAt(api, operation);
  const pointer = operation.source.pointer.replace(/\/[^/]*$/, "");
  if (status === 401 || status === 403) return silent(`the credentials were not accepted (${status})`);
  if (status !== 405)
    return {
      problems: [
        {
          check: "method-not-allowed",
          place: `method`,
          expected: `405 to ${method}`,
          got: String(status),
          pointer,
        },
      ],
      inconclusive: undefined,
    };
  const allowed = (fieldOf(response, "allow") ?? "")
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
  const missing = declared.filter((one) => !allowed.includes(one));
  const surplus = allowed.includes(method);
  if (missing.length === 0 && !surplus) return conclusive;
  return {
    problems: [
      {
        check: "allow-header",
        place: "405/header/allow",
        expected: declared.join(", "),
        got: allowed.join(", ") || "none",
        pointer,
      },
    ],
    inconclusive: undefined,
  };
}
