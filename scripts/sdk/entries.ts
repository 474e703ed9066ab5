// What can be imported from a package: the client, and each resource by itself.
import { UniqueNames } from "../generate/names.ts";
import type { ClientPlan, NamedResource } from "../generate/resources/client-plan.ts";

/** One key of `exports` in package.json. */
export interface PackageEntry {
  /** `.` or `./sender-pools`. */
  readonly name: string;
  /** Module below the folder for code, without an extension: `resources/sender-pools`. */
  readonly module: string;
  readonly resource?: NamedResource;
}

/** Names of entries that are no resources, whether or not a package has them. */
const taken = ["index", "package.json", "validate", "testing", "node", "all"];

/** The client first, then the resources in their order. */
export function packageEntries({ resources }: ClientPlan): PackageEntry[] {
  const names = new UniqueNames(taken);
  const entries = resources.map((resource): PackageEntry => {
    const name = names.take(kebab(resource.tag) || kebab(resource.className) || "resource");
    return { name: `./${name}`, module: `resources/${name}`, resource };
  });
  return [{ name: ".", module: "index" }, ...entries];
}

/** `SenderPools` → `sender-pools`. */
function kebab(words: string): string {
  return words
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .toLowerCase();
}
