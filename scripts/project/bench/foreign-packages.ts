// Third-party packages that the benchmarks compare with.
import { installedApart } from "../installed-apart.ts";

/** Exact versions, with their peer dependencies; the newest versions that run on Node 20. */
const packages = {
  "@stoplight/prism-cli": ["@stoplight/prism-cli@5.14.2"],
  "@hey-api/openapi-ts": ["@hey-api/openapi-ts@0.95.0", "typescript@5.9.3"],
  openai: ["openai@6.49.0"],
  orval: ["orval@7.13.0"],
  twilio: ["twilio@6.3.1"],
} as const;

export type ForeignPackage = keyof typeof packages;

const found = new Map<ForeignPackage, string | undefined>();

/** Returns a folder whose `node_modules` has the package; undefined if the registry is unreachable. */
export function foreignPackage(name: ForeignPackage): string | undefined {
  if (!found.has(name)) found.set(name, installedApart(packages[name]));
  return found.get(name);
}
