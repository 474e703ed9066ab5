// Success bodies that say of a call that it was done.
import { successContent } from "./operation-parts.ts";
import type { Schemas } from "./schemas.ts";
import type { StateOperation } from "./state-api.ts";

/** Returns what a body without an example says of its call, such as `{ deleted: true }`. */
export function saidDone(schemas: Schemas, operation: StateOperation): Record<string, true> {
  const content = successContent(operation, schemas);
  const { schema } = content;
  if ((schemas.example(content) ?? schemas.example(schema)) !== undefined) return {};
  const required = schemas.required(schema);
  return Object.fromEntries(
    Object.entries(schemas.properties(schema)).flatMap(([name, node]): [string, true][] => {
      const { type, const: only, enum: values, default: usual } = schemas.follow(node);
      const isOpen = type === "boolean" && only === undefined && values === undefined && usual === undefined;
      return isOpen && required.includes(name) && saysDone.test(name) ? [[name, true]] : [];
    }),
  );
}

const saysDone = /^(is_?)?(acknowledged|deleted|done|ok|removed|success|successful)$/i;
