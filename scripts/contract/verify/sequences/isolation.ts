// Two accounts: what one has created, the other does not see, and cannot change.
import type { Kind } from "../../runtime/state/model.ts";
import { call } from "../run/call.ts";
import { createThing, richBody } from "../run/create-thing.ts";
import { idOf, walk } from "../run/list-things.ts";
import { isDone } from "../run/response-json.ts";
import type { RunContext } from "../run/run-context.ts";
import { report, statusText } from "./sequence.ts";

export async function isolation(context: RunContext, kind: Kind): Promise<void> {
  const { model, coverage, world, other } = context.parts;
  const name = `isolation of ${kind.template}`;
  if (other === undefined) {
    coverage.other("sequences", name, "no credentials of another account were given");
    return;
  }
  // What was there before may be everybody's.
  const thing = (await createThing(context, kind))?.thing ?? world.of(kind).find(({ isOwn }) => isOwn);
  if (thing === undefined) {
    coverage.other("sequences", name, "nothing of this kind was created");
    return;
  }
  coverage.other("sequences", name);
  for (const { operation, described } of model.operations) {
    const isOnThing = described.path === kind.template || described.path.startsWith(`${kind.template}/`);
    if (!isOnThing || !context.isAllowed(operation) || (context.isForOwnOnly(operation) && !thing.isOwn))
      continue;
    if (described.path !== kind.template && described.method !== "GET" && described.method !== "POST")
      continue;
    const body = richBody(context, { operation, described, role: { does: "show" } });
    const sent = await call(context, operation, "as another account", {
      path: thing.path,
      as: "other",
      ...(body !== undefined && { body }),
    });
    if (!isDone(sent?.response)) continue;
    report(
      context,
      operation,
      {
        check: "visible-to-others",
        place: "thing",
        expected: "404 or 403 to another account",
        got: statusText(sent),
      },
      [sent],
    );
  }
  const list = model.listOf(kind);
  const listing = list && model.byId(list.operation.operationId);
  const found =
    list && (await walk(context, list, "list as another account", { path: thing.path, as: "other" }));
  if (list === undefined || listing === undefined || found === undefined) return;
  if (found.entries.some((entry) => String(idOf(list, entry)) === String(thing.path[kind.parameter])))
    report(
      context,
      listing.operation,
      { check: "visible-to-others", place: "list", expected: "not in another account's list", got: "in it" },
      found.pages,
    );
}
