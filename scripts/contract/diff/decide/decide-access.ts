// Decides how an operation is accessed: its servers and its security requirements.
import type { ApiOperation } from "../../exchange/api.ts";
import type { Credential } from "../../exchange/http.ts";
import { routeRequest } from "../../exchange/route-request.ts";
import { isOpenUrl } from "../../exchange/server-url.ts";
import { alternativeText, keysCarried, opens } from "../../exchange/security-alternative.ts";
import { buildRequest } from "./build-request.ts";
import { claimedDraft } from "./claimed-draft.ts";
import { confirmExchange } from "./confirm-exchange.ts";
import type { Draft } from "./draft.ts";
import { flowOf, type OperationPair, type Context } from "./context.ts";
import { ruleOf } from "../rules/table.ts";

/** Decides security: each requirement of base that suffices must also suffice in head. */
export function decideSecurity(context: Context, pair: OperationPair): Draft[] {
  const { base, head } = pair;
  const declared = keysRequired(base);
  const lost = base.security.find(
    (held) => !head.security.some((wanted) => opens([...held, ...declared], wanted)),
  );
  if (lost === undefined) return [];
  const request = buildRequest(context, pair, { credentials: lost });
  const change = {
    base: base.security.map(alternativeText).join(" or "),
    head: head.security.map(alternativeText).join(" or "),
  };
  const flow = flowOf(pair, "request");
  const confirmed = confirmExchange(context, pair, flow, { request }, { errors: "credentials" });
  return claimedDraft({ ...draftOf(pair), rule: ruleOf("security"), place: "security", change }, confirmed);
}

/** Returns the API keys declared as required parameters: each request carries them. */
function keysRequired({ parameters }: ApiOperation): readonly Credential[] {
  return (["header", "query", "cookie"] as const).flatMap((place) =>
    keysCarried(
      place,
      parameters.filter((one) => one.place === place && one.required).map(({ name }) => name),
    ),
  );
}

/** Decides servers: each URL that base's clients use must still reach head's operation. */
export function decideServers(context: Context, pair: OperationPair): Draft[] {
  const { base, head } = pair;
  if (base.caller === "provider") return [];
  const servers = [...base.servers].sort((a, b) => Number(isOpenUrl(a)) - Number(isOpenUrl(b)));
  for (const server of servers) {
    const request = buildRequest(context, pair, { server });
    // A request that base itself would not route proves nothing.
    if ("error" in routeRequest(context.base, base, request)) continue;
    const route = routeRequest(context.head, head, request);
    if (!("error" in route)) continue;
    const change = { base: base.servers.join(", "), head: head.servers.join(", ") };
    const made = { ...draftOf(pair), rule: ruleOf("server"), place: "server", change };
    // Its default is among the servers and was not removed.
    if (isOpenUrl(server) && base.servers.length > 1) {
      return [
        { ...made, verdict: "notice", reason: "only other values than the default of a variable are lost" },
      ];
    }
    const witness = { exchange: { request }, sender: "base" as const, rejection: [route.error] };
    return [{ ...made, verdict: "breaking", witness }];
  }
  return [];
}

function draftOf({ base, head }: OperationPair): Omit<Draft, "verdict" | "rule" | "place" | "change"> {
  return {
    side: "request",
    part: "parameter",
    pointers: { base: base.source.pointer, head: head.source.pointer },
  };
}
