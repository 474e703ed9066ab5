// Checks how a server responds for ids that never existed: if it finds them too, its responses for removed
// resources are inconclusive.
import type { Json } from "../../document/document.ts";
import { search } from "../../containment/search.ts";
import type { ApiOperation } from "../../exchange/api.ts";
import type { Kind } from "../../runtime/state/model.ts";
import { call } from "../run/call.ts";
import type { RunContext } from "../run/run-context.ts";
import type { PathValues, Resource } from "../run/known-resources.ts";

/** Returns whether a server finds something under an id that it has never issued. */
export async function findsAnything(
  context: RunContext,
  operation: ApiOperation,
  { kind, path }: Resource,
): Promise<boolean> {
  const other = otherId(context, operation, kind, path);
  if (other === undefined) return true;
  const sent = await call(context, operation, "what never was", {
    path: { ...path, [kind.parameter]: other },
  });
  return sent?.response !== undefined && sent.response.status < 300;
}

/** Returns an id of the right form that is not the resource's. */
function otherId(
  context: RunContext,
  operation: ApiOperation,
  { parameter }: Kind,
  path: PathValues,
): string | number | undefined {
  const slot = context.slots(operation).parameters.find(({ name }) => name === `path/${parameter}`);
  if (slot === undefined) return undefined;
  const own: Json = path[parameter] ?? "";
  const { reading, part, sendable = true } = slot.at;
  const free = (schema: Json) => ({ root: {}, schema, view: "none" as const, closed: false });
  const long = {
    anyOf: [
      { type: "string", minLength: 8 },
      { type: "number", minimum: 1_000_000 },
    ],
  };
  for (const wanted of [long, true]) {
    const found = search({
      accepts: [
        { ...reading, ...part },
        free(sendable),
        free(wanted),
        free({ not: { enum: [own, String(own)] } }),
      ],
      rejects: [],
    });
    if (found.kind === "found" && (typeof found.instance === "string" || typeof found.instance === "number"))
      return found.instance;
  }
  return undefined;
}
