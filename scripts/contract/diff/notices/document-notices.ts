// Changes of the document as a whole that affect no exchange: where OAuth tokens come from.
import type { Json, OpenApiDocument } from "../../document/document.ts";
import { childPointer, isObject, resolvePointer } from "../../document/pointer.ts";
import type { Draft } from "../decide/draft.ts";
import type { Context } from "../decide/context.ts";
import { ruleOf } from "../rules/table.ts";

export function documentNotices({ base, head }: Context): Draft[] {
  const [before, after] = [flowsOf(base.document), flowsOf(head.document)];
  return [...before].flatMap(([name, urls]): Draft[] => {
    const now = after.get(name);
    if (now === undefined || now === urls) return [];
    const pointer = childPointer("/components/securitySchemes", name);
    return [
      {
        verdict: "notice",
        side: "request",
        place: `securitySchemes/${name}`,
        part: "body",
        rule: ruleOf("oauth-flow"),
        change: { base: urls, head: now },
        pointers: { base: pointer, head: pointer },
      },
    ];
  });
}

/** Returns the flows of each OAuth scheme with their URLs, as text. */
function flowsOf({ root }: OpenApiDocument): Map<string, string> {
  const schemes = resolvePointer(root, "/components/securitySchemes");
  const entries = isObject(schemes) ? Object.entries(schemes) : [];
  return new Map(
    entries.flatMap(([name, scheme]): [string, string][] =>
      isObject(scheme) && isObject(scheme["flows"]) ? [[name, flowsText(scheme["flows"])]] : [],
    ),
  );
}

function flowsText(flows: { readonly [name: string]: Json | undefined }): string {
  return Object.entries(flows)
    .map(([name, flow]) => {
      const urls = ["authorizationUrl", "tokenUrl"].map((key) => (isObject(flow) ? flow[key] : undefined));
      return [name, ...urls.filter((url) => typeof url === "string")].join(" ");
    })
    .sort()
    .join(", ");
}
