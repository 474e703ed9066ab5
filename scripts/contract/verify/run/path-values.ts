// Returns the path parameters of a request.
import type { ApiOperation } from "../../exchange/api.ts";
import type { HttpRequest } from "../../exchange/http.ts";
import { parametersOf } from "../../runtime/state/operation-parts.ts";

/** Returns the path values; only of parameters that also occur in `template`. */
export function pathValuesOf(
  template: string,
  { template: own }: ApiOperation,
  { target }: HttpRequest,
): Record<string, string> {
  const pattern = own.literals.map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("([^/?]+)");
  const match = new RegExp(`^${pattern}(?:\\?|$)`).exec(target);
  const wanted = new Set(parametersOf(template));
  return Object.fromEntries(
    own.names.flatMap((name, index) => {
      const text = match?.[index + 1];
      return text === undefined || !wanted.has(name) ? [] : [[name, decodedText(text)] as const];
    }),
  );
}

function decodedText(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
