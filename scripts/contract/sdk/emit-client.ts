// The client among the generated files: with the runtime's folder `client/`, it is the client that `contract
// sdk` packages.
import type { Code } from "../generate/code.ts";
import type { Plan } from "../generate/plan.ts";
import { memberObject, text } from "../generate/resources/credential-schemes.ts";
import { clientModules } from "./client-modules.ts";
import { clientClass } from "./package-settings.ts";

const folder = "generated/";

/** Path in the folder of generated files → text: `index.ts`, `resources/sender-pools.js`, … */
export async function emitClient(plan: Plan): Promise<ReadonlyMap<string, Code>> {
  const { document } = plan;
  const title = text(memberObject(document.root, "info")["title"]) ?? "API";
  const { sources, code, declared } = await clientModules(plan, { client: clientClass(document), title });
  return new Map(
    [...declared, ...code, ...sources].map(([module, source]) => [module.slice(folder.length), source]),
  );
}
