// `$ref` between units: small schemas are put in place, others called, without building a path until there is an error.
import { emit, noCode } from "../../code.ts";
import { isString, keyword } from "./keyword.ts";

export const ref = keyword(isString, (place, key) => {
  const { context, code, data } = place.is;
  const target = context.targetOf(key);
  if (target.kind === "call") code.lineIf(emit`!${target.name}(${data})`, place.adopt(target.name));
  else place.with({ schema: target.schema, schemaPath: { head: noCode, tail: target.path } }).write();
});
