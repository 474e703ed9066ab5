// `required` and `dependentRequired`
import { isMissing, isPresent } from "../code/properties-code.ts";
import { isNameList, keyword } from "./keyword.ts";

export const required = keyword(isNameList, (place, names) => {
  for (const name of names) {
    const message = `must have required property '${name}'`;
    place.failIf(isMissing(place.is.data, name), "required", { missingProperty: name }, message);
  }
});

export const dependentRequired = keyword(isNameLists, (place, lists) => {
  const { code, data } = place.is;
  for (const [property, names] of Object.entries(lists)) {
    const deps = names.join(", ");
    const noun = names.length === 1 ? "property" : "properties";
    const message = `must have ${noun} ${deps} when property ${property} is present`;
    code.when(isPresent(data, property), () => {
      for (const missingProperty of names) {
        const params = { property, missingProperty, depsCount: names.length, deps };
        place.failIf(isMissing(data, missingProperty), "dependentRequired", params, message);
      }
    });
  }
});

function isNameLists(value: unknown): value is Readonly<Record<string, readonly string[]>> {
  return typeof value === "object" && value !== null && Object.values(value).every(isNameList);
}
