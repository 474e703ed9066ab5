// Servers that an operation has gained.
import type { Draft } from "../decide/draft.ts";
import type { OperationPair } from "../decide/settings.ts";
import { server } from "../rules/server.ts";

/** One notice that names them all. */
export function newServers({ base, head }: OperationPair): Draft[] {
  const gained = head.servers.filter((url) => !base.servers.includes(url));
  if (gained.length === 0) return [];
  return [
    {
      verdict: "notice",
      side: "request",
      place: "server",
      part: "parameter",
      rule: server,
      change: { base: undefined, head: gained.join(", ") },
      pointers: { base: base.source.pointer, head: head.source.pointer },
    },
  ];
}
