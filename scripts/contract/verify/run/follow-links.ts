// Follows the references in a response: the links of the document, and `Location`.
import { reachOperation } from "../../proxy/find-operation.ts";
import { fieldOf, type Sent } from "../send/sender.ts";
import { linkValues } from "./created-resource.ts";
import { call } from "./call.ts";
import type { ModelledOperation } from "./document-model.ts";
import { pathValuesOf } from "./path-values.ts";
import { jsonOf } from "./response-json.ts";
import type { RunContext } from "./run-context.ts";

/** Follows each link of an operation once, and `Location` once. */
export async function followLinks(
  context: RunContext,
  modelled: ModelledOperation,
  sent: Sent,
): Promise<void> {
  const { response } = sent;
  if (response === undefined || response.status >= 300) return;
  // A removed resource has no valid links.
  if (modelled.described.method === "DELETE") return;
  const links = modelled.described.links[String(response.status)] ?? {};
  for (const [name, link] of Object.entries(links)) {
    const target = context.parts.model.byId(link.operationId);
    const label = `${modelled.operation.label} ${name}`;
    if (target === undefined || context.isFollowed(label)) continue;
    if (target.operation.source.method !== "GET") {
      context.parts.coverage.other("links", label, "it leads to a write");
      continue;
    }
    const values = linkValues(link.parameters, jsonOf(response));
    if (values === undefined) {
      context.parts.coverage.other("links", label, "no response had the values that it needs");
      continue;
    }
    context.follow(label);
    const above = pathValuesOf(target.described.path, modelled.operation, sent.request);
    const found = await call(context, target.operation, `link ${name}`, {
      path: { ...above, ...values },
      query: values,
    });
    const status = found?.response?.status;
    if (found === undefined || status === undefined) continue;
    context.parts.coverage.other("links", label);
    if (status >= 400 && status < 500)
      context.parts.findings.add(
        {
          check: "link-leads-nowhere",
          place: `links/${name}`,
          expected: `${target.operation.label} finds what the response names`,
          got: String(status),
          pointer: link.pointer,
        },
        { operation: modelled.operation, what: `link ${name}`, exchange: found, before: [sent] },
      );
  }
  await followLocation(context, modelled, sent);
}

async function followLocation(context: RunContext, modelled: ModelledOperation, sent: Sent): Promise<void> {
  const label = `${modelled.operation.label} Location`;
  const location = sent.response === undefined ? undefined : fieldOf(sent.response, "location");
  if (location === undefined || context.isFollowed(label) || !URL.canParse(location, sent.url)) return;
  const { pathname, search } = new URL(location, sent.url);
  const reached = reachOperation(context.parts.api, "GET", pathname + search);
  if (reached === undefined) return;
  context.follow(label);
  const request = {
    method: "GET",
    server: reached.server,
    target: reached.target,
    headers: [],
    credentials: reached.operation.security[0] ?? [],
  };
  const found = await context.send(reached.operation, request, "Location");
  const status = found.response?.status;
  if (status === undefined || status < 400) return;
  context.parts.findings.add(
    {
      check: "location-leads-nowhere",
      place: "header/location",
      expected: "what it names is found",
      got: String(status),
    },
    { operation: modelled.operation, what: "Location", exchange: found, before: [sent] },
  );
}
