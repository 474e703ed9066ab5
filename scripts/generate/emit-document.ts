// `openapi.json`: the document in one piece, in source order; served, shipped and compared.
import type { Plan } from "./plan.ts";

export function emitDocument(plan: Plan): string {
  // First, so that who opens the file reads it first; extensions may stand anywhere in a document.
  return `${JSON.stringify({ "x-generated": plan.header, ...plan.document.root }, undefined, 2)}\n`;
}
