// Emits `openapi.json`: the bundled document in source order, which is served, shipped and compared.
import type { Code } from "./code.ts";
import { printJson } from "./literal.ts";
import type { Plan } from "./plan.ts";

export function emitDocument(plan: Plan): Code {
  // First, so that it is read first when the file is opened; extensions may be anywhere in a document.
  return printJson({ "x-generated": plan.header, ...plan.document.root });
}
