// Sequence: a job that a call starts ends, as the link of the document declares (`x-sdk: until`).
import { setTimeout as sleep } from "node:timers/promises";
import { call } from "../run/call.ts";
import type { ModelledOperation } from "../run/document-model.ts";
import { atPointer, jsonOf, memberOf, scalarOf } from "../run/response-json.ts";
import type { RunContext } from "../run/run-context.ts";
import type { Sent } from "../send/sender.ts";
import { report, statusText } from "./sequence.ts";

/** Maximum duration of a job, and interval between polls, in milliseconds. */
const longest = 15_000;
const between = 100;

export async function followWork(context: RunContext, started: ModelledOperation, sent: Sent): Promise<void> {
  const { model, coverage } = context.parts;
  const link = model.model.workLinks.get(started.described);
  const fetch = link && model.byId(link.kind.fetch.operationId);
  const id = link && scalarOf(atPointer(jsonOf(sent.response), link.pointer));
  if (link === undefined || fetch === undefined || id === undefined) return;
  coverage.other("sequences", `work of ${started.operation.label}`);
  const until = Date.now() + longest;
  let seen: Sent | undefined;
  let was = "";
  do {
    seen = await call(context, fetch.operation, "look at work", { path: { [link.kind.parameter]: id } });
    const value = jsonOf(seen?.response);
    if (seen?.response === undefined || seen.response.status >= 400) {
      report(
        context,
        started.operation,
        {
          check: "link-leads-nowhere",
          place: "work",
          expected: "the work can be looked at",
          got: statusText(seen),
        },
        [sent, seen],
      );
      return;
    }
    const isOver = Object.entries(link.until).every(([name, ends]) => ends.includes(memberOf(value, name)));
    if (isOver) return;
    was = JSON.stringify(value).slice(0, 120);
    await sleep(between);
  } while (Date.now() < until && !context.parts.isOver());
  const ends = Object.entries(link.until).map(([name, values]) => `${name} ${values.join(" or ")}`);
  report(
    context,
    started.operation,
    {
      check: "work-does-not-end",
      place: "work",
      expected: `${ends.join(", ")} within ${longest / 1000} s`,
      got: was,
    },
    [sent, seen],
  );
}
