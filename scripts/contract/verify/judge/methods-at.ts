// Returns the methods that a document declares for a path.
import type { Api, ApiOperation } from "../../exchange/api.ts";

export function methodsAt({ operations }: Api, { template }: ApiOperation): string[] {
  return operations
    .filter((other) => other.caller === "client" && other.template.key === template.key)
    .map(({ source }) => source.method);
}
