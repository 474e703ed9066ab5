// Notices of servers added to an operation.
import type { Draft } from "../decide/draft.ts";
import type { OperationPair } from "../decide/context.ts";
import type { ApiOperation } from "../../exchange/api.ts";
import { ruleOf } from "../rules/table.ts";

/** Returns one notice that lists them all. */
export function newServers({ base, head }: OperationPair): Draft[] {
  const known = new Set(base.servers.map((server) => whole(server, base)));
  const gained = head.servers.filter((server) => !known.has(whole(server, head)));
  if (gained.length === 0) return [];
  return [
    {
      verdict: "notice",
      side: "request",
      place: "server",
      part: "parameter",
      rule: ruleOf("server"),
      change: { base: undefined, head: gained.join(", ") },
      pointers: { base: base.source.pointer, head: head.source.pointer },
    },
  ];
}

/** Returns the whole URL: a prefix that moved between a server's URL and the paths makes no new server. */
function whole(url: string, { template }: ApiOperation): string {
  return (url === "/" ? "" : url) + template.key;
}
