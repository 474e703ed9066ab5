// Sequence: resources added to a list are in it, removed ones are not.
import type { ListOf } from "../../runtime/state/model.ts";
import { call } from "../run/call.ts";
import { type Joined, joinList } from "../run/join-list.ts";
import { sizeParameterOf } from "../../runtime/state/page-style.ts";
import { walk } from "../run/list-resources.ts";
import { isDone } from "../run/response-json.ts";
import type { RunContext } from "../run/run-context.ts";
import { walkBoth } from "./pages.ts";
import { report, statusText } from "./sequence.ts";

/** Maximum number of resources added at once: then a traversal with pages of two has two pages. */
const mostMembers = 3;

export async function members(context: RunContext, list: ListOf): Promise<void> {
  const { coverage } = context.parts;
  const name = `members of ${list.operation.operationId}`;
  const joined = await joinList(context, list, mostMembers);
  if (joined === undefined) {
    coverage.other("sequences", name, "no resource is known that could join it");
    return;
  }
  coverage.other("sequences", name);
  const after = await walk(context, list, "list who joined", { path: joined.holder.path });
  const missing = joined.ids.filter((id) => after?.ids.map(String).includes(String(id)) === false);
  if (missing.length > 0)
    report(
      context,
      joined.join.operation,
      {
        check: "created-not-found",
        place: "list",
        expected: `${list.operation.operationId} has ${joined.ids.join(", ")}`,
        got: `without ${missing.join(", ")}`,
      },
      [joined.sent, after?.pages.at(-1)],
    );
  const size = sizeParameterOf(list);
  const pages = { path: joined.holder.path, name: `pages of ${list.operation.operationId}` };
  if (size !== undefined) await walkBoth(context, list, { ...pages, size });
  await leave(context, list, joined);
}

async function leave(context: RunContext, list: ListOf, { holder, ids }: Joined): Promise<void> {
  const [id = ""] = ids;
  const { model } = context.parts;
  const removal = model.operations.find(
    ({ described, role }) =>
      described.method === "DELETE" && role.does === "handleMember" && role.list === list,
  );
  if (removal === undefined || removal.role.does !== "handleMember") return;
  const path = { ...holder.path, [removal.role.parameter]: id };
  const left = await call(context, removal.operation, "leave", { path });
  if (!isDone(left?.response)) {
    report(
      context,
      removal.operation,
      {
        check: "rejects-valid",
        place: "sequence",
        expected: "what has joined can leave",
        got: statusText(left),
      },
      [left],
    );
    return;
  }
  const after = await walk(context, list, "list who is left", { path: holder.path });
  if (after?.ids.map(String).includes(String(id)) === true)
    report(
      context,
      removal.operation,
      { check: "removed-still-there", place: "list", expected: "not in the list", got: "in the list" },
      [left, after.pages.at(-1)],
    );
}
