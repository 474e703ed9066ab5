// `unevaluatedProperties`: a schema for the properties that no other keyword has evaluated.
import { emit, joinCode } from "../../code.ts";
import { expression } from "../../literal.ts";
import { writeEvaluated } from "../code/evaluated.ts";
import { evaluatedNames } from "../code/evaluated-kinds.ts";
import { forKeys } from "../code/loops.ts";
import { acceptsAll, isSchema, keyword } from "./keyword.ts";
import { isNoneOf, writeMember } from "./other-properties.ts";

export const unevaluatedProperties = keyword(isSchema, (place, schema) => {
  if (acceptsAll(schema)) return;
  const { code } = place.is;
  // `known`: evaluated for every value; `seen`: collected at run time, because it depends on the value.
  const { known, seen } = writeEvaluated(place, evaluatedNames);
  if (known.all) return;
  const writeLoop = () => {
    forKeys(place, (key) => {
      const isUnevaluated = [
        ...isNoneOf(place, key, known.names),
        ...(seen === undefined ? [] : [emit`!${seen.set}.has(${key})`]),
      ];
      const write = () => {
        if (schema !== false) writeMember(place, ["unevaluatedProperties"], schema, key);
        else {
          const params = { unevaluatedProperty: expression(key) };
          code.line(place.failure("unevaluatedProperties", params, "must NOT have unevaluated properties"));
        }
      };
      if (isUnevaluated.length === 0) write();
      else code.when(joinCode(isUnevaluated, emit` && `), write);
    });
  };
  if (seen === undefined) writeLoop();
  else code.when(emit`!${seen.rest}`, writeLoop);
});
