// Sequence: filters "created after" and "created before" return exactly the matching resources.
import type { ListOf } from "../../runtime/state/model.ts";
import { parameterOf, schemaOf } from "../../runtime/state/page-style.ts";
import { call } from "../run/call.ts";
import { entriesOf, idOf, walk } from "../run/list-resources.ts";
import { memberOf } from "../run/response-json.ts";
import type { RunContext } from "../run/run-context.ts";
import type { PathValues } from "../run/known-resources.ts";
import { report } from "./sequence.ts";

/** Usual names of a creation time. */
const createdNames = /^(created|creation)(_?(at|on|date|time|timestamp))?$/i;

export async function dateFilters(context: RunContext, list: ListOf, path: PathValues): Promise<void> {
  const { model } = context.parts;
  const created = Object.keys(model.schemas.properties(list.kind.schema)).find((name) =>
    createdNames.test(name),
  );
  if (created === undefined) return;
  for (const { in: place, name } of list.operation.parameters) {
    if (place !== "query" || schemaOf(model.schemas, list.operation, name)["format"] !== "date-time")
      continue;
    const side = sideOf(parameterOf(model.schemas, list.operation.pointer, name)["description"]);
    if (side !== undefined) await dateFilter(context, list, { path, created, name, side });
  }
}

/** Returns whether a parameter selects later or earlier resources, by its description. */
function sideOf(description: unknown): "after" | "before" | undefined {
  const found =
    typeof description === "string"
      ? /\bcreated (?:\w+ )?(after|before|since|until)\b/i.exec(description)?.[1]
      : undefined;
  if (found === undefined) return undefined;
  return /after|since/i.test(found) ? "after" : "before";
}

interface DateFilter {
  readonly path: PathValues;
  readonly created: string;
  readonly name: string;
  readonly side: "after" | "before";
}

async function dateFilter(
  context: RunContext,
  list: ListOf,
  { path, created, name, side }: DateFilter,
): Promise<void> {
  const operation = context.parts.model.byId(list.operation.operationId)?.operation;
  const whole = await walk(context, list, "list", { path });
  if (operation === undefined || whole === undefined) return;
  const momentOf = (entry: unknown): number => Date.parse(String(memberOf(entry, created)));
  const moments = [...new Set(whole.entries.map(momentOf))]
    .filter(Number.isFinite)
    .sort((one, other) => one - other);
  const middle = moments[Math.floor(moments.length / 2)];
  if (middle === undefined || moments.length < 2) return;
  const value = new Date(middle).toISOString();
  const sent = await call(context, operation, `filter by ${name}`, { path, query: { [name]: value } });
  const found = entriesOf(list, sent);
  if (found === undefined) return;
  const isWanted = (entry: unknown): boolean =>
    side === "after" ? momentOf(entry) > middle : momentOf(entry) < middle;
  const isRejected = (entry: unknown): boolean =>
    side === "after" ? momentOf(entry) < middle : momentOf(entry) > middle;
  const ids = new Set(found.map((entry) => idOf(list, entry)));
  const surplus = found.filter(isRejected).length;
  // Only the first page of the expected ones: the rest may be on later pages.
  const missing = whole.entries
    .filter(isWanted)
    .slice(0, found.length + 1)
    .filter((entry) => !ids.has(idOf(list, entry)));
  const isCut = found.length > 0 && whole.entries.filter(isWanted).length > found.length;
  if (surplus === 0 && (missing.length === 0 || isCut)) return;
  report(
    context,
    operation,
    {
      check: "filter-ignored",
      place: `query/${name}`,
      expected: `what was created ${side} ${value}`,
      got: `${surplus} others${missing.length > 0 && !isCut ? `, ${missing.length} missing` : ""}`,
    },
    [sent],
  );
}
