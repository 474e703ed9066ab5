// `openapi.json`: the document in one piece, in source order; served, shipped and compared.
import type { Code } from "./code.ts";
import { printJson } from "./literal.ts";
import type { Plan } from "./plan.ts";

export function emitDocument(plan: Plan): Code {
  // First, so that who opens the file reads it first; extensions may stand anywhere in a document.
  return printJson({ "x-generated": plan.header, ...plan.document.root });
}
