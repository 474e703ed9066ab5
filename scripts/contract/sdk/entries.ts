// What can be imported from a package: the client, each resource by itself, and what stands beside them.
import { posix } from "node:path";
import type { ClientModule } from "../generate/client-runtime.ts";
import { UniqueNames } from "../generate/names.ts";
import type { ClientPlan, NamedResource } from "../generate/resources/client-plan.ts";

/** One key of `exports` in package.json. */
export interface PackageEntry {
  /** `.` or `./sender-pools`. */
  readonly name: string;
  /** Module below the folder for code, without an extension: `generated/resources/sender-pools`. */
  readonly module: string;
  readonly resource?: NamedResource;
}

/** What every package has beside its client: modules of the runtime. */
export const besides: readonly PackageEntry[] = (
  ["node.ts", "validate.ts", "testing.ts"] as const satisfies readonly ClientModule[]
).map((module) => {
  const name = posix.basename(module, ".ts");
  return { name: `./${name}`, module: `client/${name}` };
});

/** What names a device on Windows, with any extension: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const devices = [
  "con",
  "prn",
  "aux",
  "nul",
  ...["com", "lpt"].flatMap((port) => Array.from("0123456789", (digit) => port + digit)),
];

/** Names that no entry of a resource may have. */
const taken = [
  "index",
  "package.json",
  "all",
  ...devices,
  ...besides.map(({ name }) => name.replace("./", "")),
];

/** The module of everything. */
export const indexModule = "generated/index";
/** Where the modules of resources are. */
export const resourceFolder = "generated/resources/";

/** What a package has whose document's server sends something of its own accord. */
const webhooks: PackageEntry = { name: "./webhooks", module: "generated/webhooks" };

/** What a package has whose API takes tokens that can be fetched. */
const oauth: PackageEntry = { name: "./oauth", module: "generated/oauth" };

/** openapi-fetch's client. */
const openapiFetch: PackageEntry = { name: "./fetch", module: "generated/fetch" };

/** The client first, then the resources in their order, then what stands beside them. */
export function packageEntries(
  { resources }: ClientPlan,
  has: { readonly events: boolean; readonly tokens: boolean },
): PackageEntry[] {
  const more = [openapiFetch, ...(has.events ? [webhooks] : []), ...(has.tokens ? [oauth] : [])];
  const names = new UniqueNames([...taken, ...more.map(({ name }) => name.replace("./", ""))]);
  const entries = resources.map((resource): PackageEntry => {
    const name = names.take(fileName(kebab(resource.tag) || kebab(resource.className) || "resource"));
    return { name: `./${name}`, module: `${resourceFolder}${name}`, resource };
  });
  return [{ name: ".", module: indexModule }, ...entries, ...besides, ...more];
}

/** `SenderPools` → `sender-pools`. */
function kebab(words: string): string {
  return words
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .toLowerCase();
}

/** As long as file systems allow with room for a number and an extension (255 bytes), and no word at its end cut in two. */
function fileName(name: string): string {
  return name.length <= 80 ? name : name.slice(0, 80).replace(/-[^-]*$/, "");
}
