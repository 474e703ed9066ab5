// Success bodies that only report that the call was done, such as `{ "deleted": true }`.
import { successContent } from "./operation-parts.ts";
import type { Schemas } from "./schemas.ts";
import type { StateOperation } from "./state-api.ts";

/** Returns the value of such a body if the document has no example for it. */
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
