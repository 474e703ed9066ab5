// Removes the resources that a run created and has not removed yet, children first.
import { parametersOf } from "../../runtime/state/operation-parts.ts";
import { call } from "./call.ts";
import type { RunContext } from "./run-context.ts";
import { addressOf } from "./known-resources.ts";

/** Returns the paths of resources that could not be removed. */
export async function cleanUp(context: RunContext): Promise<string[]> {
  const { knownResources, model } = context.parts;
  const depth = (template: string): number => parametersOf(template).length;
  const resources = [...knownResources.own()].sort(
    (one, other) => depth(other.kind.template) - depth(one.kind.template),
  );
  const left: string[] = [];
  for (const resource of resources) {
    const removal = model.onResource(resource.kind, "DELETE");
    const sent = removal && (await call(context, removal.operation, "clean up", { path: resource.path }));
    const status = sent?.response?.status ?? 0;
    if (status < 200 || (status >= 300 && status !== 404 && status !== 410)) left.push(addressOf(resource));
  }
  return left;
}
