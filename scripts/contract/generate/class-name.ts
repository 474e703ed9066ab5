// The class name of a client, as the document declares it.
import { DocumentError, type OpenApiDocument } from "../document/document.ts";
import { isObject } from "../document/pointer.ts";
import { isReserved } from "./names.ts";

/** Whether a name is valid for a class that a module exports. */
export function isClassName(name: string): boolean {
  // A module that exports `then` is a thenable, so importing it would call `then`; `__proto__` is a special
  // key.
  return /^[A-Za-z_$][\w$]*$/.test(name) && !isReserved(name) && name !== "then" && name !== "__proto__";
}

/**
 * Returns `x-sdk.client`; undefined if the document declares none. Throws a DocumentError with the line if it
 * is not a class name.
 */
export function declaredClassName(document: OpenApiDocument): string | undefined {
  const sdk = document.root["x-sdk"];
  const name = isObject(sdk) ? sdk["client"] : undefined;
  if (name === undefined || name === "") return undefined;
  if (typeof name === "string" && isClassName(name)) return name;
  throw new DocumentError("x-sdk.client is not a valid class name", {
    place: document.locate("/x-sdk/client"),
    fix: "write a name such as PoolsClient",
  });
}
