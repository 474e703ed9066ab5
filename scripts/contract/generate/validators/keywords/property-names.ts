// `propertyNames`: the keys of an object are validated as values. Each error carries its key.
import { expression } from "../../literal.ts";
import { forKeys } from "../code/loops.ts";
import { acceptsAll, isSchema, keyword } from "./keyword.ts";

export const propertyNames = keyword(isSchema, (place, schema) => {
  if (acceptsAll(schema)) return;
  const { code } = place.is;
  forKeys(place, (key) => {
    const trial = place.below(["propertyNames"], schema, { data: key, key }).try();
    code.when(trial.fails, () => {
      place.join(trial);
      const params = { propertyName: expression(key) };
      code.line(place.failure("propertyNames", params, "property name must be valid"));
    });
  });
});
