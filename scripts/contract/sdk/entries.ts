// The entries (importable paths) of a package: the client, each resource separately, and additional entries.
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

/** The additional entries of every package: modules of the runtime. */
export const additionalEntries: readonly PackageEntry[] = (
  ["node.ts", "validate.ts", "testing.ts"] as const satisfies readonly ClientModule[]
).map((module) => {
  const name = posix.basename(module, ".ts");
  return { name: `./${name}`, module: `client/${name}` };
});

/**
 * Device names on Windows, which are reserved with any extension: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */
const devices = [
  "con",
  "prn",
  "aux",
  "nul",
  ...["com", "lpt"].flatMap((port) => Array.from("0123456789", (digit) => port + digit)),
];

/** Names that no entry of a resource may have. */
const reservedNames = [
  "index",
  "package.json",
  "all",
  ...devices,
  ...additionalEntries.map(({ name }) => name.replace("./", "")),
];

/** The module that exports everything. */
export const indexModule = "generated/index";
/** The folder of the modules of resources. */
export const resourceFolder = "generated/resources/";

/** The entry of packages for documents with webhooks or callbacks. */
const webhooks: PackageEntry = { name: "./webhooks", module: "generated/webhooks" };

/** The entry of packages for APIs whose access tokens the client can request (OAuth 2). */
const oauth: PackageEntry = { name: "./oauth", module: "generated/oauth" };

/** The entry for openapi-fetch's client. */
const openapiFetch: PackageEntry = { name: "./fetch", module: "generated/fetch" };

/**
 * Returns the client first, then the resources in their order, then the additional entries.
 *
 * @param has  whether the document declares webhooks or callbacks, and OAuth 2 tokens that can be requested
 */
export function packageEntries(
  { resources }: ClientPlan,
  has: { readonly events: boolean; readonly tokens: boolean },
): PackageEntry[] {
  const more = [openapiFetch, ...(has.events ? [webhooks] : []), ...(has.tokens ? [oauth] : [])];
  const names = new UniqueNames([...reservedNames, ...more.map(({ name }) => name.replace("./", ""))]);
  const entries = resources.map((resource): PackageEntry => {
    const name = names.take(fileName(kebab(resource.tag) || kebab(resource.className) || "resource"));
    return { name: `./${name}`, module: `${resourceFolder}${name}`, resource };
  });
  return [{ name: ".", module: indexModule }, ...entries, ...additionalEntries, ...more];
}

/** Converts a name to kebab case: `sender-pools` for `SenderPools`. */
function kebab(words: string): string {
  return words
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .toLowerCase();
}

/**
 * Truncates a file name to what file systems allow, with room for a number and an extension (255 bytes), and
 * without splitting the last word.
 */
function fileName(name: string): string {
  return name.length <= 80 ? name : name.slice(0, 80).replace(/-[^-]*$/, "");
}
