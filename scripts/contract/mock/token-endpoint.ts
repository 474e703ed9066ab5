// Token endpoint for OAuth 2.0 (RFC 6749, section 3.2), if the document declares it on its own server.
import { child, deref, isObject } from "../document/pointer.ts";
import type { WireResponse } from "../runtime/boundary/check-response.ts";
import { credentialsIn } from "../runtime/boundary/credentials.ts";
import { essenceOf } from "../runtime/boundary/media-type.ts";
import { fieldText } from "../runtime/boundary/message-head.ts";
import { httpErrorOf } from "../runtime/boundary/problem.ts";
import { problem } from "./responses/error-responses.ts";
import { unchecked } from "./checked-response.ts";
import { firstTenant } from "./credentials.ts";
import type { MockedContract } from "./mock.ts";
import type { Credential } from "./mock-api.d.ts";
import type { SentRequest } from "./mock-receiver.ts";
import type { MockRouter } from "./mock-router.ts";

/** A scheme whose tokens the mock issues, and its paths. */
export interface TokenEndpoint {
  readonly scheme: string;
  readonly path: string;
  readonly credentials: readonly Credential[];
}

/** Returns the token endpoints of all documents, except at paths that operations have. */
export function tokenEndpoints(contracts: readonly MockedContract[], router: MockRouter): TokenEndpoint[] {
  return contracts.flatMap(({ contract: { root, servers }, credentials }) => {
    const schemes = child(child(root, "components"), "securitySchemes");
    return Object.entries(isObject(schemes) ? schemes : {}).flatMap(([scheme, node]): TokenEndpoint[] => {
      const own = credentials.filter((one) => one.scheme === scheme);
      const flows = child(deref(root, node ?? {}), "flows");
      const urls = Object.values(isObject(flows) ? flows : {}).flatMap((flow) => [
        child(flow ?? {}, "tokenUrl"),
        child(flow ?? {}, "refreshUrl"),
      ]);
      const paths = new Set(urls.flatMap((url) => (typeof url === "string" ? pathsOf(url, servers) : [])));
      const free = [...paths].filter((path) => router.find("POST", path)?.target === undefined);
      return own.length === 0 ? [] : free.map((path) => ({ scheme, path, credentials: own }));
    });
  });
}

/** Returns the paths of a URL on the document's own servers; none for a URL of another host. */
function pathsOf(url: string, servers: readonly string[]): string[] {
  const bases = servers.length === 0 ? ["/"] : servers;
  return bases.flatMap((base) => {
    if (!URL.canParse(base, nowhere) || !URL.canParse(url, new URL(base, nowhere).href)) return [];
    const server = new URL(base, nowhere);
    const meant = new URL(url, `${server.href.replace(/\/$/, "")}/`);
    return meant.host === server.host ? [meant.pathname] : [];
  });
}

/** Placeholder host for servers that declare none; never a real host (RFC 6761). */
const nowhere = "http://mock.invalid/";

/** Issues the token of the tenant that the client ID names, else of the first tenant. */
export async function grantToken({ credentials }: TokenEndpoint, sent: SentRequest): Promise<WireResponse> {
  try {
    const type = essenceOf(fieldText(sent.head.headers, "content-type") ?? "");
    const text = new TextDecoder().decode(await sent.bytes());
    if (type !== "application/x-www-form-urlencoded") return rejected("invalid_request", "send a form");
    const form = new URLSearchParams(text);
    const grant = form.get("grant_type");
    if (grant === null) return rejected("invalid_request", "grant_type must be sent");
    if (!grants.has(grant)) return rejected("unsupported_grant_type", `known are ${[...grants].join(", ")}`);
    const shown = credentialsIn({ kind: "basic" }, sent.head) as { readonly username: string } | undefined;
    const client = shown?.username ?? form.get("client_id");
    const granted =
      credentials.find(({ tenant }) => tenant === client) ??
      credentials.find(({ tenant }) => tenant === firstTenant);
    const scope = form.get("scope");
    return response(200, {
      access_token: granted?.value,
      token_type: "Bearer",
      expires_in: 3600,
      ...(grant !== "client_credentials" && { refresh_token: granted?.value }),
      ...(scope !== null && { scope }),
    });
  } catch (error) {
    return unchecked(problem(httpErrorOf(error)));
  }
}

const grants = new Set(["client_credentials", "password", "authorization_code", "refresh_token"]);

/** Returns an error response (RFC 6749, section 5.2). */
function rejected(error: string, description: string): WireResponse {
  return response(400, { error, error_description: description });
}

function response(status: number, body: object): WireResponse {
  const headers = { "Content-Type": "application/json", "Cache-Control": "no-store", Pragma: "no-cache" };
  return unchecked({ status, headers, body });
}
