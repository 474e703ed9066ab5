// Runs all sequences that a document's structure implies.
import type { RunContext } from "../run/run-context.ts";
import { headRequest } from "./head-requests.ts";
import { idempotency } from "./idempotency.ts";
import { isolation } from "./isolation.ts";
import { lifeOfAThing } from "./life-of-a-thing.ts";
import { members } from "./members.ts";
import { pages } from "./pages.ts";

export async function runSequences(context: RunContext): Promise<void> {
  const { model, settings } = context.parts;
  const isOver = context.parts.isOver;
  for (const one of model.operations) {
    if (isOver()) return;
    const { method } = one.operation.source;
    if (method === "GET" && isWanted(context, one.operation.label)) await headRequest(context, one);
  }
  for (const kind of model.model.kinds) {
    if (isOver() || !isWanted(context, kind.fetch.operationId)) continue;
    if (kind.isSingle === true || kind.isElsewhere === true) continue;
    if (settings.write && model.creatorsOf(kind).length > 0) {
      await lifeOfAThing(context, kind);
      await idempotency(context, kind);
    }
    await isolation(context, kind);
  }
  for (const list of model.model.lists) {
    if (isOver() || !isWanted(context, list.operation.operationId)) continue;
    if (settings.write && list.members) await members(context, list);
    await pages(context, list);
  }
}

function isWanted({ parts: { settings } }: RunContext, label: string): boolean {
  return settings.only?.has(label) ?? true;
}
