// `$ref` between units: small schemas are inlined, others are called; paths are built only if there are
// errors.
import { emit, noCode } from "../../code.ts";
import { isString, keyword } from "./keyword.ts";

export const ref = keyword(isString, (place, key) => {
  const { context, code, data } = place.is;
  const target = context.targetOf(key);
  if (target.kind === "call") code.lineIf(emit`!${target.name}(${data})`, place.adopt(target.name));
  else place.with({ schema: target.schema, schemaPath: { head: noCode, tail: target.path } }).write();
});
