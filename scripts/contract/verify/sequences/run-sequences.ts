// Runs the sequences that a document's structure implies.
import type { RunContext } from "../run/run-context.ts";
import { headRequest } from "./head-requests.ts";
import { idempotency } from "./idempotency.ts";
import { isolation } from "./isolation.ts";
import { resourceLifecycle } from "./resource-lifecycle.ts";
import { members } from "./members.ts";
import { pages } from "./pages.ts";

/** Yields all sequences in their order; each is run by calling it. */
export function* sequencesOf(context: RunContext): Generator<() => Promise<void>> {
  const { model, settings } = context.parts;
  for (const one of model.operations) {
    const { method } = one.operation.source;
    if (method === "GET" && isWanted(context, one.operation.label)) yield () => headRequest(context, one);
  }
  for (const kind of model.model.kinds) {
    if (!isWanted(context, kind.fetch.operationId)) continue;
    if (kind.isSingle === true || kind.isElsewhere === true) continue;
    if (settings.write && model.creatorsOf(kind).length > 0) {
      yield () => resourceLifecycle(context, kind);
      yield () => idempotency(context, kind);
    }
    yield () => isolation(context, kind);
  }
  for (const list of model.model.lists) {
    if (!isWanted(context, list.operation.operationId)) continue;
    if (settings.write && list.members) yield () => members(context, list);
    yield () => pages(context, list);
  }
}

/**
 * Runs sequences until none is left or the time is over.
 *
 * @param sequences  what is left of it can be run later
 */
export async function runSequences(
  sequences: Iterator<() => Promise<void>>,
  isOver: () => boolean,
): Promise<void> {
  while (!isOver()) {
    const next = sequences.next();
    if (next.done === true) return;
    await next.value();
  }
}

function isWanted({ parts: { settings } }: RunContext, label: string): boolean {
  return settings.only?.has(label) ?? true;
}
