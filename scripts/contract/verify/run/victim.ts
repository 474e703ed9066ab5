// Provides resources for operations that remove: each is created for the removal, and nothing else uses it.
import type { KnownValues } from "../plan/build-request.ts";
import { createResource } from "./create-resource.ts";
import type { ModelledOperation } from "./document-model.ts";
import { joinList } from "./join-list.ts";
import type { RunContext } from "./run-context.ts";

/**
 * Returns path values for a removal, the same until they are used; undefined if no resource can be created.
 */
export async function victimOf(
  context: RunContext,
  modelled: ModelledOperation,
): Promise<KnownValues | undefined> {
  const { operation, role } = modelled;
  const known = context.victims.get(operation);
  if (known !== undefined) return known;
  const path =
    role.does === "handleMember" ? await memberFor(context, role) : await resourceFor(context, role);
  if (path === undefined) return undefined;
  const values = new Map(Object.entries(path).map(([name, value]) => [`path/${name}`, value]));
  context.victims.set(operation, values);
  return values;
}

async function resourceFor(context: RunContext, role: ModelledOperation["role"]) {
  if (role.does !== "handle") return undefined;
  const created = await createResource(context, role.kind);
  if (created === undefined) return undefined;
  context.parts.knownResources.claim(created.resource);
  return created.resource.path;
}

async function memberFor(
  context: RunContext,
  role: Extract<ModelledOperation["role"], { does: "handleMember" }>,
) {
  const joined = await joinList(context, role.list);
  const [id] = joined?.ids ?? [];
  return joined && id !== undefined ? { ...joined.holder.path, [role.parameter]: id } : undefined;
}
