// Small schemas typical of APIs.
import type { Json } from "../../../scripts/contract/document/document.ts";

export const object = (properties: Record<string, Json>, more: Record<string, Json> = {}): Json => ({
  type: "object",
  properties,
  ...more,
});
export const string = { type: "string" };
export const cat = object({ kind: { const: "cat" }, lives: { type: "integer" } }, { required: ["kind"] });
export const dog = object({ kind: { const: "dog" }, bark: string }, { required: ["kind"] });
