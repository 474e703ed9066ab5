// operation-security: who may call an operation is declared explicitly, not left to an implicit default.
import { isObject } from "../../document/pointer.ts";
import type { Rule } from "../rule.ts";

export const operationSecurity: Rule = {
  id: "operation-security",
  summary: "Every operation has security (its own, the document's, or [] on purpose), by schemes that exist.",
  *check({ root, operations }) {
    const { components } = root;
    const declared = isObject(components) ? components["securitySchemes"] : undefined;
    const schemes = new Set(isObject(declared) ? Object.keys(declared) : []);
    for (const { operation, security, pointer, method, path } of operations) {
      if (operation["security"] === undefined && root["security"] === undefined) {
        yield { pointer, message: `${method} ${path} has no security: write [] if everyone may call it` };
      }
      const place = operation["security"] === undefined ? "/security" : `${pointer}/security`;
      for (const name of security.flatMap((alternative) => Object.keys(alternative))) {
        if (!schemes.has(name)) yield { pointer: place, message: `there is no security scheme ${name}` };
      }
    }
  },
};
