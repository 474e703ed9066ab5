// The number of items or properties.
import { emit } from "../../code.ts";
import { isNumber, keyword, type Keyword } from "./keyword.ts";

export const maxItems = size("maxItems", "items", ">");
export const minItems = size("minItems", "items", "<");
export const maxProperties = size("maxProperties", "properties", ">");
export const minProperties = size("minProperties", "properties", "<");

function size(name: string, members: "items" | "properties", wrong: ">" | "<"): Keyword {
  const more = wrong === ">" ? "more" : "fewer";
  const comparison = wrong === ">" ? emit`>` : emit`<`;
  return keyword(isNumber, (place, limit) => {
    const { data } = place.is;
    const list = members === "items" ? data : emit`Object.keys(${data})`;
    const message = `must NOT have ${more} than ${limit} ${members}`;
    place.failIf(emit`${list}.length ${comparison} ${limit}`, name, { limit }, message);
  });
}
