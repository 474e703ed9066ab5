// Where a Server Object says that an API is.
import type { JsonObject } from "../../document/document.ts";
import { isObject } from "../../document/pointer.ts";

/** Its URL with the defaults of its variables (OpenAPI 3.1, section 4.8.6); undefined for what has no URL. */
export function serverUrl({ url, variables }: JsonObject): string | undefined {
  if (typeof url !== "string") return undefined;
  return url.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const variable = isObject(variables) ? variables[name] : undefined;
    const value = isObject(variable) ? variable["default"] : undefined;
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  });
}
