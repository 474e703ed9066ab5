// `$ref` between units: small schemas are put in place, others called, without building a path until there is an error.
import { isString, keyword } from "./keyword.ts";

export const ref = keyword(isString, (place, key) => {
  const { context, code, data } = place.is;
  const target = context.targetOf(key);
  if (target.kind === "call") code.lineIf(`!${target.name}(${data})`, place.adopt(target.name));
  else place.with({ schema: target.schema, schemaPath: { head: "", tail: target.path } }).write();
});
