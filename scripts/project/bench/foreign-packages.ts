// What other makers publish and the benchmark compares with.
import { installedApart } from "../installed-apart.ts";

/** To the version, and what a package wants beside it; the newest versions that run on Node 20. */
const packages = {
  "@stoplight/prism-cli": ["@stoplight/prism-cli@5.14.2"],
  "@hey-api/openapi-ts": ["@hey-api/openapi-ts@0.95.0", "typescript@5.9.3"],
  openai: ["openai@6.49.0"],
  orval: ["orval@7.13.0"],
  twilio: ["twilio@6.3.1"],
} as const;

export type ForeignPackage = keyof typeof packages;

const found = new Map<ForeignPackage, string | undefined>();

/** A folder in whose `node_modules` the package is; undefined when the registry cannot be reached. */
export function foreignPackage(name: ForeignPackage): string | undefined {
  if (!found.has(name)) found.set(name, installedApart(packages[name]));
  return found.get(name);
}
