// The name of a client's class, as the document gives it.
import { DocumentError, type OpenApiDocument } from "../document/document.ts";
import { isObject } from "../document/pointer.ts";
import { isReserved } from "./names.ts";

/** Whether a class that a module exports may be called so. */
export function isClassName(name: string): boolean {
  // A module that exports `then` is a promise to whoever imports it; `__proto__` is a key like no other.
  return /^[A-Za-z_$][\w$]*$/.test(name) && !isReserved(name) && name !== "then" && name !== "__proto__";
}

/** `x-sdk.client`; undefined where the document gives none. Throws a DocumentError, with its line, for what is no class name. */
export function declaredClassName(document: OpenApiDocument): string | undefined {
  const sdk = document.root["x-sdk"];
  const name = isObject(sdk) ? sdk["client"] : undefined;
  if (name === undefined || name === "") return undefined;
  if (typeof name === "string" && isClassName(name)) return name;
  throw new DocumentError("x-sdk.client is no name of a class", {
    place: document.locate("/x-sdk/client"),
    fix: "write a name such as PoolsClient",
  });
}
